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

  /// Says how QGIS shows the layer, in the table that it reads styles from.
  func writeStyle() throws(FootprintsError) {
    guard let style else { return }
    try database.run(
      """
      CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT, \
      f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, \
      description TEXT, owner TEXT, ui TEXT, update_time DATETIME);
      """)
    try database.statement("INSERT INTO layer_styles VALUES (1, '', '', ?, ?, ?, ?, '', 1, '', '', NULL, ?)")
      .run(
        [
          .text(layer.table), .text(layer.geometry), .text(layer.table), .text(style), .text(lastChange),
        ])
    try database.statement(
      "INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, NULL, NULL, NULL, NULL, 0)"
    ).run([.text(lastChange)])
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
