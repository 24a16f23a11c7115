/// Writes an ESRI Shapefile: the .shp that is named, and .shx, .dbf, .prj and .cpg beside it, or all of them into a .zip.
struct ShapefileWriter: FeatureWriter {
  private var shapes: ShapefileShapes
  private var table: DBaseWriter
  private let target: FeatureTarget
  /// Opens the parts, by their suffixes.
  private let part: FeatureTarget.Companion
  /// The archive that the parts are in; nil where they are files.
  private let archive: ZipWriter?
  private let fieldCount: Int
  private let hasIdentifiers: Bool
  private var features: Int64 = 0
  private(set) var notices: [Notice] = []

  /// Begins. Throws `usage` where there is only one place to write to.
  init(_ target: FeatureTarget, _ schema: LayerSchema) throws(FootprintsError) {
    if target.suffix == "zip" {
      let (writer, name) = (ZipWriter(), target.name)
      part = { (suffix) throws(FootprintsError) in try writer.entry("\(name).\(suffix)") }
      archive = writer
    } else if let companion = target.companion, target.suffix == "shp" {
      let sink = target.sink
      part = { (suffix) throws(FootprintsError) in suffix == "shp" ? sink : try companion(suffix) }
      archive = nil
    } else {
      throw FootprintsError(
        .usage, "a Shapefile is several files, which have to have a name",
        remedy: "Name a .shp to write it to, or a .zip.")
    }
    self.target = target
    fieldCount = schema.fields.count
    hasIdentifiers = schema.identifier != nil
    shapes = try ShapefileShapes(schema)
    var fields = schema.fields
    if let kind = schema.identifier { fields.insert(FeatureField("id", kind), at: 0) }
    // A table has to have a field.
    if fields.isEmpty { fields = [FeatureField("FID", .integer)] }
    table = try DBaseWriter(fields, lastChange: target.lastChange, name: schema.name)
  }

  mutating func write(_ batch: FeatureBatch) throws(FootprintsError) {
    for feature in 0..<batch.count {
      features += 1
      var values = Array(batch.values(of: feature, fields: fieldCount))
      if hasIdentifiers { values.insert(batch.identifiers[feature], at: 0) }
      try table.append(values.isEmpty ? [.integer(features)] : values)
      try batch.geometry.withBytes { (all) throws(FootprintsError) in
        try shapes.append(UnsafeRawBufferPointer(rebasing: all[batch.bytes(of: feature)]))
      }
    }
  }

  mutating func finish() throws(FootprintsError) {
    try shapes.finish(shp: part("shp"), shx: part("shx"))
    try table.finish(to: part("dbf"))
    try part("cpg").write(Array("UTF-8".utf8))
    func add(_ count: Int, _ code: String, _ what: String) {
      if count > 0 {
        notices.append(Notice(.warning, code, "\(Wording.plural(count, "geometry", "geometries")) \(what)"))
      }
    }
    add(
      shapes.losses.foreign, "geometry-left-out",
      "left out: a Shapefile has points, lines or areas, not several of them and nothing else")
    add(
      shapes.losses.numbers, "numbers-left-out",
      "lost heights or measures, which the layer is said not to have")
    add(
      shapes.losses.unclosed, "unclosed-ring",
      "had a ring whose last position is not its first; it was closed")
    notices += table.notices
    if let text = try target.reference?.record().esriText {
      try part("prj").write(Array(text.utf8))
    } else if let reference = target.reference {
      notices.append(
        Notice(
          .warning, "reference-left-out",
          "the reference system \(reference.name) cannot be stated in a .prj, and was left out"))
    }
    try archive?.finish(to: target.sink)
  }
}
