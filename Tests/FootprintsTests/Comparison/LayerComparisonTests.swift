import Footprints
import Testing

@Suite struct LayerComparisonTests {
  /// X: two squares of 1 km side by side and one far away. Y: one that holds x0 but for a strip, one that
  /// holds the rest of x1, and one that is a hair over the border of x0 and x1.
  private func layers() throws -> (x: PreparedLayer, y: PreparedLayer, table: OverlapTable) {
    let x = try TestLayer.make(
      "x",
      TestLayer.rectangles([[(0, 0, 1000, 1000)], [(1000, 0, 2000, 1000)], [(9000, 0, 9500, 1000)]]))
    let y = try TestLayer.make(
      "y",
      TestLayer.rectangles([
        [(0, 0, 990, 1000)], [(1200, 0, 2000, 1000), (5000, 0, 5400, 1000)], [(990, 0, 1200, 1000)],
      ]))
    return (x, y, try OverlapEngine.table(x.geometry, y.geometry, jobs: 1))
  }

  private func analysis(_ change: (inout LayerComparison.Parameters) -> Void = { _ in }) throws
    -> LayerComparison
  {
    let (x, y, table) = try layers()
    var parameters = LayerComparison.Parameters()
    parameters.sliverWidth = 15
    change(&parameters)
    return try LayerComparison(x: x, y: y, table: table, parameters: parameters)
  }

  private func pairs(_ rows: [LayerComparison.Row]) -> [String] {
    rows.map { "\($0.x.map(String.init) ?? "-")\($0.y.map(String.init) ?? "-")" }
  }

  @Test func rowsHaveSharesRelationAndWidth() throws {
    let analysis = try analysis { $0.sliverWidth = 0 }
    #expect(pairs(analysis.rows) == ["00", "02", "11", "12"])
    let first = analysis.rows[0]
    #expect(agree(first.area, 990_000) && agree(first.xShare ?? 0, 0.99) && agree(first.yShare ?? 0, 1))
    #expect(first.relation == .equal && agree(first.jaccard ?? 0, 0.99))
    #expect(agree(first.meanWidth ?? 0, 2 * 990_000 / 3980))
    #expect(analysis.rows[1].relation == .overlaps)
    #expect(agree(analysis.rows[1].yShare ?? 0, 10 / 210))
    #expect(analysis.rows[2].relation == .overlaps)
    #expect(agree(analysis.rows[2].xShare ?? 0, 0.8) && agree(analysis.rows[2].yShare ?? 0, 0.8 / 1.2))
    #expect(analysis.rows[3].relation == .contains)
    #expect(analysis.slivers.count == 0 && analysis.belowMinimum.count == 0)
  }

  @Test func withinAndContainsAreSeenFromX() throws {
    let (x, y, table) = try layers()
    let there = try LayerComparison(x: x, y: y, table: table)
    let flipped = OverlapTable(
      pairs: table.pairs.map { .init(x: $0.y, y: $0.x, area: $0.area, perimeter: $0.perimeter) }
        .sorted { ($0.x, $0.y) < ($1.x, $1.y) }, xAreas: table.yAreas, yAreas: table.xAreas)
    let back = try LayerComparison(x: y, y: x, table: flipped)
    let exchanged: [Relation?: Relation] = [
      .equal: .equal, .within: .contains, .contains: .within, .overlaps: .overlaps, .sliver: .sliver,
    ]
    for row in there.rows {
      let other = try #require(back.rows.first { $0.x == row.y && $0.y == row.x })
      #expect(other.relation == exchanged[row.relation])
      #expect(other.xShare == row.yShare && other.jaccard == row.jaccard)
    }
  }

