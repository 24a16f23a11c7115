/// The Better Care Fund plans of Northmere, one for each upper-tier authority.
///
/// Partners follow the geography: the authority and every CCG with at least one in a hundred of its people.
/// Amounts, schemes and metrics are drawn at random within the range of real plans.
struct Plans: Sendable {
  private(set) var plans: [[String]] = []
  private(set) var partners: [[String]] = []
  private(set) var contributions: [[String]] = []
  private(set) var schemes: [[String]] = []
  private(set) var metrics: [[String]] = []

  private static let configurations = [
    "hub model", "ward-based team", "trust-led single team", "LA-led brokerage",
  ]
  private static let maturities = ["notYetEstablished", "plansInPlace", "established", "mature", "exemplary"]

  /// - Parameters:
  ///   - authorities: The layer of upper-tier authorities.
  ///   - commissioners: The layer of CCGs.
  init(authorities: Layer, commissioners: Layer, population: Population, seed: UInt64) {
    for authority in authorities.codes.indices {
      var chance = SeededGenerator(seed: seed, .plan, authority)
      let code = authorities.codes[authority]
      let plan = "BCF-\(code)-2021"
      plans.append([
        plan, code, "\(authorities.names[authority]) BCF plan 2021-22", "2021-04-01", "2022-03-31", "agreed",
      ])
      partners.append([plan, code, "la", authorities.names[authority], "true"])

      let bricks = authorities.areaOf.indices.filter { authorities.areaOf[$0] == authority }
      var residents = [Int](repeating: 0, count: commissioners.codes.count)
      for brick in bricks { residents[commissioners.areaOf[brick]] += population.residents[brick] }
      let total = residents.reduce(0, +)
      var pot = 0
      for (commissioner, people) in residents.enumerated() where people * 100 >= total {
        let organisation = commissioners.codes[commissioner]
        partners.append([plan, organisation, "ccg", commissioners.names[commissioner], "true"])
        // 70 to 80 pounds a head, in pence.
        contribute(plan, organisation, "ccgMinimum", people * (7000 + chance.below(1000)), &pot)
        if chance.below(10) < 4 {
          contribute(plan, organisation, "ccgAdditional", people * (200 + chance.below(2000)), &pot)
        }
      }
      contribute(plan, code, "ibcf", total * (3000 + chance.below(1000)), &pot)
      contribute(plan, code, "dfg", total * (800 + chance.below(400)), &pot)

      addSchemes(plan, authority, pot: Pounds(pence: pot), &chance)
      addMetrics(plan, &chance)
    }
  }

  private mutating func contribute(
    _ plan: String, _ organisation: String, _ kind: String, _ pence: Int, _ pot: inout Int
  ) {
    contributions.append([plan, organisation, kind, Pounds(pence: pence).text])
    pot += pence
  }

  private mutating func addSchemes(
    _ plan: String, _ authority: Int, pot: Pounds, _ chance: inout SeededGenerator
  ) {
    // Every plan has discharge to assess, each in its own way; what else it has differs.
    let homeFirst = 3
    let changes = Set(chance.choose(2, below: SchemeKind.highImpactChanges.count) + [homeFirst]).sorted()
    let others = chance.choose(3 + chance.below(3), below: SchemeKind.others.count)
    let kinds = changes.map { SchemeKind.highImpactChanges[$0] } + others.map { SchemeKind.others[$0] }
    let amounts = pot.split(by: kinds.map { _ in 50 + chance.below(250) })
    for (number, (kind, amount)) in zip(kinds, amounts).enumerated() {
      // Plans began one after the other, and have come as far as their years allow.
      let year = 2017 + (authority + chance.below(2)) % 4
      let maturity = min(max(2020 - year + chance.below(3) - 1, 0), Self.maturities.count - 1)
      let ownWay = kind.changes == [4] ? authority : chance.below(Self.configurations.count)
      schemes.append([
        plan, "\(plan)-\(regionCode("", number + 1, digits: 2))", kind.title, kind.type, kind.subtype,
        kind.changes.map(String.init).joined(separator: ";"), chance.pick(["LA", "CCG", "Joint"]),
        kind.changes == [9] ? "dfg" : chance.pick(["ccgMinimum", "ccgMinimum", "ibcf"]), amount.text,
        "\(year)-\(chance.pick(["04", "07", "10"]))-01",
        kind.changes.isEmpty ? "" : Self.configurations[ownWay], Self.maturities[maturity],
      ])
    }
  }

  private mutating func addMetrics(_ plan: String, _ chance: inout SeededGenerator) {
    // The usual level, and whether higher (1) or lower (-1) is better.
    for (metric, level, better, unit) in [
      ("avoidable admissions", 900, -1, "per 100 000"), ("length of stay 21 days or more", 12, -1, "%"),
      ("discharge to usual place of residence", 93, 1, "%"),
      ("residential admissions 65+", 560, -1, "per 100 000"), ("reablement 91 days", 82, 1, "%"),
    ] {
      // Tenths: 92% to 101% of the usual level, and a target that is better by up to 4%.
      let baseline = level * (920 + chance.below(90)) / 100
      let target = baseline * (1000 + better * chance.below(40)) / 1000
      metrics.append([plan, metric, Self.tenths(baseline), Self.tenths(target), unit])
    }
  }

  private static func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }
}
