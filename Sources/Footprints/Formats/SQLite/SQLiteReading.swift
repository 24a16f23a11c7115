import CSQLite

extension SQLiteDatabase {
  /// Opens a file that may come from anybody, to read it and nothing else.
  ///
  /// Nothing in the file is run: no triggers, no views, and no functions from its schema other than harmless ones; damage
  /// is found where it is met. The file is never changed, and nothing is left beside it.
  static func reading(_ source: FileBytes, at path: String?) throws(FootprintsError) -> SQLiteDatabase {
    try checkHeader(source)
    let database: SQLiteDatabase
    if let path {
      // A log that another program keeps beside the file holds what is not in it yet. Where there is none, SQLite would make
      // one, unless it is told that nobody writes.
      let isLogged = source.withBytes { $0[18] == 2 || $0[19] == 2 }
      let asIs = isLogged && !FileBytes.exists(path + "-wal") ? "&immutable=1" : ""
      database = try SQLiteDatabase(
        "file:\(escaped(path))?mode=ro\(asIs)", flags: SQLITE_OPEN_READONLY, name: source.name, kind: .badData
      )
    } else {
      database = try inMemory(source)
    }
    for (option, on) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
      (SQLITE_DBCONFIG_ENABLE_VIEW, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    ] as [(Int32, Int32)] {
      // A version of the library without a switch has not got what it turns off, except views, which are not asked for.
      _ = footprint_sqlite3_switch(database.handle, option, on)
    }
    // Nothing in a file is longer than the file; what a hostile one would compute is.
    sqlite3_limit(
      database.handle, SQLITE_LIMIT_LENGTH, Int32(clamping: max(1 << 20, min(source.count, 1_000_000_000))))
    sqlite3_limit(database.handle, SQLITE_LIMIT_ATTACHED, 0)
    try database.run("PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0")
    return database
  }

  /// A database in bytes that are no file, such as those of a pipe.
  private static func inMemory(_ source: FileBytes) throws(FootprintsError) -> SQLiteDatabase {
    let database = try SQLiteDatabase(
      ":memory:", flags: SQLITE_OPEN_READWRITE, name: source.name, kind: .badData, bytes: source)
    let code = source.withBytes { bytes in
      // Read-only is what the flag says; `bytes` keeps the memory.
      sqlite3_deserialize(
        database.handle, "main",
        bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0.assumingMemoryBound(to: UInt8.self)) },
        sqlite3_int64(bytes.count), sqlite3_int64(bytes.count), UInt32(SQLITE_DESERIALIZE_READONLY))
    }
    if code != SQLITE_OK { throw database.failure(code) }
    return database
  }

  private static func checkHeader(_ source: FileBytes) throws(FootprintsError) {
    let isDatabase = source.withBytes { $0.count >= 100 && $0.starts(with: magic) }
    guard isDatabase else {
      throw FootprintsError(
        .badData, source.count == 0 ? "is empty" : "is not an SQLite database", file: source.name,
        remedy: "Fetch or export it again.")
    }
  }

  /// What every SQLite file begins with.
  static let magic = Array("SQLite format 3\0".utf8)

  /// A path inside a URI.
  static func escaped(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2F, 0x2E, 0x2D, 0x5F, 0x7E:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" + digits : digits)
      }
    }
    return out
  }
}
