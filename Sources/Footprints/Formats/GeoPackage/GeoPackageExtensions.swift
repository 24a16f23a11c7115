/// What a GeoPackage has beyond the core of the standard, each with its row in `gpkg_extensions`.
extension GeoPackageWriter {
  /// Says that a table, or a column of it, has an extension.
  func extend(
    _ table: String, _ column: String?, _ name: String, _ page: String, _ scope: String
  ) throws(FootprintsError) {
    try database.statement("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)").run([
      .text(table), column.map(AttributeValue.text) ?? .null, .text(name),
      .text("http://www.geopackage.org/spec130/#\(page)"), .text(scope),
    ])
  }

  /// Says what is known about the whole (the extension `gpkg_metadata`).
  func writeMetadata() throws(FootprintsError) {
    guard let metadata else { return }
    try database.run(GeoPackageSchema.metadataTables)
    for table in ["gpkg_metadata", "gpkg_metadata_reference"] {
      try extend(table, nil, "gpkg_metadata", "extension_metadata", "read-write")
    }
    try database.statement("INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'application/json', ?)").run([
      .text("https://www.rfc-editor.org/rfc/rfc8259"), .text(metadata),
    ])
    try database.statement("INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)")
      .run([
        .text(layer.table), .text(lastChange),
      ])
  }

  /// Says which columns hold JSON.
  func writeJSONColumns() throws(FootprintsError) {
    let columns = layer.columns.filter { $0.kind == .json }
    if columns.isEmpty { return }
    try database.run(GeoPackageSchema.dataColumns)
    for table in ["gpkg_data_columns", "gpkg_data_column_constraints"] {
      try extend(table, nil, "gpkg_schema", "extension_schema", "read-write")
    }
    let rows = try database.statement(
      "INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, NULL, NULL, 'application/json', NULL)")
    for column in columns { try rows.run([.text(layer.table), .text(column.name)]) }
  }
}
