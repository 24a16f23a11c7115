/// The people who live on the ground of findings.
enum PeopleOnGround {
  /// Adds the people to findings with ground whose people are not known yet. A small area counts by the part of its own ground
  /// that lies there, since strips along a border hold no small area as a whole. Small areas that are points count where they
  /// are.
  static func add(_ bricks: Bricks, to findings: inout [Finding], jobs: Int) throws(FootprintsError) {
    let open = findings.indices.filter { findings[$0].population == nil && findings[$0].shape.count > 0 }
    if open.isEmpty || bricks.layer.count == 0 { return }
    let ground = MultiPolygonArray(joining: open.map { findings[$0].shape }, jobs: jobs)
    for (finding, people) in zip(open, try people(of: bricks, on: ground, jobs: jobs)) {
      findings[finding].population = people
    }
  }

  /// The people on each of some areas, counted in the same way.
  static func people(
    of bricks: Bricks, on ground: MultiPolygonArray, jobs: Int
  ) throws(FootprintsError) -> [Double] {
    var people = [Double](repeating: 0, count: ground.count)
    if let places = bricks.places {
      let known = places.indices.filter { places[$0] != nil }
      let grid = IntegerGrid(covering: ground, jobs: jobs)
      let located = try PointLocator(GridLayer(ground, grid: grid, jobs: jobs))
        .locate(known.compactMap { places[$0] }, jobs: jobs)
      for (point, brick) in known.enumerated() {
        for area in located[point] { people[area] += bricks.people[brick] }
      }
    } else {
      let table = try OverlapEngine.table(bricks.layer.geometry, ground, jobs: jobs)
      for pair in table.pairs where table.xAreas[pair.x] > 0 {
        people[pair.y] += bricks.people[pair.x] * min(1, pair.area / table.xAreas[pair.x])
      }
    }
    return people
  }
}
