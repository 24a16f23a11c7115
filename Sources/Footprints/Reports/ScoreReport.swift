/// Coterminosity scores in every form they are given out in.
public struct ScoreReport: Sendable {
  private let scores: CoterminosityScores
  private let analysis: OverlapAnalysis
  private let inputs: Inputs

  /// Scores an overlap analysis made from these inputs.
  public init(_ analysis: OverlapAnalysis, inputs: Inputs) throws(FootprintsError) {
    func units(_ layer: Layer) -> [NamedCode] {
      zip(layer.codes, layer.names).map { NamedCode(code: $0, name: $1) }
    }
    self.analysis = analysis
    self.inputs = inputs
    scores = try CoterminosityScores(
      analysis.matrix, x: units(analysis.x), y: units(analysis.y), xRole: analysis.x.role,
      yRole: analysis.y.role,
      tolerance: analysis.parameters.tolerance, overlappingUnits: analysis.hasOverlappingUnits)
  }

  private var noun: String { analysis.population == nil ? "area" : "people" }

  // MARK: For programs

  /// One row a unit, first those of X.
  public var csv: String {
    var writer = CSVWriter()
    let presets = scores.presets.map(\.name)
    for (index, unit) in scores.units.enumerated() {
      let values = unitValues(unit)
      if index == 0 {
        writer.append(values.map(\.name) + presets.map { "verdict_" + $0.replacing("-", with: "_") })
      }
      writer.append(values.map(\.value.cell) + presets.map { unit.verdicts[$0].map(String.init) ?? "" })
    }
    return writer.text
  }

  /// System, units, and the rules behind the verdicts.
  public var json: JSONValue {
    let units = scores.units.map { unit -> JSONValue in
      let verdicts = scores.presets.compactMap { preset in
        unit.verdicts[preset.name].map { JSONValue.Member(preset.name, .bool($0)) }
      }
      return .object(unitValues(unit) + [.init("verdicts", .object(verdicts))])
    }
    return Provenance(inputs).envelope(
      command: "score", parameters: OverlapReport(analysis, inputs: inputs).parameters,
      results: [
        "system": system, "units": .array(units),
        "presets": .array(
          scores.presets.map {
            ["name": .string($0.name), "rule": .string($0.text), "source": .string($0.source)]
          }),
      ])
  }

  private var system: JSONValue {
    let system = scores.system
    func pair(_ first: String, _ second: String, _ value: SystemScores.Directed) -> JSONValue {
      .object([.init(first, .number(value.x)), .init(second, .number(value.y))])
    }
    return [
      "v_measure": JSONValue(system.vMeasure?.value), "homogeneity": JSONValue(system.vMeasure?.homogeneity),
      "completeness": JSONValue(system.vMeasure?.completeness),
      "entropy_measures_missing_because": JSONValue(system.entropyReason),
      "degree_of_fit": pair("x_to_y", "y_to_x", system.degreeOfFit),
      "degree_of_hierarchy": pair("x_in_y", "y_in_x", system.degreeOfHierarchy),
      "weighted_best_jaccard": pair("x", "y", system.weightedBestJaccard),
      "mapcurves": pair("x", "y", system.mapcurves), "uncovered_share": pair("x", "y", system.uncoveredShare),
      "coterminous": [
        "count": .integer(system.coterminous.count), "of": .integer(system.coterminous.of),
        "tolerance": .number(system.coterminous.tolerance),
      ],
    ]
  }

  private func unitValues(_ unit: UnitScores) -> [JSONValue.Member] {
    [
      .init("side", .string(unit.side.rawValue)), .init("code", .string(unit.unit.code)),
      .init("name", .string(unit.unit.name)), .init("mass", .number(unit.mass)),
      .init("uncovered_share", .number(unit.uncoveredShare)),
      .init("best_partner", JSONValue(unit.bestPartner?.code)),
      .init("best_share", .number(unit.bestShare)), .init("best_jaccard", .number(unit.bestJaccard)),
      .init("partners", .integer(unit.partners)),
      .init("effective_partners_shannon", .number(unit.effectivePartnersShannon)),
      .init("effective_partners_simpson", .number(unit.effectivePartnersSimpson)),
      .init("inhomogeneity", JSONValue(unit.inhomogeneity)), .init("mapcurves", .number(unit.mapcurves)),
      .init("corner_index", .number(unit.cornerIndex)),
    ]
  }

  // MARK: For people

