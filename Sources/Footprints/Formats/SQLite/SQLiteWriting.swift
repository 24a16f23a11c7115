import CSQLite

extension SQLiteDatabase {
  /// Opens a new database in a file that is there and empty, or in memory.
  static func writing(uri: String) throws(FootprintsError) -> SQLiteDatabase {
    try SQLiteDatabase(uri, flags: SQLITE_OPEN_READWRITE, name: "", kind: .cannotWrite)
  }

  /// The bytes that the database has in a file.
  func serialized() throws(FootprintsError) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else {
      throw FootprintsError(
        .fault, "there is no memory for a GeoPackage of \(Wording.grouped(Int(size))) bytes")
    }
    defer { sqlite3_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
  }
}
