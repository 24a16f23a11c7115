extension Enquiry {
  /// The masses that plans, in rows, share with partnerships: people by a way of counting small areas, or area where there is
  /// none, without slivers.
  ///
  /// By area only the boards wanted are asked about: identifying slivers can mean building pieces.
  func plans(
    _ groups: BoardGroups, count: Int, of boards: PreparedLayer, in partnerships: PreparedLayer,
    countedBy method: MembershipMethod?, where isWanted: (Int) -> Bool = { _ in true }
  ) throws(FootprintsError) -> MassMatrix {
    guard let method else {
      return try sharedArea(partnerships, boards, where: isWanted)
        .groupingY(groups.plansOfBoard, count: count).transposed
    }
    if method == .apportion {
      return try apportioned(in: partnerships, and: boards)
        .groupingY(groups.plansOfBoard, count: count).transposed
    }
    let bricks = try bricks()
    return try membership(of: bricks, in: boards, method: method).grouped(groups.plansOfBoard, count: count)
      .shared(
        with: membership(of: bricks, in: partnerships, method: method), masses: bricks.people)
  }
}