  /// The scores with a sentence under each.
  public var document: Document {
    let (x, y) = (analysis.x.name, analysis.y.name)
    var blocks: [Document.Block] = [.heading("The system"), .list(sentences)]
    for side in [UnitScores.Side.x, .y] {
      let units = scores.units.filter { $0.side == side }
      blocks += [
        .heading("Units of \(side == .x ? x : y)"), .paragraph(unitSentence(units)), .table(table(units)),
      ]
    }
    if !scores.presets.isEmpty {
      blocks += [.heading("Tests"), .list(scores.presets.map { "\($0.name): \($0.text) (\($0.source))" })]
    }
    blocks.append(.list(OverlapReport(analysis, inputs: inputs).notes))
    return Document(
      title: "Coterminosity of \(x) and \(y), by \(noun)", blocks: blocks, footer: Provenance(inputs).footer)
  }

  private var sentences: [String] {
    let system = scores.system
    let (x, y) = (analysis.x.name, analysis.y.name)
    func three(_ value: Double) -> String { Wording.decimal(value, 3) }
    var lines: [String] = []
    if let v = system.vMeasure {
      lines.append(
        "V-measure \(three(v.value)) (homogeneity \(three(v.homogeneity)), completeness \(three(v.completeness))): 1 would mean that the two layers draw the same map, 0 that one says nothing about the other."
      )
    } else if let reason = system.entropyReason {
      lines.append("No V-measure: \(reason).")
    }
    lines += [
      "Degree of fit \(three(system.degreeOfFit.x)) and \(three(system.degreeOfFit.y)): were each area of \(x) given to the one of \(y) that holds most of it, \(who(system.degreeOfFit.x)) in the right one; the other way round, \(Wording.inWords(system.degreeOfFit.y)).",
      "Degree of hierarchy \(three(system.degreeOfHierarchy.x)) and \(three(system.degreeOfHierarchy.y)): \(Wording.percent(system.degreeOfHierarchy.x)) of the areas of \(x) lie wholly in one of \(y), \(Wording.percent(system.degreeOfHierarchy.y)) the other way round (\(Wording.percent(system.coterminous.tolerance)) counts as wholly).",
      "Coterminous: \(system.coterminous.count) of \(system.coterminous.of) areas of \(x) are the same as one of \(y), up to \(Wording.percent(1 - system.coterminous.tolerance)).",
      "Weighted best Jaccard \(three(system.weightedBestJaccard.x)) and \(three(system.weightedBestJaccard.y)), Mapcurves \(three(system.mapcurves.x)) and \(three(system.mapcurves.y)): how alike the best matching pairs are, 1 being identical.",
      "Not covered by the other layer: \(Wording.percent(system.uncoveredShare.x)) of \(x), \(Wording.percent(system.uncoveredShare.y)) of \(y).",
    ]
    return lines
  }

  /// "9 in 10 residents would be", "9 in 10 hectares would be".
  private func who(_ share: Double) -> String {
    analysis.population == nil
      ? "\(Wording.inWords(share)) hectares would be" : "\(Wording.inWords(share)) residents would be"
  }

  private func unitSentence(_ units: [UnitScores]) -> String {
    guard let corner = units.max(by: { ($0.cornerIndex, $1.unit.code) < ($1.cornerIndex, $0.unit.code) }),
      corner.cornerIndex > 0.5,
      let partner = corner.bestPartner
    else { return "No unit is mainly a corner of its partners' footprints." }
    let residents =
      analysis.population == nil
      ? "of the area of \(corner.unit.name) lies" : "of \(corner.unit.name)'s residents live"
    return
      "Most in the corner of everybody else's footprint: \(corner.unit.name) (corner index \(Wording.decimal(corner.cornerIndex, 2))). \(Wording.inWords(corner.bestShare).capitalizedFirst) \(residents) in \(partner.name)."
  }

  private func table(_ units: [UnitScores]) -> DocumentTable {
    let presets = scores.presets.map(\.name).filter { name in units.contains { $0.verdicts[name] != nil } }
    let columns: [DocumentTable.Column] =
      [
        .words("code"), .words("name"), .numbers(noun), .words("best partner"), .numbers("its share"),
        .numbers("Jaccard"),
        .numbers("partners"), .numbers("effective"), .numbers("corner"), .numbers("uncovered"),
      ] + presets.map { .words($0) }
    return DocumentTable(
      columns,
      units.map { unit in
        [
          unit.unit.code, unit.unit.name,
          analysis.population == nil ? Wording.area(unit.mass) : Wording.count(unit.mass),
          unit.bestPartner?.name ?? "none", Wording.percent(unit.bestShare),
          Wording.decimal(unit.bestJaccard, 3),
          String(unit.partners), Wording.decimal(unit.effectivePartnersShannon, 2),
          Wording.decimal(unit.cornerIndex, 2),
          Wording.percent(unit.uncoveredShare),
        ] + presets.map { unit.verdicts[$0].map { $0 ? "yes" : "no" } ?? "" }
      })
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
