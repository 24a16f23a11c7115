/// One organisation against every other tier.
public struct ProfileResult: AnalysisResult {
  let request: ProfileAnalysis.Request
  /// What shares are of.
  public let unit: MassUnit
  /// The organisation.
  public let organisation: NamedCode
  let tier: Tier
  /// Its people, or its area in m2.
  public let mass: Double
  /// Its area in m2; nil where it has no polygon.
  public let area: Double?
  let tiers: [TierProfile]
  /// How far the Better Care Fund plans have come that it shares people with; nil where there are none.
  public let heat: DegreesOfHeat?
  /// Other layers in which its code appears too.
  let otherTiers: [String]
  /// The partners of all tiers that are listed.
  private(set) var partners: [PartnerRow]

  init(
    request: ProfileAnalysis.Request, unit: MassUnit, organisation: NamedCode, tier: Tier, mass: Double,
    area: Double?, tiers: [TierProfile], heat: DegreesOfHeat?, otherTiers: [String]
  ) {
    self.request = request
    self.unit = unit
    self.organisation = organisation
    self.tier = tier
    self.mass = mass
    self.area = area
    self.tiers = tiers
    self.heat = heat
    self.otherTiers = otherTiers
    partners = tiers.flatMap { Self.rows(of: $0, unit, organisation) }
  }

  /// The partners of all tiers.
  public var listable: [NamedCode] { tiers.flatMap(\.partners).map(\.organisation) }

  /// Partners of all tiers count alike.
  public mutating func list(_ choice: inout RowChoice) {
    partners = choice.rows(partners, Self.rowFields, main: "x_share") { [$0.partner.organisation] }
  }

  var countsPeople: Bool { unit == .people }

  /// How trusts' catchments are made; nil where no trusts are counted by people.
  var catchment: CatchmentMethod? {
    (tiers.map(\.tier) + [tier]).compactMap(\.catchment).first
  }

  /// What was asked for, with defaults filled in.
  public static let parameters: [Field<ProfileResult>] = [
    .text("organisation", "organisation", "the organisation’s code") { $0.organisation.code },
    .text("tier", "tier", "the role of the layer that it is an area of") { $0.tier.role },
    .text("weights", "weights", "what shares are of: population, area or flow") { $0.unit.rawValue },
    .text(
      "membership", "membership", "how a small area in more than one area is counted; null without people"
    ) { $0.unit.countsPersons ? $0.request.membership.rawValue : nil },
  ]

  /// The organisation, its tiers, and what they mean in words.
  public static let fields: [Field<ProfileResult>] = [
    .record("organisation", "the organisation", organisationFields, showing: { $0.unit.conditions }) { $0 },
    .records(
      "tiers",
      "every other tier, in the order of the package; trusts last, by their catchments. By flow an area has trusts only",
      parts: tierFields(showing: [.people, .patients, .persons]).map(\.description),
      fields: { tierFields(showing: $0.unit.conditions) }
    ) {
      result in result.tiers.map { TierRow(profile: $0, partners: result.partners(in: $0.tier)) }
    },
    .record(
      "heat",
      "how far the Better Care Fund plans that share people, or area, with it have come, and how unlike they are; null without plans",
      HeatFields.all
    ) { $0.heat },
    .texts("sentences", "sentences", "what the numbers mean, in plain words") { $0.sentences },
  ]

  /// The partners.
  public static let tables: [TableDeclaration<ProfileResult>] = [
    TableDeclaration(
      "partners", "one row per partner, with its tier", rowFields, showing: { $0.unit.conditions }
    ) { $0.partners }
  ]

  /// Where else the organisation's code appears.
  public var notes: [Note] {
    if otherTiers.isEmpty { return [] }
    let here = "here it is one of the \(tier.title.many)"
    return [
      Note("\(organisation.code) is in \(CodeList(otherTiers)) as well; \(here).", reason: .severalTiers)
    ]
  }

  /// The partners of a tier that are listed.
  func partners(in tier: Tier) -> [PartnerRow] { partners.filter { $0.tier.role == tier.role } }
}
