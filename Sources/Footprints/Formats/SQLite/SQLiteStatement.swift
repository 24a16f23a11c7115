import CSQLite

/// A compiled statement.
///
/// Unchecked Sendable for the same reason as its database, which it keeps.
final class SQLiteStatement: @unchecked Sendable {
  private let handle: OpaquePointer
  private let database: SQLiteDatabase

  init(_ handle: OpaquePointer, of database: SQLiteDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  // MARK: Running

  /// Goes to the next row; false after the last.
  func step() throws(FootprintsError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw database.failure(code) }
    return false
  }

  /// Runs a statement without rows, to be run again.
  func run() throws(FootprintsError) {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw database.failure(code) }
  }

  /// Gives a value to a parameter, from 1.
  func bind(_ value: AttributeValue, at index: Int) throws(FootprintsError) {
    let index = Int32(index)
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .boolean(let flag): sqlite3_bind_int64(handle, index, flag ? 1 : 0)
      case .integer(let number): sqlite3_bind_int64(handle, index, number)
      case .real(let number): sqlite3_bind_double(handle, index, number)
      case .text(var text):
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            footprint_sqlite3_bind_text(handle, index, characters.baseAddress, Int64(characters.count))
          }
        }
      case .binary(let bytes):
        bytes.withUnsafeBytes {
          footprint_sqlite3_bind_copied(handle, index, $0.baseAddress, Int64($0.count))
        }
      }
    if code != SQLITE_OK { throw database.failure(code) }
  }

  /// Gives bytes to a parameter that stay where they are until the statement has run.
  func bind(borrowing bytes: UnsafeRawBufferPointer, at index: Int) throws(FootprintsError) {
    let code = footprint_sqlite3_bind_blob(handle, Int32(index), bytes.baseAddress, Int64(bytes.count))
    if code != SQLITE_OK { throw database.failure(code) }
  }

  // MARK: The row

  /// What a column of the row holds, in one of SQLite's own five types.
  func value(_ column: Int) -> AttributeValue {
    let column = Int32(column)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT: return .text(text(Int(column)) ?? "")
    case SQLITE_BLOB: return withBytes(Int(column)) { .binary(Array($0)) }
    default: return .null
    }
  }

  /// A column as text; nil for null.
  func text(_ column: Int) -> String? {
    let column = Int32(column)
    guard let characters = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: characters, count: count), as: UTF8.self)
  }

  /// A column as a whole number; 0 for what is none.
  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

  /// Whether a column holds nothing.
  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  /// Whether a column holds bytes.
  func isBytes(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_BLOB }

  /// Lends the bytes of a column.
  func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = start == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: start, count: count))
  }
}
