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

  private static let organisationFields: [Field<ProfileResult>] = [
    .text("code", "code", "its code") { $0.organisation.code },
    .text("name", "name", "its name") { $0.organisation.name },
    .text("tier", "tier", "the role of the layer that it is an area of") { $0.tier.role },
    .people("population", "people", "its people; null by area") { $0.countsPeople ? $0.mass : nil },
    .area("area_m2", "area", "its area; null where it has no polygon") { $0.area },
    .people("patients", "patients", "its patients") { $0.mass }.when(.patients),
  ]

  /// A tier with its partners that are listed.
  private struct TierRow: Sendable {
    let profile: TierProfile
    let partners: [PartnerRow]
  }

  /// By what is counted.
  private static func tierFields(showing conditions: Set<Condition>) -> [Field<TierRow>] {
    [

      .text("tier", "tier", "the role of the tier’s layer") { $0.profile.tier.role },
      .text("layer", "layer", "the layer’s name") { $0.profile.tier.name },
      .number(
        "corner_index", "corner", decimals: 2,
        "0 where the partners lie inside the organisation, near 1 where it is a small corner of all of them"
      ) { $0.profile.cornerIndex },
      .number("effective_partners", "effective", decimals: 2, "effective number of partners (Shannon)") {
        $0.profile.effectivePartners
      },
      .share("uncovered_share", "uncovered", "the share of the organisation in no area of the tier") {
        $0.profile.uncovered
      },
      .share(
        "sliver_share", "in slivers",
        "the share of the organisation in slivers, which are neither counted nor uncovered"
      ) { $0.profile.inSlivers },
      .records(
        "partners", "who shares people, or area, with it, the largest share first", partnerFields,
        showing: { _ in conditions }
      ) { $0.partners },
    ]
  }

  /// A partner with its tier.
  struct PartnerRow: Sendable {
    let partner: TierProfile.Partner
    let tier: Tier
    let unit: MassUnit
    let organisation: NamedCode
  }

  static let partnerFields: [Field<PartnerRow>] = [
    .text("code", "code", "the partner’s code") { $0.partner.organisation.code },
    .text("name", "name", "its name") { $0.partner.organisation.name },
    .people("population", "people", "the people in both; null by area") {
      $0.unit == .people ? $0.partner.shared : nil
    },
    .area("area_m2", "area", "the area in both; null by people") {
      $0.unit == .squareMetres ? $0.partner.shared : nil
    },
    .share("x_share", "share of it", "the share of the organisation that lies in the partner") {
      $0.partner.dependence
    },
    .share("y_share", "share of partner", "the share of the partner that lies in the organisation") {
      $0.partner.leverage
    },
    .share("leverage", "leverage", "the organisation’s weight in the partner: the share of the partner in it")
    {
      $0.partner.leverage
    },
    .share(
      "dependence", "dependence", "the partner’s weight in the organisation: the share of it in the partner"
    ) { $0.partner.dependence },
    .number(
      "bearing_deg", "bearing", unit: .bearing, decimals: 0,
      "the direction from the middle of the organisation’s people, or area, to the middle of the partner’s outside it, clockwise from grid north; null where there is nothing outside"
    ) { $0.partner.bearing?.degrees },
    .people("patients", "patients", "the patients in both") { $0.partner.shared }.when(.patients),
    .share(
      "divided_share", "divided",
      "the part of what the two share that is in small areas that a border divides; null by area"
    ) { $0.partner.sureness.dividedShare },
  ]

  private static let rowFields: [Field<PartnerRow>] =
    [.text("tier", "tier", "the role of the tier’s layer") { $0.tier.role }] + partnerFields
    + [
      .text("organisation_code", "organisation", "the code of the organisation profiled") {
        $0.organisation.code
      },
      .text("organisation_name", "organisation", "its name") { $0.organisation.name },
    ]

  private static func rows(
    of profile: TierProfile, _ unit: MassUnit, _ organisation: NamedCode
  ) -> [PartnerRow] {
    profile.partners.map {
      PartnerRow(partner: $0, tier: profile.tier, unit: unit, organisation: organisation)
    }
  }

  /// The partners of a tier that are listed.
  func partners(in tier: Tier) -> [PartnerRow] { partners.filter { $0.tier.role == tier.role } }
}
