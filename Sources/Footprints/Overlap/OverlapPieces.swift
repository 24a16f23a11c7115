/// The geometry of common parts, built by GEOS for the pairs where it is needed.
package enum OverlapPieces {
  /// The common part of each pair as one area, in the order of the pairs, in working coordinates. Parts consisting of
  /// lines and points are left out. Where one area of a pair lies wholly inside the other it is taken as it
  /// is, without an overlay.
  package static func build(
    _ pairs: [OverlapTable.Pair], x: MultiPolygonArray, y: MultiPolygonArray, xAreas: [Double],
    yAreas: [Double],
    jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let pieces = try parallelMap(
      count: pairs.count, jobs: jobs, makeWorker: { (GEOSAreaCache(x), GEOSAreaCache(y)) }
    ) {
      caches, index throws(FootprintsError) in
      let pair = pairs[index]
      var out = MultiPolygonArray()
      if pair.area == xAreas[pair.x] {
        out.appendArea(pair.x, of: x)
      } else if pair.area == yAreas[pair.y] {
        out.appendArea(pair.y, of: y)
      } else {
        try caches.0.withArea(pair.x) { (left) throws(FootprintsError) in
          try caches.1.withArea(pair.y) { (right) throws(FootprintsError) in
            try left.base.intersection(right.base).appendArea(to: &out)
          }
        }
      }
      return out
    }
    var all = MultiPolygonArray()
    for piece in pieces { all.append(contentsOf: piece) }
    return all
  }
  /// Pieces without their polygons of less than 1 m2, which is the rounding of borders that were meant to be the same
  /// and cannot be drawn; how many those were and their area. A piece may have nothing left.
  package static func withoutDust(_ pieces: MultiPolygonArray) -> (
    pieces: MultiPolygonArray, dust: (count: Int, area: Double)
  ) {
    let isDust = (0..<pieces.polygonCount).map { pieces.area(ofPolygon: $0) < 1 }
    guard isDust.contains(true) else { return (pieces, (0, 0)) }
    var kept = MultiPolygonArray()
    var dust = (count: 0, area: 0.0)
    for piece in 0..<pieces.count {
      for polygon in pieces.polygons(of: piece) {
        if isDust[polygon] {
          dust.count += 1
          dust.area += pieces.area(ofPolygon: polygon)
          continue
        }
        for ring in pieces.rings(of: polygon) {
          for vertex in pieces.vertices(of: ring) { kept.append(pieces.coordinates[vertex]) }
          kept.endRing()
        }
        kept.endPolygon()
      }
      kept.endArea()
    }
    return (kept, dust)
  }
}
