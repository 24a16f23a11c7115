// What a profile says, field by field.

extension ProfileResult {
  static let organisationFields: [Field<ProfileResult>] = [
    .text("code", "code", "its code") { $0.organisation.code },
    .text("name", "name", "its name") { $0.organisation.name },
    .text("tier", "tier", "the role of the layer that it is an area of") { $0.tier.role },
    .people("population", "people", "its people; null by area") { $0.countsPeople ? $0.mass : nil },
    .area("area_m2", "area", "its area; null where it has no polygon") { $0.area },
    .people("patients", "patients", "its patients") { $0.mass }.when(.patients),
  ]

  /// A tier with its partners that are listed.
  struct TierRow: Sendable {
    let profile: TierProfile
    let partners: [PartnerRow]
  }

  /// By what is counted.
  static func tierFields(showing conditions: Set<Condition>) -> [Field<TierRow>] {
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
      .record("basis", "what the numbers rest on; null by area", BasisFields.all) { $0.profile.basis },
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
    ) { $0.partner.sureness?.dividedShare },
    .share(
      "dependence_low", "least dependence",
      "the least that dependence can be, given what flows of patients leave open; null where neither is a trust whose catchment is made of flows"
    ) { $0.partner.sureness?.dependence?.lowerBound },
    .share("dependence_high", "most dependence", "the most that it can be") {
      $0.partner.sureness?.dependence?.upperBound
    },
    .share("leverage_low", "least leverage", "the least that leverage can be, likewise") {
      $0.partner.sureness?.leverage?.lowerBound
    },
    .share("leverage_high", "most leverage", "the most that it can be") {
      $0.partner.sureness?.leverage?.upperBound
    },
  ]

  static let rowFields: [Field<PartnerRow>] =
    [.text("tier", "tier", "the role of the tier’s layer") { $0.tier.role }] + partnerFields
    + [
      .text("organisation_code", "organisation", "the code of the organisation profiled") {
        $0.organisation.code
      },
      .text("organisation_name", "organisation", "its name") { $0.organisation.name },
    ]

  static func rows(
    of profile: TierProfile, _ unit: MassUnit, _ organisation: NamedCode
  ) -> [PartnerRow] {
    profile.partners.map {
      PartnerRow(partner: $0, tier: profile.tier, unit: unit, organisation: organisation)
    }
  }
}
