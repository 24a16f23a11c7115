/// Finds an organisation by its code or a part of its name, in any tier.
struct TierSearch {
  private let tiers: [Tier]

  init(_ tiers: [Tier]) { self.tiers = tiers }

  /// The tier and the position in it, and the other tiers in which the code appears too.
  ///
  /// A unitary authority is in both layers of authorities: the upper tier, which runs social care, comes first; else
  /// the first in the order of the package.
  func find(
    _ text: String, in wanted: String?
  ) throws(FootprintsError) -> (tier: Int, unit: Int, others: [Int]) {
    let open = try chosen(wanted)
    var seen: Set<NamedCode> = []
    let all = open.flatMap { tiers[$0].units }.filter { seen.insert($0).inserted }
    let code = all[try all.position(of: text, kind: ("organisation", "organisations"))].code
    let places = open.compactMap { tier in
      tiers[tier].units.firstIndex { $0.code == code }.map { (tier: tier, unit: $0) }
    }
    guard let best = places.first(where: { tiers[$0.tier].role == "utla" }) ?? places.first else {
      throw FootprintsError(.fault, "the organisation '\(code)' was found but is in no tier")
    }
    return (best.tier, best.unit, places.map(\.tier).filter { $0 != best.tier })
  }

  /// The tiers to look in.
  private func chosen(_ wanted: String?) throws(FootprintsError) -> [Int] {
    guard let wanted else { return Array(tiers.indices) }
    let chosen = tiers.indices.filter { tiers[$0].role == wanted || tiers[$0].name == wanted }
    if !chosen.isEmpty { return chosen }
    throw FootprintsError(
      .usage, "there is no tier '\(wanted)'",
      remedy: suggestion(for: wanted, among: tiers.map(\.role), kind: "tiers"), reason: .unknownName)
  }
}
