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
final class ScratchFolder {
  /// Its path.
  let path: String
  private let number: Int32

  /// Makes one in the folder of `$TMPDIR`, else in /tmp.
  init() throws(FootprintsError) {
    var template = FileDescriptors.temporaryTemplate
    guard mkdtemp(&template) != nil else { throw FileDescriptors.noRoom(errno) }
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
    guard let real = realpath(file, nil) else { throw FileDescriptors.noRoom(errno) }
    defer { free(real) }
    guard symlink(real, "\(path)/\(name)") == 0 else { throw FileDescriptors.noRoom(errno) }
  }

  /// Puts bytes into a file.
  func write(_ bytes: FileBytes, to name: String) throws(FootprintsError) {
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileDescriptors.noRoom(errno) }
    defer { close(descriptor) }
    try bytes.withBytes { (all) throws(FootprintsError) in
      let code = FileDescriptors.write(UnsafeRawBufferPointer(all), to: descriptor)
      if code != 0 { throw FileDescriptors.noRoom(code) }
    }
  }

  /// The bytes of a file in it, which stay when the folder goes; nil where there is no such file. `title` is what they are called.
  func bytes(of name: String, named title: String) throws(FootprintsError) -> FileBytes? {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try FileBytes(unnamed: descriptor, name: title)
  }
}
