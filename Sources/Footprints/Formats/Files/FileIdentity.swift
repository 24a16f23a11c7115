#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells that a file has changed since it was opened: the same file with another size or time.
struct FileIdentity: Sendable, Equatable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #else
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #endif
  }

  /// Whether the file at a path is this one and has changed. One that took its place is none of its bytes.
  func hasChanged(at path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let now = FileIdentity(status)
    return now.device == device && now.number == number && now != self
  }
}
