// What the results of an impact hold, record by record.

extension ImpactResult {
  static let trustFields: [Field<ImpactResult>] = [
    .text("code", "code", "the trust’s code") { $0.impact.trust.organisation.code },
    .text("name", "name", "its name") { $0.impact.trust.organisation.name },
    .text("catchment_method", "catchment", "how its catchment is made") { $0.impact.trust.catchmentMethod },
    .people("population", "people", "the people of the catchment, in plans or not; null by area") {
      $0.countsPeople ? $0.impact.trust.population : nil
    },
    .area("area_m2", "area", "the catchment’s area; null where it has no polygon") { $0.impact.trust.area },
    .people("patients", "patients", "the trust’s patients, in plans or not") { $0.impact.trust.population }
      .when(.patients),
  ]

  static let schemeFields: [Field<ImpactedPlan.MatchedScheme>] = [
    .text("scheme_id", "scheme", "the scheme’s identifier") { $0.scheme.id },
    .text("name", "name", "what it is called") { $0.scheme.name },
    .text("type", "type", "its type") { $0.scheme.type },
    .text("subtype", "sub-type", "its sub-type") { $0.scheme.subtype },
    .integers("hicm", "HICM", "the High Impact Changes that it implements") { $0.scheme.changes },
    .money("amount_gbp", "cost", "what it costs; null where the file does not say") { $0.scheme.amount },
    .text("maturity", "maturity", "its maturity in the High Impact Change Model") { $0.scheme.maturity },
    .text("configuration", "set up as", "how the service is set up") { $0.scheme.configuration },
    .text("commissioner", "commissioner", "who commissions it") { $0.scheme.commissioner },
    .text("funding_source", "funding source", "the contributions that it is paid from") {
      $0.scheme.fundingSource
    },
    .records("funding", "what it is paid from, source by source", fundingFields) { $0.scheme.fundingLines },
    .text("start_date", "start", "when it began") { $0.scheme.startDate },
    .texts("matched_by", "matched by", "why it is taken to implement the process") { $0.matchedBy },
  ]

  static let fundingFields: [Field<BetterCareFundPlan.FundingLine>] = [
    .text("source", "source", "the contribution") { $0.source },
    .money("amount_gbp", "amount", "how much of it; null where the file does not say") { $0.amount },
  ]

  static let metricFields: [Field<BetterCareFundPlan.Metric>] = [
    .text("metric", "metric", "what is measured") { $0.metric },
    .number("baseline", "baseline", decimals: 1, "where it stood; null where the file has no number") {
      $0.baseline
    },
    .number("target", "target", decimals: 1, "where it is meant to be; null where the file has no number") {
      $0.target
    },
    .text("unit", "unit", "the unit of both") { $0.unit },
  ]

  static let signatoryFields: [Field<BetterCareFundPlan.Partner>] = [
    .text("code", "code", "the organisation’s code") { $0.organisation.code },
    .text("name", "name", "its name") { $0.organisation.name },
    .text("kind", "kind", "what it is: la, ccg, trust, other") { $0.kind },
  ]

  static let stpFields: [Field<PartnershipShare>] = [
    .text("code", "code", "the partnership’s code") { $0.partnership.code },
    .text("name", "name", "its name") { $0.partnership.name },
    .share("share", "share", "the share of the plan in it") { $0.share },
  ]

  static let setFields: [Field<SmallestSet>] = [
    .share("coverage", "coverage", "the part of the catchment asked for") { $0.asked },
    .share("covered", "covered", "the part that the plans hold") { $0.coverage },
    .texts("plans", "plans", "their identifiers, the largest part first") { $0.plans },
    .flag("exact", "exact", "whether no smaller set will do; not certain where plans overlap") { $0.isExact },
  ]

  static let configurationFields: [Field<ImpactResult>] = [
    .count("distinct", "distinct", "how many different ones, by sub-type, HICM changes and model of service")
    {
      $0.impact.configurations.distinct
    },
    .number("effective", "effective", decimals: 1, "their effective number, weighted by people or area") {
      $0.impact.configurations.effective
    },
    .records("variants", "each with the plans that prescribe it", variantFields) { result in
      result.impact.configurations.variants.map { Variant(variant: $0, unit: result.unit) }
    },
    .texts("unstated", "unstated", "the plans whose matched schemes say nothing of the three") {
      $0.impact.configurations.unstated
    },
  ]

  struct Variant: Sendable {
    let variant: Configurations.Variant
    let unit: MassUnit
  }

  static let variantFields: [Field<Variant>] = [
    .texts("plans", "plans", "the plans’ identifiers") { $0.variant.plans },
    .people("population", "people", "the people that they share with the trust; null by area") {
      $0.unit == .people ? $0.variant.population : nil
    },
    .records("prescriptions", "what is prescribed, scheme by scheme", prescriptionFields) {
      $0.variant.prescriptions
    },
  ]

  static let prescriptionFields: [Field<Configurations.Prescription>] = [
    .text("subtype", "sub-type", "the sub-type") { $0.subtype },
    .integers("hicm", "HICM", "the High Impact Changes of the process that it implements") { $0.changes },
    .text("configuration", "set up as", "the model of the service") { $0.configuration },
  ]
}

/// A scheme for the process, with its plan.
struct SchemeRow: Sendable {
  let plan: BetterCareFundPlan
  let match: ImpactedPlan.MatchedScheme

  static let fields: [Field<SchemeRow>] = [
    .text("plan_id", "plan", "the plan’s identifier") { $0.plan.id },
    .text("plan_name", "plan name", "its name") { $0.plan.name },
    .text("scheme_id", "scheme", "the scheme’s identifier") { $0.match.scheme.id },
    .text("name", "scheme name", "what it is called") { $0.match.scheme.name },
    .text("type", "type", "its type") { $0.match.scheme.type },
    .text("subtype", "sub-type", "its sub-type") { $0.match.scheme.subtype },
    .integers("hicm", "HICM", "the High Impact Changes that it implements") { $0.match.scheme.changes },
    .money("amount_gbp", "cost", "what it costs; empty where the file does not say") {
      $0.match.scheme.amount
    },
    .text("maturity", "maturity", "its maturity in the High Impact Change Model") {
      $0.match.scheme.maturity
    },
    .text("configuration", "set up as", "how the service is set up") { $0.match.scheme.configuration },
    .text("commissioner", "commissioner", "who commissions it") { $0.match.scheme.commissioner },
    .text("funding_source", "funding source", "the contributions that it is paid from") {
      $0.match.scheme.fundingSource
    },
    .text("start_date", "start", "when it began") { $0.match.scheme.startDate },
    .texts("matched_by", "matched by", "why it is taken to implement the process") { $0.match.matchedBy },
  ]
}
