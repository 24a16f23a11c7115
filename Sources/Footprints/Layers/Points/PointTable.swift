/// What a reader of points hands on: one row for each point, before it has been decided in which reference system the
/// work is done.
struct PointTable {
  /// What the numbers are.
  var kind = PointColumns.Kind.unknown
  /// The columns of the coordinates; nil where geometries have them.
  var fields: (x: String, y: String)?
  /// One position for each point in the file's own reference system, x before y; not a number where there is none.
  var coordinates: [Coordinate]
  var codes: [String]
  var names: [String]?
  var identity: PointIdentity
  var attributes: any FeatureAttributes
  var reference: StatedReference
  var notices: [Notice]

  /// Reads a CSV file.
  init(csv file: CSVFile, _ request: LayerRequest, jobs: Int) throws(FootprintsError) {
    let columns = try PointColumns(file.header, PointOptions(request), file: file.bytes.name)
    identity = try PointIdentity(
      file.header, PointOptions(request), role: request.role, file: file.bytes.name)
    // Of columns with one name the first counts, as in other tables.
    let texts = [identity.code, identity.name].compactMap { $0.flatMap(file.header.firstIndex) }
    let read = try file.columns(numbers: [columns.x, columns.y], texts: texts, jobs: jobs)
    kind = columns.kind
    fields = (file.header[columns.x], file.header[columns.y])
    coordinates = zip(read.numbers[0], read.numbers[1]).map { Coordinate($0, $1) }
    codes = identity.code == nil ? (0..<coordinates.count).map { "\($0 + 1)" } : read.texts[0]
    names = identity.name == nil ? nil : read.texts[texts.count - 1]
    attributes = file
    reference = .missing
    notices = file.notices + file.notices(of: read) + columns.notices
    guard !coordinates.isEmpty else {
      throw FootprintsError(.badData, "has no rows after its header", file: file.bytes.name)
    }
  }

  /// Takes the points of GeoJSON features.
  init(
    _ table: FeatureTable, _ request: LayerRequest, file: String
  ) throws(FootprintsError) {
    try Self.check(table, file)
    identity = try PointIdentity(
      table.attributes.fields, PointOptions(request), role: request.role, file: file)
    coordinates = table.points
    codes =
      try identity.code.map { (field) throws(FootprintsError) in
        try table.attributes.values(of: field).map { $0 ?? "" }
      } ?? (0..<coordinates.count).map { "\($0 + 1)" }
    names = try identity.name.map { (field) throws(FootprintsError) in
      try table.attributes.values(of: field).map { $0 ?? "" }
    }
    attributes = table.attributes
    reference = table.reference
    notices = table.notices
  }

  /// Refuses features that are something else than one point each.
  private static func check(_ table: FeatureTable, _ file: String) throws(FootprintsError) {
    if table.shapes.isEmpty { throw FootprintsError(.badData, "has no features", file: file) }
    for (index, shape) in table.shapes.enumerated() {
      let type: String
      switch shape {
      case .none: continue
      case .polygon: type = "areas"
      case .other("Point"), .other("MultiPoint"):
        // Without a position it is how the standard writes a point that is nowhere.
        if table.points[index].x.isFinite || table.points[index].x.isNaN { continue }
        type = "several points"
      case .other(let other): type = "a \(other)"
      }
      throw FootprintsError(
        .badData, "is not one point but \(type)", file: file, place: "feature \(index)",
        remedy: "Points are features with one Point each; give each its own feature.")
    }
    guard table.shapes.contains(where: { $0 != .none }) else {
      throw FootprintsError(
        .badData, "has no points: all \(table.shapes.count) features are without geometry", file: file)
    }
  }
}
