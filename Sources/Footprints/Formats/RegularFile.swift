#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// `read` alone would be the function of `RegularFile`.
private let systemRead = read(_:_:_:)

/// Whole regular files as bytes.
package enum RegularFile {
  /// Reads a file. A path that does not exist, is a directory, a pipe or a device, or may not be read is
  /// `.noInput`; a file of more than `limit` bytes is `.badData`.
  package static func read(_ path: String, limit: Int) throws(FootprintsError) -> [UInt8] {
    // O_NONBLOCK so that opening a pipe nobody writes to returns, to be refused below.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    let size = try checkedSize(descriptor, path)
    guard size <= limit else {
      throw FootprintsError(
        .badData, "has \(size) bytes, more than the \(limit) such a file can have", file: path)
    }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = systemRead(descriptor, rest.baseAddress, rest.count)
        if got == 0 { break }
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          break
        }
        count += got
      }
    }
    guard failure == 0 else { throw unreadable(path, failure) }
    return bytes
  }

  /// Refuses what `read` would, without reading.
  package static func check(_ path: String) throws(FootprintsError) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    _ = try checkedSize(descriptor, path)
  }

  /// Whether anything at all has this name.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The size of an open file, if it is a regular one.
  private static func checkedSize(_ descriptor: Int32, _ path: String) throws(FootprintsError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR:
      throw FootprintsError(
        .noInput, "is a directory, not a file", file: path, remedy: "Name a file inside it.")
    default:
      throw FootprintsError(
        .noInput, "is neither a file nor a directory", file: path, remedy: "Copy its content to a file first."
      )
    }
  }

  /// The error for a system call that failed.
  private static func unreadable(_ path: String, _ code: Int32) -> FootprintsError {
    if code == ENOENT || code == ENOTDIR {
      return FootprintsError(
        .noInput, "does not exist", file: path, remedy: "Check the spelling of the path.")
    }
    return FootprintsError(
      .noInput, "can not be read: \(String(cString: strerror(code)))", file: path,
      remedy: "Check its permissions.")
  }
}
