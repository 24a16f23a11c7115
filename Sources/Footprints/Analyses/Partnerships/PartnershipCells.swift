/// The people of each partnership, board and trust together, and which of these cells are out of line.
struct PartnershipCells: Sendable {
  /// Why a cell is out of line.
  enum Reason: String, Sendable, CaseIterable {
    /// More people of the board live in another partnership.
    case outsideMain = "outside-main-partnership"
    /// More people of the trust's catchment live in another partnership.
    case trustElsewhere = "trust-of-another-partnership"
    /// Its people mostly use the trust, of which they are a small part (`CornerRule`).
    case corner

    /// The reason for people.
    var words: String {
      switch self {
      case .outsideMain: "outside the board’s main partnership"
      case .trustElsewhere: "trust mainly of another partnership"
      case .corner: "corner of the trust"
      }
    }

    /// So many cells with the reason, for people.
    func words(_ count: Int) -> String {
      let number = Wording.grouped(count)
      return switch self {
      case .outsideMain:
        "\(number) \(Wording.form(count, "lies", "lie")) outside the board’s main partnership"
      case .trustElsewhere: "in \(number) the trust belongs mainly to another partnership"
      case .corner: "\(number) \(Wording.form(count, "is a corner", "are corners")) of the trust"
      }
    }
  }

  /// People who live in one partnership and one board and use one trust.
  struct Cell: Sendable {
    let partnership: NamedCode
    let board: NamedCode
    /// The identifiers of the board's plans.
    let plans: [String]
    /// The trust; nil for those who are in no catchment.
    let trust: NamedCode?
    let people: Double
    /// Their share of all people of the partnership, 0...1.
    let partnershipShare: Double
    /// Their share of all people of the board.
    let boardShare: Double
    /// Their share of all people of the catchment; nil without a trust.
    let trustShare: Double?
    let reasons: [Reason]
  }

  /// The cells, those out of line first, then those with most people.
  let all: [Cell]
  /// How catchments are made.
  let method: CatchmentMethod
}

extension Enquiry {
  /// The cells of partnerships, boards that have a plan, and trusts, counted through bricks; nil where the package says
  /// nothing of trusts.
  func cells(
    _ request: PartnershipsAnalysis.Request, partnerships: PreparedLayer, boards: PreparedLayer,
    _ groups: BoardGroups, _ plans: BetterCareFundPlans
  ) throws(FootprintsError) -> PartnershipCells? {
    let method = request.catchment ?? study.defaultCatchment
    guard request.catchment != nil || study.hasLayer(role: "trust") || study.hasTable(role: "flows") else {
      return nil
    }
    let bricks = try bricks()
    let catchments = try catchments(
      over: bricks, by: method, threshold: request.threshold, membership: request.membership)
    let builder = CellBuilder(
      people: bricks.people,
      inPartnerships: try membership(of: bricks, in: partnerships, method: request.membership),
      inBoards: try membership(of: bricks, in: boards, method: request.membership),
      inTrusts: catchments.membership)
    return PartnershipCells(
      all: builder.cells(
        partnerships.units, boards.units, catchments.trusts,
        plansOfBoard: groups.plansOfBoard.map { $0.map { plans.plans[$0].id } }), method: method)
  }
}

/// Counts people by three memberships at once.
private struct CellBuilder {
  let people: [Double]
  let inPartnerships: Membership
  let inBoards: Membership
  let inTrusts: Membership

  /// The people of a partnership and a board, and of those how many use each trust.
  private struct Part {
    var people = 0.0
    var trusts: [Int: Double] = [:]
  }

  func cells(
    _ partnerships: [NamedCode], _ boards: [NamedCode], _ trusts: [NamedCode], plansOfBoard: [[String]]
  ) -> [PartnershipCells.Cell] {
    let parts = parts(boards.count, partnerships.count)
    let (ofPartnership, ofBoard, ofTrust) = (
      inPartnerships.totals(people), inBoards.totals(people), inTrusts.totals(people)
    )
    let mainOfTrust = Self.mains(inTrusts.shared(with: inPartnerships, masses: people))
    let mainOfBoard = Self.mains(inBoards.shared(with: inPartnerships, masses: people))
    let largest = largestCells(parts, trusts.count)
    var cells: [PartnershipCells.Cell] = []
    for board in boards.indices where !plansOfBoard[board].isEmpty {
      for partnership in partnerships.indices {
        let part = parts[board][partnership]
        func cell(_ trust: Int?, _ count: Double) -> PartnershipCells.Cell {
          var reasons: [PartnershipCells.Reason] = []
          if let main = mainOfBoard[board], main != partnership { reasons.append(.outsideMain) }
          if let trust {
            if let main = mainOfTrust[trust], main != partnership { reasons.append(.trustElsewhere) }
            let isCorner = CornerRule.holds(
              dependence: ratio(count, part.people), leverage: ratio(count, ofTrust[trust]))
            if isCorner, count < largest[trust] { reasons.append(.corner) }
          }
          return PartnershipCells.Cell(
            partnership: partnerships[partnership], board: boards[board], plans: plansOfBoard[board],
            trust: trust.map { trusts[$0] }, people: count,
            partnershipShare: ratio(count, ofPartnership[partnership]),
            boardShare: ratio(count, ofBoard[board]), trustShare: trust.map { ratio(count, ofTrust[$0]) },
            reasons: reasons)
        }
        cells += part.trusts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { cell($0.key, $0.value) }
        // Where catchments overlap each other, nobody can be said to be in none.
        let rest = part.people - part.trusts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        if rest >= 0.5 { cells.append(cell(nil, rest)) }
      }
    }
    return cells.sorted { one, other in
      if one.reasons.isEmpty != other.reasons.isEmpty { return other.reasons.isEmpty }
      let (a, b) = (one.codes, other.codes)
      return one.people == other.people ? a.lexicographicallyPrecedes(b) : one.people > other.people
    }
  }

  /// People by board and partnership, brick by brick.
  private func parts(_ boards: Int, _ partnerships: Int) -> [[Part]] {
    var parts = [[Part]](repeating: [Part](repeating: Part(), count: partnerships), count: boards)
    for brick in people.indices where people[brick] > 0 {
      for board in inBoards[brick] {
        for partnership in inPartnerships[brick] {
          let both = people[brick] * board.share * partnership.share
          parts[board.unit][partnership.unit].people += both
          for trust in inTrusts[brick] {
            parts[board.unit][partnership.unit].trusts[trust.unit, default: 0] += both * trust.share
          }
        }
      }
    }
    return parts
  }

  /// The most people that any cell has of each trust: that cell is no corner of it.
  private func largestCells(_ parts: [[Part]], _ trusts: Int) -> [Double] {
    var largest = [Double](repeating: 0, count: trusts)
    for part in parts.joined() {
      for (trust, count) in part.trusts { largest[trust] = max(largest[trust], count) }
    }
    return largest
  }

  /// For each unit of X the unit of Y that holds most of it; the first of several.
  private static func mains(_ matrix: MassMatrix) -> [Int?] {
    matrix.xTotals.indices.map { x in
      matrix.row(x).max { ($0.mass, $1.y) < ($1.mass, $0.y) }?.y
    }
  }
}

extension PartnershipCells.Cell {
  fileprivate var codes: [String] { [partnership.code, board.code, trust?.code ?? ""] }
  /// What it is about.
  var organisations: [NamedCode?] {
    [partnership, board, trust] + plans.map { NamedCode(code: $0) }
  }
}
