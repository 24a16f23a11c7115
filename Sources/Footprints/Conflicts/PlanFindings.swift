/// What does not fit together in the Better Care Fund plans of a package.
enum PlanFindings {
  /// Plans without partners, partners whose code is in no layer, and money that does not add up.
  ///
  /// - Parameters:
  ///   - plans: the plans.
  ///   - layers: the layers of the package.
  ///   - sources: the names of the tables of plans, partners and contributions.
  static func findings(
    _ plans: BetterCareFundPlans, _ layers: [PreparedLayer],
    sources: (plans: String, partners: String?, contributions: String?)
  ) -> [Finding] {
    let named = plans.plans.map { ($0, NamedCode(code: $0.id, name: $0.name)) }
    var findings: [Finding] = []
    if sources.partners != nil {
      for (plan, unit) in named where plan.partners.isEmpty {
        findings.append(
          Finding(
            .planWithoutPartners, in: sources.plans, about: unit, "the plan \(unit.label) has no partners"))
      }
    }
    findings += withoutArea(plans, layers, in: sources.partners ?? sources.plans)
    if let source = sources.contributions { findings += named.compactMap { money($0, $1, in: source) } }
    return findings
  }

  /// Partners who commission for an area, by a layer of such areas that does not have their code in any spelling.
  private static func withoutArea(
    _ plans: BetterCareFundPlans, _ layers: [PreparedLayer], in source: String
  ) -> [Finding] {
    let roles = [
      "la": ["utla", "ltla", "hwb"], "ccg": ["ccg", "sicbl"], "icb": ["icb", "stp"],
    ]
    let identified = Set(plans.plans.flatMap(\.partners).map(\.identity))
    var findings: [Finding] = []
    var told: Set<String> = []
    for (kind, kinds) in roles.sorted(by: { $0.key < $1.key }) {
      let own = layers.filter { layer in layer.role.map { kinds.contains($0.lowercased()) } ?? false }
      if own.isEmpty { continue }
      let indexes = own.map(\.codeIndex)
      for plan in plans.plans {
        for partner in plan.partners where partner.kind.lowercased() == kind {
          let code = partner.organisation.code
          // One of several codes of an organisation is enough.
          let all =
            identified.contains(partner.identity)
            ? plans.plans.flatMap(\.partners).filter { $0.identity == partner.identity }.map(
              \.organisation.code)
            : [code]
          guard !code.isEmpty, indexes.allSatisfy({ $0.positions(of: all).count == 0 }),
            told.insert(code).inserted
          else {
            continue
          }
          findings.append(
            Finding(
              .partnerWithoutArea, in: source, about: partner.organisation,
              "\(partner.organisation.label), a partner of plan \(plan.id), is no area of \(Wording.list(own.map(\.name)))"
            ))
        }
      }
    }
    return findings
  }

  /// A plan whose contributions are not what its schemes spend, by a pound or more; where either is not known there is nothing
  /// to compare.
  private static func money(_ plan: BetterCareFundPlan, _ unit: NamedCode, in source: String) -> Finding? {
    let spent = plan.schemes.compactMap(\.amount)
    guard !plan.contributions.isEmpty, spent.count == plan.schemes.count, !spent.isEmpty else { return nil }
    let (paidIn, paidOut) = (plan.contributions.map(\.amount).sum(), spent.sum())
    guard abs(paidIn.pence - paidOut.pence) >= 100 else { return nil }
    return Finding(
      .money, in: source, about: unit,
      "the partners of \(unit.label) contribute \(Wording.money(paidIn)), and its schemes spend \(Wording.money(paidOut))"
    )
  }
}
