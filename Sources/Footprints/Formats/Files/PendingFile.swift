import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file in the making, which takes its final name when it is whole, or is gone.
///
/// Where the file system can, it has no name while it is made, so that nothing is left behind whatever ends the process. Where
/// it cannot, the file has one next to the final name, which goes when a signal ends the process.
package final class PendingFile {
  /// Where it is written.
  package let descriptor: Int32
  private let target: String
  /// Its name; nil while it has none.
  private var name: String?
  private var number: Int32 = -1
  private var isOpen = true

  /// Begins a file that is to have a path, which need not exist. Throws an error number.
  package init(for target: String) throws(FileFailure) {
    self.target = target
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    let nameless = nameless_file_open(folder)
    if nameless >= 0 {
      descriptor = nameless
      return
    }
    var template = Array("\(target).XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      isOpen = false
      throw FileFailure(number: errno)
    }
    take(String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  deinit { abandon() }

  /// A name from which it can be renamed. Throws an error number.
  private func path() throws(FileFailure) -> String {
    if let name { return name }
    for _ in 0..<100 {
      let candidate = "\(target).\(Self.letters())"
      if nameless_file_link(descriptor, candidate) == 0 {
        take(candidate)
        return candidate
      }
      if errno != EEXIST { break }
    }
    throw FileFailure(number: errno)
  }

  /// Gives the file its final name and closes it. Throws an error number, and nothing is left then.
  package func commit(mode: UInt32) throws(FileFailure) {
    defer { abandon() }
    guard fchmod(descriptor, mode_t(truncatingIfNeeded: mode)) == 0 else { throw FileFailure(number: errno) }
    // A name that is free can be taken at once; a file that is there is replaced by renaming alone.
    if name == nil, nameless_file_link(descriptor, target) == 0 { return }
    file_write_out(descriptor)
    let own = try path()
    guard rename(own, target) == 0 else { throw FileFailure(number: errno) }
    forget()
  }

  /// Gives up the file, unless it has its final name.
  package func abandon() {
    guard isOpen else { return }
    isOpen = false
    close(descriptor)
    if let name { unlink(name) }
    forget()
  }

  private func take(_ path: String) {
    name = path
    number = temporary_file_remember(path)
  }

  private func forget() {
    temporary_file_forget(number)
    (name, number) = (nil, -1)
  }

  private static func letters() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<6).map { _ in letters[Int.random(in: 0..<letters.count)] })
  }
}

/// An error number of the system.
package struct FileFailure: Error {
  /// `errno`.
  package let number: Int32
}
