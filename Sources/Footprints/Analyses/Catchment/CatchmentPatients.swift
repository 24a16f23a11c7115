/// The patients that flow from small areas to trusts, and those whose trust is not known.
struct CatchmentPatients: Sendable {
  /// Whether the flows say how many patients there are; else people count by their proportions.
  let areCounted: Bool
  /// Patients whose trust is not told, because their flows are too small to be published.
  let other: Other
  /// The patients of each trust by small area.
  private let flows: [String: [Int: Double]]
  /// All patients of each trust, those from elsewhere among them.
  private let totals: [String: Double]

  /// What is not in any flow.
  struct Other: Sendable {
    /// The people that the missing proportions stand for.
    let people: Double
    /// Their share of the people of small areas that have flows.
    let share: Double
    /// The small areas of which any is missing.
    let bricks: Int
  }

  init(_ table: FlowTable, bricks: Bricks) {
    areCounted = table.flows.allSatisfy { $0.patients != nil }
    let matches = bricks.layer.codeIndex.positions(of: table.flows.map(\.brick))
    var flows: [String: [Int: Double]] = [:]
    var totals: [String: Double] = [:]
    var told = [Double?](repeating: nil, count: bricks.people.count)
    for (flow, brick) in zip(table.flows, matches.positions) {
      let people = brick.map { bricks.people[$0] * flow.proportion } ?? 0
      let patients = areCounted ? flow.patients ?? 0 : people
      totals[flow.trust, default: 0] += patients
      guard let brick else { continue }
      flows[flow.trust, default: [:]][brick, default: 0] += patients
      told[brick] = (told[brick] ?? 0) + flow.proportion
    }
    (self.flows, self.totals) = (flows, totals)
    var (missing, all, count) = (0.0, 0.0, 0)
    for (share, people) in zip(told, bricks.people) {
      guard let share else { continue }
      all += people
      // Proportions are published with three decimals.
      if 1 - share > 0.0005 {
        count += 1
        missing += people * (1 - share)
      }
    }
    other = Other(people: missing, share: all > 0 ? missing / all : 0, bricks: count)
  }

  /// The patients of a trust; nil where flows do not count them, or it has none.
  func count(_ trust: String) -> Double? { areCounted ? totals[trust] : nil }

  /// The share of a trust's patients who come from its catchment, as far as it has each small area; nil without patients.
  func ownShare(_ trust: String, in shares: [Int: Double]) -> Double? {
    guard let total = totals[trust], total > 0, let flows = flows[trust] else { return nil }
    // In the order of the small areas, so that the sum has one value.
    let own = flows.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * min(1, shares[$1.key] ?? 0) }
    return own / total
  }
}
