/// What is wrong with an area whose edges cross or touch each other so often that whoever lists all of it, as GEOS does,
/// runs out of time or memory.
///
/// Such an area has more faults than one; the first edges of it that cross are named, or else the first that touch.
struct CrowdedFault {
  let fault: ValidityFault
  /// Where it is, in metres.
  let location: Coordinate

  /// Areas with fewer edges are never crowded: all pairs of their edges can be compared.
  private static let fewEdges = 2048

  /// Nil for an area that is not crowded, and for one in which rings only touch each other at points.
  init?(ofArea area: Int, of layer: GridLayer) throws(FootprintsError) {
    let edges = layer.rings(ofArea: area).reduce(0) { $0 + Int(layer.ringEdgeCounts[$1]) }
    guard edges > Self.fewEdges else { return nil }
    let units = layer.grid.unitsPerMetre
    let geometry = layer.multiPolygons(of: CollectionOfOne(area))
    let asRead = try FixedRings(geometry, unitsPerOne: units, jobs: 1)
    var rings = asRead
    let found = try NodingSearch.findings(in: &rings, jobs: 1)
    let left = rings.ringEdgeCounts.reduce(0) { $0 + Int($1) }
    let isCrowded = found.isCrowded || found.passages.count > 4 * edges || left < edges - edges / 4
    guard isCrowded else { return nil }
    if left < edges, let spike = Self.firstSpike(layer, area) {
      fault = .ringSelfIntersection
      location = layer.grid.coordinate(spike)
    } else if let pair = found.firstCrossing {
      fault = .selfIntersection
      location = Self.place(of: pair, rings)
    } else if let pair = found.firstTouch, rings.ring(of: pair.first) == rings.ring(of: pair.second) {
      fault = .ringSelfIntersection
      location = Self.place(of: pair, rings)
    } else {
      return nil
    }
  }

  /// The first vertex of an area from which an edge runs back through the pixel that it came from.
  private static func firstSpike(_ layer: GridLayer, _ area: Int) -> GridPoint? {
    for ring in layer.rings(ofArea: area) {
      let edges = layer.edges(of: ring)
      for edge in edges.dropLast() {
        let (p, q, r) = (layer.vertices[edge], layer.vertices[edge + 1], layer.vertices[edge + 2])
        let along = Double(q.x - p.x) * Double(r.x - q.x) + Double(q.y - p.y) * Double(r.y - q.y)
        let across = Double(q.x - p.x) * Double(r.y - q.y) - Double(q.y - p.y) * Double(r.x - q.x)
        // The shorter of the two is at most about a unit away from the longer.
        let length = max(reach(p, q), reach(q, r))
        if along < 0, abs(across) <= 2 * Double(length) { return q }
      }
    }
    return nil
  }

  /// Where two edges cross, or else the end of one that lies on the other.
  private static func place(of pair: ContactPair, _ rings: FixedRings) -> Coordinate {
    let (p, q) = (rings.vertices[pair.first], rings.vertices[pair.first + 1])
    let (r, s) = (rings.vertices[pair.second], rings.vertices[pair.second + 1])
    let grid = rings.grid
    if let pixel = grid.crossing(p, q, r, s) { return grid.coordinate(pixel) }
    let isOnFirst = grid.passage(p, q, through: grid.pixel(r)) != .apart
    return grid.coordinate(grid.pixel(isOnFirst ? r : p))
  }
}

extension FixedRings {
  /// The ring that an edge belongs to.
  fileprivate func ring(of edge: Int) -> Int? {
    ringStarts.lastIndex { Int($0) <= edge }
  }
}
