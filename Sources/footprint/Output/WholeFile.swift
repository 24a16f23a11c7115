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
  /// Refuses a path that can not be written to, as far as can be told without writing.
  static func check(_ path: String) throws(FootprintsError) {
    guard !path.isEmpty else {
      throw FootprintsError(.usage, "--output needs the name of a file", remedy: "Leave it out to print.")
    }
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw failure(EISDIR, path) }
      if access(path, W_OK) != 0 { throw failure(errno, path) }
    } else if errno != ENOENT {
      throw failure(errno, path)
    } else if path.hasSuffix("/") {
      throw failure(EISDIR, path)
    } else if access(folder(of: path), W_OK) != 0 {
      throw failure(errno, path)
    }
  }

  /// Writes the whole text, or nothing.
  static func write(_ text: String, to path: String) throws(FootprintsError) {
    try check(path)
    var status = stat()
    let isThere = stat(path, &status) == 0
    // A pipe or device such as /dev/stdout has no neighbour; it takes the text as it comes.
    if isThere, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(text, path) }
    // A link keeps pointing where it does: the file that it names is replaced.
    let target = isThere ? resolved(path) : path
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(errno, path) }
    var code = writeAll(text, to: descriptor)
    // mkstemp makes a private file; a result keeps the rights of the file it replaces, else gets those that
    // any new file would.
    let mask = umask(0)
    umask(mask)
    let mode = isThere ? status.st_mode & 0o777 : 0o666 & ~mask
    if code == 0, fchmod(descriptor, mode) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(template, target) != 0 { code = errno }
    if code != 0 {
      unlink(template)
      throw failure(code, path)
    }
  }

  private static func writeThrough(_ text: String, _ path: String) throws(FootprintsError) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw failure(errno, path) }
    defer { close(descriptor) }
    let code = writeAll(text, to: descriptor)
    if code != 0, code != EPIPE { throw failure(code, path) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  private static func failure(_ code: Int32, _ path: String) -> FootprintsError {
    let remedy =
      switch code {
      case EISDIR: "Give the name of a file in it."
      case ENOENT, ENOTDIR: "Make its folder first, or correct the path."
      case ENOSPC, EDQUOT: "Make room, or write to another disk."
      default: "Choose a place where you may write."
      }
    return FootprintsError(
      .cannotWrite, "can not be written: \(String(cString: strerror(code)))", file: path, remedy: remedy)
  }
}
