/// Writes a GeoPackage of one layer with a spatial index (OGC 12-128r18, version 1.3).
///
/// The same features make the same bytes: the time of the last change is given, not looked up.
struct GeoPackageWriter: FeatureWriter {
  /// Where a GeoPackage goes.
  enum Place {
    /// A file that is there and empty. SQLite writes here and there in it, so it is whole only at the end.
    case file(String)
    /// The same, open already, with a name or without.
    case open(Int32)
    /// Anywhere that takes bytes one after the other; all of it is in memory until then.
    case sink(any ByteSink)
  }

  private(set) var notices: [Notice]
  /// What is said about the whole, as JSON; nil for nothing.
  var metadata: String?
  /// How QGIS shows the layer unless it is told otherwise, as QML; nil for its own choice.
  var style: String?
  private let place: Place
  let database: SQLiteDatabase
  let layer: GeoPackageSchema
  private let insertion: SQLiteStatement
  let lastChange: String
  private let hasIdentifiers: Bool
  private let fieldCount: Int
  private var index = SpatialIndex()
  /// The number of the last row.
  private var number: Int64?
  private var types: GeometryType.Set = []
  private var parts: PositionParts = []
  private var hasPlainPositions = false
  private var notNumbers = 0
  /// The fields that hold times.
  private let momentFields: Set<Int>
  private var zoneless = 0
  private var scratch: [UInt8] = []

  /// Begins a GeoPackage.
  ///
  /// - Parameters:
  ///   - reference: the reference system that positions are in; nil for one that nobody knows.
  ///   - lastChange: the time of the last change that it states, ISO 8601 in UTC with milliseconds.
  init(
    _ place: Place, _ schema: LayerSchema, in reference: ReferenceSystem?, lastChange: String
  ) throws(FootprintsError) {
    self.place = place
    self.lastChange = lastChange
    layer = try GeoPackageSchema(schema, reference)
    notices = layer.notices
    hasIdentifiers = schema.identifier != nil
    fieldCount = schema.fields.count
    momentFields = Set(schema.fields.indices.filter { schema.fields[$0].kind == .dateTime })
    switch place {
    case .file(let path): database = try .writing(uri: "file:\(SQLiteDatabase.escaped(path))")
    case .open(let descriptor): database = try .writing(uri: SQLiteOpenFile.uri(descriptor))
    case .sink: database = try .writing(uri: ":memory:")
    }
    // Nobody else sees the file before it is whole, so that a journal would be in vain.
    try database.run(
      """
      PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; \
      PRAGMA cache_size=-65536; PRAGMA application_id=1196444487; PRAGMA user_version=10300; BEGIN;
      """ + layer.creation)
    let systems = try database.statement("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)")
    for row in try layer.systems { try systems.run(row) }
    let places = [String](repeating: "?", count: layer.columns.count + 2).joined(separator: ", ")
    insertion = try database.statement("INSERT INTO \(SQLiteDatabase.quoted(layer.table)) VALUES (\(places))")
  }

  mutating func write(_ batch: FeatureBatch) throws(FootprintsError) {
    let (fields, identified) = (fieldCount, hasIdentifiers && !layer.isKeyIdentifier)
    for feature in 0..<batch.count {
      let number = try nextNumber(layer.isKeyIdentifier ? batch.identifiers[feature] : nil)
      self.number = number
      try insertion.bind(.integer(number), at: 1)
      var column = 3
      if identified {
        try bind(batch.identifiers[feature], at: column)
        column += 1
      }
      for (field, value) in batch.values(of: feature, fields: fields).enumerated() {
        if momentFields.contains(field), case .text(let text) = value {
          try bindMoment(text, at: column)
        } else {
          try bind(value, at: column)
        }
        column += 1
      }
      let range = batch.bytes(of: feature)
      try batch.geometry.withBytes { (all) throws(FootprintsError) in
        try insert(UnsafeRawBufferPointer(rebasing: all[range]), number)
      }
    }
  }

