/// Coterminosity scores in every form they are given out in; `document`, for people, is in its own file.
public struct ScoreReport: Sendable {
  let scores: CoterminosityScores
  let analysis: OverlapAnalysis
  let inputs: Inputs

  /// Scores an overlap analysis made from these inputs.
  public init(_ analysis: OverlapAnalysis, inputs: Inputs) throws(FootprintsError) {
    func units(_ layer: PreparedLayer) -> [NamedCode] {
      zip(layer.codes, layer.names).map { NamedCode(code: $0, name: $1) }
    }
    self.analysis = analysis
    self.inputs = inputs
    scores = try CoterminosityScores(
      analysis.matrix, x: units(analysis.x), y: units(analysis.y), xRole: analysis.x.role,
      yRole: analysis.y.role,
      tolerance: analysis.parameters.tolerance, overlappingUnits: analysis.hasOverlappingUnits())
  }

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
}
