/// Every board and authority against the policy tests: who fails, by how much, and the smallest change after which it passes.
public enum AuditAnalysis: Analysis {
  /// `audit`.
  public static let name = "audit"
  /// What it answers.
  public static let summary =
    "Every board and authority against the policy tests: who fails, by how many people, and the smallest change that passes."

  /// Compares every two layers that some test is about.
  public static func run(_ request: AuditRequest, in enquiry: Enquiry) throws(FootprintsError) -> AuditResult
  {
    let all = try enquiry.policyTests(tolerance: request.tolerance)
    for name in request.presets where !all.contains(where: { $0.name == name.lowercased() }) {
      throw FootprintsError(
        .usage, "there is no policy test '\(name)'",
        remedy: suggestion(for: name, among: all.map(\.name), kind: "policy tests"), reason: .unknownName)
    }
    let wanted = Set(request.presets.map { $0.lowercased() })
    let tests = all.filter { preset in
      wanted.isEmpty ? !request.layers.isEmpty || !preset.isAboutAnyTier : wanted.contains(preset.name)
    }
    var result = AuditResult(request: request)
    for (test, x, y) in try enquiry.pairs(for: tests, request) {
      enquiry.progress("holding \(test.name) against \(x)")
      try enquiry.audit(test, x, y, request, &result)
    }
    guard !result.tests.isEmpty else {
      throw FootprintsError(
        .usage,
        "no policy test is about \(request.layers.isEmpty ? "two layers of the package" : Wording.list(request.layers))",
        remedy:
          "Roles of layers say what they are; the tests are about \(Wording.list(tests.map { "\($0.subject) (\($0.name))" }))."
      )
    }
    return result
  }
}

extension Enquiry {
  /// What is judged by which test against what: names of layers.
  fileprivate func pairs(
    for tests: [PolicyPreset], _ request: AuditRequest
  ) throws(FootprintsError) -> [(test: PolicyPreset, x: String, y: String)] {
    guard study.package != nil || !request.layers.isEmpty else {
      throw FootprintsError(.usage, "an audit without layers needs a data package", reason: .needsPackage)
    }
    let names = request.layers.isEmpty ? study.layerNames : request.layers
    let layers = try names.map { (name) throws(FootprintsError) -> (name: String, role: String) in
      if let role = study.role(ofLayer: name) { return (name, role) }
      return (name, try layer(name).role ?? "")
    }.filter { !request.layers.isEmpty || !["", "brick", "trust"].contains($0.role) }
    return tests.flatMap { test in
      layers.flatMap { x -> [(test: PolicyPreset, x: String, y: String)] in
        let partners = layers.filter {
          $0.name != x.name && test.applies(toUnitsOf: x.role, against: $0.role)
        }
        // A test of people asks nothing of a second layer.
        return (test.rule.needsPeople ? Array(partners.prefix(1)) : partners).map { (test, x.name, $0.name) }
      }
    }
  }

  /// Holds one test against one layer.
  fileprivate func audit(
    _ test: PolicyPreset, _ x: String, _ y: String, _ request: AuditRequest, _ result: inout AuditResult
  ) throws(FootprintsError) {
    var comparison = ComparisonRequest(x: x, y: y)
    (comparison.weights, comparison.membership) = (request.weights, request.membership)
    comparison.tolerance = request.tolerance
    let compared = try compare(comparison)
    let matrix = compared.matrix
    if test.rule.needsPeople, matrix.unit != .people {
      result.skipped.append((test, x, "it needs people, and none are counted"))
      return
    }
    let failing = matrix.xTotals.indices.filter { !test.verdict(onRow: $0, of: matrix) }
    let moves =
      request.suggestsMoves && !failing.isEmpty && matrix.unit == .people && request.membership == .largest
      ? context("the smallest changes for \(test.name)") { () throws(FootprintsError) in
        try smallestMoves(test, compared.x, compared.y, request)
      } : nil
    result.tests.append(
      AuditResult.Tested(
        test: test, x: compared.x, y: compared.y, unit: matrix.unit,
        met: matrix.xTotals.count - failing.count,
        mass: failing.reduce(0) { $0 + matrix.xTotals[$1] }))
    result.add(
      failing.map { area in
        AuditResult.Failure(
          test: test, layer: compared.x.name, against: compared.y.name, unit: compared.x.unit(area),
          mass: matrix.xTotals[area], massUnit: matrix.unit,
          value: test.rule.value(onRow: area, of: matrix),
          best: matrix.row(area).max { ($0.mass, $1.y) < ($1.mass, $0.y) }.map { compared.y.unit($0.y) },
          shortfall: test.rule.shortfall(onRow: area, of: matrix), move: moves?[area])
      })
  }

  /// For areas of X that fail, the smallest change of either layer after which they pass.
  private func smallestMoves(
    _ test: PolicyPreset, _ x: PreparedLayer, _ y: PreparedLayer, _ request: AuditRequest
  ) throws(FootprintsError) -> [Int: PolicyMove] {
    var asked = WhatIfRequest()
    (asked.tolerance, asked.preset) = (request.tolerance, test.name)
    var best = try SuggestionSearch(asked, layer: x, against: y, in: self)
      .smallestMoves(for: test, ofOther: false)
    // What people live where does not change with the other layer's borders.
    if test.rule.needsPeople { return best }
    let others = try SuggestionSearch(asked, layer: y, against: x, in: self)
      .smallestMoves(for: test, ofOther: true)
    for (area, move) in others where best[area].map({ move.people < $0.people }) ?? true { best[area] = move }
    return best
  }
}