  /// The number of the next row: what identifies the feature where that numbers rows, else one more than the last.
  private func nextNumber(_ identifier: AttributeValue?) throws(FootprintsError) -> Int64 {
    guard let identifier else { return (number ?? 0) + 1 }
    guard case .integer(let own) = identifier, number.map({ $0 < own }) != false else {
      throw FootprintsError(.badData, "the numbers of its rows are not whole numbers, each of them once")
    }
    return own
  }

  /// A time in UTC with milliseconds, which is the one form that the standard has.
  private mutating func bindMoment(_ text: String, at column: Int) throws(FootprintsError) {
    guard let moment = DateText.universal(text) else { return try bind(.text(text), at: column) }
    if moment.isGuess { zoneless += 1 }
    try insertion.bind(.text(moment.text), at: column)
  }

  private mutating func bind(_ value: AttributeValue, at column: Int) throws(FootprintsError) {
    if case .real(let number) = value, number.isNaN { notNumbers += 1 }
    try insertion.bind(value, at: column)
  }

  private mutating func insert(_ geometry: UnsafeRawBufferPointer, _ number: Int64) throws(FootprintsError) {
    guard !geometry.isEmpty else {
      try insertion.bind(.null, at: 2)
      return try insertion.run()
    }
    let box = WKBExtent.box(of: geometry)
    let (type, parts) = WKB.type(of: geometry)
    types.insert(GeometryType.Set(type))
    if parts.isEmpty { hasPlainPositions = true }
    self.parts.formUnion(parts)
    if !box.isEmpty { index.add(number, box) }
    scratch.removeAll(keepingCapacity: true)
    GeoPackageGeometry.write(geometry, system: layer.system, box: box, to: &scratch)
    let insertion = insertion
    try scratch.withBytes { (bytes) throws(FootprintsError) in
      try insertion.bind(borrowing: bytes, at: 2)
      try insertion.run()
    }
  }

  mutating func finish() throws(FootprintsError) {
    let extent = index.extent
    let name = "rtree_\(layer.table)_\(layer.geometry)"
    let numbers = extent.isEmpty ? [] : [extent.min.x, extent.min.y, extent.max.x, extent.max.y]
    let box: [AttributeValue] =
      numbers.isEmpty ? [.null, .null, .null, .null] : numbers.map(AttributeValue.real)
    try database.statement("INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)").run(
      [.text(layer.table), .text(layer.table), .text(lastChange)] + box + [.integer(Int64(layer.system))])
    try database.statement("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)").run([
      .text(layer.table), .text(layer.geometry), .text(types.common.name.uppercased()),
      .integer(Int64(layer.system)), .integer(dimension(.height)), .integer(dimension(.measure)),
    ])
    try extend(layer.table, layer.geometry, "gpkg_rtree_index", "extension_rtree", "write-only")
    try writeJSONColumns()
    try writeMetadata()
    try writeStyle()
    try index.write(to: database, named: name)
    try database.run(
      SpatialIndex.triggers(table: layer.table, key: layer.key, geometry: layer.geometry, index: name)
        + "COMMIT")
    if notNumbers > 0 {
      notices.append(
        Notice(
          .warning, "not-a-number",
          "\(Wording.plural(notNumbers, "number")) that \(Wording.form(notNumbers, "is", "are")) none (NaN) became null, which is all that a GeoPackage has for them"
        ))
    }
    if zoneless > 0 {
      notices.append(
        Notice(
          .information, "time-zone",
          "\(Wording.plural(zoneless, "time")) without a zone \(Wording.form(zoneless, "was", "were")) taken for UTC, which is all that a GeoPackage has"
        ))
    }
    if case .sink(let sink) = place { try sink.write(database.serialized()) }
  }

  /// 0 where no position has a number, 1 where all have it, 2 where some do.
  private func dimension(_ part: PositionParts) -> Int64 {
    parts.contains(part) ? (hasPlainPositions ? 2 : 1) : 0
  }
}

extension SQLiteStatement {
  /// Gives values to all parameters and runs the statement.
  func run(_ values: [AttributeValue]) throws(FootprintsError) {
    for (index, value) in values.enumerated() { try bind(value, at: index + 1) }
    try run()
  }
}