  @Test func sliversAreLeftOutAndCounted() throws {
    let out = try analysis()
    #expect(pairs(out.rows) == ["00", "11", "12"])
    #expect(out.slivers.count == 1 && agree(out.slivers.area, 10_000))
    #expect(out.matrix.cells.map(\.x) == [0, 1, 1])
    let kept = try analysis { $0.keepsSlivers = true }
    #expect(pairs(kept.rows) == ["00", "02", "11", "12"])
    #expect(kept.rows[1].relation == .sliver)
    #expect(kept.slivers == out.slivers)
    #expect(kept.matrix.cells.count == 4)
    // Totals are each unit's own, slivers or not.
    #expect(kept.matrix.xTotals == out.matrix.xTotals)
  }

  @Test func aPairStaysWhenEitherShareReachesTheMinimum() throws {
    // Shares: 00 0.99 and 1; 11 0.8 and 0.67; 12 0.2 and 0.95.
    #expect(pairs(try analysis { $0.minimumShare = 0.9 }.rows) == ["00", "12"])
    let strict = try analysis { $0.minimumShare = 0.96 }
    #expect(pairs(strict.rows) == ["00"])
    #expect(strict.belowMinimum.count == 2 && agree(strict.belowMinimum.area, 1_000_000))
    // What is not listed still counts for scores.
    #expect(strict.matrix.cells.count == 3)
    #expect(pairs(try analysis { $0.minimumShare = 0 }.rows).count == 3)
    let kept = try analysis {
      $0.minimumShare = 0.5
      $0.keepsSlivers = true
    }
    #expect(pairs(kept.rows) == ["00", "11", "12"])
  }

  @Test func leftoversAreWhatTheOtherLayerDoesNotCover() throws {
    let analysis = try analysis()
    #expect(pairs(analysis.leftovers) == ["2-", "-1"])
    #expect(agree(analysis.leftovers[0].area, 500_000) && analysis.leftovers[0].xShare == 1)
    #expect(agree(analysis.leftovers[1].area, 400_000) && agree(analysis.leftovers[1].yShare ?? 0, 1 / 3.0))
    #expect(analysis.leftovers.allSatisfy { $0.relation == nil && $0.jaccard == nil && $0.people == nil })
  }

  /// By a lookup table people can be left over where no area is.
  @Test func leftOverPeopleAreListedWhereNoAreaIs() throws {
    let square = TestLayer.rectangles([[(0, 0, 1000, 1000)]])
    let (x, y) = (try TestLayer.make("x", square), try TestLayer.make("y", square))
    let bricks = try TestLayer.bricks(square, people: [100])
    let inside = Membership([[Membership.Share(unit: 0, share: 1)]], unitCount: 1)
    let analysis = try LayerComparison(
      x: x, y: y, table: OverlapEngine.table(x.geometry, y.geometry, jobs: 1),
      population: PopulationOverlap(bricks, x: inside, y: Membership([[]], unitCount: 1), method: .lookup))
    #expect(pairs(analysis.leftovers) == ["0-"])
    #expect(analysis.leftovers.first?.people == 100 && analysis.leftovers.first?.xPeopleShare == 1)
    #expect(analysis.leftovers.first?.area == 0)
  }

