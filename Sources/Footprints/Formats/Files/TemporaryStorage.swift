#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name, for what does not come from a file and can be larger than memory. It is gone when nobody has it
/// open any more, however the program ends.
struct TemporaryStorage: ~Copyable {
  private let descriptor: Int32
  private let name: String

  /// Makes one in the folder of `$TMPDIR`, else in /tmp. `name` is what its bytes are, for messages.
  init(for name: String) throws(FootprintsError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(folder.isEmpty ? "/tmp" : folder)/footprint.XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    self.name = name
    guard descriptor >= 0 else { throw Self.failure(errno, name) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  borrowing func append(_ bytes: UnsafeRawBufferPointer) throws(FootprintsError) {
    var written = 0
    while written < bytes.count {
      let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(errno, name)
      }
      written += count
    }
  }

  /// All bytes that were written.
  borrowing func bytes() throws(FootprintsError) -> FileBytes {
    try FileBytes(unnamed: descriptor, name: name)
  }

  private static func failure(_ code: Int32, _ name: String) -> FootprintsError {
    FootprintsError(
      .cannotWrite, "has no room while it is read: \(String(cString: strerror(code)))", file: name,
      remedy: "Make room in the folder for temporary files, or name another in TMPDIR.")
  }
}

extension FileBytes {
  /// The bytes of standard input: a file that it is redirected from is mapped, anything else is read to its end, into a
  /// temporary file, so that it need not fit into memory.
  package static func standardInput() throws(FootprintsError) -> FileBytes {
    let path = "/dev/stdin"
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT != S_IFREG,
      status.st_mode & S_IFMT != S_IFDIR
    else { return try FileBytes(path: path) }
    let storage = try TemporaryStorage(for: path)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = read(STDIN_FILENO, &chunk, chunk.count)
      if got == 0 { return try storage.bytes() }
      if got < 0 {
        if errno == EINTR { continue }
        throw FootprintsError(.noInput, "cannot be read: \(String(cString: strerror(errno)))", file: path)
      }
      try chunk.withBytes { (bytes) throws(FootprintsError) in
        try storage.append(UnsafeRawBufferPointer(rebasing: bytes[..<got]))
      }
    }
  }
}
