/// The impact of a process change in every form it is given out in.
public struct ImpactReport: Sendable {
  private let analysis: ImpactAnalysis
  private let inputs: Inputs
  private var impact: Impact { analysis.impact }
  private var countsPeople: Bool { analysis.parameters.weights == .population }

  /// Reports an analysis made from these inputs.
  public init(_ analysis: ImpactAnalysis, inputs: Inputs) {
    self.analysis = analysis
    self.inputs = inputs
  }

  // MARK: For programs

  /// One row a plan with matching schemes.
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
        "amount_gbp": .literal(impact.amount.description),
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
      "amount_gbp": .literal(plan.amount.description),
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
      "amount_gbp": scheme.amount.map { .literal($0.description) } ?? .null,
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

  // MARK: For people

  /// The analysis as a briefing note.
  public var document: Document {
    let trust = impact.trust.organisation
    var blocks: [Document.Block] = [.list(summary)]
    if !impact.plans.isEmpty {
      blocks += [.heading("Plans that the change touches"), .table(plansTable(impact.plans))]
      blocks += impact.plans.sorted { ($1.trustShare, $0.plan.id) < ($0.trustShare, $1.plan.id) }.flatMap(
        details)
    }
    if !impact.plansWithoutMatch.isEmpty {
      blocks += [
        .heading("Plans that share the trust's \(noun) but have no scheme for this"),
        .table(plansTable(impact.plansWithoutMatch)),
      ]
    }
    blocks += [.heading("How this was counted"), .list(method)]
    return Document(
      title: "\(trust.name) (\(trust.code)) changes \(impact.process.name)", blocks: blocks,
      footer: Provenance(inputs).footer)
  }

  private var noun: String { countsPeople ? "people" : "area" }

  private func mass(_ value: Double) -> String {
    countsPeople ? "\(Wording.count(value)) people" : Wording.area(value)
  }

  private var summary: [String] {
    let plans = impact.plans
    var lines = [
      "The catchment holds \(mass(impact.trust.population)). \(Wording.plural(plans.count + impact.plansWithoutMatch.count, "Better Care Fund plan").capitalizedFirst) share\(plans.count + impact.plansWithoutMatch.count == 1 ? "s" : "") it; \(plans.count) of them \(plans.count == 1 ? "has" : "have") schemes that the change touches.",
      "The matched schemes spend \(Wording.money(impact.amount)); \(Wording.plural(impact.signatoriesTotal, "organisation")) sign\(impact.signatoriesTotal == 1 ? "s" : "") these plans.",
    ]
    if impact.configurations.distinct > 0 {
      lines.append(
        "The trust would run \(Wording.plural(impact.configurations.distinct, "configuration")) of this process (effective number \(Wording.decimal(impact.configurations.effective, 1)), weighted by \(noun))."
      )
    }
    let set = impact.smallestSet
    if set.plans.isEmpty {
      lines.append("No plan shares \(noun) with the catchment.")
    } else {
      lines.append(
        "Agreement with \(Wording.plural(set.plans.count, "plan")) covers \(Wording.percent(set.coverage)) of the catchment (\(Wording.percent(set.asked)) asked): \(set.plans.joined(separator: ", "))."
      )
    }
    if let corner = (plans + impact.plansWithoutMatch).filter({ $0.boardShare >= 0.5 && $0.trustShare < 0.25 }
    )
    .max(by: { ($0.boardShare - $0.trustShare, $1.plan.id) < ($1.boardShare - $1.trustShare, $0.plan.id) }) {
      lines.append(
        "In the corner: \(Wording.inWords(corner.boardShare)) of the \(countsPeople ? "residents" : "area") of \(corner.plan.name) depend\(countsPeople ? "" : "s") on this trust but make\(countsPeople ? "" : "s") up only \(Wording.percent(corner.trustShare)) of its catchment."
      )
    }
    return lines
  }

  private func plansTable(_ plans: [ImpactedPlan]) -> DocumentTable {
    DocumentTable(
      [
        .words("plan"), .words("name"), .numbers(noun), .numbers("of the trust"), .numbers("of the board"),
        .numbers("schemes"),
        .numbers("pounds"), .numbers("signatories"), .words("STP (share of the plan)"),
      ],
      plans.sorted { ($1.trustShare, $0.plan.id) < ($0.trustShare, $1.plan.id) }.map { plan in
        [
          plan.plan.id, plan.plan.name,
          countsPeople ? Wording.count(plan.sharedPopulation) : Wording.area(plan.sharedPopulation),
          Wording.percent(plan.trustShare), Wording.percent(plan.boardShare), String(plan.schemes.count),
          Wording.money(plan.amount), String(plan.signatories.count),
          plan.partnerships.map { "\($0.partnership.name) \(Wording.percent($0.share))" }.joined(
            separator: ", "),
        ]
      })
  }

  private func details(_ plan: ImpactedPlan) -> [Document.Block] {
    var lines = plan.schemes.map { match in
      let scheme = match.scheme
      let facts = [
        scheme.type, scheme.subtype == scheme.name ? "" : scheme.subtype, scheme.configuration,
        scheme.maturity, scheme.amount.map(Wording.money) ?? "no amount",
        "matched by \(match.matchedBy.joined(separator: " and "))",
      ]
      return "\(scheme.id) \(scheme.name): \(facts.filter { !$0.isEmpty }.joined(separator: ", "))"
    }
    lines.append(
      "Signs: \(plan.signatories.map { $0.organisation.name.isEmpty ? $0.organisation.code : $0.organisation.name }.joined(separator: ", "))"
    )
    if !plan.metrics.isEmpty {
      lines.append(
        "Metrics: "
          + plan.metrics.map { metric in
            "\(metric.metric) \(metric.baseline.map { "\($0)" } ?? "?") to \(metric.target.map { "\($0)" } ?? "?") \(metric.unit)"
          }.joined(separator: "; "))
    }
    if !plan.conditions.isEmpty {
      lines.append("National conditions: \(plan.conditions.joined(separator: ", "))")
    }
    return [.heading("\(plan.plan.name) (\(plan.plan.id))"), .list(lines)]
  }

  private var method: [String] {
    var lines = [
      "Catchment: \(analysis.method.explanation(threshold: analysis.parameters.threshold)).",
      "Process: HICM \(impact.process.changes.isEmpty ? "none" : impact.process.changes.map(String.init).joined(separator: ", ")); scheme types \(impact.process.schemeTypes.joined(separator: ", ")).",
    ]
    if countsPeople { lines.append("People: \(analysis.parameters.membership.explanation).") }
    if impact.shareOutsidePlans > 0.0005 {
      lines.append("\(Wording.percent(impact.shareOutsidePlans)) of the catchment is in no plan.")
    }
    return lines
  }
}
