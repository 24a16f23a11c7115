import Footprints
import Testing

/// Coincident, collinear and touching boundaries, where methods that add up local terms are known to fail.
@Suite struct DegenerateOverlapTests {
  typealias Ring = [(Double, Double)]

  /// All triangles with corners on a square lattice.
  static func triangles(_ side: Int) -> MultiPolygonArray {
    let points = (0..<side * side).map { (Double($0 % side), Double($0 / side)) }
    var areas: [[[Ring]]] = []
    for a in points.indices {
      for b in points.indices where b > a {
        for c in points.indices where c > b {
          let (p, q, r) = (points[a], points[b], points[c])
          if (q.0 - p.0) * (r.1 - p.1) == (q.1 - p.1) * (r.0 - p.0) { continue }
          areas.append([[[p, q, r]]])
        }
      }
    }
    return MultiPolygonArray(areas: areas)
  }

  /// Every way in which two triangles can share vertices, touch edges with vertices from either side, run
  /// along each other, contain each other.
  @Test func allTrianglesOfALattice() throws {
    let small = Self.triangles(3)
    #expect(small.count == 76)
    try KernelOracle.check(small, small, "3 x 3", touchingIsExact: true)
    let large = Self.triangles(4)
    let some = large.selecting(stride(from: 0, to: large.count, by: 7))
    try KernelOracle.check(
      some, small.mapped { Coordinate($0.x + 1, $0.y) }, "4 x 4, 3 x 3", touchingIsExact: true)
    try KernelOracle.check(small, some, "3 x 3, 4 x 4", touchingIsExact: true)
  }

