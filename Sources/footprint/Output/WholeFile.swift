import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears whole or not at all: a neighbour under another name while it is written, renamed when all of it
/// is on disk.
final class WholeFile: OutputSink {
  private let path: String
  private let descriptor: Int32
  /// The name while it is written, and the final name; nil for a pipe or device such as /dev/stdout, which has no
  /// neighbour and takes the text as it comes.
  private let names: (temporary: [CChar], final: String)?
  /// The permissions of the final file.
  private var mode: mode_t = 0
  private var pending = ""
  private var isOpen = true

  /// Opens the neighbour.
  init(_ path: String) throws(FootprintsError) {
    try Self.check(path)
    self.path = path
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      names = nil
      descriptor = open(path, O_WRONLY)
    } else {
      // A link keeps pointing where it does: the file that it names is replaced.
      let target = isThere ? Self.resolved(path) : path
      var template = Array("\(target).XXXXXX".utf8CString)
      descriptor = mkstemp(&template)
      names = (template, target)
      // mkstemp makes a private file; a result keeps the permissions of the file it replaces, else gets those that
      // any new file would.
      let mask = umask(0)
      umask(mask)
      mode = isThere ? status.st_mode & 0o777 : 0o666 & ~mask
    }
    if descriptor < 0 {
      isOpen = false
      throw Self.failure(errno, path)
    }
  }

  deinit { abandon() }

  func write(_ text: String) throws(FootprintsError) {
    // What is large already need not be copied.
    if pending.isEmpty || text.utf8.count >= 1 << 16 {
      try flush()
      pending = text
    } else {
      pending += text
    }
    if pending.utf8.count >= 1 << 16 { try flush() }
  }

  func write(_ bytes: [UInt8]) throws(FootprintsError) {
    try flush()
    try check(writeAll(bytes, to: descriptor))
  }

  /// The file while it is written, empty at first, for formats that are written here and there; nil for a pipe or device.
  var workingPath: String? {
    names.map { String(decoding: $0.temporary.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) }
  }

  /// Makes the file appear.
  func commit() throws(FootprintsError) {
    try flush()
    guard let names else { return abandon() }
    var code: Int32 = fchmod(descriptor, mode) == 0 ? 0 : errno
    if close(descriptor) != 0, code == 0 { code = errno }
    isOpen = false
    if code == 0, rename(names.temporary, names.final) != 0 { code = errno }
    if code != 0 {
      unlink(names.temporary)
      throw Self.failure(code, path)
    }
  }

  private func flush() throws(FootprintsError) {
    let code = writeAll(pending, to: descriptor)
    pending = ""
    try check(code)
  }

  private func check(_ code: Int32) throws(FootprintsError) {
    // Whoever read a pipe may have had enough.
    if code != 0, names != nil || code != EPIPE { throw Self.failure(code, path) }
  }

  /// Leaves nothing behind, unless all is done.
  private func abandon() {
    guard isOpen else { return }
    isOpen = false
    close(descriptor)
    if let names { unlink(names.temporary) }
  }

  /// Refuses a path that cannot be written to, as far as can be determined without writing.
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

  /// Refuses a path that is one of the inputs, whatever its spelling or link: the result would replace it.
  static func refuse(_ path: String, amongInputs inputs: [String]) throws(FootprintsError) {
    var own = stat()
    guard stat(path, &own) == 0, own.st_mode & S_IFMT == S_IFREG else { return }
    for input in inputs {
      var other = stat()
      guard stat(input, &other) == 0, own.st_dev == other.st_dev, own.st_ino == other.st_ino else { continue }
      throw FootprintsError(
        .usage, "is one of the inputs, which the result would replace", file: path,
        remedy: "Give the result another name.")
    }
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
      .cannotWrite, "cannot be written: \(String(cString: strerror(code)))", file: path, remedy: remedy)
  }
}