  /// Half of X lies in Y, and everybody who lives in X lives in that half.
  private func halves(
    _ method: MembershipMethod, sliverWidth: Double, people: [Double] = [100, 0, 900]
  ) throws -> LayerComparison {
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 1000, 1000)]]))
    let y = try TestLayer.make("y", TestLayer.rectangles([[(550, 0, 3000, 1000)]]))
    let bricks = try TestLayer.bricks(
      TestLayer.rectangles([[(600, 0, 1000, 1000)], [(0, 0, 600, 1000)], [(1000, 0, 3000, 1000)]]),
      people: people)
    let inX = Membership([[.init(unit: 0, share: 1)], [.init(unit: 0, share: 1)], []], unitCount: 1)
    let inY = Membership([[.init(unit: 0, share: 1)], [], [.init(unit: 0, share: 1)]], unitCount: 1)
    var parameters = LayerComparison.Parameters()
    parameters.sliverWidth = sliverWidth
    return try LayerComparison(
      x: x, y: y, table: OverlapEngine.table(x.geometry, y.geometry, jobs: 1),
      population: PopulationOverlap(bricks, x: inX, y: inY, method: method), parameters: parameters)
  }

  @Test func theRelationIsOfWhatSharesAreOf() throws {
    let row = try #require(halves(.largest, sliverWidth: 0).rows.first)
    #expect(row.xPeopleShare == 1 && agree(row.xShare ?? 0, 0.45))
    #expect(row.relation == .within && row.areaRelation == .overlaps)
    // By people nothing can be said where one of the two has nobody.
    let empty = try #require(halves(.largest, sliverWidth: 0, people: [0, 0, 900]).rows.first)
    #expect(empty.relation == .overlaps && empty.areaRelation == .overlaps)
  }

  /// A lookup table knows better than the boundaries who is where, for rows as for scores.
  @Test func aThinPairWithPeopleByALookupIsNoSliver() throws {
    let drawn = try halves(.largest, sliverWidth: 1000)
    #expect(drawn.rows.isEmpty && drawn.slivers.people == 100 && drawn.matrix.cells.isEmpty)
    let known = try halves(.lookup, sliverWidth: 1000)
    let row = try #require(known.rows.first)
    #expect(row.relation == .within && row.areaRelation == .sliver)
    #expect(known.slivers.count == 0 && known.matrix.cells.map(\.mass) == [100])
    #expect(known.isSliver == [false])
    let nobody = try halves(.lookup, sliverWidth: 1000, people: [0, 100, 900])
    #expect(nobody.rows.isEmpty && nobody.isSliver == [true])
  }

  /// An outline that goes there and back keeps its row and is named.
  @Test func anAreaWithoutGroundIsNamed() throws {
    var flat = TestLayer.rectangles([[(0, 0, 1000, 1000)]])
    for (x, y) in [(0, 0), (500, 0), (0, 0), (0, 0)] as [(Double, Double)] {
      flat.append(Coordinate(400_000 + x, 200_000 + y))
    }
    flat.endRing()
    flat.endPolygon()
    flat.endArea()
    let x = try TestLayer.make("x", flat)
    let y = try TestLayer.make("y", TestLayer.rectangles([[(0, 0, 1000, 1000)]]))
    let analysis = try LayerComparison(
      x: x, y: y, table: OverlapEngine.table(x.geometry, y.geometry, jobs: 1))
    #expect(pairs(analysis.rows) == ["00"] && pairs(analysis.leftovers) == ["1-"])
    #expect(analysis.leftovers[0].area == 0)
    #expect((analysis.notices + x.notices + x.repairs.map(Notice.init)).contains { $0.code == "no-ground" })
  }

  @Test func layersThatShareNothingAreWarnedAbout() throws {
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 1000, 1000)]]))
    let y = try TestLayer.make("y", TestLayer.rectangles([[(50_000, 0, 51_000, 1000)]]))
    let analysis = try LayerComparison(
      x: x, y: y, table: OverlapEngine.table(x.geometry, y.geometry, jobs: 1))
    #expect(analysis.notices.map(\.code) == ["nothing-shared"])
  }

  @Test(
    arguments: [
      ("2021-04", "2021-12", false), ("2021-04", "2013-04", true), ("April 2021", "2022", true),
      (nil, "2013-04", false), ("2021", nil, false), ("soon", "2021", false),
    ] as [(String?, String?, Bool)]) func layersOfDifferentYearsAreWarnedAbout(
      one: String?, other: String?, warns: Bool
    ) throws
  {
    let square = TestLayer.rectangles([[(0, 0, 1000, 1000)]])
    let x = try TestLayer.make("x", square, vintage: one)
    let y = try TestLayer.make("y", square, vintage: other)
    let analysis = try LayerComparison(
      x: x, y: y, table: OverlapEngine.table(x.geometry, y.geometry, jobs: 1))
    #expect(analysis.notices.contains { $0.code == "mixed-vintage" } == warns)
  }

  /// Whatever the order of a file: here the codes put its last area first.
  @Test func rowsAreInTheOrderOfTheCodes() throws {
    let (_, y, _) = try layers()
    let renamed = try TestLayer.make(
      "x",
      TestLayer.rectangles([[(0, 0, 1000, 1000)], [(1000, 0, 2000, 1000)], [(9000, 0, 9500, 1000)]]),
      codes: ["x9", "x10", "x2"])
    #expect(renamed.codes == ["x10", "x2", "x9"])
    let analysis = try LayerComparison(x: renamed, y: y, table: OverlapEngine.table(renamed, y, jobs: 1))
    #expect(pairs(analysis.rows) == ["01", "02", "20"])
    #expect(pairs(analysis.leftovers) == ["1-", "-1"])
  }

  @Test func layersOfVeryDifferentResolutionAreWarnedAbout() throws {
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 1000, 1000)]]), resolution: "BGC")
    let y = try TestLayer.make("y", TestLayer.rectangles([[(0, 0, 1000, 1000)]]), resolution: "BUC")
    let table = try OverlapEngine.table(x.geometry, y.geometry, jobs: 1)
    let notices = try LayerComparison(x: x, y: y, table: table).notices
    #expect(notices.map(\.code) == ["mixed-resolution"])
    #expect(notices[0].message.contains("x is BGC (20 m) and y is BUC (500 m)"))
    #expect(try LayerComparison(x: x, y: x, table: table).notices.isEmpty)
  }

  @Test func overlappingUnitsAreNoticed() throws {
    #expect(try !analysis().hasOverlappingUnits)
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 1000, 1000)]]))
    // Together they cover x, or far less than x: they overlap each other all the same.
    for right in [1000.0, 500] {
      let y = try TestLayer.make(
        "y", TestLayer.rectangles([[(0, 0, 400, 1000)], [(200, 0, right, 1000)]]))
      let table = try OverlapEngine.table(x.geometry, y.geometry, jobs: 1)
      #expect(try LayerComparison(x: x, y: y, table: table).hasOverlappingUnits)
      let flipped = try OverlapEngine.table(y.geometry, x.geometry, jobs: 1)
      #expect(try LayerComparison(x: y, y: x, table: flipped).hasOverlappingUnits)
    }
  }

  /// What areas cover that lie over each other is covered once, and the rest is left over.
  @Test func leftoversOfAnOverlappingLayerAreExact() throws {
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 2000, 1000)], [(2000, 0, 3000, 1000)]]))
    let y = try TestLayer.make(
      "y",
      TestLayer.rectangles([
        [(0, 0, 1000, 1000)], [(0, 0, 1000, 1000)], [(500, 0, 1500, 600)], [(2000, 0, 3000, 1000)],
      ]))
    let table = try OverlapEngine.table(x.geometry, y.geometry, jobs: 1)
    for jobs in [1, 4] {
      let comparison = try LayerComparison(x: x, y: y, table: table, jobs: jobs)
      #expect(comparison.leftovers.count == 1 && comparison.leftovers[0].x == 0)
      #expect(agree(comparison.leftovers[0].area, 700_000))
      #expect(comparison.notices.map(\.code) == ["areas-overlap"])
      #expect(
        comparison.notices[0].message
          == "areas of y overlap each other (y0, y1 and y2): 1.60 km2 counts more than once")
      let flipped = try LayerComparison(
        x: y, y: x, table: OverlapEngine.table(y.geometry, x.geometry, jobs: 1), jobs: jobs)
      #expect(flipped.leftovers.count == 1 && agree(flipped.leftovers[0].area, 700_000))
      #expect(agree(flipped.matrix.yUncovered(0), 700_000))
    }
  }

  /// Bricks that count in two units, in a layer that leaves most people outside.
  @Test func overlappingUnitsAreNoticedByTheirPeople() throws {
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 1000, 1000)]]))
    let y = try TestLayer.make("y", TestLayer.rectangles([[(0, 0, 200, 1000)], [(100, 0, 300, 1000)]]))
    let bricks = try TestLayer.bricks(
      TestLayer.rectangles((0..<10).map { [(100.0 * Double($0), 0, 100 * Double($0) + 100, 1000)] }),
      people: [Double](repeating: 100, count: 10))
    let table = try OverlapEngine.table(x.geometry, y.geometry, jobs: 1)
    let people = try PopulationOverlap.apportioned(bricks, x: x, y: y, table: table, jobs: 1)
    #expect(agree(people.yRepeated, 100) && agree(people.yOutside, 700) && people.xRepeated == 0)
    #expect(try LayerComparison(x: x, y: y, table: table, population: people).hasOverlappingUnits)
    let apart = try PopulationOverlap.apportioned(
      bricks, x: x, y: x, table: OverlapEngine.table(x.geometry, x.geometry, jobs: 1), jobs: 1)
    #expect(apart.yRepeated == 0 && apart.yOutside == 0)
  }

  /// Random layers over the same square: shares and what is left over make a whole, whichever way.
  @Test(arguments: 0..<30 as Range<UInt64>) func sharesMakeAWhole(seed: UInt64) throws {
    let shift = seed % 2 == 0 ? 0.0 : 2500
    let x = try TestLayer.make("x", RandomLayer.make(seed: seed).units)
    let y = try TestLayer.make(
      "y",
      RandomLayer.make(seed: seed + 500, side: 5, origin: Coordinate(430_000 + shift, 180_000)).units)
    var parameters = LayerComparison.Parameters()
    parameters.sliverWidth = 0
    let table = try OverlapEngine.table(x.geometry, y.geometry, jobs: 1)
    let analysis = try LayerComparison(x: x, y: y, table: table, parameters: parameters)
    for unit in 0..<x.count {
      let sum = (analysis.rows + analysis.leftovers).filter { $0.x == unit }
        .reduce(0) { $0 + ($1.xShare ?? 0) }
      // Less than 1 m2 left over is not listed.
      #expect(abs(sum - 1) <= 1.5 / table.xAreas[unit], "seed \(seed), x \(unit)")
    }
    for unit in 0..<y.count {
      let sum = (analysis.rows + analysis.leftovers).filter { $0.y == unit }
        .reduce(0) { $0 + ($1.yShare ?? 0) }
      #expect(abs(sum - 1) <= 1.5 / table.yAreas[unit], "seed \(seed), y \(unit)")
    }
    if shift == 0 { #expect(analysis.leftovers.isEmpty, "seed \(seed)") }
    #expect(!analysis.hasOverlappingUnits, "seed \(seed)")
  }

  /// The number of threads and the order of the areas change no digit.
  @Test(arguments: 0..<6 as Range<UInt64>) func orderAndThreadsChangeNothing(seed: UInt64) throws {
    let x = try RandomLayer.make(seed: seed).units
    let y = try RandomLayer.make(seed: seed + 500).cells
    let table = try OverlapEngine.table(x, y, jobs: 1)
    #expect(try OverlapEngine.table(x, y, jobs: 4) == table, "seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let order = Array(0..<y.count).shuffled(using: &generator)
    let shuffled = try OverlapEngine.table(x, y.selecting(order), jobs: 2)
    #expect(shuffled.pairs.count == table.pairs.count, "seed \(seed)")
    for pair in shuffled.pairs {
      let same = table.pairs.first { $0.x == pair.x && $0.y == order[pair.y] }
      #expect(same?.area == pair.area && same?.perimeter == pair.perimeter, "seed \(seed)")
    }
  }
}
