import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file so that it appears whole or not at all: a neighbour under another name, renamed when all of
/// it is on disk.
enum WholeFile {
  static func write(_ text: String, to path: String) throws(FootprintsError) {
    func failed(_ code: Int32) -> FootprintsError {
      FootprintsError(
        .cannotWrite, "can not be written: \(String(cString: strerror(code)))", file: path,
        remedy: "Check that its folder exists and may be written to.")
    }
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw failed(EISDIR) }
      // A pipe or device such as /dev/stdout has no neighbour; it takes the text as it comes.
      if status.st_mode & S_IFMT != S_IFREG { return try writeThrough(text, path, failed) }
    }
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failed(errno) }
    var code = writeAll(text, to: descriptor)
    // mkstemp makes a private file; a result gets the rights that any new file would.
    let mask = umask(0)
    umask(mask)
    if code == 0, fchmod(descriptor, 0o666 & ~mask) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(template, path) != 0 { code = errno }
    if code != 0 {
      unlink(template)
      throw failed(code)
    }
  }

  private static func writeThrough(
    _ text: String, _ path: String, _ failed: (Int32) -> FootprintsError
  ) throws(FootprintsError) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw failed(errno) }
    defer { close(descriptor) }
    let code = writeAll(text, to: descriptor)
    if code != 0, code != EPIPE { throw failed(code) }
  }
}
