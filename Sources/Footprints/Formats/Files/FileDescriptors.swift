#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is done with open files everywhere.
package enum FileDescriptors {
  /// Writes all bytes, or returns the error number; 0 where there is none.
  package static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = put(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += count
    }
    return 0
  }

  /// The system's `write`, which a function of this type hides.
  private static func put(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #elseif canImport(Darwin)
      Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// The template of a name in the folder of `$TMPDIR`, else in /tmp, for `mkstemp` and `mkdtemp`.
  static var temporaryTemplate: [CChar] {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return Array("\(folder.isEmpty ? "/tmp" : folder)/footprint.XXXXXX".utf8CString)
  }

  /// The error where a temporary file cannot be made or written. `name` is what its bytes are, for messages; nil for none.
  static func noRoom(_ code: Int32, for name: String? = nil) -> FootprintsError {
    let why = String(cString: strerror(code))
    return FootprintsError(
      .cannotWrite,
      name == nil ? "there is no room for temporary files: \(why)" : "has no room while it is read: \(why)",
      file: name, remedy: "Make room in the folder for temporary files, or name another in TMPDIR.")
  }
}
