/// The files of a Shapefile, opened.
struct ShapefileParts: Sendable {
  /// The shapes.
  let shp: FileBytes
  let shx: [UInt8]?
  let dbf: [UInt8]?
  let prj: [UInt8]?
  let cpg: [UInt8]?
}

extension ShapefileReader {
  /// Opens the Shapefile at a path as `read(path:)` does, to be read as a stream.
  static func parts(path: String) throws(FootprintsError) -> ShapefileParts {
    if let archive = archive(in: path) {
      let file = try FileBytes(path: archive.path)
      return try ShapefileArchive(file, layer: archive.layer, named: path).parts()
    }
    return ShapefileParts(
      shp: try FileBytes(path: path), shx: try sidecar("shx", of: path)?.array,
      dbf: try sidecar("dbf", of: path)?.array, prj: try sidecar("prj", of: path)?.array,
      cpg: try sidecar("cpg", of: path)?.array)
  }
}
