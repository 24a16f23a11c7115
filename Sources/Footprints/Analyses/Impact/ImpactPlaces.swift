/// Where a trust's catchment and the areas of plans are.
struct ImpactPlaces: Sendable {
  /// The layer of catchments, or of small areas, and what in it is the trust's; nil where patients may live anywhere.
  let trust: (layer: PreparedLayer, areas: [Int])?
  /// The areas that plans belong to.
  let boards: PreparedLayer
  /// The plans of each of them.
  private let plans: [[Int]]

  init(
    _ trust: (layer: PreparedLayer, areas: [Int])?, _ boards: PreparedLayer, _ groups: BoardGroups
  ) {
    (self.trust, self.boards, plans) = (trust, boards, groups.plansOfBoard)
  }

  /// The catchment as one area; nil where it has no shape.
  var catchment: MultiPolygonArray? {
    guard let (layer, areas) = trust, !areas.isEmpty else { return nil }
    if areas.count == 1 { return layer.geometry.selecting(areas) }
    let part = layer.selecting(areas)
    // A map of the plans alone still says where they are.
    return try? part.gridded.dissolved(jobs: 1).geometry
  }

  /// The areas of boards that belong to a plan.
  func areas(of boards: [String]) -> [Int] {
    let wanted = Set(boards)
    return self.boards.codes.indices.filter { wanted.contains(self.boards.codes[$0]) && !plans[$0].isEmpty }
  }
}
