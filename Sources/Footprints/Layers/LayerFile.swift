/// Reads a layer from a file of any format that can be read.
package enum LayerFile {
  /// The suffixes of files that can be read, for messages.
  static let readable = "GeoJSON (.geojson, .json) and ESRI Shapefile (.shp, or .zip) can be read"

  /// Reads a file that a user names, outside any package. A missing suffix is not an error: the content decides
  /// between what can be read.
  package static func read(_ path: String, request: LayerRequest, with reader: LayerReader)
    throws(FootprintsError) -> Layer
  {
    let (file, _) = split(path)
    if isShapefile(suffix(file)) { return try shapefile(path, request, reader) }
    try refuseUnreadable(file, nil)
    let bytes = try FileBytes(path: file)
    return try geoJSON(bytes, request, reader)
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
    return try geoJSON(files.bytes(at: file), request, reader)
  }

  private static func geoJSON(
    _ bytes: FileBytes, _ request: LayerRequest, _ reader: LayerReader
  ) throws(FootprintsError) -> Layer {
    let table = try GeoJSONReader.read(bytes, jobs: reader.jobs)
    defer { bytes.releasePages() }
    return try reader.layer(consume table, from: [bytes], format: "GeoJSON", request: request)
  }

  private static func shapefile(
    _ path: String, _ request: LayerRequest, _ reader: LayerReader
  ) throws(FootprintsError) -> Layer {
    let (table, files) = try ShapefileReader.read(path: path)
    defer { for file in files { file.releasePages() } }
    return try reader.layer(consume table, from: files, format: "ESRI Shapefile", request: request)
  }

  /// A file that may hold several layers and the one meant, separated by `#`, which in other paths is a character
  /// like any other.
  static func split(_ path: String) -> (file: String, inner: String?) {
    guard let hash = path.lastIndex(of: "#") else { return (path, nil) }
    let file = String(path[..<hash])
    guard ["zip", "gpkg"].contains(suffix(file)) else { return (path, nil) }
    return (file, String(path[path.index(after: hash)...]))
  }

  /// The last part of a path without its suffix, or the name of the layer inside the file: what to call a layer
  /// that has no other name.
  static func baseName(_ path: String) -> String {
    let (file, inner) = split(path)
    if let inner { return inner }
    let name = String(file.split(separator: "/").last ?? "")
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  static func suffix(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func isShapefile(_ suffix: String) -> Bool { suffix == "shp" || suffix == "zip" }

  private static func refuseUnreadable(_ path: String, _ format: String?) throws(FootprintsError) {
    let known = [
      "gpkg": "GeoPackage", "kml": "KML", "gml": "GML", "csv": "CSV", "topojson": "TopoJSON",
      "parquet": "GeoParquet", "xlsx": "Excel",
    ]
    if let name = known[suffix(path)] ?? known[format?.lowercased() ?? ""] {
      throw FootprintsError(
        .badData, "\(name) is not a format that layers are read from", file: path, remedy: "\(readable).")
    }
  }
}
