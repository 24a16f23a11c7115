import Footprints
import Testing

/// What numbers rest on, by hand: eight small areas of 1 to 8 thousand people from west to east.
@Suite struct BasisTests {
  private func package(utla west: Double) -> SmallPackage {
    var package = SmallPackage()
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0...west, code: "E06000001")),\#(SmallPackage.square(west...7, code: "E06000002"))]}"#
    return package
  }

  @Test func countsWhoIsDividedAndWhoIsOutside() throws {
    // The last small area is in no authority, and the border cuts the fourth in two.
    let study = try package(utla: 3.6).study()
    let results = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla")).report.results
    let basis = results["basis"]
    #expect(basis?["total"]?.double == 36_000)
    #expect(agree(basis?["counted_share"]?.double ?? 0, 28.0 / 36))
    #expect(basis?["divided_small_areas"]?.double == 1)
    #expect(agree(basis?["divided_share"]?.double ?? 0, 4.0 / 36))
    #expect(basis?["told_share"] == .null)
    // The fourth counts in the second group and the first authority.
    let pair = results["pairs"]?.elements?.first {
      $0["x_code"]?.text == "E38000002" && $0["y_code"]?.text == "E06000001"
    }
    #expect(pair?["population"]?.double == 7000 && pair?["divided_population"]?.double == 4000)
    let units = try study.run(ScoreAnalysis.self, ComparisonRequest(x: "ccg", y: "utla")).report.results[
      "units"]
    let unit = units?.elements?.first { $0["code"]?.text == "E06000001" }
    #expect(agree(unit?["divided_share"]?.double ?? 0, 0.4))
  }

  /// A twentieth on the other side is the generalisation of one border.
  @Test func aLittleOnTheOtherSideDividesNothing() throws {
    let results = try package(utla: 3.95).study()
      .run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla")).report.results
    #expect(results["basis"]?["divided_small_areas"]?.double == 0)
  }

  @Test func byAreaNothingIsCounted() throws {
    var request = ComparisonRequest(x: "ccg", y: "utla")
    request.weights = .area
    let results = try SmallPackage().study().run(ScoreAnalysis.self, request).report.results
    #expect(results["basis"] == .null)
    #expect(results["units"]?.elements?.allSatisfy { $0["divided_share"] == .null } == true)
  }

  /// Three quarters of nothing is suppressed: proportions of 0.7 and 0.3 are known to half a thousandth.
  @Test func impactSaysBetweenWhichValuesSharesLie() throws {
    var request = ImpactAnalysis.Request(trust: "RAA", process: "discharge-to-assess")
    request.catchment = .proportional
    let answer = try SmallPackage().study().run(ImpactAnalysis.self, request)
    let plans = try #require(answer.report.results["plans"]?.elements)
    for plan in plans {
      let share = try #require(plan["trust_share"]?.double)
      let (low, high) = (
        try #require(plan["trust_share_low"]?.double), try #require(plan["trust_share_high"]?.double)
      )
      #expect(low < share && share < high && high - low < 0.01)
      #expect(plan["hwb_share_low"]?.double.map { $0 < plan["hwb_share"]?.double ?? 0 } == true)
    }
    #expect(answer.report.results["basis"]?["told_share"]?.double == 1)
    #expect(
      try answer.report.text(as: "table").contains("Small flows are suppressed and proportions rounded"))
    request.catchment = .fptp
    let first = try SmallPackage().study().run(ImpactAnalysis.self, request).report.results["plans"]?.elements
    #expect(first?.allSatisfy { $0["trust_share_low"] == $0["trust_share_high"] } == true)
  }

  /// A trust and an area say the same of each other, seen from either.
  @Test func profilesSayBetweenWhichValuesSharesLie() throws {
    func partner(_ organisation: String, _ other: String) throws -> JSONValue {
      var request = ProfileAnalysis.Request(organisation: organisation)
      request.catchment = .proportional
      let tiers = try SmallPackage().study().run(ProfileAnalysis.self, request).report.results["tiers"]
      let partners = tiers?.elements?.flatMap { $0["partners"]?.elements ?? [] } ?? []
      return try #require(partners.first { $0["code"]?.text == other })
    }
    let (trust, area) = (try partner("RAA", "E06000001"), try partner("E06000001", "RAA"))
    for (one, two) in [("dependence", "leverage"), ("leverage", "dependence")] {
      for end in ["low", "high"] {
        let (a, b) = (
          try #require(trust["\(one)_\(end)"]?.double), try #require(area["\(two)_\(end)"]?.double)
        )
        #expect(agree(a, b))
      }
      let (low, value, high) = (
        try #require(trust["\(one)_low"]?.double), try #require(trust[one]?.double),
        try #require(trust["\(one)_high"]?.double)
      )
      #expect(low < value && value < high && high - low < 0.01)
    }
    #expect(try partner("E06000001", "E38000001")["dependence_low"] == .null)
  }

  @Test func catchmentsHaveTheirBounds() throws {
    var request = CatchmentAnalysis.Request()
    request.method = .proportional
    let rows = try SmallPackage().study().run(CatchmentAnalysis.self, request).report.results["catchments"]
    for row in try #require(rows?.elements) {
      let people = try #require(row["population"]?.double)
      let (low, high) = (
        try #require(row["population_low"]?.double), try #require(row["population_high"]?.double)
      )
      // Half a thousandth of 36 thousand people either way, and as much again that may be missing.
      #expect(low <= people && people <= high && people - low <= 18.001 && high - people <= 18.001)
    }
  }
}
