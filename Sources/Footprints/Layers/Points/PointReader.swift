/// Reads points from a file of any format that points are read from.
enum PointFile {
  /// Reads a file that a user names, outside any package.
  static func read(
    _ path: String, request: LayerRequest, with reader: LayerReader
  ) throws(FootprintsError) -> PointLayer {
    let (file, inner) = LayerFile.split(path)
    let suffix = LayerFile.suffix(file)
    let bytes = try FileBytes(path: file)
    return try read(
      bytes, at: bytes.isFile ? file : nil, inner,
      isTable: ["csv", "tsv", "tab", "txt"].contains(suffix) && !isMapInfo(bytes),
      delimiter: suffix == "tsv" || suffix == "tab" ? 0x09 : nil, suffix, request, reader)
  }

  /// Whether a file is the one of MapInfo that has the suffix of tables with tabs.
  private static func isMapInfo(_ bytes: FileBytes) -> Bool {
    bytes.withBytes { String(decoding: $0.prefix(6), as: UTF8.self).lowercased() == "!table" }
  }

  /// Reads a resource of a package.
  static func read(
    _ resource: Manifest.Resource, in files: any PackageFiles, with reader: LayerReader
  ) throws(FootprintsError) -> PointLayer {
    guard resource.paths.count == 1 else {
      throw FootprintsError(
        .badData, "the points \(resource.name) have \(resource.paths.count) files",
        remedy: "Join the files, or make each a resource.")
    }
    let (file, inner) = LayerFile.split(resource.path)
    let suffix = resource.format?.lowercased() ?? LayerFile.suffix(file)
    return try read(
      files.bytes(at: file), at: files.diskPath(of: file), inner, isTable: resource.isTable,
      delimiter: resource.statesDelimiter ? resource.delimiter : nil, suffix, resource.request, reader)
  }

  private static func read(
    _ bytes: FileBytes, at path: String?, _ layer: String?, isTable: Bool, delimiter: UInt8?,
    _ suffix: String,
    _ request: LayerRequest, _ reader: LayerReader
  ) throws(FootprintsError) -> PointLayer {
    if suffix == "xlsx" {
      throw FootprintsError(
        .badData, "points are not read from files of the kind .\(suffix)", file: bytes.name,
        remedy:
          "Save them as CSV. \(VectorFormats.readable)."
      )
    }
    try PointOptions(request).validate()
    return try bytes.reading { () throws(FootprintsError) in
      let content = try bytes.decompressed()
      defer { content.releasePages() }
      return try readPoints(
        content, of: bytes, at: content === bytes ? path : nil, layer, isTable: isTable, delimiter: delimiter,
        suffix, request, reader)
    }
  }

  private static func readPoints(
    _ content: FileBytes, of bytes: FileBytes, at path: String?, _ layer: String?, isTable: Bool,
    delimiter: UInt8?,
    _ suffix: String,
    _ request: LayerRequest, _ reader: LayerReader
  ) throws(FootprintsError) -> PointLayer {
    if isTable {
      let table = try PointTable(csv: CSVFile(content, delimiter: delimiter), request, jobs: reader.jobs)
      return try reader.points(table, from: bytes, format: "CSV", request)
    }
    let format = VectorFormats.format(of: content, suffix: suffix, stated: nil) ?? VectorFormats.geoJSON
    let features: FeatureTable
    if let open = format.reader, !format.isGeoJSON {
      features = try CollectedFeatures.table(
        of: open(
          FeatureSource(bytes: content, path: path, layer: layer, name: request.name, jobs: reader.jobs))
      )
    } else {
      features = try GeoJSONReader.read(content, jobs: reader.jobs)
    }
    let table = try PointTable(features, request, file: bytes.name)
    return try reader.points(table, from: bytes, format: format.title, request)
  }
}

extension LayerReader {
  /// The points of a table in the working reference system. Errors name the file.
  func points(
    _ table: consuming PointTable, from bytes: FileBytes, format: String, _ request: LayerRequest
  ) throws(FootprintsError) -> PointLayer {
    do throws(FootprintsError) {
      return try make(table, bytes, format, request)
    } catch {
      throw error.inFile(bytes.name)
    }
  }

  private func make(
    _ table: consuming PointTable, _ bytes: FileBytes, _ format: String, _ request: LayerRequest
  ) throws(FootprintsError) -> PointLayer {
    try table.select(request.codePrefix)
    table.numberUnnamed()
    var places = PointPlaces(table.coordinates)
    let source = try places.reference(of: table, request, working)
    places.removePlaceholders(areDegrees: source.isGeographic)
    if let x = table.fields?.x.fieldKey, x == "oseast1m", table.identity.isPostcode {
      places.removeIrishGrid(table.codes)
    }
    try places.check(in: source, working: working)
    let entry = try catalogue.entry(from: source)
    let approximation = try places.project(
      entry, exact: exactProjection || !source.isGeographic, jobs: jobs)
    if !source.isGeographic {
      try PlausibleCoordinates(places.box).checkProjected(from: source, working: working)
    }
    return PointLayer(
      name: request.name, role: request.role, codes: table.codes, names: table.names,
      coordinates: places.coordinates,
      origin: PointOrigin(
        files: [bytes], format: format, codeField: table.identity.code, nameField: table.identity.name,
        xField: table.fields?.x, yField: table.fields?.y, codePrefix: request.codePrefix,
        withoutCoordinates: places.missing.count,
        transformation: entry.transformation, isFictional: request.isFictional,
        approximation: approximation),
      attributes: table.attributes, notices: table.notices + places.notices(table.codes))
  }
}

extension PointTable {
  /// Keeps only points whose code begins with one of some prefixes.
  fileprivate mutating func select(_ prefixes: [String]?) throws(FootprintsError) {
    guard let prefixes else { return }
    let kept = codes.indices.filter { place in prefixes.contains { codes[place].hasPrefix($0) } }
    if kept.count == codes.count { return }
    if kept.isEmpty {
      throw FootprintsError(
        .badData,
        "no point’s code in \(identity.code ?? "the numbering") begins with \(CodeList(prefixes, joinedBy: "or"))",
        remedy: "Check codePrefix in the data package, or the code field.")
    }
    notices.append(
      Notice(
        .information, "left-out",
        "\(Wording.grouped(codes.count - kept.count)) of \(Wording.plural(codes.count, "point")) left out: codes that do not begin with \(CodeList(prefixes, joinedBy: "or"))"
      ))
    attributes = SelectedAttributes(all: attributes, kept: kept)
    codes = kept.map { codes[$0] }
    names = names.map { names in kept.map { names[$0] } }
    coordinates = kept.map { coordinates[$0] }
  }

  /// Gives points without an identifier their number.
  fileprivate mutating func numberUnnamed() {
    guard let field = identity.code else {
      notices.append(
        Notice(.information, "numbered", "no field of identifiers was found; points are numbered from 1"))
      return
    }
    let unnamed = codes.indices.filter { codes[$0].isEmpty }
    if unnamed.isEmpty { return }
    for point in unnamed { codes[point] = "#\(point + 1)" }
    notices.append(
      Notice(
        .warning, "no-code",
        "\(Wording.plural(unnamed.count, "point")) without a value in \(field); numbered with #: \(CodeList(unnamed.map { codes[$0] }))"
      ))
  }
}

/// The attributes of some features of a file.
private struct SelectedAttributes: FeatureAttributes {
  let all: any FeatureAttributes
  let kept: [Int]

  var fields: [String] { all.fields }

  func values(of field: String) throws(FootprintsError) -> [String?] {
    let values = try all.values(of: field)
    return kept.map { values[$0] }
  }
}
