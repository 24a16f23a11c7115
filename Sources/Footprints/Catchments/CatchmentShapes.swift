extension Catchments {
  /// The catchments as areas, in the order of the trusts; without polygons where a trust has no small area. Nil where the method
  /// makes none. Catchments by first past the post are a partition of the small areas, vertex by vertex.
  func shapes(over bricks: Bricks, jobs: Int) throws(FootprintsError) -> MultiPolygonArray? {
    if let layer { return layer.geometry }
    if method == .proportional || bricks.arePoints { return nil }
    let rounds = Self.rounds(membership)
    let whole = try rounds.map { (groups) throws(FootprintsError) in
      try bricks.layer.gridded.dissolved(into: groups, count: trusts.count, jobs: jobs).geometry
    }
    // Each trust is in one round, and without polygons in the others.
    let areas = trusts.indices.map { trust in
      whole.first { !$0.polygons(of: trust).isEmpty }?.selecting([trust]) ?? Self.nothing
    }
    return MultiPolygonArray(joining: areas, jobs: jobs)
  }

  private static let nothing = MultiPolygonArray(
    coordinates: [], ringOffsets: [0], polygonOffsets: [0], areaOffsets: [0, 0])

  /// The trust of each small area, in as few rounds as it takes for one that belongs to several to be in each of them once: areas are
  /// dissolved into groups that do not overlap.
  static func rounds(_ membership: Membership) -> [[Int?]] {
    var bricksOf = [[Int]](repeating: [], count: membership.unitCount)
    for brick in 0..<membership.brickCount {
      for share in membership[brick] { bricksOf[share.unit].append(brick) }
    }
    var rounds: [[Int?]] = []
    for (trust, bricks) in bricksOf.enumerated() where !bricks.isEmpty {
      let free = rounds.firstIndex { round in bricks.allSatisfy { round[$0] == nil } }
      if free == nil { rounds.append(Array(repeating: nil, count: membership.brickCount)) }
      for brick in bricks { rounds[free ?? rounds.count - 1][brick] = trust }
    }
    return rounds
  }
}
