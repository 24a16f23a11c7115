import Footprints
import Testing

@Suite struct SnapRoundingTests {
  /// Checks what holds for every result: valid areas by GEOS, coordinates on the grid, no edges that touch elsewhere than
  /// at common vertices; the same for any number of jobs and any order of areas, and when it is rounded once more.
  static func check(
    _ areas: MultiPolygonArray, unitsPerOne: Double, _ name: String,
    location: SourceLocation = #_sourceLocation
  ) throws -> MultiPolygonArray {
    let rounded = try SnapRounding.rounded(areas, unitsPerOne: unitsPerOne, jobs: 1)
    #expect(rounded.count == areas.count, "\(name)", sourceLocation: location)
    let context = GEOSContext()
    for area in 0..<rounded.count {
      let fault = try GEOSGeometry(area: area, of: rounded, in: context).validityFault()
      #expect(fault == nil, "\(name), area \(area): \(String(describing: fault))", sourceLocation: location)
    }
    for coordinate in rounded.coordinates {
      for value in [coordinate.x, coordinate.y] {
        #expect(
          (value * unitsPerOne).rounded() / unitsPerOne == value, "\(name)", sourceLocation: location)
      }
    }
    #expect(Self.firstContact(rounded, unitsPerOne) == nil, "\(name)", sourceLocation: location)
    #expect(
      try SnapRounding.rounded(areas, unitsPerOne: unitsPerOne, jobs: 3) == rounded, "\(name)",
      sourceLocation: location)
    #expect(
      try SnapRounding.rounded(rounded, unitsPerOne: unitsPerOne, jobs: 2) == rounded, "\(name)",
      sourceLocation: location)
    #expect(
      try SnapRounding.rounded(areas, unitsPerOne: unitsPerOne, isCrowded: true, jobs: 2) == rounded,
      "\(name), as a crowd", sourceLocation: location)
    let backwards = Array((0..<areas.count).reversed())
    #expect(
      try SnapRounding.rounded(areas.selecting(backwards), unitsPerOne: unitsPerOne, jobs: 1)
        == rounded.selecting(backwards), "\(name)", sourceLocation: location)
    return rounded
  }

  /// Two edges that have a point in common which is not a common end, unless they are the same; by comparing all.
  private static func firstContact(_ areas: MultiPolygonArray, _ unitsPerOne: Double) -> String? {
    struct Edge: Hashable {
      let (px, py, qx, qy): (Int, Int, Int, Int)
    }
    var edges: Set<Edge> = []
    for ring in 0..<areas.ringCount {
      let points = areas.coordinates[areas.vertices(of: ring)].map {
        (Int(($0.x * unitsPerOne).rounded()), Int(($0.y * unitsPerOne).rounded()))
      }
      for (p, q) in zip(points, points.dropFirst()) {
        let (low, high) = p < q ? (p, q) : (q, p)
        edges.insert(Edge(px: low.0, py: low.1, qx: high.0, qy: high.1))
      }
    }
    func side(_ e: Edge, _ x: Int, _ y: Int) -> Int {
      ((e.qx - e.px) * (y - e.py) - (e.qy - e.py) * (x - e.px)).signum()
    }
    func holds(_ e: Edge, _ x: Int, _ y: Int) -> Bool {
      side(e, x, y) == 0 && min(e.px, e.qx) <= x && x <= max(e.px, e.qx) && min(e.py, e.qy) <= y
        && y <= max(e.py, e.qy) && (x, y) != (e.px, e.py) && (x, y) != (e.qx, e.qy)
    }
    let all = Array(edges)
    for (index, a) in all.enumerated() {
      for b in all[(index + 1)...] {
        let crosses =
          side(a, b.px, b.py) * side(a, b.qx, b.qy) < 0 && side(b, a.px, a.py) * side(b, a.qx, a.qy) < 0
        if crosses || holds(a, b.px, b.py) || holds(a, b.qx, b.qy) || holds(b, a.px, a.py)
          || holds(b, a.qx, a.qy)
        {
          return "\(a) and \(b)"
        }
      }
    }
    return nil
  }

  @Test(arguments: 0..<48)
  func coverages(seed: UInt64) throws {
    var walks = RandomWalks(random: SeededGenerator(seed: seed))
    let size = [3.0, 7, 20, 1000][Int(seed % 4)]
    let bend = [0.2, 0.45, 1.5][Int(seed % 3)]
    let areas = walks.coverage(cells: 6, size: size, areas: 5, bend: bend)
    let rounded = try Self.check(areas, unitsPerOne: 1, "seed \(seed)")
    // All areas together are the square still, once where no cell turned over.
    let total = (0..<rounded.count).reduce(0.0) { $0 + rounded.area(of: $1) }
    if bend < 0.5 {
      #expect(total == size * size, "seed \(seed)")
    } else {
      #expect(total >= size * size, "seed \(seed)")
    }
    for area in 0..<rounded.count where bend < 0.5 {
      let (before, length) = (Self.signedArea(areas, area), areas.perimeter(of: area))
      #expect(abs(rounded.area(of: area) - before) <= length, "seed \(seed), area \(area)")
    }
  }

  private static func signedArea(_ areas: MultiPolygonArray, _ area: Int) -> Double {
    areas.rings(ofArea: area).reduce(0) { $0 + areas.signedArea(ofRing: $1) }
  }

  @Test(arguments: 0..<48)
  func tangles(seed: UInt64) throws {
    var walks = RandomWalks(random: SeededGenerator(seed: seed))
    let areas = walks.tangles(
      areas: 3, corners: 3 + Int(seed % 9), size: [4.0, 12, 1000][Int(seed % 3)],
      step: [0.125, 1][Int(seed % 2)])
    _ = try Self.check(areas, unitsPerOne: 1, "seed \(seed)")
  }

  /// Rings given as walks, and what the area is then.
  struct Example {
    let walks: [[(Double, Double)]]
    let polygons: [[[(Double, Double)]]]
  }

  static let examples: [Example] = [
    // Nothing to do: rings keep their places and starts.
    Example(walks: [[(4, 4), (0, 4), (0, 0), (4, 0)]], polygons: [[[(4, 4), (0, 4), (0, 0), (4, 0)]]]),
    // A hole before its exterior, and an island in it.
    Example(
      walks: [
        [(1, 1), (1, 5), (5, 5), (5, 1)], [(2, 2), (3, 2), (3, 3), (2, 3)], [(0, 0), (6, 0), (6, 6), (0, 6)],
      ],
      polygons: [
        [[(2, 2), (3, 2), (3, 3), (2, 3)]],
        [[(0, 0), (6, 0), (6, 6), (0, 6)], [(1, 1), (1, 5), (5, 5), (5, 1)]],
      ]),
    // A ring inside another of the same direction, and one the wrong way round.
    Example(
      walks: [[(0, 0), (6, 0), (6, 6), (0, 6)], [(1, 1), (5, 1), (5, 5), (1, 5)]],
      polygons: [[[(0, 0), (6, 0), (6, 6), (0, 6)]]]),
    Example(walks: [[(0, 0), (0, 6), (6, 6), (6, 0)]], polygons: []),
    // A walk over itself, forth and back.
    Example(
      walks: [[(0, 0), (4, 0), (9, 0), (4, 0), (4, 4), (0, 4)]],
      polygons: [[[(0, 0), (4, 0), (4, 4), (0, 4)]]]),
    // One ring around ground and a hole that touches it at a point.
    Example(
      walks: [[(0, 0), (8, 0), (8, 8), (0, 8), (0, 0), (3, 5), (5, 3)]],
      polygons: [[[(0, 0), (8, 0), (8, 8), (0, 8)], [(0, 0), (3, 5), (5, 3)]]]),
    // Two squares that touch at a corner, in one ring.
    Example(
      walks: [[(0, 0), (2, 0), (2, 2), (4, 2), (4, 4), (2, 4), (2, 2), (0, 2)]],
      polygons: [[[(0, 0), (2, 0), (2, 2), (0, 2)]], [[(2, 2), (4, 2), (4, 4), (2, 4)]]]),
    // Too thin to be anything, and a neck that closes.
    Example(walks: [[(0, 0), (9, 0.1), (9, 0.3), (0, 0.2)]], polygons: []),
    Example(
      walks: [
        [
          (0, 0), (2, 0), (2, 1), (5, 1.1), (5, 0), (7, 0), (7, 3), (5, 3), (5, 1.3), (2, 1.2), (2, 3),
          (0, 3),
        ]
      ],
      polygons: [
        [[(0, 0), (2, 0), (2, 1), (2, 3), (0, 3)]], [[(5, 0), (7, 0), (7, 3), (5, 3), (5, 1)]],
      ]),
  ]

  @Test(arguments: examples.indices) func example(_ index: Int) throws {
    let example = Self.examples[index]
    let walks = RandomWalks.walks([
      example.walks.map { ring in (ring + ring.prefix(1)).map { Coordinate($0.0, $0.1) } }
    ])
    let expected = try MultiPolygonArray(multiPolygons: [example.polygons])
    #expect(try Self.check(walks, unitsPerOne: 1, "\(index)") == expected)
  }

  @Test func whatCannotBeRounded() throws {
    func ring(_ corner: Double) -> MultiPolygonArray {
      RandomWalks.walks([[[(0, 0), (1, 0), (corner, 1), (0, 0)].map { Coordinate($0.0, $0.1) }]])
    }
    for corner in [Double.nan, .infinity, -.infinity, 1e300, 0x1p46] {
      #expect(throws: FootprintsError.self) {
        try SnapRounding.rounded(ring(corner), unitsPerOne: 1, jobs: 1)
      }
    }
    #expect(try SnapRounding.rounded(ring(0x1p45), unitsPerOne: 1, jobs: 1).polygonCount == 1)
    let open = RandomWalks.walks([[[(0, 0), (1, 0), (1, 1), (0, 1)].map { Coordinate($0.0, $0.1) }]])
    #expect(throws: FootprintsError.self) { try SnapRounding.rounded(open, unitsPerOne: 1, jobs: 1) }
    #expect(
      try SnapRounding.rounded(MultiPolygonArray(), unitsPerOne: 1, jobs: 1) == MultiPolygonArray())
    let none = RandomWalks.walks([[]])
    #expect(try SnapRounding.rounded(none, unitsPerOne: 1, jobs: 1) == none)
  }
}
