import Footprints
import Testing

/// Which conclusions hold, on packages in which the answer is known.
@Suite struct SensitivityAnalysisTests {
  private func results(
    _ question: SensitivityRequest.Question, _ vary: [Setting] = [], _ package: SmallPackage = SmallPackage()
  ) throws -> (json: JSONValue, text: String) {
    let report = try package.study().run(SensitivityAnalysis.self, .init(question, vary: vary)).report
    return (report.results, try report.text(as: "table"))
  }

  private func row(_ json: JSONValue, _ kind: String, _ code: String, _ detail: String? = nil) -> JSONValue? {
    json["conclusions"]?.elements?.first {
      $0["kind"]?.text == kind && $0["code"]?.text == code && (detail == nil || $0["detail"]?.text == detail)
    }
  }

  private func answers(_ row: JSONValue?) -> [String] {
    row?["answers"]?.elements?.compactMap { $0["answer"]?.text } ?? []
  }

  @Test func weightsSideBySide() throws {
    // The first authority has three of the four places of the second group, and next to nobody lives there.
    var package = SmallPackage()
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0...4, code: "E06000001")),\#(SmallPackage.square(5...7, code: "E06000002"))]}"#
    for (place, people) in [(3, 3000), (4, 4000), (5, 5000)] {
      package.replace("E0200000\(place),\(people)", with: "E0200000\(place),100", in: "population.csv")
    }
    let score = SensitivityRequest.Question.score(ComparisonRequest(x: "ccg", y: "utla"))
    let (json, text) = try results(score, Weights.allCases.map(Setting.weights), package)
    #expect(
      json["runs"]?.elements?.compactMap { $0["run"]?.text } == ["weights=population", "weights=area"])
    let partner = row(json, "best_partner", "E38000002")
    #expect(answers(partner) == ["E06000002", "E06000001"])
    #expect(partner?["flips"] == .bool(true) && partner?["population"]?.double == 6300)
    #expect(partner?["flips_in"]?.elements?.compactMap(\.text) == ["weights=area"])
    // The first group lies in the first authority either way.
    #expect(row(json, "verdict", "E38000001", "one-utla")?["flips"] == .bool(false))
    // Flow is told with the reason.
    #expect(json["not_run"]?.elements?.compactMap { $0["run"]?.text } == ["weights=flow"])
    #expect(text.contains("weights=flow: patient flows are between trusts and the areas"), "\(text)")
    #expect(text.contains("6,300"))
  }

  /// The tolerance alone moves a verdict: 11 of 18 thousand is 61%.
  @Test func sweepsOfATolerance() throws {
    var package = SmallPackage()
    package.replace("E02000003,3000", with: "E02000003,500", in: "population.csv")
    package.replace("E02000004,4000", with: "E02000004,500", in: "population.csv")
    let score = SensitivityRequest.Question.score(ComparisonRequest(x: "ccg", y: "utla"))
    let (json, text) = try results(score, [0.9, 0.95, 0.99].map(Setting.tolerance), package)
    // 11,000 of 12,000 are in the second authority: 91.7%.
    let verdict = row(json, "verdict", "E38000002", "one-utla")
    #expect(answers(verdict) == ["no", "yes", "no"])
    #expect(
      json["runs"]?.elements?.compactMap { $0["run"]?.text } == [
        "tolerance=0.95", "tolerance=0.9", "tolerance=0.99",
      ])
    #expect(text.contains("tolerance=0.9: 1 conclusion flips."), "\(text)")
    let csv = try package.study().run(
      SensitivityAnalysis.self, .init(score, vary: [.tolerance(0.9)])
    ).report.text(as: "csv")
    #expect(
      csv.split(separator: "\n")[0].hasSuffix(
        "answer_tolerance_0.95,answer_tolerance_0.9,value_tolerance_0.95,value_tolerance_0.9"))
  }

  /// Nothing flips where everything is the same, and all that there are data for is varied.
  @Test func everythingIsVariedByItself() throws {
    let (json, _) = try results(.overlap(ComparisonRequest(x: "ccg", y: "ccg")))
    let runs = json["runs"]?.elements?.compactMap { $0["run"]?.text } ?? []
    for name in ["as asked", "weights=area", "membership=apportion", "membership=centroid", "tolerance=0.9"] {
      #expect(runs.contains(name), "\(name)")
    }
    #expect(!runs.contains("membership=lookup"), "there is no lookup table")
    #expect(json["summary"]?["flips"]?.double == 0)
    #expect(json["summary"]?["conclusions"]?.double == 3)
  }

  @Test func impactByItsCatchments() throws {
    let question = SensitivityRequest.Question.impact(.init(trust: "RAA", process: "discharge-to-assess"))
    let (json, text) = try results(question)
    // First past the post RAA has the western three small areas; by proportions it is everywhere.
    #expect(answers(row(json, "touched", "P1")).allSatisfy { $0 == "yes" })
    let second = row(json, "touched", "P2")
    #expect(second?["flips"] == .bool(true))
    #expect(second?["flips_in"]?.elements?.compactMap(\.text).contains("catchment=proportional") == true)
    #expect(text.contains("What flips"))
    let profile = SensitivityRequest.Question.profile(.init(organisation: "RAA"))
    let all = try results(profile).json
    #expect(row(all, "main_partner", "RAA", "utla") != nil && row(all, "lies_in_one", "RAA", "ccg") != nil)
  }

  /// A small area that a border divides leaves open which side of the limit a share is.
  @Test func whatABorderDividesIsWithinReach() throws {
    var package = SmallPackage()
    // The first authority now ends in the middle of the fourth small area.
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0...3.6, code: "E06000001")),\#(SmallPackage.square(3.6...8, code: "E06000002"))]}"#
    package.replace("E02000004,4000", with: "E02000004,6000", in: "population.csv")
    let (json, text) = try results(
      .score(ComparisonRequest(x: "ccg", y: "utla")), [.weights(.area)], package)
    // 9 of 20 thousand are in the west as counted, 6 of them divided.
    let partner = row(json, "best_partner", "E38000002")
    #expect(agree(partner?["value"]?.double ?? 0, 0.55) && agree(partner?["limit"]?.double ?? 0, 0.45))
    #expect(agree(partner?["value_low"]?.double ?? 0, 0.25, within: 1e-9))
    #expect(agree(partner?["value_high"]?.double ?? 0, 0.85, within: 1e-9))
    #expect(partner?["within_reach"] == .bool(true))
    // The first group has none of it.
    #expect(row(json, "verdict", "E38000001", "one-utla")?["within_reach"] == .bool(false))
    #expect(text.contains("How sure: score of ccg utla"))
  }

  @Test func settingsAreReadAndRefused() throws {
    #expect(try Setting(name: "weights", value: "area") == .weights(.area))
    #expect(try Setting(name: "sliver-width", value: "250") == .sliverWidth(250))
    #expect(try Setting(name: "tolerance", value: "0.9").text == "tolerance=0.9")
    #expect(Setting.sliverWidth(150).text == "sliver-width=150")
    for (name, value) in [("weigths", "area"), ("weights", "aera"), ("tolerance", "much")] {
      #expect(SmallPackage.error { _ = try Setting(name: name, value: value) }?.kind == .usage)
    }
  }
}
