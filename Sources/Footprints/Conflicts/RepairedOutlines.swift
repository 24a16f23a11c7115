/// The outlines of repaired areas as their file would have them: in its reference system, every vertex that the file has with
/// the coordinates that it has there.
struct RepairedOutlines {
  /// The positions of the features in the file.
  private(set) var features: [Int] = []
  /// Their new outlines.
  private(set) var areas = MultiPolygonArray()

  /// Finds the outlines of the areas that have changed.
  ///
  /// Throws `badData` where the file is not what it was when the layer was read.
  init(of repair: LayerRepair, jobs: Int) throws(FootprintsError) {
    let layer = repair.layer
    features = repair.changed.map { layer.features[$0] }
    areas = repair.repaired.geometry.selecting(repair.changed)
    if areas.coordinates.isEmpty { return }
    let known = try Self.vertices(of: layer, near: areas.box(jobs: jobs), jobs: jobs)
    let grid = layer.gridded.grid
    let transformation = layer.origin.transformation
    try areas.updateCoordinates { (coordinates) throws(FootprintsError) in
      var unknown: [Int] = []
      for (place, coordinate) in coordinates.enumerated() {
        if let original = grid.point(coordinate).flatMap({ known[Key($0)] }) {
          coordinates[place] = original
        } else {
          unknown.append(place)
        }
      }
      var others = unknown.map { coordinates[$0] }
      try transformation.applyInverse(to: &others, jobs: jobs)
      for (place, coordinate) in zip(unknown, others) { coordinates[place] = coordinate }
    }
  }

  private struct Key: Hashable {
    let (x, y): (Int64, Int64)

    init(_ point: GridPoint) { (x, y) = (point.x, point.y) }
  }

  /// The coordinates in the file of vertices in a box, by their place on the grid. Areas that were invalid have others.
  private static func vertices(
    of layer: PreparedLayer, near box: Box, jobs: Int
  ) throws(FootprintsError) -> [Key: Coordinate] {
    let table = try LayerFile.features(of: layer.origin, jobs: jobs)
    guard table.geometry.count == layer.origin.features else {
      throw FootprintsError(
        .badData, "has \(table.geometry.count) features, and had \(layer.origin.features) when it was read",
        file: layer.origin.files.first?.name, remedy: "Try again once it no longer changes.")
    }
    var known: [Key: Coordinate] = [:]
    for area in 0..<layer.count where layer.geometry.box(of: area).intersects(box) {
      let (own, original) = (
        layer.geometry.vertices(ofArea: area), table.geometry.vertices(ofArea: layer.features[area])
      )
      guard own.count == original.count else { continue }
      for (vertex, source) in zip(own, original) {
        guard let point = layer.gridded.grid.point(layer.geometry.coordinates[vertex]) else { continue }
        known[Key(point)] = table.geometry.coordinates[source]
      }
    }
    return known
  }
}

extension LayerRepair {
  /// Opens the layer's file to be written once more, with the outlines of the areas that have changed and all else as it is.
  ///
  /// Throws `usage` for a layer that is from no file, and what reading the file throws.
  package func conversion(
    to format: VectorFormat, _ request: ConversionRequest
  ) throws(FootprintsError) -> Conversion {
    guard let file = layer.origin.files.first else {
      throw FootprintsError(
        .usage, "\(layer.name) is not from a file, so that nothing can be written like it",
        remedy: "Name a file.")
    }
    let outlines = try RepairedOutlines(of: self, jobs: request.jobs)
    var request = request
    request.replaced = ReplacedGeometries(outlines.features, by: outlines.areas)
    let bytes = try file.decompressed()
    let source = FeatureSource(
      bytes: bytes, path: bytes.isFile ? bytes.name : nil, layer: layer.origin.layerInFile,
      name: layer.name, jobs: request.jobs)
    return try Conversion(source, format: VectorFormats.named(layer.origin.format), to: format, request)
  }
}
