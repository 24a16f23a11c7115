/// Narrow ground between areas that is open to the outside of the layer, at one end or at several.
///
/// Where areas of two files lie beside each other, the strip between them runs out to the edge of the layer, or to both of its
/// edges, and nothing encloses it. It ends where it becomes wider than a distance, and at its mouths, which are lines from a point of one
/// area to the nearest point of another (`InletStrips`). What makes it a gap and no piece of coast is its shape: its sides are many
/// times as long as its mouths. Ground that is filled leaves none of its kind behind.
struct Inlets: Sendable {
  /// Each an area of one polygon, from south to north.
  private(set) var ground = MultiPolygonArray()
  /// The outline of each, edge by edge; nothing lies beyond its mouths.
  private(set) var sides: [[GroundSides.Side]] = []

  /// The sides of an inlet, both together, are at least so many times as long as its mouths: 10 m of length for 1 m of width at
  /// one mouth. A wedge between two areas that part is one if the angle is less than a tenth, about 6 degrees.
  static let leastLength = 20.0

  /// How many steps are taken for each edge on average before a search is given up; published boundaries need about 20.
  private static let steps = 512

  init() {}

  /// Finds the inlets of a layer.
  ///
  /// - Parameters:
  ///   - runs: the edges that no two areas share.
  ///   - outline: the same, closed.
  ///   - gaps: what they enclose.
  ///   - distance: how wide they can be, in metres.
  init(
    of layer: GridLayer, _ owners: EdgeOwners, _ runs: ArraySlice<EdgeRun>, _ outline: LayerOutline,
    gaps: MultiPolygonArray, within distance: Double, jobs: Int
  ) throws(FootprintsError) {
    let unit = 1 / layer.grid.unitsPerMetre
    // Borders must not move further than asked for once mouths are rounded to the grid.
    let reach = distance - 16 * unit
    guard reach > 0, let edges = BorderEdges(of: layer, owners, runs),
      let strips = try Self.strips(edges, reach: reach, coincidence: 2 * unit, jobs: jobs)
    else { return }
    // The strips that an edge has on its way to another area, and that one on its way back, are mostly the same ground.
    let united = try SnapRounding.rounded(strips, unitsPerOne: layer.grid.unitsPerMetre, jobs: jobs)
    let long = united.polygonsApart {
      united.perimeter(ofPolygon: $0).squared >= Self.leastSquare * united.area(ofPolygon: $0)
    }
    if long.count == 0 { return }
    let open = try SnapRounding.rounded(
      outline.leaving(long), unitsPerOne: layer.grid.unitsPerMetre, jobs: jobs
    ).polygonsApart { _ in true }
    let plain = InletOutlines(open, edges, tolerance: 2 * unit).plain
    let found = try GroundSides(of: plain, in: layer, jobs: jobs).sides
    keep(found.indices.filter { Self.isInlet(found[$0]) }, of: plain, found)
    try leaveOut(gaps, layer.grid, jobs: jobs)
    if ground.count == 0 { return }
    let dams = try InletDams(self, in: outline, jobs: jobs).dams
    if !dams.isEmpty { keep((0..<ground.count).filter { !dams.contains($0) }, of: ground, sides) }
  }

  /// Leaves out the narrow ends of gaps, which are closed with all of their gap or not at all.
  private mutating func leaveOut(
    _ gaps: MultiPolygonArray, _ grid: IntegerGrid, jobs: Int
  ) throws(FootprintsError) {
    if ground.count == 0 || gaps.count == 0 { return }
    let places = (0..<ground.count).map { ground.interiorPoint(of: $0) ?? Coordinate(.nan, .nan) }
    let located = try PointLocator(GridLayer(gaps, grid: grid, jobs: jobs)).locate(places, jobs: jobs)
    keep((0..<ground.count).filter { located[$0].isEmpty }, of: ground, sides)
  }

  private mutating func keep(_ wanted: [Int], of all: MultiPolygonArray, _ sides: [[GroundSides.Side]]) {
    ground = all.selecting(wanted)
    self.sides = wanted.map { sides[$0] }
  }

  /// The square of the perimeter of an inlet is at least so many times its area: of a strip ten times as long as wide, 4 * 11 * 11 / 10;
  /// rounded down.
  private static let leastSquare = 40.0

  private static func isInlet(_ sides: [GroundSides.Side]) -> Bool {
    var (mouths, length) = (0.0, 0.0)
    var areas: Set<Int> = []
    for side in sides {
      if side.beyond.isEmpty { mouths += side.length } else { length += side.length }
      areas.formUnion(side.beyond)
    }
    // What has no mouth is enclosed, and a gap like any other.
    return mouths > 0 && areas.count > 1 && length >= leastLength * mouths
  }

  /// The strips of all edges as one area; nil where there are none, or too many to look at.
  private static func strips(
    _ edges: BorderEdges, reach: Double, coincidence: Double, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray? {
    // Pieces of the same size however many threads there are, since each has its limit.
    let pieces = Pieces(of: edges.count, minimum: 1 << 10, jobs: 32)
    let found = try parallelMap(
      count: pieces.count, jobs: jobs,
      makeWorker: { InletStrips(edges, reach: reach, coincidence: coincidence) }
    ) { (strips, piece) -> MultiPolygonArray? in
      // A limit for each piece, whoever works on it, so that threads change nothing.
      let most = 1 << 20 + Self.steps * pieces[piece].count
      strips.steps = 0
      for edge in pieces[piece] {
        strips.add(besideEdge: edge)
        if strips.steps > most {
          _ = strips.take()
          return nil
        }
      }
      return strips.take()
    }
    let all = found.compactMap(\.self)
    guard all.count == found.count else { return nil }
    let joined = MultiPolygonArray(joining: all, jobs: jobs)
    if joined.polygonCount == 0 { return nil }
    return MultiPolygonArray(
      coordinates: joined.coordinates, ringOffsets: joined.ringOffsets,
      polygonOffsets: joined.polygonOffsets, areaOffsets: [0, joined.polygonCount])
  }
}

extension Double {
  fileprivate var squared: Double { self * self }
}
