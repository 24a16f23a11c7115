/// The overlap table by building every intersection with GEOS: the slow, independent way.
package enum GEOSOverlap {
  /// Overlays each area of X with the areas of Y whose boxes it meets. Areas must be valid.
  package static func table(
    _ x: MultiPolygonArray, _ y: MultiPolygonArray, jobs: Int
  ) throws(FootprintsError) -> OverlapTable {
    let boxes = (0..<y.count).map(y.box(of:))
    let rows = try parallelMap(count: x.count, jobs: jobs, makeWorker: { GEOSAreaCache(y) }) {
      cache, area throws(FootprintsError) in
      try row(area, x, boxes, cache)
    }
    return OverlapTable(
      pairs: rows.flatMap { $0 }, xAreas: (0..<x.count).map(x.area(of:)),
      yAreas: (0..<y.count).map(y.area(of:)))
  }

  private static func row(
    _ area: Int, _ x: MultiPolygonArray, _ boxes: [Box], _ cache: GEOSAreaCache
  ) throws(FootprintsError) -> [OverlapTable.Pair] {
    let box = x.box(of: area)
    if box.isEmpty { return [] }
    let left = try GEOSGeometry(area: area, of: x, in: cache.context)
    var pairs: [OverlapTable.Pair] = []
    for (index, other) in boxes.enumerated() where other.intersects(box) {
      try cache.withArea(index) { (right) throws(FootprintsError) in
        guard try right.intersects(left) else { return }
        var common = MultiPolygonArray()
        try right.base.intersection(left).appendArea(to: &common)
        let size = common.area(of: 0)
        if size > 0 { pairs.append(.init(x: area, y: index, area: size, perimeter: common.perimeter(of: 0))) }
      }
    }
    return pairs
  }
}

/// The areas of a layer as prepared GEOS geometries of one thread, each made when it is first asked for.
package final class GEOSAreaCache {
  /// The context of all geometries of this cache.
  package let context = GEOSContext()
  private let array: MultiPolygonArray
  private var made: [Int: Made] = [:]

  private final class Made {
    let geometry: GEOSPreparedGeometry
    init(_ geometry: consuming GEOSPreparedGeometry) { self.geometry = geometry }
  }

  /// Makes an empty cache.
  package init(_ array: MultiPolygonArray) { self.array = array }

  /// Lends the geometry of an area for the length of a call.
  package func withArea<Result>(
    _ area: Int, _ body: (borrowing GEOSPreparedGeometry) throws(FootprintsError) -> Result
  ) throws(FootprintsError) -> Result {
    if let known = made[area] { return try body(known.geometry) }
    let new = Made(try GEOSPreparedGeometry(GEOSGeometry(area: area, of: array, in: context)))
    made[area] = new
    return try body(new.geometry)
  }
}
