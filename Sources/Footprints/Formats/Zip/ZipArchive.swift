import CZip

/// A zip archive, open for reading through libzip.
///
/// Entries are only ever read into memory; their paths are names to choose by and never become paths on
/// this machine. Neither copyable nor Sendable: the handle is closed when the value goes.
package struct ZipArchive: ~Copyable {
  /// One file or folder of an archive, as its directory describes it.
  package struct Entry: Sendable, Hashable {
    /// Its position in the directory.
    package var index: Int
    /// Its path inside the archive, with `/` between folders.
    package var name: String
    /// Its length in bytes, as stated.
    package var size: UInt64
    /// Its length in the archive, as stated.
    package var compressedSize: UInt64

    /// The part of the path after the last `/`; empty for a folder.
    package var fileName: Substring {
      name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...]
    }

    /// Whether it is what macOS adds next to each file and nobody means: `__MACOSX/...` and `._name`.
    package var isNoise: Bool {
      name.hasPrefix("__MACOSX/") || name.contains("/__MACOSX/") || fileName.hasPrefix("._")
    }
  }

  /// The most entries an archive may have.
  private static let largestDirectory = 100_000
  /// Up to this size any compression ratio is accepted.
  private static let smallEntry: UInt64 = 64 << 20
  /// Beyond it the content may be this many times as long as the archive has bytes for it. Blank-padded
  /// tables reach about 100.
  private static let largestRatio: UInt64 = 250

  /// What libzip reads from; named for messages.
  private let bytes: FileBytes
  private let handle: OpaquePointer
  /// What is in the archive, in the order of its directory.
  package let entries: [Entry]

  /// Opens an archive. Throws `.noInput` when the file cannot be read, `.badData` when it is not an archive.
  package init(path: String) throws(FootprintsError) {
    try self.init(FileBytes(path: path))
  }

  /// Opens an archive in memory. Throws `.badData` when it is not one.
  package init(_ bytes: FileBytes) throws(FootprintsError) {
    guard bytes.count > 0 else {
      throw FootprintsError(.badData, "is empty", file: bytes.name, remedy: "Copy or download it again.")
    }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // The pointer leaves the closure, but the bytes stay where they are for as long as `bytes` lives, which
    // `self` keeps alive until after the handle is closed. libzip does not write to them.
    let source = bytes.withBytes { raw in
      zip_source_buffer_create(raw.baseAddress, UInt64(raw.count), 0, &error)
    }
    guard let source, let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      if let source { zip_source_free(source) }
      throw Self.failure(bytes.name, &error)
    }
    do throws(FootprintsError) {
      entries = try Self.directory(handle, bytes.name)
    } catch {
      zip_discard(handle)
      throw error
    }
    self.bytes = bytes
    self.handle = handle
  }

  deinit { zip_discard(handle) }

  /// The bytes of an entry. Throws `.badData` when it is encrypted, damaged, longer than `limit`, or
  /// longer than its compressed length can honestly make it.
  package borrowing func read(_ entry: Entry, limit: UInt64 = 2 << 30) throws(FootprintsError) -> [UInt8] {
    var content: [UInt8] = []
    try stream(entry, limit: limit, largestPart: 1 << 22) { part in
      if content.isEmpty { content.reserveCapacity(min(Int(entry.size), 1 << 24)) }
      content.append(contentsOf: part)
    }
    return content
  }

  /// Hands the bytes of an entry on, part by part, so that none but the part is in memory. Throws as ``read(_:limit:)``
  /// does, and whatever takes the parts; what was handed on counts for nothing then.
  package borrowing func stream(
    _ entry: Entry, limit: UInt64, largestPart: Int = 1 << 18,
    _ take: ([UInt8]) throws(FootprintsError) -> Void
  ) throws(FootprintsError) {
    // The directory of a hostile archive may state anything, so the same limit also applies to what comes.
    let plausible = Self.smallEntry + Self.largestRatio * min(entry.compressedSize, UInt64(bytes.count))
    let allowed = min(limit, plausible)
    guard entry.size <= limit else {
      throw refused(entry, "has \(entry.size) bytes, more than the \(limit) that are read from an archive")
    }
    guard entry.size <= allowed else {
      throw refused(entry, "states \(entry.size) bytes in \(entry.compressedSize), too many to be believed")
    }
    guard let file = zip_fopen_index(handle, UInt64(entry.index), 0) else { throw failure(entry) }
    defer { zip_fclose(file) }
    var done: UInt64 = 0
    var step = 1 << 16
    while true {
      var got: zip_int64_t = 0
      let part = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
        got = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
        count = max(0, Int(got))
      }
      if got < 0 { throw refused(entry, "is damaged: \(String(cString: zip_file_strerror(file)))") }
      if got == 0 { break }
      done += UInt64(part.count)
      guard done <= min(allowed, entry.size) else {
        throw refused(entry, "has more bytes than the \(entry.size) its directory states")
      }
      try take(part)
      step = min(step * 2, largestPart)
    }
    guard done == entry.size else {
      throw refused(entry, "is cut off after \(done) of \(entry.size) bytes")
    }
  }

  /// Reads the directory.
  private static func directory(_ handle: OpaquePointer, _ path: String) throws(FootprintsError) -> [Entry] {
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= largestDirectory else {
      throw FootprintsError(
        .badData, "has \(count) entries, more than the \(largestDirectory) that are searched",
        file: path,
        remedy: "Unpack it and name the file inside.")
    }
    var entries: [Entry] = []
    for index in 0..<max(0, count) {
      var status = zip_stat_t()
      guard zip_stat_index(handle, UInt64(index), 0, &status) == 0, let name = status.name else {
        throw FootprintsError(
          .badData, "is a damaged archive: \(String(cString: zip_strerror(handle)))", file: path,
          place: "entry \(index + 1)", remedy: "Copy or download it again.")
      }
      entries.append(
        Entry(index: index, name: String(cString: name), size: status.size, compressedSize: status.comp_size))
    }
    return entries
  }

  /// The error for an entry that cannot be opened.
  private borrowing func failure(_ entry: Entry) -> FootprintsError {
    let code = zip_error_code_zip(zip_get_error(handle))
    if code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP || code == ZIP_ER_WRONGPASSWD {
      return refused(entry, "is encrypted", remedy: "Unpack the archive with its password first.")
    }
    return refused(
      entry, "cannot be read: \(String(cString: zip_strerror(handle)))",
      remedy: "Unpack the archive and name the file inside.")
  }

  /// The error for an entry that is not what it should be.
  private borrowing func refused(
    _ entry: Entry, _ message: String, remedy: String = "Copy or download the archive again."
  ) -> FootprintsError {
    FootprintsError(.badData, "\(entry.name) inside it \(message)", file: bytes.name, remedy: remedy)
  }

  /// The error for an archive that cannot be opened.
  private static func failure(_ path: String, _ error: inout zip_error_t) -> FootprintsError {
    let message =
      zip_error_code_zip(&error) == ZIP_ER_NOZIP
      ? "is not a zip archive"
      : "cannot be opened as a zip archive: \(String(cString: zip_error_strerror(&error)))"
    return FootprintsError(
      .badData, message, file: path, remedy: "Copy or download it again; it may be cut off.")
  }
}
