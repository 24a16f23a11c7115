/// Repair of one area whose rings cross or touch each other or themselves.
///
/// Every ring by itself is the ground around which it winds, whichever way and however often. A polygon is the ground of
/// its exterior less that of its holes; a hole that does not even touch it is a part by itself. The area is the union of
/// its polygons. This is what GEOS's `GeometryFixer` and `make_valid(method="structure")` do as well; here all rings are
/// noded once, on the grid, and everything else follows from how they wind.
package enum PolygonRepair {
  /// The first area of an array made valid, with coordinates that are multiples of `1 / unitsPerOne`.
  ///
  /// Throws `badData` where its edges cross too often, and as `SnapRounding.rounded` does.
  package static func repaired(
    _ area: MultiPolygonArray, unitsPerOne: Double, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    var rings = try FixedRings(area, unitsPerOne: unitsPerOne, jobs: jobs)
    var found = try NodingSearch.findings(in: &rings, jobs: jobs)
    if rings.areCentred && !found.areTouching { found.passages = [] }
    let noded = NodedRings(rings, found, .near)
    var whole = AreaArrangement()
    for polygon in area.polygons(of: 0) { add(area.rings(of: polygon), noded, to: &whole) }
    var out = MultiPolygonArray()
    whole.appendPolygons(to: &out, rings.grid)
    out.endArea()
    return out
  }

  /// Adds the boundary of the ground of one polygon.
  private static func add(_ rings: Range<Int>, _ noded: NodedRings, to whole: inout AreaArrangement) {
    guard let first = rings.first else { return }
    let exterior = noded.boundary(ofRing: first)
    if exterior.isEmpty { return }
    let holes = rings.dropFirst().map { noded.boundary(ofRing: $0) }.filter { !$0.isEmpty }
    if holes.isEmpty {
      whole.add(exterior)
      return
    }
    let areApart = areApart(holes, from: exterior)
    var united = AreaArrangement()
    for (hole, isApart) in zip(holes, areApart) where !isApart { united.add(hole) }
    var polygon = AreaArrangement()
    polygon.add(exterior)
    polygon.add(united.boundary(), reversed: true)
    whole.add(polygon.boundary())
    for (hole, isApart) in zip(holes, areApart) where isApart { whole.add(hole) }
  }

  /// Which holes have no point in common with the ground of an exterior. No two edges cross.
  private static func areApart(
    _ holes: [[AreaArrangement.Edge]], from exterior: [AreaArrangement.Edge]
  ) -> [Bool] {
    let vertices = (exterior.map(\.low) + exterior.map(\.high)).sorted(by: AreaArrangement.isBelow)
    func isVertex(_ point: GridPoint) -> Bool {
      var (low, high) = (0, vertices.count)
      while low < high {
        let middle = (low + high) / 2
        if AreaArrangement.isBelow(vertices[middle], point) { low = middle + 1 } else { high = middle }
      }
      return low < vertices.count && vertices[low] == point
    }
    var areApart = holes.map { hole in !hole.contains { isVertex($0.low) || isVertex($0.high) } }
    // One edge of each of the others tells how the exterior's ground winds around it.
    let open = holes.indices.filter { areApart[$0] }
    if open.isEmpty { return areApart }
    let probes = open.map { AreaArrangement.Edge(low: holes[$0][0].low, high: holes[$0][0].high, upward: 0) }
    let edges = (exterior.map { ($0, -1) } + zip(probes, open).map { ($0, $1) })
      .sorted { AreaArrangement.isBefore($0.0, $1.0) }
    var sweep = WindingSweep(edges.map(\.0), .positive)
    sweep.run()
    for (place, edge) in edges.enumerated() where edge.1 >= 0 {
      areApart[edge.1] = sweep.windings[place] < 1
    }
    return areApart
  }
}
