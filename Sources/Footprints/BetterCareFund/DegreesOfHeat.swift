/// How unlike each other the plans of one organisation are in how far they have come: the spread of maturity, of start dates
/// and of pounds a head, and which plans are the slowest and the fastest.
///
/// "Different bits of the system running at different degrees of heat": Harlock et al., "Challenges in integrating
/// health and social care: the Better Care Fund in England" (J. Health Serv. Res. Policy).
public struct DegreesOfHeat: Sendable, Equatable {
  /// The plans with the least and the most of something, each list by identifier; all plans in both where they are alike, none
  /// where it is known of no plan.
  public struct Extremes: Sendable, Equatable {
    /// The plans with the least.
    public let least: [PlanHeat]
    /// The plans with the most.
    public let most: [PlanHeat]

    /// Whether two plans differ at all.
    public var differ: Bool { least != most }

    fileprivate init<Value: Comparable>(_ plans: [PlanHeat], _ value: (PlanHeat) -> Value?) {
      let known = plans.compactMap { plan in value(plan).map { (plan, $0) } }
      let (lowest, highest) = (known.map(\.1).min(), known.map(\.1).max())
      least = known.filter { $0.1 == lowest }.map(\.0)
      most = known.filter { $0.1 == highest }.map(\.0)
    }
  }

  /// The plans, the one that holds most of the organisation first.
  public let plans: [PlanHeat]
  /// The least and the most mature plans, by the mean level of their schemes.
  public let maturity: Extremes
  /// The plans whose schemes began first (`least`) and last (`most`), by the first scheme of each.
  public let starts: Extremes
  /// The plans with the fewest and the most pounds a head.
  public let poundsPerHead: Extremes

  /// Compares plans, each at most once.
  public init(_ plans: [PlanHeat]) {
    self.plans = plans.sorted { ($1.share, $0.plan.code) < ($0.share, $1.plan.code) }
    let ordered = plans.sorted { $0.plan.code < $1.plan.code }
    maturity = Extremes(ordered, \.meanLevel)
    starts = Extremes(ordered, \.start)
    poundsPerHead = Extremes(ordered, \.poundsPerHead)
  }

  /// How many schemes have a level.
  public func schemes(at level: MaturityLevel) -> Int {
    plans.reduce(0) { $0 + $1.levels.count { $0 == level } }
  }

  /// How many schemes give no level, or a word that is none.
  public var unknownMaturity: Int { plans.reduce(0) { $0 + $1.unknownMaturity } }
  /// How many schemes give no date, or what is none.
  public var unknownStarts: Int { plans.reduce(0) { $0 + $1.unknownStarts } }
  /// How many schemes give no amount.
  public var schemesWithoutAmount: Int { plans.reduce(0) { $0 + $1.schemesWithoutAmount } }

  /// How many levels the most mature plan is ahead of the least, 0...4; nil where no level is known.
  public var levelsApart: Double? {
    guard let least = maturity.least.first?.meanLevel, let most = maturity.most.first?.meanLevel else {
      return nil
    }
    return most - least
  }

  /// How many months lie between the first schemes of the plan that began first and of the one that began last; nil where the
  /// month of either is not known.
  public var monthsApart: Int? {
    guard let first = starts.least.first?.start?.months, let last = starts.most.first?.start?.months else {
      return nil
    }
    return last - first
  }

  /// How many times as many pounds a head the plan with most has as the one with fewest; nil where that has none.
  public var poundsRatio: Double? {
    guard let least = poundsPerHead.least.first?.poundsPerHead,
      let most = poundsPerHead.most.first?.poundsPerHead, least > 0
    else { return nil }
    return most / least
  }
}
