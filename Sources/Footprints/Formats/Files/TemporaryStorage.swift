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
    var template = FileDescriptors.temporaryTemplate
    descriptor = mkstemp(&template)
    self.name = name
    guard descriptor >= 0 else { throw FileDescriptors.noRoom(errno, for: name) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  borrowing func append(_ bytes: UnsafeRawBufferPointer) throws(FootprintsError) {
    let code = FileDescriptors.write(bytes, to: descriptor)
    if code != 0 { throw FileDescriptors.noRoom(code, for: name) }
  }

  /// All bytes that were written.
  borrowing func bytes() throws(FootprintsError) -> FileBytes {
    try FileBytes(unnamed: descriptor, name: name)
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
