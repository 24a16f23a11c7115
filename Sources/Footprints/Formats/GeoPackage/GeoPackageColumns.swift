/// The columns of a table of a GeoPackage that are fields, with what they hold.
struct GeoPackageColumns {
  let fields: [FeatureField]
  /// The column of the numbers of rows; nil where the table has none of its own.
  let key: String?

  init(_ entry: GeoPackageLayers.Entry, _ database: SQLiteDatabase) throws(FootprintsError) {
    let json = try Self.jsonColumns(entry.table, database)
    let rows = try database.statement("PRAGMA table_info(\(SQLiteDatabase.quoted(entry.table)))")
    var fields: [FeatureField] = []
    var key: String?
    var hasGeometry = false
    while try rows.step() {
      guard let name = rows.text(1) else { continue }
      let type = (rows.text(2) ?? "").uppercased()
      if name.lowercased() == entry.geometry.lowercased() {
        hasGeometry = true
      } else if rows.integer(5) > 0, type == "INTEGER", key == nil {
        key = name
      } else {
        var field = Self.field(name, type)
        if field.kind == .text, json.contains(name.lowercased()) { field.kind = .json }
        fields.append(field)
      }
    }
    guard hasGeometry else {
      throw FootprintsError(
        .badData,
        "the table '\(entry.table)' has no column '\(entry.geometry)', where its geometries should be",
        file: database.name)
    }
    self.fields = fields
    self.key = key
  }

  /// What a column of a declared type holds (OGC 12-128, table 1, and the names that other programs write).
  private static func field(_ name: String, _ type: String) -> FeatureField {
    let word = type.prefix { $0 != "(" }.split(separator: " ").first.map(String.init) ?? ""
    let width = type.split(separator: "(").dropFirst().first.flatMap {
      Int($0.prefix { $0.isASCII && $0.isNumber })
    }
    switch word {
    case "BOOLEAN", "BOOL": return FeatureField(name, .boolean)
    case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT": return FeatureField(name, .integer)
    case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL": return FeatureField(name, .real)
    case "DATE": return FeatureField(name, .date)
    case "DATETIME", "TIMESTAMP": return FeatureField(name, .dateTime)
    case "BLOB": return FeatureField(name, .binary)
    case "JSON": return FeatureField(name, .json)
    default: return FeatureField(name, .text, width: width)
    }
  }

  /// The columns that the schema extension says are JSON, in small letters.
  private static func jsonColumns(_ table: String, _ database: SQLiteDatabase) throws(FootprintsError) -> Set<
    String
  > {
    let known = try database.statement(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'gpkg_data_columns'")
    guard try known.step() else { return [] }
    // A table that only has the name of the standard's says nothing.
    guard
      let rows = try? database.statement(
        """
        SELECT column_name FROM gpkg_data_columns WHERE mime_type = 'application/json' \
        AND table_name = \(SQLiteDatabase.literal(table)) COLLATE NOCASE
        """)
    else { return [] }
    var names: Set<String> = []
    while try rows.step() {
      if let name = rows.text(0) { names.insert(name.lowercased()) }
    }
    return names
  }
}
