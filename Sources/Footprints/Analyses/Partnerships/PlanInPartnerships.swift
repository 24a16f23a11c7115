/// A plan and a partnership that have people, or area, in common.
struct PartnershipPair: Sendable {
  /// The plan's identifier and name.
  let plan: NamedCode
  let partnership: NamedCode
  /// What the two share.
  let mass: Double
  /// The share of the plan that lies in the partnership, 0...1.
  let planShare: Double
  /// The share of the partnership that lies in the plan, 0...1.
  let partnershipShare: Double
  /// Whether no other partnership holds more of the plan.
  let isMain: Bool
  let unit: MassUnit
}

/// A plan with the partnerships that it lies in.
struct PlanInPartnerships: Sendable {
  /// Its identifier and name.
  let plan: NamedCode
  let boards: [NamedCode]
  /// Its people, or its area in m2.
  let mass: Double
  let unit: MassUnit
  /// The share of it in no partnership, 0...1.
  let uncovered: Double
  /// Effective number of partnerships (Shannon); 0 without any.
  let effective: Double
  /// Its partnerships, the largest share first.
  let pairs: [PartnershipPair]

  /// The partnership that holds most of it; nil where none does.
  var main: PartnershipPair? { pairs.first }
  /// The share of it outside its main partnership, in others or in none, 0...1.
  var outside: Double { min(1, pairs.dropFirst().reduce(uncovered) { $0 + $1.planShare }) }

  /// The plans in force, by identifier. `shared` has all plans in rows and partnerships in columns.
  static func all(
    _ plans: BetterCareFundPlans, _ shared: MassMatrix, _ layer: PreparedLayer, _ groups: BoardGroups
  ) -> [PlanInPartnerships] {
    plans.plans.indices.filter { plans.plans[$0].isInForce }.map { index in
      let plan = plans.plans[index]
      let own = NamedCode(code: plan.id, name: plan.name)
      let row = shared.row(index).sorted { ($1.mass, layer.codes[$0.y]) < ($0.mass, layer.codes[$1.y]) }
      let pairs = row.enumerated().map { place, cell in
        PartnershipPair(
          plan: own, partnership: layer.unit(cell.y), mass: cell.mass, planShare: shared.xShare(cell),
          partnershipShare: shared.yShare(cell), isMain: place == 0, unit: shared.unit)
      }
      return PlanInPartnerships(
        plan: own, boards: plan.boards.map { NamedCode(code: $0, name: groups.names[$0] ?? "") },
        mass: shared.xTotals[index], unit: shared.unit,
        uncovered: ratio(shared.xUncovered(index), shared.xTotals[index]),
        effective: shared.xEffectivePartnersShannon(index), pairs: pairs)
    }.sorted { $0.plan.code < $1.plan.code }
  }
}

/// A partnership with the plans that lie in it.
struct PartnershipWithPlans: Sendable {
  let partnership: NamedCode
  /// Its people, or its area in m2.
  let mass: Double
  let unit: MassUnit
  /// The share of it in no plan, 0...1.
  let outsidePlans: Double
  /// Effective number of plans (Shannon).
  let effective: Double
  /// Its plans, the largest share first.
  let pairs: [PartnershipPair]

  /// The partnerships by code, with the pairs of plans that are theirs.
  static func all(
    _ layer: PreparedLayer, _ shared: MassMatrix, _ pairs: [PartnershipPair]
  ) -> [PartnershipWithPlans] {
    let turned = shared.transposed
    return layer.codes.indices.sorted { layer.codes[$0] < layer.codes[$1] }.map { index in
      PartnershipWithPlans(
        partnership: layer.unit(index), mass: turned.xTotals[index], unit: shared.unit,
        outsidePlans: ratio(turned.xUncovered(index), turned.xTotals[index]),
        effective: turned.xEffectivePartnersShannon(index),
        pairs: pairs.filter { $0.partnership == layer.unit(index) }.sorted {
          ($1.partnershipShare, $0.plan.code) < ($0.partnershipShare, $1.plan.code)
        })
    }
  }
}
