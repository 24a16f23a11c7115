import Footprints
import Testing

/// Ground that lies in several areas of a layer, against the overlay of the layer with itself.
@Suite struct RepeatedGroundTests {
  /// What all pairs of different areas have in common, in square metres.
  private func ofPairs(_ layer: GridLayer) throws -> Double {
    try OverlapKernel.overlap(a: layer, b: layer, jobs: 1).pairs.reduce(0) { $1.a < $1.b ? $0 + $1.area : $0 }
  }

  private func repeated(_ areas: MultiPolygonArray) throws -> Double? {
    try DissolveTests.gridded(areas).repeatedGround(jobs: 2)
  }

  @Test func aPartitionHasNone() throws {
    #expect(try repeated(.squares(columns: 9, rows: 7, side: 10)) == 0)
    // Areas that touch at corners, and one in the hole of another.
    let board = MultiPolygonArray.squares(columns: 3, rows: 3, side: 10)
    #expect(try repeated(board.selecting([0, 2, 4, 6, 8])) == 0)
    let frame = MultiPolygonArray(areas: [
      [[square(0, 90), square(20, 70)]], [[square(20, 70)]], [[square(100, 120)]],
    ])
    #expect(try repeated(frame) == 0)
    #expect(try repeated(MultiPolygonArray()) == 0)
  }

  @Test func whatLiesOverOthersIsFoundWithoutACrossing() throws {
    // An area within one that its neighbours share all borders with.
    var board = MultiPolygonArray.squares(columns: 5, rows: 5, side: 10)
    board.append(contentsOf: .rectangles([(22, 22, 4, 5)]))
    #expect(try repeated(board) == 20)
    // The same area three times is three pairs.
    #expect(try repeated(.rectangles([(0, 0, 3, 2), (0, 0, 3, 2), (0, 0, 3, 2)])) == 18)
    // The same as four areas together.
    #expect(
      try repeated(.rectangles([(0, 0, 2, 2), (0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 1, 1), (1, 1, 1, 1)])) == 4)
    // An island beside the middle of another's side, and one over it.
    #expect(try repeated(.rectangles([(0, 0, 10, 10), (10, 3, 5, 5)])) == 0)
    #expect(try repeated(.rectangles([(0, 0, 10, 10), (9, 3, 5, 5)])) == 5)
    // Diamonds that cross at their vertices only.
    let diamonds = MultiPolygonArray(areas: [
      [[[(0, -4), (4, 0), (0, 4), (-4, 0)]]], [[[(2, -2), (6, 2), (2, 6), (-2, 2)]]],
    ])
    #expect(try repeated(diamonds) == ofPairs(DissolveTests.gridded(diamonds)))
  }

  /// The upper side of a square between two others runs to the west, and is a run of its own: no ray shows what is on its
  /// left.
  @Test func edgesToTheWestAreNoTrap() throws {
    let strips = MultiPolygonArray.rectangles([(0, 0, 10, 10), (10, 0, 10, 10), (20, 0, 10, 10)])
    #expect(try repeated(strips) == 0)
    var covered = strips
    covered.append(contentsOf: .rectangles([(10, -5, 10, 30)]))
    #expect(try repeated(covered) == 100)
  }

  @Test(arguments: LayerKind.allCases)
  func anyLayerHasWhatItsPairsHave(kind: LayerKind) throws {
    var (known, withGround) = (0, 0)
    for seed in 0..<60 as Range<UInt64> {
      let pair = try kind.layers(seed: seed)
      let grid = IntegerGrid(covering: pair.a, pair.b, jobs: 1)
      // One layer alone, without some of its areas, and both as one, of which the areas overlap.
      var both = pair.a
      both.append(contentsOf: pair.b)
      for (name, areas) in [
        ("alone", pair.a), ("some", pair.a.selecting((0..<pair.a.count).filter { $0 % 3 != seed % 3 })),
        ("both", both), ("one more", Self.withOne(of: pair.b, over: pair.a, seed)),
      ] {
        let raw = try GridLayer(areas, grid: grid, jobs: 1)
        let invalid = Set(try OverlapKernel.invalidAreas(of: raw, jobs: 1).map(\.area))
        let layer = try GridLayer(
          raw.multiPolygons(of: (0..<raw.count).filter { !invalid.contains($0) }), grid: grid, jobs: 1)
        guard let repeated = try layer.repeatedGround(jobs: 1) else { continue }
        let expected = try ofPairs(layer)
        // Crossings are rounded to a fraction of the grid.
        #expect(abs(repeated - expected) <= 1e-9 * expected + 1e-9, "\(kind), seed \(seed), \(name)")
        known += 1
        if expected > 0 { withGround += 1 }
      }
    }
    #expect(known > 150 && (withGround > 20 || kind == .touching), "\(kind): \(known), \(withGround)")
  }

  /// A layer with an area of another on top.
  private static func withOne(
    of other: MultiPolygonArray, over layer: MultiPolygonArray, _ seed: UInt64
  ) -> MultiPolygonArray {
    var all = layer
    if other.count > 0 { all.append(contentsOf: other.selecting([Int(seed) % other.count])) }
    return all
  }

  private func square(_ low: Double, _ high: Double) -> [(Double, Double)] {
    [(low, low), (high, low), (high, high), (low, high)]
  }
}
