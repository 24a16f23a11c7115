/// A buffer that several threads change at once.
///
/// Unchecked Sendable: every thread touches only elements that no other does, its own slot or its own runs, and
/// the owner of the buffer waits for all of them.
struct DisjointElements<Element>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Element>

  /// One element of the thread's own, of a type that needs no initialization.
  subscript(_ index: Int) -> Element where Element: BitwiseCopyable {
    @inline(__always) get { buffer[index] }
    @inline(__always) nonmutating set { buffer[index] = newValue }
  }
}
