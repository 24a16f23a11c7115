/// A connected part of what two areas have in common.
public struct OverlapPart: Sendable, Equatable {
  /// The size in m2, less its holes.
  public let area: Double
  /// The length of its boundary in metres, that of its holes included.
  public let perimeter: Double
  /// Its centre of gravity.
  public let centroid: Coordinate

  /// Twice the area over the perimeter, in metres: the width of a strip of that area and outline.
  public var meanWidth: Double { perimeter > 0 ? 2 * area / perimeter : 0 }
}

extension OverlapEngine {
  /// The connected parts of the common part of each pair, in the order of the pairs, traced from the kernel's crossings
  /// (<doc:OverlapKernel>); those of a pair by the westernmost point of their outline, of several the southernmost.
  /// Parts that touch at a point are two.
  ///
  /// Throws `fault` where the kernel's checks fail.
  ///
  /// - Parameters:
  ///   - pairs: some of the pairs of the table, each once.
  ///   - table: the overlap of the two layers (``table(_:_:jobs:)``).
  ///   - x: the first layer.
  ///   - y: the second layer.
  ///   - jobs: how many threads may be used; never changes the result.
  public static func parts(
    of pairs: [OverlapTable.Pair], in table: OverlapTable, x: PreparedLayer, y: PreparedLayer,
    jobs: Int = availableJobs
  ) throws(FootprintsError) -> [[OverlapPart]] {
    let pieces = try OverlapPieces.build(pairs, of: table, x: x.geometry, y: y.geometry, jobs: jobs)
    let polygons = MultiPolygonArray(polygonsOf: pieces)
    let corners = (0..<pieces.polygonCount).map { polygons.westernmost(of: $0) }
    return pairs.indices.map { pair in
      let ordered = pieces.polygons(of: pair).sorted {
        (corners[$0].x, corners[$0].y) < (corners[$1].x, corners[$1].y)
      }
      return ordered.compactMap { polygon in
        guard let centroid = polygons.centroid(of: polygon) else { return nil }
        return OverlapPart(
          area: pieces.area(ofPolygon: polygon), perimeter: pieces.perimeter(ofPolygon: polygon),
          centroid: centroid)
      }
    }
  }
}

extension MultiPolygonArray {
  /// Every polygon of an array as an area of its own.
  fileprivate init(polygonsOf array: MultiPolygonArray) {
    self.init(
      coordinates: array.coordinates, ringOffsets: array.ringOffsets, polygonOffsets: array.polygonOffsets,
      areaOffsets: Array(0...array.polygonCount))
  }

  /// The westernmost vertex of an area, of several the southernmost. Precondition: it has one.
  fileprivate func westernmost(of area: Int) -> Coordinate {
    coordinates[vertices(ofArea: area)].reduce(Coordinate(.infinity, .infinity)) {
      ($1.x, $1.y) < ($0.x, $0.y) ? $1 : $0
    }
  }
}
