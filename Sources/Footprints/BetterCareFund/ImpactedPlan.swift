/// What a trust's process change touches in one plan.
public struct ImpactedPlan: Sendable, Equatable {
  /// A scheme that implements the process, with the reasons why it is taken to do so.
  public struct MatchedScheme: Sendable, Equatable {
    /// The scheme.
    public let scheme: BetterCareFundPlan.Scheme
    /// The reasons: `hicm 4`, `type Intermediate Care Services`, or both.
    public let matchedBy: [String]
  }

  /// The plan, with everything in it.
  public let plan: BetterCareFundPlan
  /// The people it shares with the trust's catchment.
  public let sharedPopulation: Double
  /// The people of the plan's area.
  public let population: Double
  /// Leverage: the share of the trust's catchment in the plan, 0...1.
  public let trustShare: Double
  /// Dependence: the share of the plan's people in the trust's catchment, 0...1.
  public let boardShare: Double
  /// How sure these shares are.
  public let sureness: ShareSureness
  /// The schemes that implement the process, in the order of the file.
  public let schemes: [MatchedScheme]
  /// The cost of these schemes, as far as the file gives it.
  public let amount: Money
  /// How many of them have no amount, so that ``amount`` is too small.
  public let schemesWithoutAmount: Int
  /// The cost of these schemes; nil where none gives one.
  public var knownAmount: Money? {
    schemesWithoutAmount > 0 && schemesWithoutAmount == schemes.count ? nil : amount
  }
  /// The plan's metrics that the process concerns.
  public let metrics: [BetterCareFundPlan.Metric]
  /// The national conditions that the process answers; empty where no scheme matches.
  public let conditions: [String]
  /// The organisations that sign the plan, each once.
  public let signatories: [BetterCareFundPlan.Partner]
  /// The partnerships that the plan lies in, the largest share first.
  public let partnerships: [PartnershipShare]

  init(
    _ plan: BetterCareFundPlan, exposure: PlanExposure?, trust: ImpactTrust, process: ProcessChange,
    matching matcher: SchemeMatcher
  ) {
    self.plan = plan
    sharedPopulation = exposure?.sharedPopulation ?? 0
    population = exposure?.population ?? 0
    trustShare = ratio(sharedPopulation, trust.population)
    boardShare = ratio(sharedPopulation, exposure?.population ?? 0)
    sureness = exposure?.sureness ?? ShareSureness()
    schemes = plan.schemes.compactMap { scheme in
      let reasons = matcher.reasons(scheme)
      return reasons.isEmpty ? nil : MatchedScheme(scheme: scheme, matchedBy: reasons)
    }
    amount = schemes.compactMap(\.scheme.amount).sum()
    schemesWithoutAmount = schemes.count { $0.scheme.amount == nil }
    metrics = plan.metrics.filter(matcher.concerns)
    conditions = schemes.isEmpty ? [] : process.conditions
    var seen: Set<String> = []
    signatories = plan.partners.filter { $0.isSignatory && seen.insert($0.identity).inserted }
    partnerships = (exposure?.partnerships ?? []).sorted {
      ($1.share, $0.partnership.code) < ($0.share, $1.partnership.code)
    }
  }
}
