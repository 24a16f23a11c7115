#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Asks Linux to back memory that is about to be filled with pages of 2 MiB where it has any.
///
/// Memory that is written for the first time is given by the kernel page by page, each with an interrupt of
/// its own: for millions of coordinates that takes about as long as reading them. Large pages need a five
/// hundredth of the interrupts, and systems leave them to programs that ask ("madvise"). At most one large
/// page is taken that is not needed in the end. Where the request is not understood nothing changes.
func preferLargePages(_ memory: UnsafeRawBufferPointer) {
  #if os(Linux)
    guard let start = memory.baseAddress, memory.count >= 1 << 22 else { return }
    // Whole pages within the memory.
    let page = sysconf(Int32(_SC_PAGESIZE))
    let first = (Int(bitPattern: start) + page - 1) / page * page
    let end = (Int(bitPattern: start) + memory.count) / page * page
    _ = madvise(UnsafeMutableRawPointer(bitPattern: first), end - first, MADV_HUGEPAGE)
  #endif
}

extension Array {
  /// Makes room for a number of elements in all, in large pages where that is worth it.
  mutating func reserveLarge(_ count: Int) {
    reserveCapacity(count)
    let bytes = capacity * MemoryLayout<Element>.stride
    withUnsafeMutableBufferPointer { buffer in
      // The room after the last element belongs to the array too.
      preferLargePages(UnsafeRawBufferPointer(start: buffer.baseAddress, count: bytes))
    }
  }
}
