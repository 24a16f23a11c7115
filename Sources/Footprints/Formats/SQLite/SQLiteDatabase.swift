import CSQLite

/// A connection to an SQLite database, closed when nobody needs it any more.
///
/// Unchecked Sendable: connections are opened in SQLite's serialized mode (`SQLITE_OPEN_FULLMUTEX`), in which any thread
/// may use them at any time; the handle itself never changes.
final class SQLiteDatabase: @unchecked Sendable {
  let handle: OpaquePointer
  /// What to call the file that is read in messages. Whoever has one written knows its name.
  let name: String
  /// What failures are when nothing better is known: of reading or of writing.
  private let kind: FootprintsError.Kind
  /// Bytes that the database lies in; nil where it lies in a file or in memory of its own.
  private let bytes: FileBytes?

  init(
    _ uri: String, flags: Int32, name: String, kind: FootprintsError.Kind, bytes: FileBytes? = nil
  ) throws(FootprintsError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(uri, &handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX, nil)
    guard let handle, code == SQLITE_OK else {
      let why = String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(handle)
      throw FootprintsError(
        kind == .badData ? .noInput : kind, "cannot be opened: \(why)",
        file: kind == .cannotWrite ? nil : name)
    }
    self.handle = handle
    self.name = name
    self.kind = kind
    self.bytes = bytes
    sqlite3_extended_result_codes(handle, 1)
  }

  // Statements that are still there keep a connection that was closed (`close_v2`).
  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that return nothing.
  func run(_ sql: String) throws(FootprintsError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw failure(code) }
  }

  /// Compiles one statement.
  func statement(_ sql: String) throws(FootprintsError) -> SQLiteStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(code) }
    return SQLiteStatement(statement, of: self)
  }

  /// The error for a result code of SQLite, with its own words.
  func failure(_ code: Int32) -> FootprintsError {
    let words = String(cString: sqlite3_errmsg(handle))
    var error = FootprintsError(kind, "", file: kind == .cannotWrite ? nil : name)
    switch code & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT:
      error.message = "is damaged, or no database of the kind SQLite: \(words)"
      error.remedy = "Fetch or export it again."
    case SQLITE_FULL:
      error.message = "cannot be written: no space left on the disk"
      error.remedy = "Make room, or write to another disk."
    case SQLITE_BUSY, SQLITE_LOCKED:
      error.message = "is being written by another program"
      error.remedy = "Close it there, or make a copy."
    case SQLITE_READONLY where kind == .badData, SQLITE_CANTOPEN where kind == .badData:
      error.message = "was left unfinished by the program that wrote it"
      error.remedy = "Open it once with that program, which completes it."
    default: error.message = kind == .badData ? "cannot be read: \(words)" : "cannot be written: \(words)"
    }
    return error
  }

  /// A name as SQL has it.
  static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

  /// A text as SQL has it.
  static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
