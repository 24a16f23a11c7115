/// The fewest plans that together hold a given part of a trust's catchment.
public struct SmallestSet: Sendable, Equatable {
  /// The part of the catchment asked for, 0...1.
  public let asked: Double
  /// The part that the plans hold, 0...1; below ``asked`` where all plans together do not reach it.
  public let coverage: Double
  /// The identifiers of the plans, the largest part first.
  public let plans: [String]
  /// Whether the set is certainly the smallest: not where plans overlap each other.
  public let isExact: Bool

  /// Takes the plans by descending share until the coverage is reached, equal ones by identifier.
  /// Where plans do not overlap their shares just add up, so that no smaller set can reach it.
  init(_ plans: [ImpactedPlan], asked: Double, plansOverlap: Bool) {
    let ordered = plans.sorted { ($1.trustShare, $0.plan.id) < ($0.trustShare, $1.plan.id) }
    var chosen: [String] = []
    var sum = 0.0
    // The slack absorbs the rounding of the sum: ten tenths are a whole.
    for plan in ordered where sum < asked - 1e-12 {
      chosen.append(plan.plan.id)
      sum += plan.trustShare
    }
    self.asked = asked
    coverage = min(1, sum)
    self.plans = chosen
    isExact = !plansOverlap
  }
}
