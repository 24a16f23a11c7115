/// The layers of features of a GeoPackage (OGC 12-128), as its own tables list them.
struct GeoPackageLayers {
  /// One layer.
  struct Entry: Sendable {
    let table: String
    let geometry: String
    let type: String
    let system: Int
    /// Whether positions have heights and measures: 0 no, 1 yes, 2 perhaps.
    let height: Int
    let measure: Int
  }

  let entries: [Entry]
  /// Layers that are views, which are not run.
  private let views: [String]
  private let file: String

  /// Reads the list. Throws `badData` for a database that is no GeoPackage.
  init(_ database: SQLiteDatabase) throws(FootprintsError) {
    file = database.name
    let tables = try Self.tables(database)
    for name in ["gpkg_contents", "gpkg_geometry_columns"] where tables[name] == nil {
      throw FootprintsError(
        .badData,
        name == "gpkg_contents"
          ? "is an SQLite database, but no GeoPackage: it has no table gpkg_contents"
          : "is a GeoPackage without layers of features", file: database.name)
    }
    let rows = try database.statement(
      """
      SELECT g.table_name, g.column_name, g.geometry_type_name, g.srs_id, g.z, g.m FROM gpkg_geometry_columns g \
      JOIN gpkg_contents c ON c.table_name = g.table_name COLLATE NOCASE WHERE c.data_type = 'features' \
      ORDER BY c.rowid LIMIT 10000
      """)
    var entries: [Entry] = []
    var views: [String] = []
    while try rows.step() {
      guard let name = rows.text(0), let column = rows.text(1), name != Self.placeholder else { continue }
      guard tables[name.lowercased()] == true else {
        views.append(name)
        continue
      }
      entries.append(
        Entry(
          table: name, geometry: column, type: rows.text(2) ?? "", system: rows.integer(3),
          height: rows.integer(4), measure: rows.integer(5)))
    }
    self.entries = entries
    self.views = views
  }

  /// An empty layer that GDAL adds where a GeoPackage has only tables without geometries, because the standard wants one.
  static let placeholder = "ogr_empty_table"

  /// All tables and views by their names in small letters, and whether each is a plain table.
  private static func tables(_ database: SQLiteDatabase) throws(FootprintsError) -> [String: Bool] {
    let rows = try database.statement(
      "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')")
    var tables: [String: Bool] = [:]
    while try rows.step() {
      guard let name = rows.text(0) else { continue }
      let isVirtual = rows.text(2)?.uppercased().hasPrefix("CREATE VIRTUAL") == true
      tables[name.lowercased()] = rows.text(1) == "table" && !isVirtual
    }
    return tables
  }

  /// The layer of a name in any letter case, or the only one where none is named.
  func entry(named name: String?) throws(FootprintsError) -> Entry {
    let names = entries.map(\.table)
    if let name {
      if let entry = entries.first(where: { $0.table == name })
        ?? entries.first(where: { $0.table.lowercased() == name.lowercased() })
      {
        return entry
      }
      if views.contains(where: { $0.lowercased() == name.lowercased() }) { throw viewRefused(name) }
      throw FootprintsError(
        .noInput, "has no layer '\(name)'", file: file,
        remedy: names.isEmpty ? "It has no layers." : "It has \(CodeList(names)).")
    }
    guard let first = entries.first else {
      if let view = views.first { throw viewRefused(view) }
      throw FootprintsError(.badData, "is a GeoPackage without layers of features", file: file)
    }
    guard entries.count == 1 else {
      throw FootprintsError(
        .usage, "has \(entries.count) layers: \(CodeList(names))", file: file,
        remedy: "Name one after the path: \(file)#\(first.table).")
    }
    return first
  }

  private func viewRefused(_ name: String) -> FootprintsError {
    FootprintsError(
      .badData, "the layer '\(name)' is not a table but a view, which is not run", file: file,
      remedy: "Save it as a layer of its own.")
  }
}
