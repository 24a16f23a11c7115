/// Reads a Shapefile as a stream: shapes of every type but MultiPatch, and values by the types of the .dbf.
struct ShapefileFeatureReader: FeatureReader {
  let schema: LayerSchema
  private(set) var notices: [Notice] = []
  private let parts: ShapefileParts
  private let file: String
  private let header: ShapefileHeader
  private let table: DBaseTable?
  private let hasIndex: Bool
  private var records: ShapefileRecords
  private var said: ShapefileNotices
  private var geometry = ShapefileGeometry()
  private var deleted = RecordList()
  private var patches = RecordList()
  private var misfits: [Int]
  private var number = 0
  private var isDone = false

  /// Opens a Shapefile. `file` is what errors and notices call it.
  init(_ parts: ShapefileParts, name: String, file: String) throws(FootprintsError) {
    self.parts = parts
    self.file = file
    var said = ShapefileNotices(file: file)
    do throws(FootprintsError) {
      let (header, table, index, type) = try parts.shp.withBytes { (raw) throws(FootprintsError) in
        // The memory of `shp` outlives the span, which does not leave this closure.
        let bytes = RawSpan(_unsafeBytes: raw)
        let header = try ShapefileHeader(bytes)
        let table = try parts.dbf.map { (dbf) throws(FootprintsError) in
          try DBaseTable(dbf, codePage: parts.cpg, notices: &said)
        }
        let index = try parts.shx.flatMap { (shx) throws(FootprintsError) in
          try ShapefileReader.usable(shx, of: bytes, header, table, &said)
        }
        return (header, table, index, ShapefileShapeType(rawValue: bytes.littleEndianInt32(at: 32)))
      }
      self.header = header
      self.table = table
      hasIndex = index != nil
      records = ShapefileRecords(header, index: index)
      schema = LayerSchema(
        name: name, fields: table?.features ?? [], types: type?.geometryTypes ?? [], parts: type?.parts ?? [],
        reference: try ShapefileReader.statedReference(parts.prj))
    } catch {
      throw error.inFile(file)
    }
    self.said = said
    misfits = [Int](repeating: 0, count: schema.fields.count)
  }

  mutating func next() throws(FootprintsError) -> FeatureBatch? {
    if isDone { return nil }
    var batch = FeatureBatch()
    var reader = self
    do throws(FootprintsError) {
      try parts.shp.withBytes { (raw) throws(FootprintsError) in
        try reader.read(RawSpan(_unsafeBytes: raw), &batch)
      }
    } catch {
      throw error.inFile(file)
    }
    self = reader
    return batch.count == 0 ? nil : batch
  }

  private mutating func read(_ bytes: RawSpan, _ batch: inout FeatureBatch) throws(FootprintsError) {
    while batch.count < FeatureBatch.mostFeatures, batch.geometry.count < FeatureBatch.usualBytes {
      guard let record = try records.next(bytes) else {
        finish(bytes)
        return
      }
      number = record.number
      if let table, table.isDeleted(number - 1) {
        deleted.insert(number)
        continue
      }
      if record.type == .multiPatch {
        patches.insert(number)
      } else {
        try geometry.append(record, bytes, to: &batch.geometry)
      }
      batch.ends.append(batch.geometry.count)
      appendValues(&batch)
    }
  }

  private mutating func appendValues(_ batch: inout FeatureBatch) {
    guard let table else { return }
    for (place, field) in table.fields.enumerated() {
      guard let text = table.value(of: field, in: number - 1) else {
        batch.values.append(.null)
        continue
      }
      let value = field.value(text)
      if value == nil { misfits[place] += 1 }
      batch.values.append(value ?? .null)
    }
  }

  private mutating func finish(_ bytes: RawSpan) {
    isDone = true
    said.add(geometry)
    said.add(deleted: deleted)
    if patches.count > 0 {
      said.add(
        .warning, "geometry-left-out", "left out the MultiPatch of \(patches.text), a surface in space.")
    }
    if !hasIndex {
      said.add(unread: bytes.byteCount - header.end, isNumberedInOrder: records.isNumberedInOrder)
    }
    said.add(shapeCount: number, table: table)
    for (field, count) in zip(schema.fields, misfits) where count > 0 {
      said.add(
        .warning, "misfit-values",
        "left out \(Wording.plural(count, "value")) of '\(field.name)', which should hold \(field.kind.title)."
      )
    }
    notices = said.list
  }
}

extension DBaseTable {
  /// The fields as a schema has them.
  fileprivate var features: [FeatureField] {
    fields.map { field in
      FeatureField(
        field.name, field.kind, width: field.range.count,
        decimals: field.kind == .real ? field.decimals : nil)
    }
  }
}

extension DBaseTable.Field {
  /// What the values are. Whole numbers have no decimals and so few digits that they fit 64 bits.
  var kind: FieldKind {
    switch type {
    case UInt8(ascii: "N"), UInt8(ascii: "F"): decimals == 0 && range.count <= 18 ? .integer : .real
    case UInt8(ascii: "L"): .boolean
    case UInt8(ascii: "D"): .date
    default: .text
    }
  }

  /// The value that a text is; nil for one that the field should not have.
  fileprivate func value(_ text: String) -> AttributeValue? {
    switch kind {
    case .integer: return Int64(text).map(AttributeValue.integer)
    case .real: return Double(text).map(AttributeValue.real)
    case .boolean:
      switch text {
      case "T", "t", "Y", "y": return .boolean(true)
      case "F", "f", "N", "n": return .boolean(false)
      default: return nil
      }
    case .date:
      guard text.utf8.count == 8 else { return nil }
      let date = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
      return AttributeValue.text(date).fitting(.date)
    default: return .text(text)
    }
  }
}

extension ShapefileShapeType {
  /// The types of geometries that shapes of the type become.
  fileprivate var geometryTypes: GeometryType.Set {
    switch self {
    case .null: []
    case .point, .pointZ, .pointM: [GeometryType.Set(.point)]
    case .multiPoint, .multiPointZ, .multiPointM: [GeometryType.Set(.multiPoint)]
    case .polyLine, .polyLineZ, .polyLineM:
      [GeometryType.Set(.lineString), GeometryType.Set(.multiLineString)]
    case .polygon, .polygonZ, .polygonM: [GeometryType.Set(.polygon), GeometryType.Set(.multiPolygon)]
    case .multiPatch: []
    }
  }

  /// Which numbers positions have; measures of a type with heights may be absent.
  var parts: PositionParts {
    switch self {
    case .pointZ, .polyLineZ, .polygonZ, .multiPointZ: .height
    case .pointM, .polyLineM, .polygonM, .multiPointM: .measure
    default: []
    }
  }
}
