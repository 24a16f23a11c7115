import Footprints
import Testing

/// Who is like whom in the small package: authorities 0-3 and 4-7, groups 0-1, 2-5 and 6-7, from west to east.
@Suite struct LikeAnalysisTests {
  private func answer(
    _ organisation: String, _ package: SmallPackage = SmallPackage(),
    _ change: (inout LikeAnalysis.Request) -> Void = { _ in }
  ) throws -> Answer<LikeAnalysis> {
    var request = LikeAnalysis.Request(organisation: organisation)
    change(&request)
    return try package.study().run(LikeAnalysis.self, request)
  }

  /// What a tier is compared by is what a profile of each of its areas says.
  @Test(arguments: [Weights.population, .area]) func measuresAreThoseOfProfiles(weights: Weights) throws {
    let results = try answer("E38000002") { $0.weights = weights }.report.results
    let measures = try #require(results["measures"]?.elements)
    var profile = ProfileAnalysis.Request(organisation: "E38000002")
    profile.weights = weights
    let tiers = try #require(
      try SmallPackage().study().run(ProfileAnalysis.self, profile).report.results["tiers"]?.elements)
    var compared = 0
    for tier in tiers {
      func value(_ name: String) -> Double? {
        measures.first { $0["measure"]?.text == name && $0["tier"]?.text == tier["tier"]?.text }?["value"]?
          .double
      }
      let partners = try #require(tier["partners"]?.elements)
      for (name, expected, step) in [
        ("corner_index", tier["corner_index"]?.double, 0.001),
        ("effective_partners", tier["effective_partners"]?.double, 0.01),
        ("largest_dependence", partners.compactMap { $0["dependence"]?.double }.max(), 0.001),
        ("largest_leverage", partners.compactMap { $0["leverage"]?.double }.max(), 0.001),
      ] {
        // What is the same for all areas is not compared.
        guard let value = value(name) else { continue }
        let number = try #require(expected)
        #expect(agree(value, number, within: step), "\(name) of \(tier["tier"]?.text ?? "")")
        compared += 1
      }
    }
    #expect(compared >= 2)
    #expect(results["organisation"]?["areas"]?.double == 3)
  }

  @Test func peopleAndDensityAreThoseOfTheArea() throws {
    let measures = try #require(try answer("E38000002").report.results["measures"]?.elements)
    // 3, 4, 5 and 6 thousand people.
    let people = measures.first { $0["measure"]?.text == "population" }
    #expect(people?["value"]?.double == 18_000 && people?["median"]?.double == 15_000)
    #expect(people?["rank"]?.double == 1 && people?["known"]?.double == 3)
  }

  @Test func wordsSayWhatIsAlikeAndWhatIsNot() throws {
    let text = try answer("E38000001") { $0.nearest = 1 }.report.text(as: "table")
    #expect(text.contains("Of 2 other clinical commissioning groups, E38000003 is the most like E38000001"))
    #expect(text.contains("effective partners among upper-tier local authorities (1.0 in both)"), "\(text)")
    #expect(text.contains("more people (15,000, here 3,000)"), "\(text)")
    let csv = try answer("E38000001").report.text(as: "csv")
    #expect(
      csv.hasPrefix("code,name,distance,likeness,measures_compared,in_common,differs,organisation_code"))
  }

  @Test func plansThatSayNothingAreNoted() throws {
    // No scheme of the small package has a level.
    let text = try answer("E38000001").report.text(as: "table")
    #expect(text.contains("Not known of E38000001, and not compared: mean level of its plans."), "\(text)")
    var package = SmallPackage()
    package.table(
      "bcf-schemes", role: "bcf-schemes",
      "plan_id,scheme_id,name,type,hicm,amount_gbp,maturity\nP1,1,a,HICM for Managing Transfer of Care,4,1,mature\nP2,2,b,HICM for Managing Transfer of Care,4,1,plansInPlace\n"
    )
    let measures = try #require(try answer("E38000002", package).report.results["measures"]?.elements)
    // 7 thousand people in the plan at level 4, 11 thousand in that at level 2.
    let maturity = measures.first { $0["measure"]?.text == "maturity" }
    #expect(agree(maturity?["value"]?.double ?? 0, 2.78, within: 1e-9))
  }

  @Test func anAreaAloneAndFlowsAreAnswered() throws {
    var package = SmallPackage()
    package.files["ccg.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0...7, code: "E38000001"))]}"#
    let text = try answer("E38000001", package).report.text(as: "table")
    #expect(text.contains("E38000001 is the only clinical commissioning group."))
    let error = SmallPackage.error { _ = try answer("E38000001") { $0.weights = .flow } }
    #expect(error?.kind == .usage && error?.reason == .noFlowBetween)
    #expect(
      SmallPackage.error { _ = try answer("E38000001") { $0.nearest = 0 } }?.reason == .outOfRange("nearest"))
  }
}
