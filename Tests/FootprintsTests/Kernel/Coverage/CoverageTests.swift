import Footprints
import Testing

/// How areas of a layer lie beside each other, calculated by hand and by GEOS.
@Suite struct CoverageTests {
  private func coverage(_ areas: MultiPolygonArray, jobs: Int = 2) throws -> Coverage {
    try DissolveTests.gridded(areas).coverage(jobs: jobs)
  }

  private func square(_ low: Double, _ high: Double) -> [(Double, Double)] {
    [(low, low), (high, low), (high, high), (low, high)]
  }

  @Test func partitionsHaveNothing() throws {
    let board = MultiPolygonArray.squares(columns: 9, rows: 7, side: 10)
    for areas in [
      board, MultiPolygonArray(), board.selecting([3]),
      // Areas that touch at corners only, and far from each other.
      board.selecting([0, 20]),
      // An area in the hole of another.
      MultiPolygonArray(areas: [[[square(0, 90), square(20, 70)]], [[square(20, 70)]]]),
    ] {
      let found = try coverage(areas)
      #expect(found.isExact && found.overlaps.isEmpty && found.gaps.count == 0 && found.mismatches.isEmpty)
    }
  }

  /// A chessboard: corners touch, and its white squares inside are gaps of one square each.
  @Test func gapsAreFoundWithTheirNeighbours() throws {
    let board = MultiPolygonArray.squares(columns: 3, rows: 3, side: 10)
    let found = try coverage(board.selecting([0, 1, 2, 3, 5, 6, 7, 8]))
    #expect(found.isExact && found.gaps.count == 1 && found.gaps.area(of: 0) == 100)
    #expect(found.neighbours[0].map(\.area).sorted() == [1, 3, 4, 6])
    #expect(found.neighbours[0].allSatisfy { $0.length == 10 })
    // A gap with an island in it is less that island.
    var pond = board.selecting([0, 1, 2, 3, 5, 6, 7, 8])
    pond.append(contentsOf: .rectangles([(14, 14, 2, 3)]))
    let island = try coverage(pond)
    #expect(island.isExact && island.gaps.count == 1 && island.gaps.area(of: 0) == 94)
    #expect(island.neighbours[0].first { $0.area == 8 }?.length == 10)
    // A notch of a whole square is open to the outside.
    #expect(try coverage(board.selecting([0, 1, 2, 3, 5, 6, 8])).gaps.count == 0)
    // Two gaps that touch at a corner are two.
    let wide = MultiPolygonArray.squares(columns: 4, rows: 4, side: 10)
    let two = try coverage(wide.selecting((0..<16).filter { $0 != 5 && $0 != 10 }))
    #expect(two.gaps.count == 2 && two.gaps.area(of: 0) == 100 && two.gaps.area(of: 1) == 100)
  }

