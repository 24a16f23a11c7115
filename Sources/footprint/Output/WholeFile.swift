import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears whole or not at all: it takes its name once all of it is on disk.
final class WholeFile: OutputSink {
  private let path: String
  private let descriptor: Int32
  /// The file while it is written; nil for a pipe or device such as /dev/stdout, which takes the text as it comes.
  private let file: PendingFile?
  /// The permissions of the final file.
  private var mode: mode_t = 0
  private var pending = ""
  /// Files of the same name and other suffixes that appear with it.
  private var companions: [WholeFile] = []
  private var isNew = true

  /// Opens it.
  init(_ path: String) throws(FootprintsError) {
    try Self.check(path)
    self.path = path
    var status = stat()
    let isThere = stat(path, &status) == 0
    isNew = !isThere
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      file = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.failure(errno, path) }
      return
    }
    do throws(FileFailure) {
      // A link keeps pointing where it does: the file that it names is replaced.
      let made = try PendingFile(for: isThere ? Self.resolved(path) : path)
      (file, descriptor) = (made, made.descriptor)
    } catch {
      throw Self.failure(error.number, path)
    }
    // A result keeps the permissions of the file it replaces, else gets those that any new file would.
    let mask = umask(0)
    umask(mask)
    mode = isThere ? status.st_mode & 0o777 : 0o666 & ~mask
  }

  deinit { if file == nil { close(descriptor) } }

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

  /// The file while it is written, for formats that are written here and there; nil for a pipe or device.
  var openFile: Int32? { file?.descriptor }

  /// Begins a file that belongs to it: of the same name with another suffix.
  func companion(_ suffix: String) throws(FootprintsError) -> WholeFile {
    let other = try WholeFile(Self.companion(of: path, suffix))
    companions.append(other)
    return other
  }

  /// The path of a file that belongs to another, in capitals where its suffix is.
  static func companion(of path: String, _ suffix: String) -> String {
    let own = VectorPath(path).suffix
    let stem = own.isEmpty || path.hasSuffix(".gz") ? path : String(path.dropLast(own.count + 1))
    let isCapital = !own.isEmpty && path.hasSuffix(".\(own.uppercased())")
    return "\(stem).\(isCapital ? suffix.uppercased() : suffix)"
  }

  /// Refuses to go on where older files lie beside it that would be taken to belong to it.
  func refuseStale(_ suffixes: [String]) throws(FootprintsError) {
    for other in suffixes.map({ Self.companion(of: path, $0) })
    where FileBytes.exists(other) && !companions.contains(where: { $0.path == other }) {
      throw FootprintsError(
        .usage, "an older file lies beside the result, and would be taken to belong to it", file: other,
        remedy: "Remove it, or give the result another name.")
    }
  }

  /// Makes the file appear, and those that belong to it first. None of them stays where one cannot.
  func commit() throws(FootprintsError) {
    for other in companions { try other.flush() }
    try flush()
    var done: [WholeFile] = []
    do throws(FootprintsError) {
      for other in companions {
        try other.appear()
        done.append(other)
      }
      try appear()
    } catch {
      for other in done where other.isNew { unlink(other.path) }
      throw error
    }
  }

  private func appear() throws(FootprintsError) {
    do throws(FileFailure) {
      try file?.commit(mode: UInt32(mode))
    } catch {
      throw Self.failure(error.number, path)
    }
  }

  private func flush() throws(FootprintsError) {
    let code = writeAll(pending, to: descriptor)
    pending = ""
    try check(code)
  }

  private func check(_ code: Int32) throws(FootprintsError) {
    // Whoever read a pipe may have had enough.
    if code != 0, file != nil || code != EPIPE { throw Self.failure(code, path) }
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
