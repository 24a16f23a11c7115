/// Plans against partnerships.
public struct PartnershipsResult: AnalysisResult {
  /// What was asked.
  public let request: PartnershipsAnalysis.Request
  /// What shares are of.
  public let unit: MassUnit
  /// The layer of partnerships.
  public let layer: PreparedLayer
  /// All plans, those out of line first, the one of which most lies elsewhere before the others.
  let allPlans: [PlanInPartnerships]
  /// All partnerships, by code.
  let allPartnerships: [PartnershipWithPlans]
  /// All cells with trusts; nil where there are none.
  let allCells: PartnershipCells?
  /// The pairs that are listed, in the order of the plans.
  private(set) var pairs: [PartnershipPair]
  /// The cells that are listed.
  private(set) var cells: [PartnershipCells.Cell]
  private var isWhole = true

  init(
    request: PartnershipsAnalysis.Request, layer: PreparedLayer, plans: [PlanInPartnerships],
    shared: MassMatrix, cells: PartnershipCells?
  ) {
    self.request = request
    self.layer = layer
    unit = shared.unit
    let isOut = { (plan: PlanInPartnerships) in plan.mass > 0 && plan.outside >= request.outside }
    allPlans =
      plans.filter(isOut).sorted { ($1.outside, $0.plan.code) < ($0.outside, $1.plan.code) }
      + plans.filter { !isOut($0) }
    pairs = allPlans.flatMap(\.pairs)
    allPartnerships = PartnershipWithPlans.all(layer, shared, pairs)
    allCells = cells
    self.cells = cells?.all ?? []
  }

  /// Whether a large share of a plan lies outside its main partnership.
  func isOutOfLine(_ plan: PlanInPartnerships) -> Bool { plan.mass > 0 && plan.outside >= request.outside }

  /// The plans that have a pair that is listed; all of them, also those without partnership, where nothing was left out.
  var plans: [PlanInPartnerships] {
    if isWhole { return allPlans }
    let listed = Set(pairs.map(\.plan.code))
    return allPlans.filter { listed.contains($0.plan.code) }
  }

  /// The partnerships that have a pair that is listed.
  var partnerships: [PartnershipWithPlans] {
    if isWhole { return allPartnerships }
    let listed = Set(pairs.map(\.partnership.code))
    return allPartnerships.filter { listed.contains($0.partnership.code) }
  }

  var countsPeople: Bool { unit == .people }

  /// Plans, their boards, partnerships and trusts.
  public var listable: [NamedCode] {
    var seen: Set<NamedCode> = []
    let all =
      allPlans.flatMap { [$0.plan] + $0.boards } + allPartnerships.map(\.partnership)
      + (allCells?.all ?? []).compactMap(\.trust)
    return all.filter { seen.insert($0).inserted }
  }

  /// Pairs first, then cells.
  public mutating func list(_ choice: inout RowChoice) {
    let boards = Dictionary(allPlans.map { ($0.plan.code, $0.boards) }) { one, _ in one }
    let (pairCount, cellCount) = (pairs.count, cells.count)
    pairs = choice.rows(pairs, Self.pairFields, main: "population") {
      [$0.plan, $0.partnership] + (boards[$0.plan.code] ?? [])
    }
    cells = choice.rows(cells, Self.cellFields) { $0.organisations }
    isWhole = pairs.count == pairCount && cells.count == cellCount
  }

  /// How people, trusts and cells were counted.
  public var notes: [Note] {
    var notes: [Note] = []
    if countsPeople { notes.append(Note("People: \(request.membership.explanation).")) }
    guard countsPeople else {
      return notes + [
        Note("Partnership, plan and trust together are counted in people, and area is compared.")
      ]
    }
    guard let allCells else {
      return notes + [
        Note("Nothing is said of trusts: there is neither a layer of them nor a table of flows.")
      ]
    }
    notes.append(
      Note("Catchments of trusts: \(allCells.method.explanation(threshold: request.threshold))."))
    if request.membership == .apportion {
      notes.append(
        Note(
          "Where partnership, board and trust divide one small area, its people count in each of them by the product of the shares."
        ))
    }
    return notes
  }
}
