import Testing

import Footprints

@Suite struct ProjectionLatticeTests {
  /// Random longitudes and latitudes in a box.
  private func positions(_ count: Int, _ box: Box, seed: UInt64) -> [Coordinate] {
    var random = SeededGenerator(seed: seed)
    func unit() -> Double { Double.random(in: 0..<1, using: &random) }
    return (0..<count).map { _ in
      Coordinate(box.min.x + unit() * (box.max.x - box.min.x), box.min.y + unit() * (box.max.y - box.min.y))
    }
  }

  private let england = Box(min: Coordinate(-6.5, 49.8), max: Coordinate(2, 55.9))

  private func nationalGrid() throws -> Transformation {
    try Transformation(
      from: ReferenceSystem(ReferenceSystem.longitudeLatitude),
      to: ReferenceSystem(ReferenceSystem.britishNationalGrid))
  }

  @Test(arguments: [1, 2, 5]) func agreesWithTheOperationToAMicrometre(jobs: Int) throws {
    let seed: UInt64 = 20_210_401
    let transformation = try nationalGrid()
    let before = positions(40_000, england, seed: seed)
    var exact = before
    try transformation.apply(to: &exact, jobs: jobs)
    var approximate = before
    let result = try #require(try transformation.apply(to: &approximate, by: ProjectionLattice(), jobs: jobs))
    var worst = 0.0
    for (a, b) in zip(exact, approximate) { worst = max(worst, abs(a.x - b.x), abs(a.y - b.y)) }
    #expect(worst <= ProjectionLattice.allowed, "seed \(seed)")
    // What it claims about itself is of the size of what it does.
    #expect(result.largestDeviation > 0 && result.largestDeviation <= ProjectionLattice.allowed)
    #expect(worst <= 2 * result.largestDeviation, "seed \(seed)")
    #expect(result.exactVertices == 0)
  }

  @Test func isTheSameForAnyNumberOfThreadsAndAnyOrder() throws {
    let transformation = try nationalGrid()
    let before = positions(30_000, england, seed: 7)
    var first = before
    let one = try transformation.apply(to: &first, by: ProjectionLattice(), jobs: 1)
    var second = Array(before.reversed())
    let many = try transformation.apply(to: &second, by: ProjectionLattice(), jobs: 7)
    #expect(first == second.reversed())
    #expect(one == many)
  }

  @Test func cellsThatFailGoThroughTheOperation() throws {
    // Close to the pole Mercator's northing bends too much for a cell of this size.
    let transformation = try Transformation(
      from: ReferenceSystem(ReferenceSystem.longitudeLatitude), to: ReferenceSystem("EPSG:3395"))
    let before = positions(2000, Box(min: Coordinate(0, 88), max: Coordinate(10, 89.9)), seed: 3)
    var exact = before
    try transformation.apply(to: &exact, jobs: 1)
    var approximate = before
    let result = try #require(try transformation.apply(to: &approximate, by: ProjectionLattice(), jobs: 2))
    #expect(result.exactVertices > 0)
    for (a, b) in zip(exact, approximate) where a.x.isFinite && a.y.isFinite {
      #expect(abs(a.x - b.x) <= ProjectionLattice.allowed && abs(a.y - b.y) <= ProjectionLattice.allowed)
    }
  }

  /// Each vertex becomes what it becomes alone: on the sides of cells and beside them, and when cells far apart
  /// alternate, which share their place in a thread's table.
  @Test func dependsOnNothingButTheVertex() throws {
    let transformation = try nationalGrid()
    var before: [Coordinate] = []
    for step in -8...8 {
      let (x, y) = (Double(step) / 20, 52 + Double(step) / 20)
      for x in [x.nextDown, x, x.nextUp] {
        for y in [y.nextDown, y, y.nextUp] { before.append(Coordinate(x, y)) }
      }
    }
    // 64 cells of 1/20 degree.
    for (index, position) in positions(300, england, seed: 31).enumerated() {
      before += [
        position, Coordinate(position.x - 3.2, position.y), Coordinate(position.x, position.y + 3.2),
      ]
      if index.isMultiple(of: 3) { before.append(position) }
    }
    var together = before
    let result = try #require(
      try transformation.apply(to: &together, by: ProjectionLattice(), jobs: 1))
    #expect(result.exactVertices == 0)
    let lattice = ProjectionLattice()
    for (position, found) in zip(before, together) {
      var alone = [position]
      _ = try transformation.apply(to: &alone, by: lattice, jobs: 1)
      #expect(alone[0] == found, "\(position)")
    }
  }

  @Test func hugeNumbersDoNotTrap() throws {
    var coordinates = [
      Coordinate(1e300, 0), Coordinate(0, -1e300), Coordinate(.nan, 1), Coordinate(.infinity, 50),
      Coordinate(1, 50),
    ]
    _ = try nationalGrid().apply(to: &coordinates, by: ProjectionLattice(), jobs: 1)
    #expect(coordinates[4].x.isFinite && coordinates[4].y.isFinite)
  }

  /// The way back to longitude and latitude, which a feature collection goes.
  @Test(arguments: [1, 3]) func theWayBackAgreesFarBeyondWhatIsWritten(jobs: Int) throws {
    let seed: UInt64 = 20_260_401
    let transformation = try nationalGrid()
    let before = positions(
      40_000, Box(min: Coordinate(0, 0), max: Coordinate(700_000, 1_200_000)), seed: seed)
    var exact = before
    try transformation.applyInverse(to: &exact, jobs: jobs)
    var approximate = before
    let result = try #require(
      try transformation.apply(to: &approximate, by: ProjectionLattice(.backwards), jobs: jobs))
    var worst = 0.0
    for (a, b) in zip(exact, approximate) { worst = max(worst, abs(a.x - b.x), abs(a.y - b.y)) }
    #expect(worst <= ProjectionLattice.allowedDegrees, "seed \(seed)")
    #expect(result.largestDeviation > 0 && result.largestDeviation <= ProjectionLattice.allowedDegrees)
    #expect(result.exactVertices == 0)
  }

  /// Where longitudes jump from 180 to -180 no polynomial fits, and the operation itself is used.
  @Test func theWayBackOverTheDateLine() throws {
    // UTM zone 60 reaches over it.
    let transformation = try Transformation(
      from: ReferenceSystem(ReferenceSystem.longitudeLatitude), to: ReferenceSystem("EPSG:32660"))
    let before = positions(
      2000, Box(min: Coordinate(600_000, 5_000_000), max: Coordinate(900_000, 5_100_000)), seed: 5)
    var exact = before
    try transformation.applyInverse(to: &exact, jobs: 1)
    var approximate = before
    let result = try #require(
      try transformation.apply(to: &approximate, by: ProjectionLattice(.backwards), jobs: 2))
    #expect(result.exactVertices > 0 && result.exactVertices < before.count)
    for (a, b) in zip(exact, approximate) {
      #expect(
        abs(a.x - b.x) <= ProjectionLattice.allowedDegrees
          && abs(a.y - b.y) <= ProjectionLattice.allowedDegrees)
    }
  }
}
