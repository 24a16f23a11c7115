import Footprints

/// A reader under test.
enum Format: String, CaseIterable {
  case shapefile
  case geojson
  case zip
  case gpkg
  case csv
  case stream
  case gzip

  /// The suffixes of the files an input is made of, the first being the one that seeds are found by.
  var suffixes: [String] {
    switch self {
    case .shapefile: ["shp", "dbf", "prj", "cpg", "shx"]
    case .geojson: ["geojson"]
    case .zip: ["zip"]
    case .gpkg: ["gpkg"]
    case .csv: ["csv"]
    case .stream: ["geojson"]
    case .gzip: ["gz"]
    }
  }

  /// The inputs in a folder: files of the same name with these suffixes, those that are missing left empty.
  func seeds(in folder: String) -> [Input] {
    // A GeoPackage is large and follows from another seed.
    if self == .gpkg { return Self.stream.seeds(in: "\(folder)/../stream").compactMap(Self.geoPackage) }
    return names(in: folder).filter { $0.hasSuffix(".\(suffixes[0])") }.map { name in
      let stem = name.dropLast(suffixes[0].count)
      return Input(parts: suffixes.map { content("\(folder)/\(stem)\($0)") ?? [] })
    }
  }

  /// Whether two readings came to the same table or the same error.
  private static func areSame(
    _ a: Result<FeatureTable, FootprintsError>, _ b: Result<FeatureTable, FootprintsError>
  ) -> Bool {
    switch (a, b) {
    case (.success(let a), .success(let b)):
      a.geometry == b.geometry && a.shapes == b.shapes && a.reference == b.reference && a.notices == b.notices
        && a.attributes.fields == b.attributes.fields
    case (.failure(let a), .failure(let b)): a == b
    default: false
    }
  }

  /// Whatever can be read as a stream of features can be written, and what is written is read as just as many.
  private static func convert(_ bytes: FileBytes) throws(FootprintsError) {
    let first = try lines(of: bytes)
    // No lines at all are no layer.
    if first.count == 0 { return }
    do throws(FootprintsError) {
      let second = try lines(of: FileBytes(first.bytes, name: "again.geojsonl"))
      require(second.count == first.count, "\(first.count) features written, \(second.count) read")
    } catch {
      require(false, "what was written cannot be read: \(error)")
    }
  }

  private static func lines(of bytes: FileBytes) throws(FootprintsError) -> (bytes: [UInt8], count: Int) {
    try converted(bytes, to: "geojsonl")
  }

  private static func geoPackage(_ input: Input) -> Input? {
    (try? converted(FileBytes(input.parts[0], name: "seed.geojson"), to: "gpkg")).map {
      Input(parts: [$0.bytes])
    }
  }

  private static func converted(
    _ bytes: FileBytes, to format: String
  ) throws(FootprintsError) -> (bytes: [UInt8], count: Int) {
    guard let target = VectorFormats.named(format) else { return ([], 0) }
    let sink = ByteCollector()
    var request = ConversionRequest()
    request.jobs = 1
    let source = FeatureSource(bytes: bytes, path: nil, layer: nil, name: "layer", jobs: 1)
    var conversion = try Conversion(source, format: nil, to: target, request)
    let outcome = try conversion.run(to: sink)
    for notice in outcome.notices { require(isOneLine(notice.message), "notice of several lines") }
    return (sink.bytes, outcome.written)
  }

  /// Runs the reader and checks what must hold whatever the input is: it hands on a consistent table or
  /// throws an error that is one line and names the file. Returns whether it could be read.
  func run(_ input: Input) -> Bool {
    let name = "input.\(suffixes[0])"
    do throws(FootprintsError) {
      switch self {
      case .shapefile:
        // An empty part stands for a file that is not there.
        let parts = input.parts.map { $0.isEmpty ? nil : $0 }
        let table = try ShapefileReader.read(
          shp: input.parts[0], shx: parts[4], dbf: parts[1], prj: parts[2], cpg: parts[3], file: name)
        // A vertex takes 16 bytes, and a ring of three corners gets a fourth.
        require(
          table.geometry.coordinates.count * 12 <= input.parts[0].count, "more vertices than bytes for them")
        require(
          (0..<table.geometry.ringCount).allSatisfy { table.geometry.vertices(of: $0).count >= 4 },
          "short ring")
        check(table)
      case .geojson:
        let bytes = FileBytes(input.parts[0], name: name)
        let split = Result { () throws(FootprintsError) in
          try GeoJSONReader.read(bytes, jobs: 3, leastStretch: 16)
        }
        let whole = Result { () throws(FootprintsError) in try GeoJSONReader.read(bytes, jobs: 1) }
        require(Self.areSame(split, whole), "split text reads other than the whole")
        check(try whole.get())
      case .zip:
        let archive = try ZipArchive(FileBytes(input.parts[0], name: name))
        for entry in archive.entries {
          // One entry may be damaged and the next sound.
          guard let bytes = try? archive.read(entry, limit: 1 << 24) else { continue }
          require(UInt64(bytes.count) == entry.size, "other size than stated")
        }
      case .gpkg, .stream: try Self.convert(FileBytes(input.parts[0], name: name))
      case .csv:
        let bytes = FileBytes(input.parts[0], name: name)
        _ = try CSVTable(input.parts[0], file: name)
        try Self.convert(bytes)
      case .gzip: _ = try FileBytes(input.parts[0], name: name).decompressed()
      }
      return true
    } catch {
      require(error.file == name, "error names \(error.file ?? "no file")")
      require(error.kind != .fault, "error blames the program: \(error)")
      require(isOneLine(error.description), "error of several lines: \(error)")
      return false
    }
  }
}
