/// Reads a layer of a format that GDAL knows: as a GeoPackage, which `ogr2ogr` makes of it in a temporary folder.
struct GDALReader: FeatureReader {
  private var features: GeoPackageReader
  private let said: [Notice]

  var schema: LayerSchema { features.schema }
  var notices: [Notice] { said + features.notices }

  /// Reads the file. Throws `noInput` where GDAL is not installed, and `badData` for what it cannot read, with its reasons.
  init(_ source: FeatureSource, _ format: GDALFormat) throws(FootprintsError) {
    let name = source.bytes.name
    guard let program = GDALProgram(reading: source.bytes.count) else {
      throw FootprintsError(
        .noInput, "\(format.title) is read by GDAL’s ogr2ogr, which is not installed", file: name,
        remedy: "Install gdal-bin, or save it in another format: \(VectorFormats.readable).")
    }
    let folder = try ScratchFolder()
    let given = try Self.place(source, format, in: folder)
    let result = "\(folder.path)/\(Self.result)"
    var arguments = [
      "-f", "GPKG", "-lco", "SPATIAL_INDEX=NO", "-lco", "FID=footprint_row", "-lco",
      "GEOMETRY_NAME=footprint_geometry", result, "\(folder.path)/\(given)",
    ]
    // Without a name all layers are taken, of which one must be the only one. What looks like an option is never passed on.
    if let layer = source.layer, !layer.hasPrefix("-"), !layer.isEmpty { arguments.append(layer) }
    do throws(FootprintsError) {
      said = try program.run(arguments, in: folder.path, to: "read as \(format.title)", failure: .badData)
    } catch {
      throw error.inFile(name)
    }
    guard let bytes = try folder.bytes(of: Self.result, named: name) else {
      throw FootprintsError(.badData, "GDAL found no layer in it", file: name)
    }
    do throws(FootprintsError) {
      // The database stays open when its name is gone.
      features = try GeoPackageReader(bytes, at: result, layer: source.layer)
    } catch  where error.kind == .badData {
      throw FootprintsError(
        .badData, "GDAL found no layer of features in it", file: name,
        remedy: "See whether it has geometries at all.")
    }
  }

  mutating func next() throws(FootprintsError) -> FeatureBatch? { try features.next() }

  /// The name of the GeoPackage; no file that is put beside it has one that begins like it.
  private static let result = "=footprint.gpkg"

  /// Lets GDAL find the file and those that belong to it under their own names, in a folder where it may put more beside them.
  private static func place(
    _ source: FeatureSource, _ format: GDALFormat, in folder: ScratchFolder
  ) throws(FootprintsError) -> String {
    guard let path = source.path else {
      let name = "layer.\(format.suffix)"
      try folder.write(source.bytes, to: name)
      return name
    }
    let own = path.split(separator: "/").last.map(String.init) ?? path
    let suffix = own.lastIndex(of: ".").map { String(own[own.index(after: $0)...]) } ?? ""
    // GDAL goes by suffixes; a file may be known by its content alone.
    let isNamed = VectorFormats.named(suffix)?.title == format.title
    let stem = isNamed ? String(own.dropLast(suffix.count + 1)) : own
    let name = "\(stem.hasPrefix("=") ? "_" : "")\(stem).\(isNamed ? suffix : format.suffix)"
    try folder.link(path, as: name)
    let sibling = isNamed ? String(path.dropLast(suffix.count + 1)) : path
    for companion in format.companions {
      let spellings = [companion, companion.uppercased(), companion.capitalized]
      if let there = spellings.first(where: { FileBytes.exists("\(sibling).\($0)") }) {
        try folder.link("\(sibling).\(there)", as: "\(name.dropLast(name.count - stem.count)).\(there)")
      }
    }
    return name
  }
}

extension String {
  /// The first letter large, the others as they are.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
