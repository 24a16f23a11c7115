/// Which areas of the board layer belong to which plan.
struct BoardGroups {
  /// For each area of the layer, its plans.
  private(set) var plansOfBoard: [[Int]]
  /// The names of boards by their codes as the plans write them; without those that the layer does not have.
  private(set) var names: [String: String] = [:]
  /// Boards of plans that the layer does not have.
  private(set) var notices: [Notice] = []
  /// Whether an area belongs to more than one plan.
  var overlap: Bool { plansOfBoard.contains { $0.count > 1 } }

  /// Throws `badData` where no plan has an area of the layer.
  init(_ plans: BetterCareFundPlans, boards: PreparedLayer) throws(FootprintsError) {
    let codes = plans.plans.flatMap(\.boards)
    let matches = boards.codeIndex.positions(of: codes)
    if matches.count == 0, let code = codes.first, let own = boards.codes.first {
      throw .nothingMatches("the plans", code, boards.name, own)
    }
    notices = Notice.respelt(matches.respelt, in: "the plans", of: boards.name)
    plansOfBoard = Array(repeating: [], count: boards.count)
    var next = 0
    for (index, plan) in plans.plans.enumerated() {
      let places = matches.positions[next..<next + plan.boards.count]
      next += plan.boards.count
      for (code, place) in zip(plan.boards, places) { names[code] = place.map { boards.names[$0] } }
      let unknown = zip(plan.boards, places).filter { $0.1 == nil }.map(\.0)
      if !unknown.isEmpty {
        let isJoined = unknown.contains { $0.contains(",") || $0.contains("/") || $0.contains("|") }
        notices.append(
          Notice(
            .warning, "unknown-board",
            "plan \(plan.id): \(CodeList(unknown)) \(Wording.form(unknown.count, "is", "are")) not among the \(boards.title.many); \(Wording.form(unknown.count, "its", "their")) people are not counted"
              + (isJoined ? "; several boards of one plan are joined by ;" : ""), about: unknown))
      }
      // What is withdrawn has no people, so that the change does not touch it.
      guard plan.isInForce else { continue }
      // Plans come in order: one that names a board twice is the last there.
      for board in places.compactMap({ $0 }) where plansOfBoard[board].last != index {
        plansOfBoard[board].append(index)
      }
    }
  }
}
