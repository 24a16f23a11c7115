import CSQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A way for SQLite to a file that is open already, and may have no name: `file:NUMBER?vfs=footprint-open-file`, the number of its
/// descriptor. It is for one writer alone, so nothing is locked. Whatever else SQLite opens goes the usual way.
enum SQLiteOpenFile {
  /// The URI of an open file.
  static func uri(_ descriptor: Int32) -> String {
    // Where it cannot be registered, opening says that there is no such way.
    _ = isRegistered
    return "file:\(descriptor)?vfs=\(name)"
  }

  private static let name = "footprint-open-file"

  /// What SQLite keeps of an open file.
  private struct File {
    var base = sqlite3_file(pMethods: nil)
    var descriptor: Int32 = -1
  }

  private static let isRegistered: Bool = {
    guard let usual = sqlite3_vfs_find(nil), let copied = strdup(name) else { return false }
    var way = usual.pointee
    way.pNext = nil
    way.zName = UnsafePointer(copied)
    way.szOsFile = max(way.szOsFile, Int32(MemoryLayout<File>.size))
    way.xFullPathname = { _, name, capacity, result in
      guard let name, let result, strlen(name) < Int(capacity) else { return SQLITE_CANTOPEN }
      strcpy(result, name)
      return SQLITE_OK
    }
    way.xOpen = { _, name, file, flags, given in
      guard flags & SQLITE_OPEN_MAIN_DB != 0 else {
        guard let usual = sqlite3_vfs_find(nil) else { return SQLITE_CANTOPEN }
        return usual.pointee.xOpen(usual, name, file, flags, given)
      }
      guard let name, let file, let descriptor = Int32(String(cString: name)) else { return SQLITE_CANTOPEN }
      file.withMemoryRebound(to: File.self, capacity: 1) {
        $0.pointee = File(base: sqlite3_file(pMethods: methods), descriptor: descriptor)
      }
      given?.pointee = flags
      return SQLITE_OK
    }
    // Both live as long as the process, as SQLite asks of what is registered.
    let registered = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    registered.initialize(to: way)
    return sqlite3_vfs_register(registered, 0) == SQLITE_OK
  }()

  private static func descriptor(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
    // SQLite hands back what `xOpen` filled.
    UnsafeMutableRawPointer(file)?.assumingMemoryBound(to: File.self).pointee.descriptor ?? -1
  }

  /// The code for a failure of input or output: reading (1), reading what is not there (2), writing (3), syncing (4), truncating (6),
  /// asking for the size (7). The header has them as macros that are not imported.
  private static func failure(_ part: Int32) -> Int32 { SQLITE_IOERR | part << 8 }

  /// Version 1 of the methods: no memory maps, no shared memory. The pointer is made once and never changes.
  private nonisolated(unsafe) static let methods: UnsafePointer<sqlite3_io_methods> = {
    var methods = sqlite3_io_methods()
    methods.iVersion = 1
    // Whoever opened the file closes it.
    methods.xClose = { _ in SQLITE_OK }
    methods.xRead = { file, bytes, count, offset in
      var done = 0
      while done < Int(count) {
        let got = pread(
          descriptor(file), bytes.map { $0 + done }, Int(count) - done, off_t(offset) + off_t(done))
        if got < 0, errno == EINTR { continue }
        if got < 0 { return failure(1) }
        if got == 0 { break }
        done += got
      }
      if done == Int(count) { return SQLITE_OK }
      // What the file does not have yet are zeroes.
      if let bytes { memset(bytes + done, 0, Int(count) - done) }
      return failure(2)
    }
    methods.xWrite = { file, bytes, count, offset in
      var done = 0
      while done < Int(count) {
        let put = pwrite(
          descriptor(file), bytes.map { $0 + done }, Int(count) - done, off_t(offset) + off_t(done))
        if put < 0, errno == EINTR { continue }
        if put <= 0 { return errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : failure(3) }
        done += put
      }
      return SQLITE_OK
    }
    methods.xTruncate = { file, size in
      ftruncate(descriptor(file), off_t(size)) == 0 ? SQLITE_OK : failure(6)
    }
    methods.xSync = { file, _ in fsync(descriptor(file)) == 0 ? SQLITE_OK : failure(4) }
    methods.xFileSize = { file, size in
      var status = stat()
      guard fstat(descriptor(file), &status) == 0 else { return failure(7) }
      size?.pointee = sqlite3_int64(status.st_size)
      return SQLITE_OK
    }
    methods.xLock = { _, _ in SQLITE_OK }
    methods.xUnlock = { _, _ in SQLITE_OK }
    methods.xCheckReservedLock = { _, isReserved in
      isReserved?.pointee = 0
      return SQLITE_OK
    }
    methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    methods.xSectorSize = { _ in 4096 }
    methods.xDeviceCharacteristics = { _ in 0 }
    let made = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    made.initialize(to: methods)
    return UnsafePointer(made)
  }()
}
