import CZip

/// A zip archive in the making. The same entries make the same bytes: all are of one time, the first that the format has.
final class ZipWriter {
  private var entries: [(name: String, content: Spool)] = []

  /// Begins an entry; what is written to it is kept in a temporary file until the archive is written.
  func entry(_ name: String) throws(FootprintsError) -> any ByteSink {
    let content = try Spool(for: name)
    entries.append((name, content))
    return content
  }

  /// Writes the archive, which is in memory until then.
  func finish(to sink: any ByteSink) throws(FootprintsError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let archive = zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.failure(&error) }
    // It is looked at once more when the archive is closed, which gives away the other hold on it.
    zip_source_keep(archive)
    defer { zip_source_free(archive) }
    guard let handle = zip_open_from_source(archive, ZIP_TRUNCATE, &error) else {
      zip_source_free(archive)
      throw Self.failure(&error)
    }
    let contents = try bytes()
    do throws(FootprintsError) {
      for (entry, content) in zip(entries, contents) { try add(entry.name, content, to: handle) }
      guard zip_close(handle) == 0 else { throw Self.failure(zip_get_error(handle)) }
    } catch {
      zip_discard(handle)
      throw error
    }
    // libzip reads the contents when it closes the archive.
    withExtendedLifetime(contents) {}
    try copy(archive, to: sink)
  }

  private func bytes() throws(FootprintsError) -> [FileBytes] {
    var contents: [FileBytes] = []
    for entry in entries { contents.append(try entry.content.bytes()) }
    return contents
  }

  private func add(_ name: String, _ content: FileBytes, to handle: OpaquePointer) throws(FootprintsError) {
    // The memory stays where it is for as long as `content` lives.
    let source = content.withBytes { zip_source_buffer(handle, $0.baseAddress, UInt64($0.count), 0) }
    let index = zip_file_add(handle, name, source, ZIP_FL_ENC_UTF_8)
    guard index >= 0 else {
      zip_source_free(source)
      throw Self.failure(zip_get_error(handle))
    }
    guard zip_file_set_dostime(handle, UInt64(index), 0, Self.firstDay, 0) == 0 else {
      throw Self.failure(zip_get_error(handle))
    }
  }

  /// The first of January 1980, the first day that an archive can state.
  private static let firstDay: zip_uint16_t = 1 << 5 | 1

  private func copy(_ archive: OpaquePointer, to sink: any ByteSink) throws(FootprintsError) {
    guard zip_source_open(archive) == 0 else { throw Self.failure(zip_source_error(archive)) }
    defer { zip_source_close(archive) }
    while true {
      var got: zip_int64_t = 0
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        got = zip_source_read(archive, buffer.baseAddress, UInt64(buffer.count))
        count = max(0, Int(got))
      }
      if got < 0 { throw Self.failure(zip_source_error(archive)) }
      if got == 0 { return }
      try sink.write(part)
    }
  }

  private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> FootprintsError {
    FootprintsError(
      .cannotWrite,
      "the archive cannot be made: \(error.map { String(cString: zip_error_strerror($0)) } ?? "")")
  }
}

extension Spool: ByteSink {
  func write(_ bytes: [UInt8]) throws(FootprintsError) { try append(bytes) }
}
