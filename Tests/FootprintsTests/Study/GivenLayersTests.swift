import Footprints
import Testing

/// Everything that a study answers, asked of a program's own polygons, people and plans: no file, no package.
@Suite struct GivenLayersTests {
  private func layer(
    _ name: String, role: String, _ codes: [String], _ boxes: [(Double, Double, Double, Double)],
    working: String = "EPSG:27700"
  ) throws -> PreparedLayer {
    try PreparedLayer(
      name, role: role, resolution: Resolution(named: "20"), codes: codes,
      areas: MultiPolygonArray(
        polygons: boxes.map { left, bottom, right, top in
          [
            [(left, bottom), (right, bottom), (right, top), (left, top)].map {
              ($0.0 * 1000 + 400_000, $0.1 * 1000 + 200_000)
            }
          ]
        }), working: working)
  }

  /// A trust on the left three quarters of two authorities side by side, and four bricks, of 100 to 400 people.
  private func given() throws -> Study.Given {
    let bricks = try layer(
      "bricks", role: "brick", ["b1", "b2", "b3", "b4"],
      [(0, 0, 1, 2), (1, 0, 2, 2), (2, 0, 3, 2), (3, 0, 4, 2)])
    return Study.Given(
      layers: [
        try layer("trusts", role: "trust", ["T1", "T2"], [(0, 0, 3, 2), (3, 0, 4, 2)]),
        try layer("authorities", role: "utla", ["A1", "A2"], [(0, 0, 2, 2), (2, 0, 4, 2)]),
      ],
      bricks: try Bricks(bricks, people: ["b1": 100, "b2": 200, "b3": 300, "b4": 400]),
      plans: try BetterCareFundPlans([
        BetterCareFundPlan(
          id: "P1", boards: ["A1"],
          partners: [.init(organisation: NamedCode(code: "A1"), kind: "la", isSignatory: true)],
          schemes: [
            .init(
              id: "1", type: "HICM", changes: [4],
              fundingLines: [.init(source: "ccgMinimum", amount: Money(pence: 12_345))])
          ]), BetterCareFundPlan(id: "P2", boards: ["A2"]),
      ]))
  }

  @Test func overlapsAreOfPeopleAndArea() throws {
    let answer = try Study(given: given()).run(
      OverlapAnalysis.self, ComparisonRequest(x: "trusts", y: "utla"))
    let rows = answer.result.comparison.rows
    #expect(rows.map(\.people) == [300, 300, 400])
    #expect(rows.map(\.area) == [4e6, 2e6, 2e6])
    #expect(rows.map(\.relation) == [.contains, .overlaps, .within])
  }

  @Test func scoresNeedNoFileEither() throws {
    let answer = try Study(given: given()).run(
      ScoreAnalysis.self, ComparisonRequest(x: "trusts", y: "authorities"))
    #expect(answer.result.scores.system.degreeOfFit.x == 0.7)
    #expect(answer.result.scores.units.map(\.unit.code) == ["T1", "T2", "A1", "A2"])
  }

  @Test(arguments: [Weights.population, .area])
  func impactIsOfGivenTrustsBoardsAndPlans(weights: Weights) throws {
    var request = ImpactAnalysis.Request(trust: "T1", process: "discharge-to-assess")
    request.weights = weights
    let impact = try Study(given: given()).run(ImpactAnalysis.self, request).result.impact
    #expect(impact.plans.map(\.plan.id) == ["P1"] && impact.plansWithoutMatch.map(\.plan.id) == ["P2"])
    #expect(impact.amount == Money(pence: 12_345) && impact.signatoriesTotal == 1)
    let share = weights == .population ? 0.5 : 2.0 / 3
    #expect(abs((impact.plans.first?.trustShare ?? 0) - share) < 1e-12)
  }

  /// As if they had been read from tables.
  @Test func whatIsNoticedAboutGivenPlansIsTold() throws {
    var given = try given()
    given.plans = try BetterCareFundPlans([
      BetterCareFundPlan(id: "P1", boards: ["A1"]), BetterCareFundPlan(id: "P2", boards: ["A1", "A2"]),
    ])
    let request = ImpactAnalysis.Request(trust: "T1", process: "discharge-to-assess")
    let answer = try Study(given: given).run(ImpactAnalysis.self, request)
    #expect(answer.report.notices.map(\.code).contains("board-with-several-plans"))
  }

  @Test func provenanceTellsOfLayersWithoutFiles() throws {
    let report = try Study(given: given()).run(
      OverlapAnalysis.self, ComparisonRequest(x: "trusts", y: "utla")
    ).report
    let inputs = Provenance(report.inputs).json["inputs"]?.elements ?? []
    #expect(inputs.count == 3)
    for input in inputs {
      #expect(input["format"] == "memory" && input["path"] == .null && input["sha256"] == .null)
    }
    #expect(report.document?.footer.contains("Layer trusts: 20 m, 2 trusts, from memory") == true)
    for renderer in Renderers.supporting(OverlapResult.self) where renderer.isText {
      #expect(try renderer.text(of: report).isEmpty == false)
    }
    let layers = try Study(given: given()).run(LayersAnalysis.self, .init()).result
    #expect(layers.layers.map(\.name) == ["trusts", "authorities"])
  }

  @Test func aResolutionSaidWithTheRequestCounts() throws {
    var request = ComparisonRequest(x: "trusts", y: "utla")
    request.xOptions.resolution = "BUC"
    let study = try Study(given: given())
    #expect(try study.run(OverlapAnalysis.self, request).result.comparison.sliverRule.width == 375)
    #expect(try study.layer("trusts").resolution.tolerance == 20)
  }

  @Test func layersOfAnotherWorkingSystemAreRefused() throws {
    let utm = try layer("elsewhere", role: "trust", ["T1"], [(0, 0, 1, 1)], working: "EPSG:32630")
    let study = try Study(given: Study.Given(layers: [utm], bricks: try Bricks(utm, people: [:])))
    #expect {
      try study.layer("elsewhere")
    } throws: { error in
      (error as? FootprintsError)?.kind == .usage
        && "\(error)".contains("elsewhere is in WGS 84 / UTM zone 30N, and the study works in OSGB")
    }
    #expect(throws: FootprintsError.self) { try study.layer(role: "trust") }
    #expect(throws: FootprintsError.self) { try Enquiry(study).bricks() }
    // The same system in other words is the same.
    let same = try layer(
      "here", role: "trust", ["T1"], [(0, 0, 1, 1)], working: "urn:ogc:def:crs:EPSG::27700")
    #expect(try Study(given: Study.Given(layers: [same])).layer("here").count == 1)
  }
}
