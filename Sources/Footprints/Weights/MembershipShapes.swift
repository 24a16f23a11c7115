extension Membership {
  /// The units as areas made of their bricks, in their order; without polygons where a unit has no brick. A brick that belongs to several
  /// is in each of them.
  func shapes(over bricks: PreparedLayer, jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    let whole = try rounds().map { (groups) throws(FootprintsError) in
      try bricks.gridded.dissolved(into: groups, count: unitCount, jobs: jobs).geometry
    }
    // Each unit is in one round, and without polygons in the others.
    let areas = (0..<unitCount).map { unit in
      whole.first { !$0.polygons(of: unit).isEmpty }?.selecting([unit]) ?? Self.nothing
    }
    return areas.isEmpty ? MultiPolygonArray() : MultiPolygonArray(joining: areas, jobs: jobs)
  }

  private static let nothing = MultiPolygonArray(
    coordinates: [], ringOffsets: [0], polygonOffsets: [0], areaOffsets: [0, 0])

  /// The unit of each brick, in as few rounds as it takes for one that belongs to several to be in each of them once: areas are
  /// dissolved into groups that do not overlap.
  package func rounds() -> [[Int?]] {
    var bricksOf = [[Int]](repeating: [], count: unitCount)
    for brick in 0..<brickCount { for share in self[brick] { bricksOf[share.unit].append(brick) } }
    var rounds: [[Int?]] = []
    for (unit, bricks) in bricksOf.enumerated() where !bricks.isEmpty {
      let free = rounds.firstIndex { round in bricks.allSatisfy { round[$0] == nil } }
      if free == nil { rounds.append(Array(repeating: nil, count: brickCount)) }
      for brick in bricks { rounds[free ?? rounds.count - 1][brick] = unit }
    }
    return rounds
  }
}