  @Test func overlapsAreFoundWithTheirGround() throws {
    var board = MultiPolygonArray.squares(columns: 5, rows: 5, side: 10)
    // Over four squares, whose own neighbours share all their borders.
    board.append(contentsOf: .rectangles([(15, 25, 10, 10)]))
    let found = try coverage(board)
    #expect(!found.isExact && found.gaps.count == 0)
    #expect(found.overlaps.map(\.areas.0) == [11, 12, 16, 17])
    #expect(found.overlaps.allSatisfy { $0.areas.1 == 25 && $0.area == 25 && $0.perimeter == 20 })
    #expect((0..<4).allSatisfy { found.common.area(of: $0) == 25 })
    // What lies inside another without touching it, and inside one whose own edges are all shared.
    board = .squares(columns: 5, rows: 5, side: 10)
    board.append(contentsOf: .rectangles([(22, 22, 4, 5)]))
    let inside = try coverage(board)
    #expect(
      inside.overlaps.count == 1 && inside.overlaps[0].areas == (12, 25) && inside.overlaps[0].area == 20)
    // The same ground three times is three pairs.
    let thrice = try coverage(.rectangles([(0, 0, 3, 2), (0, 0, 3, 2), (0, 0, 3, 2)]))
    #expect(thrice.overlaps.map(\.area) == [6, 6, 6])
    // Two tiers in one layer: the lower one's areas inside have no edge that is not shared.
    var tiers = MultiPolygonArray.squares(columns: 5, rows: 5, side: 10)
    tiers.append(contentsOf: .rectangles([(0, 0, 50, 50)]))
    let both = try coverage(tiers)
    #expect(both.overlaps.count == 25 && both.overlaps.allSatisfy { $0.area == 100 && $0.areas.1 == 25 })
  }

  /// Hundreds of areas on top of each other are not several hundred thousand findings.
  @Test func crowdsAreNotListed() throws {
    func heap(_ count: Int) -> MultiPolygonArray {
      .rectangles(
        (0..<count).map { place in
          let (x, y) = (Double(place * 37 % 701), Double(place * 53 % 709))
          return (x / 10, y / 10, 100, 100)
        })
    }
    #expect(try coverage(heap(30)).overlaps.count == 30 * 29 / 2)
    #expect(try coverage(heap(700)).isCrowded)
    // The same area many times has no edge that crosses another.
    let same = try coverage(.rectangles((0..<2000).map { _ in (0, 0, 10, 10) }))
    #expect(same.isCrowded && !same.isExact)
    // Copies that have other vertices along their sides.
    let stack = MultiPolygonArray(
      areas: (0..<200).map { copy in
        let side = (1..<20).map { (Double($0 * 5) + Double((copy * 7 + $0) % 97) / 25, 0.0) }
        return [[[(0, 0)] + side + [(100, 0), (100, 100), (0, 100)]]]
      })
    #expect(try coverage(stack).isCrowded)
    #expect(try LayerConflicts(TestLayer.make("t", heap(700)), jobs: 2).findings.map(\.kind) == [.overlap])
  }

  /// A vertex of one on the side of another: no ground is amiss, and the sides do not match.
  @Test func verticesThatNeighboursDoNotHave() throws {
    let found = try coverage(.rectangles([(0, 0, 10, 10), (10, 0, 5, 4), (10, 4, 5, 6)]))
    #expect(found.overlaps.isEmpty && found.gaps.count == 0 && !found.isExact)
    #expect(found.mismatches.map(\.areas.0) == [0, 0] && found.mismatches.map(\.areas.1) == [1, 2])
    #expect(found.mismatches.allSatisfy { $0.place == Coordinate(10, 4) && $0.edges == 2 })
    // Areas that touch at a vertex of both match.
    let corners = MultiPolygonArray(areas: [
      [[[(0, 0), (4, 0), (2, 3), (4, 6), (0, 6)]]], [[[(2, 3), (6, 1), (6, 5)]]],
    ])
    #expect(try coverage(corners).mismatches.isEmpty)
  }

  /// Overlaps against an overlay by GEOS, gaps against the holes of GEOS's union.
  @Test(arguments: LayerKind.allCases)
  func anyLayerAgreesWithGEOS(kind: LayerKind) throws {
    var (withOverlaps, withGaps) = (0, 0)
    for seed in 0..<20 as Range<UInt64> {
      let pair = try kind.layers(seed: seed)
      let grid = IntegerGrid(covering: pair.a, pair.b, jobs: 1)
      var both = pair.a
      both.append(contentsOf: pair.b)
      for (name, areas) in [("alone", pair.a), ("both", both)] {
        let raw = try GridLayer(areas, grid: grid, jobs: 1)
        let invalid = Set(try OverlapKernel.invalidAreas(of: raw, jobs: 1).map(\.area))
        let valid = raw.multiPolygons(of: (0..<raw.count).filter { !invalid.contains($0) })
        let layer = try GridLayer(valid, grid: grid, jobs: 1)
        let found = try layer.coverage(jobs: 1)
        let context = "\(kind), seed \(seed), \(name)"
        let expected = try GEOSOverlap.table(valid, valid, jobs: 1).pairs.filter {
          $0.x < $0.y && $0.area > 1e-3
        }
        let large = found.overlaps.filter { $0.area > 1e-3 }
        #expect(
          large.map(\.areas.0) == expected.map(\.x) && large.map(\.areas.1) == expected.map(\.y), "\(context)"
        )
        for (own, other) in zip(large, expected) {
          #expect(abs(own.area - other.area) <= 1e-6 * other.area + 1e-3, "\(context)")
        }
        // Drawn on the grid, whose unit counts along the whole outline.
        #expect(
          (0..<found.overlaps.count).allSatisfy { index in
            let overlap = found.overlaps[index]
            return abs(found.common.area(of: index) - overlap.area)
              <= 1e-6 * overlap.area + 1e-3 + 2 * overlap.perimeter / grid.unitsPerMetre
          }, "\(context)")
        let (open, isAll) = try enclosed(by: valid)
        let gaps = (0..<found.gaps.count).reduce(0) { $0 + found.gaps.area(of: $1) }
        #expect(gaps >= open - 1e-6 * open - 1e-2, "\(context): \(gaps), not \(open)")
        #expect(!isAll || gaps <= open + 1e-6 * open + 1e-2, "\(context): \(gaps), not \(open)")
        if !expected.isEmpty { withOverlaps += 1 }
        if open > 1e-2 { withGaps += 1 }
      }
    }
    #expect(withOverlaps > 5 || kind == .touching || kind == .apart, "\(kind): \(withOverlaps), \(withGaps)")
  }

  /// The ground enclosed by areas that lies in none of them, by GEOS's unions, and whether that is all: not where parts that
  /// touch at points enclose more.
  private func enclosed(by areas: MultiPolygonArray) throws -> (area: Double, isAll: Bool) {
    if areas.polygonCount == 0 { return (0, true) }
    let context = GEOSContext()
    let union = try GEOSGeometry(polygons: 0..<areas.polygonCount, of: areas, in: context).union()
    var united = MultiPolygonArray()
    try union.appendArea(to: &united)
    var filled = MultiPolygonArray()
    for polygon in 0..<united.polygonCount {
      if let ring = united.rings(of: polygon).first {
        for vertex in united.vertices(of: ring) { filled.append(united.coordinates[vertex]) }
        filled.endRing()
        filled.endPolygon()
      }
    }
    filled.endArea()
    let whole = try GEOSGeometry(polygons: 0..<filled.polygonCount, of: filled, in: context).union().area()
    var isAll = true
    for polygon in 0..<united.polygonCount {
      let prepared = try GEOSPreparedGeometry(
        GEOSGeometry(polygons: polygon..<polygon + 1, of: united, in: context))
      for other in (polygon + 1)..<max(polygon + 1, united.polygonCount) {
        let one = try GEOSGeometry(polygons: other..<other + 1, of: united, in: context)
        if try prepared.intersects(one) { isAll = false }
      }
    }
    return (try whole - union.area(), isAll)
  }

  /// Neither threads nor the order of areas change what is found.
  @Test(arguments: [LayerKind.overlapping, .tJunctions, .islands, .hairsBreadth])
  func threadsAndOrderChangeNothing(kind: LayerKind) throws {
    for seed in 0..<10 as Range<UInt64> {
      let areas = try kind.layers(seed: seed).a
      let raw = try DissolveTests.gridded(areas)
      let invalid = Set(try OverlapKernel.invalidAreas(of: raw, jobs: 1).map(\.area))
      let valid = raw.multiPolygons(of: (0..<raw.count).filter { !invalid.contains($0) })
      func words(_ array: MultiPolygonArray, _ name: (Int) -> Int, jobs: Int) throws -> [String] {
        let found = try GridLayer(array, grid: raw.grid, jobs: 1).coverage(jobs: jobs)
        let overlaps = found.overlaps.map {
          "overlap \([name($0.areas.0), name($0.areas.1)].sorted()) \(($0.area * 1e3).rounded())"
        }
        let gaps = (0..<found.gaps.count).map { gap in
          "gap \((found.gaps.area(of: gap) * 1e3).rounded()) \(found.neighbours[gap].map { name($0.area) }.sorted())"
        }
        let mismatches = found.mismatches.map {
          "mismatch \([name($0.areas.0), name($0.areas.1)].sorted()) \($0.edges)"
        }
        return (overlaps + gaps + mismatches).sorted()
      }
      let expected = try words(valid, { $0 }, jobs: 1)
      #expect(try words(valid, { $0 }, jobs: 5) == expected, "\(kind), seed \(seed)")
      let last = valid.count - 1
      let reversed = valid.selecting((0..<valid.count).reversed())
      #expect(try words(reversed, { last - $0 }, jobs: 2) == expected, "\(kind), seed \(seed)")
    }
  }
}
