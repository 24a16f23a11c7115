/// The impact of a process change in every form it is given out in; `document`, for people, is in its own
/// file.
public struct ImpactReport: Sendable {
  let analysis: ImpactAnalysis
  let inputs: Inputs
  var impact: Impact { analysis.impact }
  var countsPeople: Bool { analysis.parameters.weights == .population }

  /// Reports an analysis made from these inputs.
  public init(_ analysis: ImpactAnalysis, inputs: Inputs) {
    self.analysis = analysis
    self.inputs = inputs
  }

  /// One row a plan: first those with matching schemes, then the others.
  public var csv: String {
    var writer = CSVWriter()
    writer.append([
      "plan_id", "hwb_code", "name", "population", "area_m2", "trust_share", "hwb_share", "schemes",
      "scheme_ids", "matched_by",
      "amount_gbp", "metrics", "conditions", "signatories", "stps",
    ])
    for plan in impact.plans + impact.plansWithoutMatch {
      writer.append([
        plan.plan.id, plan.plan.boards.joined(separator: ";"), plan.plan.name,
        countsPeople ? "\(plan.sharedPopulation)" : "", countsPeople ? "" : "\(plan.sharedPopulation)",
        "\(plan.trustShare)",
        "\(plan.boardShare)", String(plan.schemes.count),
        plan.schemes.map(\.scheme.id).joined(separator: ";"),
        plan.schemes.map { $0.matchedBy.joined(separator: " + ") }.joined(separator: ";"),
        plan.amount.description,
        plan.metrics.map(\.metric).joined(separator: ";"), plan.conditions.joined(separator: ";"),
        plan.signatories.map(\.organisation.code).joined(separator: ";"),
        plan.partnerships.map(\.partnership.code).joined(separator: ";"),
      ])
    }
    return writer.text
  }

  /// The whole analysis.
  public var json: JSONValue {
    let asked = analysis.parameters
    let trust = impact.trust
    return Provenance(inputs).envelope(
      command: "impact",
      parameters: [
        "trust": .string(trust.organisation.code), "process": .string(impact.process.name),
        "weights": .string(asked.weights.rawValue), "catchment": .string(analysis.method.rawValue),
        "threshold": analysis.method == .threshold ? .number(asked.threshold) : nil,
        "membership": countsPeople ? .string(asked.membership.rawValue) : nil,
        "coverage": .number(asked.coverage),
      ],
      results: [
        "trust": [
          "code": .string(trust.organisation.code), "name": .string(trust.organisation.name),
          "catchment_method": .string(trust.catchmentMethod), "population": people(trust.population),
          "area_m2": JSONValue(trust.area),
        ],
        "process": [
          "name": .string(impact.process.name), "hicm": .array(impact.process.changes.map(JSONValue.integer)),
          "scheme_types": JSONValue(impact.process.schemeTypes), "metrics": JSONValue(impact.process.metrics),
          "conditions": JSONValue(impact.process.conditions),
        ],
        "plans": .array(impact.plans.map(plan)),
        "untouched_matches": .array(impact.plansWithoutMatch.map(plan)),
        "amount_gbp": JSONValue(impact.amount),
        "smallest_set": [
          "coverage": .number(impact.smallestSet.asked), "covered": .number(impact.smallestSet.coverage),
          "plans": JSONValue(impact.smallestSet.plans), "exact": .bool(impact.smallestSet.isExact),
        ],
        "configurations": configurations, "signatories_total": .integer(impact.signatoriesTotal),
        "share_outside_plans": .number(impact.shareOutsidePlans),
      ])
  }

  private func people(_ value: Double) -> JSONValue { countsPeople ? .number(value) : .null }

  private func plan(_ plan: ImpactedPlan) -> JSONValue {
    [
      "plan_id": .string(plan.plan.id), "hwb_code": .string(plan.plan.boards.joined(separator: ";")),
      "name": .string(plan.plan.name), "population": people(plan.sharedPopulation),
      "shared_area_m2": countsPeople ? .null : .number(plan.sharedPopulation),
      "trust_share": .number(plan.trustShare),
      "hwb_share": .number(plan.boardShare), "schemes": .array(plan.schemes.map(scheme)),
      "amount_gbp": JSONValue(plan.amount),
      "metrics": .array(
        plan.metrics.map {
          [
            "metric": .string($0.metric), "baseline": JSONValue($0.baseline), "target": JSONValue($0.target),
            "unit": .string($0.unit),
          ]
        }), "conditions": JSONValue(plan.conditions),
      "signatories": .array(
        plan.signatories.map {
          [
            "code": .string($0.organisation.code), "name": .string($0.organisation.name),
            "kind": .string($0.kind),
          ]
        }),
      "stps": .array(
        plan.partnerships.map {
          [
            "code": .string($0.partnership.code), "name": .string($0.partnership.name),
            "share": .number($0.share),
          ]
        }),
    ]
  }

  private func scheme(_ match: ImpactedPlan.MatchedScheme) -> JSONValue {
    let scheme = match.scheme
    return [
      "scheme_id": .string(scheme.id), "name": .string(scheme.name), "type": .string(scheme.type),
      "subtype": .string(scheme.subtype), "hicm": .array(scheme.changes.map(JSONValue.integer)),
      "amount_gbp": JSONValue(scheme.amount),
      "maturity": .string(scheme.maturity),
      "configuration": .string(scheme.configuration), "commissioner": .string(scheme.commissioner),
      "funding_source": .string(scheme.fundingSource), "start_date": .string(scheme.startDate),
      "matched_by": JSONValue(match.matchedBy),
    ]
  }

  private var configurations: JSONValue {
    [
      "distinct": .integer(impact.configurations.distinct),
      "effective": .number(impact.configurations.effective),
      "variants": .array(
        impact.configurations.variants.map { variant in
          [
            "plans": JSONValue(variant.plans), "population": people(variant.population),
            "prescriptions": .array(
              variant.prescriptions.map {
                [
                  "subtype": .string($0.subtype), "hicm": .array($0.changes.map(JSONValue.integer)),
                  "configuration": .string($0.configuration), "maturity": .string($0.maturity),
                ]
              }),
          ]
        }),
    ]
  }
}
