/// The tables of a GeoPackage of one layer (OGC 12-128r18, annex C), and their rows.
struct GeoPackageSchema {
  /// The name of the table of features.
  let table: String
  /// The column of the numbers of features.
  let key: String
  /// Whether these are the features' identifiers.
  let isKeyIdentifier: Bool
  /// The column of geometries.
  let geometry: String
  /// The columns of the fields, as many as there are; one for identifiers before them, where there are any that do not number
  /// the rows.
  let columns: [FeatureField]
  /// The number of the layer's reference system in the file.
  let system: Int32
  /// Names that had to be changed.
  let notices: [Notice]
  private let record: ReferenceSystem.Record?

  /// What the column of the numbers of rows is called where these identify features for people too.
  static let identifier = "id"

  /// Chooses names that collide with nothing: names of columns are the same in capitals and small letters.
  init(_ schema: LayerSchema, _ reference: ReferenceSystem?) throws(FootprintsError) {
    table = Self.tableName(schema.name)
    var taken: Set<String> = []
    var notices: [Notice] = []
    let identifier = schema.identifier.map {
      FeatureField(Self.identifier, $0 == .integer ? .integer : .text)
    }
    let fields = schema.fields
    func free(_ wanted: String) -> String {
      var name = wanted
      var number = 1
      while taken.contains(name.lowercased()) {
        name = "\(wanted)_\(number)"
        number += 1
      }
      taken.insert(name.lowercased())
      return name
    }
    var columns: [FeatureField] = []
    for field in fields {
      var column = field
      let plain = field.name.replacing("\0", with: "_")
      column.name = free(plain.isEmpty ? "field" : plain)
      if column.name != field.name {
        notices.append(
          Notice(
            .warning, "renamed-field",
            "the field '\(field.name)' is called '\(column.name)': names of columns differ in more than capitals"
          ))
      }
      columns.append(column)
    }
    isKeyIdentifier = schema.identifiersAscend && !taken.contains(Self.identifier)
    if let identifier, !isKeyIdentifier {
      var column = identifier
      column.name = free(Self.identifier)
      columns.insert(column, at: 0)
      notices.append(
        Notice(
          .information, "identifier-column",
          "the identifiers of the features are in the column '\(column.name)', where other programs find them among the fields: those that number rows are whole numbers from 0 that grow from feature to feature"
        ))
    }
    key = free(isKeyIdentifier ? Self.identifier : "fid")
    geometry = free("geom")
    self.columns = columns
    self.notices = notices
    record = try reference?.record()
    system =
      switch (record?.authority, record?.code) {
      case (_?, let code?): Int32(clamping: code)
      default: record == nil ? -1 : 100_000
      }
  }

  /// A name for the table: those of the standard, of SQLite, of indexes and of GDAL are taken.
  private static func tableName(_ name: String) -> String {
    let plain = name.replacing("\0", with: "_")
    let reserved = ["gpkg_", "sqlite_", "rtree_", GeoPackageLayers.placeholder].contains {
      plain.lowercased().hasPrefix($0)
    }
    return plain.isEmpty ? "layer" : reserved ? "layer_\(plain)" : plain
  }

  /// The statements that make the tables.
  var creation: String {
    let columns = columns.map { "\(SQLiteDatabase.quoted($0.name)) \(Self.type(of: $0))" }
    let all =
      [
        "\(SQLiteDatabase.quoted(key)) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
        "\(SQLiteDatabase.quoted(geometry)) GEOMETRY",
      ]
      + columns
    return Self.standardTables
      + "CREATE TABLE \(SQLiteDatabase.quoted(table)) (\(all.joined(separator: ", ")));"
  }

  private static func type(of field: FeatureField) -> String {
    switch field.kind {
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: field.width.map { $0 > 0 ? "TEXT(\($0))" : "TEXT" } ?? "TEXT"
    case .json: "TEXT"
    case .binary: "BLOB"
    case .date: "DATE"
    case .dateTime: "DATETIME"
    }
  }

  /// The reference systems: the three that the standard asks for, and the layer's own.
  var systems: [[AttributeValue]] {
    get throws(FootprintsError) {
      let degrees = try ReferenceSystem("EPSG:4326").record()
      var rows: [[AttributeValue]] = [
        [
          .text("Undefined Cartesian SRS"), .integer(-1), .text("NONE"), .integer(-1), .text("undefined"),
          .text("undefined Cartesian coordinate reference system"),
        ],
        [
          .text("Undefined geographic SRS"), .integer(0), .text("NONE"), .integer(0), .text("undefined"),
          .text("undefined geographic coordinate reference system"),
        ],
        [
          .text("WGS 84 geodetic"), .integer(4326), .text("EPSG"), .integer(4326), .text(degrees.text),
          .text("longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid"),
        ],
      ]
      if let record, system != 4326 {
        rows.append([
          .text(record.name), .integer(Int64(system)), .text(record.authority ?? "NONE"),
          .integer(Int64(record.code ?? Int(system))), .text(record.text), .null,
        ])
      }
      return rows
    }
  }

  private static let standardTables = """
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, \
    organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, \
    description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), \
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, \
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, \
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, \
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), \
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), \
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, \
    definition TEXT NOT NULL, scope TEXT NOT NULL, \
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));

    """

  /// The tables of the metadata extension.
  static let metadataTables = """
    CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, \
    md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, \
    mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
    CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, \
    row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), \
    md_file_id INTEGER NOT NULL, md_parent_id INTEGER, \
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), \
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));

    """

  /// The tables of the schema extension, for columns of JSON.
  static let dataColumns = """
    CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, \
    description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), \
    CONSTRAINT gdc_tn UNIQUE (table_name, name));
    CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, \
    value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, \
    CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));

    """
}
