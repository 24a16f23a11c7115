/// Reads ESRI Shapefiles, from the description ESRI published (ESRI Shapefile Technical Description, July
/// 1998) and, for the attributes, the dBASE III layout that it refers to.
///
/// The .shx says where the records are. Where it is absent or damaged they are read in the order of the .shp.
package enum ShapefileReader {
  /// The most bytes of a .dbf, which are all copied into memory: as many as a .shp can have, its length
  /// being a 31-bit number of 16-bit words.
  static let largestSidecar = 1 << 32

  /// Reads a Shapefile from the bytes of its parts.
  ///
  /// Polygon, PolygonZ and PolygonM become areas, Null shapes areas without geometry, all other types
  /// `Shape.other`. Features that the .dbf marks as deleted are left out, with a notice. `file` is the
  /// name that errors and notices give the .shp. Throws `.badData` for anything that is not as the format
  /// describes, naming the record.
  package static func read(
    shp: [UInt8], shx: [UInt8]? = nil, dbf: [UInt8]?, prj: [UInt8]?, cpg: [UInt8]?, file: String
  ) throws(FootprintsError) -> FeatureTable {
    try read(shp: shp.span.bytes, shx: shx, dbf: dbf, prj: prj, cpg: cpg, file: file)
  }

  /// The same from a .shp in memory that somebody else owns.
  static func read(
    shp: RawSpan, shx: [UInt8]?, dbf: [UInt8]?, prj: [UInt8]?, cpg: [UInt8]?, file: String
  ) throws(FootprintsError) -> FeatureTable {
    do throws(FootprintsError) {
      return try readParts(shp, shx, dbf, prj, cpg, file)
    } catch {
      throw error.inFile(file)
    }
  }

  private static func readParts(
    _ bytes: RawSpan, _ shx: [UInt8]?, _ dbf: [UInt8]?, _ prj: [UInt8]?, _ cpg: [UInt8]?, _ file: String
  ) throws(FootprintsError) -> FeatureTable {
    let header = try ShapefileHeader(bytes)
    let reference = try statedReference(prj)
    var notices = ShapefileNotices(file: file)
    var table: DBaseTable?
    if let dbf { table = try DBaseTable(dbf, codePage: cpg, notices: &notices) }

    let index = try shx.flatMap { (shx) throws(FootprintsError) in
      try usable(shx, of: bytes, header, table, &notices)
    }
    var records = ShapefileRecords(header, index: index)
    var polygons = ShapefilePolygons(byteCount: header.end)
    var shapes: [FeatureTable.Shape] = []
    var rows: [Int] = []
    var deleted = RecordList()
    var number = 0
    while let record = try records.next(bytes) {
      number = record.number
      if let table, table.isDeleted(number - 1) {
        deleted.insert(number)
        continue
      }
      rows.append(number - 1)
      if record.type.isPolygon {
        shapes.append(try polygons.appendArea(record, bytes) ? .polygon : .none)
      } else {
        polygons.appendEmptyArea()
        shapes.append(record.type == .null ? .none : .other(record.type.name))
      }
    }

    notices.add(polygons)
    notices.add(deleted: deleted)
    if index == nil {
      notices.add(unread: bytes.byteCount - header.end, isNumberedInOrder: records.isNumberedInOrder)
    }
    notices.add(shapeCount: number, table: table)
    let attributes = table.map { $0.attributes(of: rows) } ?? DBaseAttributes(featureCount: rows.count)
    return FeatureTable(
      geometry: polygons.finish(), shapes: shapes, attributes: attributes, reference: reference,
      notices: notices.list)
  }

  /// The index, where the records are to be read by it; nil where the order of the .shp is to be taken.
  ///
  /// Index and chain of records agree in every file that was written at once. Where they do not, the one that has as
  /// many records as the .dbf is believed; where neither has, nobody knows whose attributes are whose.
  static func usable(
    _ shx: [UInt8], of bytes: RawSpan, _ header: ShapefileHeader, _ table: DBaseTable?,
    _ notices: inout ShapefileNotices
  ) throws(FootprintsError) -> ShapefileIndex? {
    let index: ShapefileIndex
    do {
      index = try ShapefileIndex(shx, of: bytes)
    } catch {
      notices.add(
        .warning, "index-damaged",
        "the .shx \(error.words); the records were read in the order they are in. Export the file again if it was "
          + "edited in place.")
      return nil
    }
    guard let chain = ShapefileRecords.chain(bytes, header) else { return index }
    if chain == index.offsets { return nil }
    let rows = table?.recordCount
    if chain.count == index.count || rows == index.count || rows == nil {
      let more = chain.count - index.count
      notices.add(
        more > 0 ? .warning : .information, "index",
        "the records were read in the order of the .shx"
          + (more > 0
            ? "; \(Wording.plural(more, "record")) of the .shp that it does not name \(Wording.form(more, "was", "were")) left out."
            : "."))
      return index
    }
    if rows == chain.count {
      notices.add(
        .warning, "index-outdated",
        "the .shx has \(index.count) records for \(chain.count) shapes and as many rows of the .dbf; it was not used, "
          + "and the records were read in the order they are in.")
      return nil
    }
    throw FootprintsError(
      .badData,
      "its parts do not belong together: \(chain.count) records in the .shp, \(index.count) in the .shx, "
        + "\(rows ?? 0) in the .dbf", remedy: "Copy all its parts again, or export it again.")
  }

  /// The definition in a .prj: the WKT as it is, for PROJ to understand.
  static func statedReference(_ prj: [UInt8]?) throws(FootprintsError) -> StatedReference {
    guard let prj else { return .missing }
    // The longest definitions are a few kilobytes. A zero byte would end the text early for PROJ.
    guard prj.count <= 1 << 16, !prj.contains(0), let text = String(validating: prj, as: UTF8.self) else {
      throw FootprintsError(
        .badData, "its .prj is not the text of a reference system",
        remedy: "Replace the .prj, or remove it and state the reference system.")
    }
    let definition = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return definition.isEmpty ? .missing : .definition(String(definition).trimmingEnd)
  }
}

extension String {
  /// The string without white space at the end.
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
