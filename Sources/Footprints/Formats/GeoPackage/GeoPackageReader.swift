/// Reads one layer of a GeoPackage, in the order of its rows.
struct GeoPackageReader: FeatureReader {
  let schema: LayerSchema
  private(set) var notices: [Notice] = []
  private let rows: SQLiteStatement
  private let file: String
  private var row = 0
  private var isDone = false
  /// Values that are not what their column declares, by field.
  private var misfits: [Int]

  /// Opens a layer by its name; nil for the only one. Throws `usage`, naming them, where there are several.
  init(_ source: FileBytes, at path: String?, layer: String?) throws(FootprintsError) {
    let database = try SQLiteDatabase.reading(source, at: path)
    let entry = try GeoPackageLayers(database).entry(named: layer)
    let columns = try GeoPackageColumns(entry, database)
    var parts: PositionParts = []
    if entry.height == 1 { parts.insert(.height) }
    if entry.measure == 1 { parts.insert(.measure) }
    var schema = LayerSchema(
      name: entry.table, fields: columns.fields,
      types: GeometryType.Set(GeometryType(named: entry.type) ?? .geometry), parts: parts,
      reference: try Self.reference(entry.system, database))
    // A number of rows that is called so is more than a number.
    if let key = columns.key, key.lowercased() == GeoPackageSchema.identifier {
      (schema.identifier, schema.identifiersAscend) = (.integer, true)
    }
    self.schema = schema
    let key = schema.identifier == nil ? [] : [columns.key].compactMap(\.self)
    let wanted = ([entry.geometry] + columns.fields.map(\.name) + key).map(SQLiteDatabase.quoted)
    rows = try database.statement(
      "SELECT \(wanted.joined(separator: ", ")) FROM \(SQLiteDatabase.quoted(entry.table))")
    file = source.name
    misfits = [Int](repeating: 0, count: columns.fields.count)
  }

  /// What the GeoPackage says of a reference system by its number there.
  private static func reference(
    _ system: Int, _ database: SQLiteDatabase
  ) throws(FootprintsError) -> StatedReference {
    // 0 and -1 are the standard's numbers for systems that nobody knows.
    if system == 0 || system == -1 { return .missing }
    let rows = try database.statement(
      """
      SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys \
      WHERE srs_id = \(system)
      """)
    guard try rows.step() else { return .missing }
    if rows.text(0)?.uppercased() == "EPSG" { return .definition("EPSG:\(rows.integer(1))") }
    // What GDAL writes for a system that nobody knows has a name, but no meaning.
    let unknown = ["undefined", "local_cs[\"undefined srs\"", "engcrs[\"undefined srs\""]
    guard let text = rows.text(2), !text.isEmpty, !unknown.contains(where: text.lowercased().hasPrefix) else {
      return .missing
    }
    return .definition(text)
  }

  mutating func next() throws(FootprintsError) -> FeatureBatch? {
    if isDone { return nil }
    var batch = FeatureBatch()
    batch.geometry.reserveCapacity(FeatureBatch.usualBytes + FeatureBatch.usualBytes / 2)
    while batch.count < FeatureBatch.mostFeatures, batch.geometry.count < FeatureBatch.usualBytes {
      guard try rows.step() else {
        isDone = true
        notices += misfitNotices
        break
      }
      row += 1
      try read(&batch)
    }
    return batch.count == 0 ? nil : batch
  }

  private mutating func read(_ batch: inout FeatureBatch) throws(FootprintsError) {
    if !rows.isNull(0) {
      do throws(FootprintsError) {
        guard rows.isBytes(0) else {
          throw FootprintsError(.badData, "a geometry is not in the form of a GeoPackage")
        }
        _ = try rows.withBytes(0) { (bytes) throws(FootprintsError) in
          try GeoPackageGeometry.read(bytes, to: &batch.geometry)
        }
      } catch {
        var error = error
        error.place = "row \(row) of \(schema.name)"
        throw error.inFile(file)
      }
    }
    batch.ends.append(batch.geometry.count)
    if schema.identifier != nil {
      batch.identifiers.append(rows.value(schema.fields.count + 1).fitting(.integer) ?? .null)
    }
    for (index, field) in schema.fields.enumerated() {
      let value = rows.value(index + 1)
      if let fitting = value.fitting(field.kind) {
        batch.values.append(fitting)
      } else {
        misfits[index] += 1
        batch.values.append(.null)
      }
    }
  }

  private var misfitNotices: [Notice] {
    zip(schema.fields, misfits).compactMap { field, count in
      count == 0
        ? nil
        : Notice(
          .warning, "misfit-values",
          "\(Wording.plural(count, "value")) of '\(field.name)' \(Wording.form(count, "is", "are")) not what the field is declared to hold (\(field.kind.title)), and \(Wording.form(count, "was", "were")) left out"
        )
    }
  }
}
