/// What suggestions are to better: a number of the system, or how many areas meet a policy test.
struct Objective: Sendable {
  /// The name, as outputs have it.
  let name: String
  private let number: @Sendable (MassMatrix) -> Double?
  private let isBetterSmall: Bool
  /// Whether it counts areas, so that the fewest people decide between equals.
  private let isCount: Bool

  /// The measures of which less is better.
  private static let betterSmall: Set<String> = [
    "conditional_entropy", "variation_of_information", "variation_of_information_normalised",
    "effective_splits",
    "square_root_entropy", "split_pairs", "splits", "intersections", "uncovered_share", "sliver_share",
  ]

  /// Finds what a request asks for. Throws `usage` for a name that is none, and a policy test that is about other layers.
  init(
    _ request: WhatIfRequest, x: String?, y: String?, among all: [PolicyPreset]
  ) throws(FootprintsError) {
    let tolerance = request.tolerance
    if let name = request.preset {
      guard let preset = all.first(where: { $0.name == name.lowercased() }) else {
        throw FootprintsError(
          .usage, "there is no policy test '\(name)'",
          remedy: suggestion(for: name, among: all.map(\.name), kind: "policy tests"))
      }
      let (ofX, ofY) = (
        preset.applies(toUnitsOf: x, against: y), preset.applies(toUnitsOf: y, against: x)
      )
      guard ofX || ofY else {
        throw FootprintsError(.usage, "the policy test '\(preset.name)' is about \(preset.subject)")
      }
      self.name = preset.name
      (isBetterSmall, isCount) = (false, true)
      number = { matrix in
        func met(_ matrix: MassMatrix) -> Int {
          matrix.xTotals.indices.count { preset.verdict(onRow: $0, of: matrix) }
        }
        return Double((ofX ? met(matrix) : 0) + (ofY ? met(matrix.transposed) : 0))
      }
      return
    }
    name = request.measure
    let parts = request.measure.split(separator: ".", maxSplits: 1).map(String.init)
    isBetterSmall = Self.betterSmall.contains(parts.first ?? "")
    isCount = ["splits", "intersections", "coterminous"].contains(parts.first ?? "")
    switch request.measure {
    case "v_measure": number = { VMeasure($0)?.value }
    case "homogeneity": number = { VMeasure($0)?.homogeneity }
    case "completeness": number = { VMeasure($0)?.completeness }
    case "coterminous", "coterminous.count":
      number = { matrix in
        Double(
          matrix.xTotals.indices.count { x in
            matrix.row(x).contains { matrix.mutualContainment($0) >= tolerance }
          })
      }
    default:
      guard let measure = SystemMeasure.all.first(where: { $0.name == parts.first }),
        let place = measure.parts.firstIndex(where: { $0.name == (parts.count > 1 ? parts[1] : "") })
      else {
        let names =
          ["v_measure", "homogeneity", "completeness", "coterminous"]
          + SystemMeasure.all.flatMap { measure in
            measure.parts.map { $0.name.isEmpty ? measure.name : "\(measure.name).\($0.name)" }
          }
        throw FootprintsError(
          .usage, "there is no measure '\(request.measure)'",
          remedy: suggestion(for: request.measure, among: names, kind: "measures"))
      }
      number = { matrix in
        measure.values(
          SystemMeasure.Input(
            matrix: matrix, transposed: matrix.transposed, tolerance: tolerance,
            pairs: CommonPairs(matrix, ground: nil)))[place]
      }
    }
  }

  /// The number of some masses. Throws `usage` where there is none.
  func value(_ matrix: MassMatrix) throws(FootprintsError) -> Double {
    if let value = number(matrix) { return value }
    throw FootprintsError(.usage, "\(name) cannot be worked out for these layers")
  }

  func gain(from before: Double, to after: Double) -> Double {
    isBetterSmall ? before - after : after - before
  }

  /// What decides which change is better: the gain for each person who moves; of counts the gain, then the fewest people.
  func worth(_ gain: Double, _ people: Double) -> Double {
    isCount ? gain - people / 1e9 : gain / max(1, people)
  }
}
