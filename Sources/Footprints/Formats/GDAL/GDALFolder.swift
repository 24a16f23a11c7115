import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for files that other programs open by their names. It goes with everything in it, also when a signal ends the
/// process.
final class GDALFolder {
  /// Its path.
  let path: String
  private let number: Int32

  /// Makes one in the folder of `$TMPDIR`, else in /tmp.
  init() throws(FootprintsError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/footprint.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Self.failure(errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    number = temporary_file_remember(path)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
    temporary_file_forget(number)
  }

  /// The names of the files in it, in the order of their letters.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        // The name ends with a zero inside the space that it has.
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Lets a file that is elsewhere be found here too.
  func link(_ file: String, as name: String) throws(FootprintsError) {
    guard let real = realpath(file, nil) else { throw Self.failure(errno) }
    defer { free(real) }
    guard symlink(real, "\(path)/\(name)") == 0 else { throw Self.failure(errno) }
  }

  /// Puts bytes into a file.
  func write(_ bytes: FileBytes, to name: String) throws(FootprintsError) {
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    defer { close(descriptor) }
    try bytes.withBytes { (all) throws(FootprintsError) in
      var done = 0
      while done < all.count {
        let count = Self.put(descriptor, UnsafeRawBufferPointer(rebasing: all[done...]))
        if count < 0 {
          if errno == EINTR { continue }
          throw Self.failure(errno)
        }
        done += count
      }
    }
  }

  private static func put(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// The bytes of a file in it, which stay when the folder goes; nil where there is no such file. `title` is what they are called.
  func bytes(of name: String, named title: String) throws(FootprintsError) -> FileBytes? {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try FileBytes(unnamed: descriptor, name: title)
  }

  private static func failure(_ code: Int32) -> FootprintsError {
    FootprintsError(
      .cannotWrite, "there is no room for temporary files: \(String(cString: strerror(code)))",
      remedy: "Make room in the folder for temporary files, or name another in TMPDIR.")
  }
}
