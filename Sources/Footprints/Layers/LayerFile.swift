/// Reads a layer from a file of any format that can be read.
package enum LayerFile {
  /// Reads a file that a user names, outside any package. A missing suffix is not an error: the content decides
  /// between what can be read.
  package static func read(_ path: String, request: LayerRequest, with reader: LayerReader)
    throws(FootprintsError) -> Layer
  {
    let (file, inner) = split(path)
    if isShapefile(suffix(file)) { return try shapefile(path, request, reader) }
    try refuseUnreadable(file, nil)
    let bytes = try FileBytes(path: file)
    return try bytes.reading { () throws(FootprintsError) in
      try layer(bytes, at: bytes.isFile ? file : nil, inner, format: nil, request, reader)
    }
  }

  /// Reads a resource of a package.
  static func read(
    _ path: String, in files: any PackageFiles, format: String?, request: LayerRequest,
    with reader: LayerReader
  ) throws(FootprintsError) -> Layer {
    let (file, inner) = split(path)
    if isShapefile(format?.lowercased() ?? suffix(file)) || isShapefile(suffix(file)) {
      guard let disk = try files.diskPath(of: file) else {
        throw FootprintsError(.badData, "a Shapefile cannot be part of \(files.name)", file: path)
      }
      return try shapefile(inner.map { "\(disk)#\($0)" } ?? disk, request, reader)
    }
    try refuseUnreadable(file, format)
    let bytes = try files.bytes(at: file)
    return try bytes.reading { () throws(FootprintsError) in
      try layer(bytes, at: files.diskPath(of: file), inner, format: format, request, reader)
    }
  }

  private static func layer(
    _ bytes: FileBytes, at path: String?, _ inner: String?, format stated: String?, _ request: LayerRequest,
    _ reader: LayerReader
  ) throws(FootprintsError) -> Layer {
    let suffix = suffix(bytes.name)
    let content = try bytes.decompressed()
    let path = content === bytes ? path : nil
    guard let format = VectorFormats.format(of: content, suffix: suffix, stated: stated) else {
      return try geoJSON(content, from: bytes, VectorFormats.geoJSON, request, reader)
    }
    if format.isGeoJSON { return try geoJSON(content, from: bytes, format, request, reader) }
    if format.keyword == VectorFormats.shapefile.keyword, let path {
      return try shapefile(inner.map { "\(path)#\($0)" } ?? path, request, reader)
    }
    guard let open = format.reader else {
      throw FootprintsError(
        .badData, "\(format.title) is not a format that layers are read from", file: bytes.name)
    }
    let features = try open(
      FeatureSource(bytes: content, path: path, layer: inner, name: request.name, jobs: reader.jobs))
    let table = try CollectedFeatures.table(of: features)
    defer { bytes.releasePages() }
    var layer = try reader.layer(consume table, from: [bytes], format: format.title, request: request)
    layer.origin.layerInFile = inner
    return layer
  }

  /// The features of the file that a layer is from, read once more. Throws `noInput` for a layer that is from none.
  static func features(of origin: LayerOrigin, jobs: Int) throws(FootprintsError) -> FeatureTable {
    guard let file = origin.files.first else {
      throw FootprintsError(.noInput, "the layer is not from a file")
    }
    let bytes = try file.decompressed()
    defer { bytes.releasePages() }
    let format = VectorFormats.all.first { $0.title == origin.format }
    if format?.isGeoJSON != false { return try GeoJSONReader.read(bytes, jobs: jobs) }
    let layer = origin.layerInFile
    guard let open = format?.reader else {
      return try ShapefileReader.read(path: layer.map { "\(bytes.name)#\($0)" } ?? bytes.name).table
    }
    return try CollectedFeatures.table(
      of: open(
        FeatureSource(
          bytes: bytes, path: bytes.isFile ? bytes.name : nil, layer: layer, name: bytes.name, jobs: jobs)))
  }

  private static func geoJSON(
    _ content: FileBytes, from file: FileBytes, _ format: VectorFormat, _ request: LayerRequest,
    _ reader: LayerReader
  ) throws(FootprintsError) -> Layer {
    let table = try GeoJSONReader.read(content, jobs: reader.jobs)
    defer { content.releasePages() }
    return try reader.layer(consume table, from: [file], format: format.title, request: request)
  }

  private static func shapefile(
    _ path: String, _ request: LayerRequest, _ reader: LayerReader
  ) throws(FootprintsError) -> Layer {
    let (table, files) = try ShapefileReader.read(path: path)
    defer { for file in files { file.releasePages() } }
    return try reader.layer(consume table, from: files, format: "ESRI Shapefile", request: request)
  }

  /// A file and the layer meant inside it.
  static func split(_ path: String) -> (file: String, inner: String?) {
    let path = VectorPath(path)
    return (path.file, path.layer)
  }

  /// What to call a layer that has no other name.
  static func baseName(_ path: String) -> String { VectorPath(path).baseName }

  /// The suffix of a file in small letters.
  static func suffix(_ path: String) -> String { VectorPath(path).suffix }

  private static func isShapefile(_ suffix: String) -> Bool { suffix == "shp" || suffix == "zip" }

  private static func refuseUnreadable(_ path: String, _ format: String?) throws(FootprintsError) {
    let known = ["xlsx": "Excel"]
    if let name = known[suffix(path)] ?? known[format?.lowercased() ?? ""] {
      throw FootprintsError(
        .badData, "\(name) is not a format that layers are read from", file: path,
        remedy: "\(VectorFormats.readable).")
    }
  }
}