  /// Polygons with many corners on a small lattice: spikes and rings that touch themselves included, as the
  /// repair by GEOS turns them into parts and holes that touch in points.
  @Test(arguments: 0..<40)
  func randomPolygonsOfALattice(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1, size: 6)
    try KernelOracle.check(
      layers.stars(count: 6, corners: 10), layers.stars(count: 6, corners: 10), "seed \(seed)")
  }

  @Test(arguments: [0, 0.001, 0.5, 1])
  func shiftedSquares(shift: Double) throws {
    let a = MultiPolygonArray.squares(columns: 9, rows: 9)
    let b = a.mapped { Coordinate($0.x + shift, $0.y + shift) }
    try KernelOracle.check(a, b, "shifted by \(shift)", touchingIsExact: shift != 0.001)
    let sideways = a.mapped { Coordinate($0.x + shift, $0.y) }
    try KernelOracle.check(a, sideways, "shifted sideways by \(shift)", touchingIsExact: shift != 0.001)
  }

  @Test func squaresAgainstSquaresTurnedBy45Degrees() throws {
    let a = MultiPolygonArray.squares(columns: 8, rows: 8)
    let turned = MultiPolygonArray.squares(columns: 8, rows: 8, at: (-4, -4)).mapped {
      Coordinate(4 + $0.x - $0.y, 4 + $0.x + $0.y)
    }
    try KernelOracle.check(a, turned, "turned", touchingIsExact: true)
    try KernelOracle.check(a, turned.mapped { Coordinate($0.x + 0.5, $0.y + 0.5) }, "turned and shifted")
  }

  /// Triangles with one corner in a common point, and polygons that pass through it with an edge.
  @Test func starsThroughOnePoint() throws {
    func star(_ rays: Int, _ turn: Double) -> MultiPolygonArray {
      MultiPolygonArray(
        areas: (0..<rays).map { ray in
          let (a, b) = (Double(ray) + turn, Double(ray) + turn + 1)
          return [
            [
              [(0, 0)]
                + [a, b].map { angle in
                  let turn = angle / Double(rays) * 2 * .pi
                  return ((1000 * cosine(turn)).rounded(), (1000 * cosine(turn - .pi / 2)).rounded())
                }
            ]
          ]
        })
    }
    try KernelOracle.check(star(24, 0), star(24, 0), "same", touchingIsExact: true)
    try KernelOracle.check(star(24, 0), star(24, 0.5), "turned")
    try KernelOracle.check(star(24, 0), star(7, 0.25), "uneven")
    let halves = MultiPolygonArray(areas: [
      [[[(-9, 0), (9, 0), (9, 9), (-9, 9)]]], [[[(-9, 0), (9, 0), (9, -9), (-9, -9)]]],
      [[[(0, -9), (0, 9), (9, 9), (9, -9)]]], [[[(-9, -9), (9, 9), (-9, 9)]]],
    ])
    try KernelOracle.check(halves, star(24, 0), "halves")
    try KernelOracle.check(star(24, 0), halves, "halves, other way")
    try KernelOracle.check(halves, halves, "halves, themselves", touchingIsExact: true)
  }

  /// locationtech/jts pull requests 1040 and 1043: a vertex on a vertex, with edges that run along each
  /// other on one side or both, and only touch.
  @Test func vertexOnVertex() throws {
    let a = MultiPolygonArray(areas: [[[[(100, 100), (200, 100), (300, 200), (200, 300), (100, 300)]]]])
    let b = MultiPolygonArray(areas: [
      [[[(200, 100), (300, 200), (300, 100)]]], [[[(100, 100), (200, 100), (200, 300), (100, 300)]]],
      [[[(300, 200), (400, 100), (400, 300)]]], [[[(300, 200), (200, 200), (400, 300)]]],
      [[[(100, 100), (300, 200), (100, 300)]]], [[[(200, 300), (300, 200), (200, 100), (50, 200)]]],
      [[[(100, 100), (0, 0), (200, 100), (300, 200), (200, 300), (0, 400), (100, 300)]]],
    ])
    try KernelOracle.check(a, b, "vertex on vertex", touchingIsExact: true)
    try KernelOracle.check(b, a, "vertex on vertex, other way", touchingIsExact: true)
    try KernelOracle.check(b, b, "vertex on vertex, among themselves", touchingIsExact: true)
  }

  /// locationtech/jts pull request 1042: one area wholly inside another, or inside a hole of it.
  @Test func ringInsideOfRing() throws {
    let square: (Double, Double, Double) -> Ring = InvalidAreasTests.square
    let a = MultiPolygonArray(areas: [
      [[square(0, 0, 100)]], [[square(0, 0, 100), square(20, 20, 60)]],
      [[square(0, 0, 100), square(20, 20, 60)], [square(40, 40, 20)]],
    ])
    let b = MultiPolygonArray(areas: [
      [[square(30, 30, 40)]], [[square(45, 45, 10)]], [[square(2, 2, 10)]], [[square(20, 20, 60)]],
      [[square(-50, -50, 300), square(10, 10, 80)]], [[square(200, 0, 10)]],
    ])
    try KernelOracle.check(a, b, "inside", touchingIsExact: true)
    try KernelOracle.check(b, a, "inside, other way", touchingIsExact: true)
    let result = try KernelOracle.kernel(a, b)
    #expect(result.pairs.first { $0.a == 2 && $0.b == 0 }?.area == 400)
    #expect(!result.pairs.contains { $0.a == 1 && $0.b == 0 })
  }

  /// A vertex of one layer on an edge of the other, passing through it or turning back, either way round,
  /// and edges that end on each other as a T.
  @Test func vertexOnEdge() throws {
    let a = MultiPolygonArray(areas: [[[[(0, 0), (8, 0), (8, 8), (0, 8)]]], [[[(0, 0), (8, 4), (4, 8)]]]])
    let b = MultiPolygonArray(areas: [
      [[[(4, 0), (6, 4), (2, 4)]]], [[[(4, 0), (6, -4), (2, -4)]]], [[[(4, -4), (8, 4), (4, 12), (0, 4)]]],
      [[[(-4, -4), (4, 0), (-4, 4)]]], [[[(4, 0), (12, 0), (12, 4), (8, 4), (8, 2)]]],
      [[[(2, 0), (6, 0), (6, -2), (2, -2)]]], [[[(2, 0), (6, 0), (6, 2), (2, 2)]]],
      [[[(-2, 0), (10, 0), (10, 3), (-2, 3)]]], [[[(4, 2), (9, 2), (9, 6), (6, 6)]]],
    ])
    try KernelOracle.check(a, b, "vertex on edge", touchingIsExact: true)
    try KernelOracle.check(b, a, "vertex on edge, other way", touchingIsExact: true)
    for turn in [(0.0, 1.0), (-1, 0), (0, -1), (0.6, 0.8)] {
      let turned = { (c: Coordinate) in
        Coordinate(5 * (c.x * turn.0 - c.y * turn.1), 5 * (c.x * turn.1 + c.y * turn.0))
      }
      try KernelOracle.check(a.mapped(turned), b.mapped(turned), "turned by \(turn)", touchingIsExact: true)
    }
  }

  /// Where areas touch along a border beside a real overlap, the touching part is not a boundary of it.
  @Test func perimeterLeavesOutTouchingBorders() throws {
    // A small real overlap on the left and a touching border of 90 m to the right of it, on each side in turn.
    let a = MultiPolygonArray.rectangles([(0, 0, 100, 10)])
    let b = MultiPolygonArray(areas: [[[[(0, 5), (10, 5), (10, 10), (100, 10), (100, 20), (0, 20)]]]])
    for turn in [(1.0, 0.0), (0, 1), (-1, 0), (0, -1)] {
      let turned = { (c: Coordinate) in Coordinate(c.x * turn.0 - c.y * turn.1, c.x * turn.1 + c.y * turn.0) }
      for (first, second) in [(a, b), (b, a)] {
        let result = try KernelOracle.kernel(first.mapped(turned), second.mapped(turned))
        #expect(result.pairs.map(\.area) == [50])
        #expect(result.pairs.map(\.perimeter) == [30])
      }
    }
  }

  /// Rings that touch themselves or run out and back (invalid for GEOS, but with a clear interior) count as
  /// their interior does.
  @Test func spikesAndSelfTouchingRings() throws {
    let a = MultiPolygonArray(areas: [
      [[[(0, 0), (4, 0), (4, 4), (8, 4), (4, 4), (0, 4)]]], [[[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)]]],
      [[[(0, 0), (9, 0), (9, 9), (3, 3), (3, 6), (6, 3), (3, 3), (0, 9)]]],
    ])
    let b = MultiPolygonArray.rectangles([(3, 3, 6, 6), (0, 0, 9, 9)])
    let result = try KernelOracle.kernel(a, b)
    let whole = result.pairs.filter { $0.b == 1 }
    #expect(whole.map(\.a) == [0, 1, 2] && whole.map(\.area) == result.aAreas)
    #expect(result.aAreas[0] == 16 && result.aAreas[1] == 8)
    #expect(result.pairs.first { $0.a == 0 && $0.b == 0 }?.area == 1)
  }
}
