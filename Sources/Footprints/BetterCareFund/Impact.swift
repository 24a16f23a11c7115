/// What a trust touches when it changes one process: the Better Care Fund plans of the people it serves.
///
/// A plan that shares people with the trust is in exactly one of two lists: with schemes for the process, or
/// without.
public struct Impact: Sendable {
  /// The trust.
  public let trust: ImpactTrust
  /// The process and what it stands for.
  public let process: ProcessChange
  /// The plans that share people with the trust and have schemes for the process, by identifier.
  public let plans: [ImpactedPlan]
  /// The plans that share people with the trust and have no scheme for the process, by identifier: nothing
  /// in them names what changes, but their people will notice it.
  public let plansWithoutMatch: [ImpactedPlan]
  /// The fewest touched plans, with or without a matching scheme, that hold the asked part of the
  /// catchment.
  public let smallestSet: SmallestSet
  /// The configurations that ``plans`` prescribe.
  public let configurations: Configurations
  /// How many organisations sign ``plans``, each counted once.
  public let signatoriesTotal: Int
  /// The cost of all matched schemes of ``plans``.
  public let amount: Money
  /// The cost of all matched schemes; nil where none gives one.
  public let knownAmount: Money?
  /// How many of the matched schemes have no amount, so that ``amount`` is too small.
  public let schemesWithoutAmount: Int
  /// The share of the catchment in no plan, 0...1; too small where plans overlap each other.
  public let shareOutsidePlans: Double
  /// What a reader must know.
  public let notices: [Notice]

  /// Computes the impact.
  ///
  /// - Parameters:
  ///   - trust: the trust and its catchment.
  ///   - process: the process that changes.
  ///   - plans: all plans.
  ///   - exposures: the people shared with the trust, at most once per plan; a plan without one is untouched.
  ///   - coverage: the part of the catchment that the smallest set is to hold, 0...1.
  ///   - plansOverlap: whether areas of plans overlap each other.
  /// - Throws: `usage` for a coverage that is not a share, `fault` for an exposure that is repeated or belongs
  ///   to no plan.
  public init(
    trust: ImpactTrust, process: ProcessChange, plans: BetterCareFundPlans, exposures: [PlanExposure],
    coverage: Double = 0.9, plansOverlap: Bool = false
  ) throws(FootprintsError) {
    guard coverage >= 0, coverage <= 1 else {
      throw FootprintsError(
        .usage, "the coverage \(coverage) is not a share", remedy: "Give a number from 0 to 1.")
    }
    let known = Set(plans.plans.map(\.id))
    var exposure: [String: PlanExposure] = [:]
    for one in exposures {
      guard known.contains(one.plan), exposure.updateValue(one, forKey: one.plan) == nil else {
        throw FootprintsError(.fault, "the people of plan \(one.plan) were given twice or for no plan")
      }
    }
    let matcher = SchemeMatcher(process)
    // Nothing need be known of the others, which are most of a country's.
    let touched = plans.plans.filter { (exposure[$0.id]?.sharedPopulation ?? 0) > 0 }.sorted { $0.id < $1.id }
      .map {
        ImpactedPlan(
          $0, exposure: exposure[$0.id], trust: trust, process: process, matching: matcher)
      }
    let matched = touched.filter { !$0.schemes.isEmpty }
    self.trust = trust
    self.process = process
    self.plans = matched
    plansWithoutMatch = touched.filter(\.schemes.isEmpty)
    smallestSet = SmallestSet(touched, asked: coverage, plansOverlap: plansOverlap)
    configurations = Configurations(matched, process: process)
    signatoriesTotal = Set(matched.flatMap(\.signatories).map(\.identity)).count
    amount = matched.map(\.amount).sum()
    // People are subtracted, not shares: whole numbers leave no rounding behind.
    let outside = trust.population - touched.reduce(0) { $0 + $1.sharedPopulation }
    shareOutsidePlans = max(0, ratio(outside, trust.population))
    var notices: [Notice] = []
    if plansOverlap {
      notices.append(
        Notice(
          .warning, "plans-overlap",
          "areas of plans overlap each other; people in several plans count in each, and a smaller set may "
            + "reach the coverage"))
    }
    if smallestSet.coverage < coverage - 1e-12 {
      notices.append(
        Notice(
          .warning, "coverage-not-reached",
          "all plans together hold \(Wording.percent(smallestSet.coverage)) of the catchment, less than the \(Wording.setting(coverage)) asked for"
        ))
    }
    let matchedSchemes = matched.flatMap(\.schemes)
    schemesWithoutAmount = matched.reduce(0) { $0 + $1.schemesWithoutAmount }
    knownAmount = schemesWithoutAmount > 0 && schemesWithoutAmount == matchedSchemes.count ? nil : amount
    if schemesWithoutAmount > 0 {
      notices.append(
        Notice(
          .warning, "schemes-without-amount",
          "\(Wording.grouped(schemesWithoutAmount)) of the \(Wording.plural(matchedSchemes.count, "scheme")) concerned \(Wording.form(schemesWithoutAmount, "has", "have")) no amount: \(CodeList(matched.flatMap { plan in plan.schemes.filter { $0.scheme.amount == nil }.map { "\($0.scheme.id.isEmpty ? "one without scheme_id" : $0.scheme.id) of \(plan.plan.id)" } })); what is spent is more than is said"
        ))
    }
    self.notices = notices
  }
}

extension Impact {
  /// The plans in the corner of the trust's footprint: mostly in it, and a small part of it (`CornerRule`), the
  /// clearest first. Never the trust's largest plan: however many plans a trust has, the one that it has most people in
  /// is not a corner of it.
  package var corners: [ImpactedPlan] {
    let all = plans + plansWithoutMatch
    let largest = all.map(\.trustShare).max() ?? 0
    return all.filter {
      CornerRule.holds(dependence: $0.boardShare, leverage: $0.trustShare) && $0.trustShare < largest
    }.sorted {
      ($1.boardShare - $1.trustShare, $0.plan.id) < ($0.boardShare - $0.trustShare, $1.plan.id)
    }
  }
}
