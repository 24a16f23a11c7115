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
}
