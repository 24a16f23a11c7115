import CFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of one input: a mapped file, bytes in memory, or bytes that are part of the program. They do not change for as
/// long as the value lives, unless another program changes the file: see `verify`.
public final class FileBytes: Sendable {
  /// The name for messages and provenance, as the user gave it.
  public let name: String
  /// The number of bytes.
  public let count: Int

  // The memory behind `start` is written before `init` returns and never again: a private mapping opened
  // read-only, a buffer filled once, or constant data. Reading it from any thread is therefore safe,
  // which is all that `Sendable` asks.
  private nonisolated(unsafe) let start: UnsafeRawPointer
  private let storage: Storage
  /// What `sha256` has found.
  let digest = Mutex<String?>(nil)

  private enum Storage {
    case mapped(FileIdentity, number: Int32)
    case unnamed, allocated, constant

    /// Whether pages of a file are behind it.
    var isMapping: Bool {
      switch self {
      case .mapped, .unnamed: true
      case .allocated, .constant: false
      }
    }
  }

  /// Maps a regular file into memory; anything else that can be read (a pipe) is read to its end.
  ///
  /// Throws `noInput` for what is not there, cannot be read or is a directory; `badData` for a stream without end.
  public init(path: String) throws(FootprintsError) {
    name = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw FootprintsError(
        .noInput, "is a directory, not a file", file: path,
        remedy: "Name a file in it.", reason: .isDirectory)
    case S_IFREG where status.st_size > 0:
      count = Int(status.st_size)
      guard let map = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), map != MAP_FAILED else {
        throw Self.unreadable(path)
      }
      start = UnsafeRawPointer(map)
      let number = mapped_file_remember(map, count)
      if number < 0 {
        munmap(map, count)
        throw FootprintsError(
          .noInput, "is one of more files than can be open at once", file: path, remedy: "Name fewer files.")
      }
      storage = .mapped(FileIdentity(status), number: number)
    default:
      let bytes = try Self.readAll(descriptor, path)
      count = bytes.count
      start = Self.copy(bytes)
      storage = .allocated
    }
  }

  /// Maps a file that has no name of its own, by a descriptor that may be closed afterwards.
  init(unnamed descriptor: Int32, name: String) throws(FootprintsError) {
    self.name = name
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(name) }
    count = Int(status.st_size)
    if count == 0 {
      start = Self.copy([])
      storage = .allocated
      return
    }
    guard let map = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), map != MAP_FAILED else {
      throw Self.unreadable(name)
    }
    start = UnsafeRawPointer(map)
    storage = .unnamed
  }

  /// Keeps a copy of bytes under a name.
  public init(_ bytes: [UInt8], name: String) {
    self.name = name
    count = bytes.count
    start = Self.copy(bytes)
    storage = .allocated
  }

  /// Borrows bytes that are there for the life of the program, such as data compiled into it.
  package init(constant: UnsafeRawBufferPointer, name: String) {
    self.name = name
    count = constant.count
    start = constant.baseAddress ?? UnsafeRawPointer(Self.copy([]))
    storage = .constant
  }

  deinit {
    switch storage {
    case .mapped(_, let number):
      mapped_file_forget(number)
      munmap(UnsafeMutableRawPointer(mutating: start), count)
    case .unnamed: munmap(UnsafeMutableRawPointer(mutating: start), count)
    case .allocated: start.deallocate()
    case .constant: break
    }
  }

  /// Lends the bytes for the length of a call.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // `self` is kept alive by the caller's reference until the closure returns.
    defer { withExtendedLifetime(self) {} }
    return try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Reads something of the bytes. A file that another program cut short or changed meanwhile is to blame for whatever was
  /// found, and the error says so (`badData`).
  package func reading<Result>(
    _ body: () throws(FootprintsError) -> Result
  ) throws(FootprintsError) -> Result {
    do throws(FootprintsError) {
      let result = try body()
      try verify()
      return result
    } catch {
      try verify()
      throw error
    }
  }

  /// Throws `badData` for a file that is no longer what it was when it was opened.
  package func verify() throws(FootprintsError) {
    guard case .mapped(let identity, let number) = storage else { return }
    let isCut = mapped_file_is_damaged(number) != 0
    guard isCut || identity.hasChanged(at: name) else { return }
    throw FootprintsError(
      .badData, isCut ? "was cut short while it was read" : "was changed while it was read", file: name,
      remedy: "Try again once whatever writes it is done.")
  }

  /// Takes a mapped file's pages out of the program's memory, once it has been read: they stay in the system's
  /// cache, from which they come back should anybody ask for a byte again.
  package func releasePages() { releasePages(of: 0..<count) }

  /// The same for the whole pages of a part of it.
  func releasePages(of range: Range<Int>) {
    guard storage.isMapping else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound >= count ? count : range.upperBound / page * page
    guard first < end else { return }
    // Nothing is lost if this fails, and nothing is changed if it does not: the mapping is read-only.
    _ = madvise(UnsafeMutableRawPointer(mutating: start + first), end - first, MADV_DONTNEED)
  }

  /// Whether the bytes are those of a regular file, which can be opened again by its name.
  package var isFile: Bool { if case .mapped = storage { true } else { false } }

  /// Whether anything at all has this path.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// A copy of the bytes, for readers of small files.
  package var array: [UInt8] { withBytes { Array($0) } }

  /// The most that is read from what is not a regular file and may never end, such as a pipe or a device.
  private static let longestStream = 1 << 30

  private static func copy(_ bytes: [UInt8]) -> UnsafeRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    bytes.withUnsafeBytes {
      memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    return UnsafeRawPointer(memory)
  }

  private static func readAll(_ descriptor: Int32, _ path: String) throws(FootprintsError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(descriptor, &chunk, chunk.count)
      if got == 0 { return bytes }
      guard bytes.count + got <= longestStream else {
        throw FootprintsError(
          .badData, "is a stream of more than \(longestStream >> 20) MiB", file: path,
          remedy: "Save it to a file first: a file is read without a copy.")
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      bytes.append(contentsOf: chunk[..<got])
    }
  }

  private static func unreadable(_ path: String) -> FootprintsError {
    errno == ENOENT || errno == ENOTDIR
      ? FootprintsError(.noInput, "no such file", file: path, remedy: "Check the spelling of the path.")
      : FootprintsError(.noInput, "cannot be read: \(String(cString: strerror(errno)))", file: path)
  }
}
