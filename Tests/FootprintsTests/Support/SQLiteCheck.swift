import CSQLite
import Footprints
import Foundation

/// What SQLite itself finds wrong with a GeoPackage: in its pages, and in its spatial index.
enum SQLiteCheck {
  static func problems(in bytes: [UInt8], folder: String) throws -> [String] {
    let path = "\(folder)/check-\(UUID().uuidString).gpkg"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var database: OpaquePointer?
    guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
      return ["cannot be opened"]
    }
    defer { sqlite3_close(database) }
    var problems = answers("PRAGMA integrity_check", database) + answers("PRAGMA foreign_key_check", database)
    let tables = answers(
      "SELECT table_name || '_' || column_name FROM gpkg_geometry_columns", database)
    for table in tables {
      let index = "rtree_\(table)"
      problems += answers("SELECT rtreecheck('\(index)')", database)
      // Every feature that is somewhere is found by a search of the place where it is.
      problems += answers(
        "SELECT 'entry ' || id || ' is not found' FROM \"\(index)\" a WHERE NOT EXISTS (SELECT 1 FROM \"\(index)\" b WHERE b.minx <= a.maxx AND b.maxx >= a.minx AND b.miny <= a.maxy AND b.maxy >= a.miny AND b.id = a.id)",
        database)
      problems += answers(
        "SELECT 'there are ' || count(*) FROM \"\(index)\" HAVING count(*) <> (SELECT count(*) FROM \"\(table.dropLast(5))\" WHERE geom NOTNULL)",
        database)
    }
    return problems.filter { $0 != "ok" }
  }

  private static func answers(_ sql: String, _ database: OpaquePointer?) -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
      return [String(cString: sqlite3_errmsg(database)) + " in " + sql]
    }
    defer { sqlite3_finalize(statement) }
    var answers: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      answers.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "null")
    }
    return answers
  }
}
