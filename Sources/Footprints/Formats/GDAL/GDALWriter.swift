/// Writes a format that GDAL knows: into a GeoPackage in a temporary folder, of which `ogr2ogr` makes the file at the end.
struct GDALWriter: FeatureWriter {
  /// Writes the GeoPackage; nil once that is whole.
  private var features: GeoPackageWriter?
  private let folder: ScratchFolder
  private let given: String
  private let target: FeatureTarget
  private let format: GDALFormat
  private let layer: String
  private let lostFields: Int
  /// Whether all whole numbers so far fit 32 bits, which some drivers have alone.
  private var isSmall = true
  private var said: [Notice] = []

  var notices: [Notice] { (features?.notices ?? []) + said }

  /// Begins. Throws `cannotWrite` where GDAL is not installed.
  init(_ target: FeatureTarget, _ schema: LayerSchema, _ format: GDALFormat) throws(FootprintsError) {
    guard GDALProgram(reading: 0) != nil else {
      throw FootprintsError(
        .cannotWrite, "\(format.title) is written by GDAL’s ogr2ogr, which is not installed",
        remedy: "Install gdal-bin, or choose another format.")
    }
    var schema = schema
    lostFields = format.keepsFields ? 0 : schema.fields.count + (schema.identifier == nil ? 0 : 1)
    folder = try ScratchFolder()
    given = "\(folder.path)/\(Self.given)"
    if target.companion == nil, format.driver == "MapInfo File" {
      throw FootprintsError(
        .usage, "\(format.title) is several files, which have to have a name",
        remedy: "Name a file to write it to.")
    }
    layer = schema.name.hasPrefix("-") || schema.name.isEmpty ? "layer" : schema.name
    schema.name = layer
    // A number of rows is no field for GDAL.
    schema.identifiersAscend = false
    if !format.keepsFields { (schema.fields, schema.identifier) = ([], nil) }
    self.target = target
    self.format = format
    try folder.write(FileBytes([], name: ""), to: Self.given)
    features = try GeoPackageWriter(
      .file(given), schema, in: target.reference, lastChange: target.lastChange)
  }

  mutating func write(_ batch: FeatureBatch) throws(FootprintsError) {
    guard format.keepsFields else {
      var bare = FeatureBatch()
      (bare.geometry, bare.ends) = (batch.geometry, batch.ends)
      try features?.write(bare)
      return
    }
    isSmall = isSmall && (batch.values + batch.identifiers).allSatisfy(\.isSmall)
    try features?.write(batch)
  }

  mutating func finish() throws(FootprintsError) {
    try features?.finish()
    said = features?.notices ?? []
    // Nobody else can open the database before it is closed.
    features = nil
    let made = "\(target.name).\(target.suffix.isEmpty ? format.suffix : target.suffix)"
    var arguments = ["-f", format.driver ?? format.title] + format.options
    if isSmall { arguments += ["-mapFieldType", "Integer64=Integer"] }
    arguments += ["-nln", layer]
    if let decimals = target.decimals, format.driver == "GML" || format.driver == "GeoJSON" {
      arguments += ["-lco", "COORDINATE_PRECISION=\(decimals)"]
    }
    let size = try folder.bytes(of: Self.given, named: target.name)?.count ?? 0
    guard let program = GDALProgram(reading: size) else {
      throw FootprintsError(.cannotWrite, "GDAL’s ogr2ogr is no longer there")
    }
    said += try program.run(
      arguments + ["\(folder.path)/\(made)", given], in: folder.path, to: "written as \(format.title)",
      failure: .cannotWrite)
    if lostFields > 0 {
      said.append(
        Notice(
          .warning, "fields-left-out",
          "\(Wording.plural(lostFields, "field")) left out: \(format.title) has geometries alone"))
    }
    guard let main = try folder.bytes(of: made, named: target.name) else {
      throw FootprintsError(.cannotWrite, "GDAL made no file", remedy: "See what it says.")
    }
    try Self.copy(main, to: target.sink)
    for companion in format.companions {
      guard let bytes = try folder.bytes(of: "\(target.name).\(companion)", named: target.name) else {
        continue
      }
      guard let open = target.companion else {
        said.append(
          Notice(
            .warning, "companion-left-out",
            "the file .\(companion) that belongs to it was left out: there is one place to write to"))
        continue
      }
      try Self.copy(bytes, to: open(companion))
    }
  }

  /// The name of the GeoPackage.
  private static let given = "=footprint.gpkg"

  private static func copy(_ bytes: FileBytes, to sink: any ByteSink) throws(FootprintsError) {
    var done = 0
    while done < bytes.count {
      let end = min(bytes.count, done + 1 << 20)
      try sink.write(bytes.withBytes { Array($0[done..<end]) })
      done = end
    }
  }
}

extension AttributeValue {
  /// Whether it is no whole number that needs more than 32 bits.
  fileprivate var isSmall: Bool {
    if case .integer(let number) = self { Int32(exactly: number) != nil } else { true }
  }
}
