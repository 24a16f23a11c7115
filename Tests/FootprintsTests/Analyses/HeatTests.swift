import Footprints
import Testing

/// Degrees of heat in `impact` and `profile`, in the small package and in words.
@Suite struct HeatTests {
  /// The first plan's 10,000 people and the second's 26,000; trust RBB has small areas 4 to 8 first past the post.
  private func package(_ schemes: [String]) -> SmallPackage {
    var package = SmallPackage()
    package.table(
      "bcf-schemes", role: "bcf-schemes",
      (["plan_id,scheme_id,type,hicm,amount_gbp,start_date,maturity"] + schemes).joined(separator: "\n"))
    return package
  }

  private static let unlike = [
    "P1,1,HICM for Managing Transfer of Care,4,50000,2019-04-01,plansInPlace",
    "P1,2,Carers Services,,10000,2016-04-01,exemplary",
    "P2,3,HICM for Managing Transfer of Care,4,260000,2017-10-01,mature",
    "P2,4,Home Care or Domiciliary Care,,,,",
  ]

  private func impact(
    _ package: SmallPackage, _ change: (inout ImpactAnalysis.Request) -> Void = { _ in }
  ) throws -> Report {
    var request = ImpactAnalysis.Request(trust: "RBB", process: "discharge-to-assess")
    change(&request)
    return try package.study().run(ImpactAnalysis.self, request).report
  }

  private func ids(_ value: JSONValue?) -> [String?]? { value?.elements?.map { $0["plan_id"]?.text } }

  @Test func impactIsAboutTheSchemesConcerned() throws {
    let report = try impact(package(Self.unlike))
    let heat = report.results["heat"]
    let maturity = heat?["maturity"]
    #expect(maturity?["levels"]?["plans_in_place"]?.double == 1)
    #expect(maturity?["levels"]?["exemplary"]?.double == 0, "no scheme for the process")
    #expect(maturity?["unknown"]?.double == 1 && maturity?["levels_apart"]?.double == 2)
    #expect(ids(maturity?["slowest"]) == ["P1"] && ids(maturity?["fastest"]) == ["P2"])
    let starts = heat?["start_dates"]
    #expect(starts?["known"]?.double == 2 && starts?["unknown"]?.double == 1)
    #expect(ids(starts?["slowest"]) == ["P1"] && starts?["months_apart"]?.double == 18)
    let pounds = heat?["pounds_per_head"]
    #expect(ids(pounds?["lowest"]) == ["P1"] && pounds?["ratio"]?.double == 2)
    #expect(pounds?["highest"]?.elements?.first?["pounds_per_head"]?.double == 10)
    #expect(pounds?["schemes_without_amount"]?.double == 1)
    let text = try report.text(as: "table")
    for part in [
      "The plans run at different degrees of heat: the slowest is Ashby plan (plans in place), the fastest Birch plan (mature).",
      "of 3 schemes 1 plans in place, 1 mature and 1 does not say.",
      "Ashby plan last (2019-04-01), 1 year and 6 months apart. 1 scheme gives no date.",
      "from £5.00 (Ashby plan) to £10.00 (Birch plan), 2.0 times as much. 1 scheme gives no amount",
      "at least £10.00",
    ] { #expect(text.contains(part), "\(part) is not in\n\(text)") }
  }

  @Test func profileIsAboutAllSchemes() throws {
    let study = try package(Self.unlike).study()
    func heat(_ code: String) throws -> JSONValue? {
      try study.run(ProfileAnalysis.self, .init(organisation: code)).report.results["heat"]
    }
    let trust = try heat("RBB")
    #expect(trust?["maturity"]?["levels"]?["exemplary"]?.double == 1)
    // Plan 1: levels 2 and 5, mean 3.5; plan 2: 4 and nothing.
    #expect(trust?["maturity"]?["slowest"]?.elements?.first?["mean_level"]?.double == 3.5)
    #expect(ids(trust?["plans"]) == ["P2", "P1"])
    // The second group lies in both authorities, the first in one.
    #expect(ids(try heat("E38000002")?["plans"]) == ["P2", "P1"])
    #expect(ids(try heat("E38000001")?["plans"]) == ["P1"])
    let sentences = try study.run(ProfileAnalysis.self, .init(organisation: "RBB")).report.results[
      "sentences"]
    #expect(
      sentences?.elements?.last?.text?.hasPrefix(
        "Its Better Care Fund plans run at different degrees of heat")
        == true)
    let one = try study.run(ProfileAnalysis.self, .init(organisation: "E38000001")).report.text(as: "md")
    #expect(!one.contains("degrees of heat") && !one.contains("have come"), "one plan is like itself")
  }

  @Test func nothingKnownIsSaid() throws {
    let bare = package([
      "P1,1,HICM for Managing Transfer of Care,4,,,", "P2,2,HICM for Managing Transfer of Care,4,,soon,good",
    ])
    let text = try impact(bare).text(as: "table")
    for part in [
      "Maturity: none of the schemes concerned says how far it has come (2 schemes).",
      "Start: none of the schemes concerned says when it began (2 schemes).",
      "Pounds a head: none of the schemes concerned gives an amount.",
    ] { #expect(text.contains(part), "\(part) is not in\n\(text)") }
    #expect(!text.contains("degrees of heat"))
  }

  @Test func byAreaThereAreNoHeads() throws {
    var package = package(Self.unlike)
    package.files["trust.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(3...7, code: "RBB"))]}"#
    package.resources["trust"] = #"{"name":"trust","path":"trust.geojson","footprint":{"role":"trust"}}"#
    let report = try impact(package) { $0.weights = .area }
    #expect(report.results["heat"]?["pounds_per_head"]?["ratio"] == .null)
    #expect(report.results["heat"]?["maturity"]?["levels_apart"]?.double == 2)
    #expect(
      try report.text(as: "md").contains("Pounds a head are not known, because people are not counted."))
    var profile = ProfileAnalysis.Request(organisation: "RBB")
    profile.weights = .area
    let heat = try package.study().run(ProfileAnalysis.self, profile).report.results["heat"]
    #expect(ids(heat?["plans"]) == ["P2", "P1"])
  }

  /// Plans that cannot be used are no reason to say nothing of an organisation; without plans there is nothing to say.
  @Test func aProfileNeedsNoPlans() throws {
    var package = SmallPackage()
    package.files["bcf-plans.csv"] = "nothing\nat all\n"
    let answer = try package.study().run(ProfileAnalysis.self, .init(organisation: "RBB"))
    #expect(answer.report.results["heat"] == .null)
    #expect(answer.inputs.notices.contains { $0.message.contains("leaving out the Better Care Fund plans") })
    package.resources["bcf-plans"] = nil
    let without = try package.study().run(ProfileAnalysis.self, .init(organisation: "RBB"))
    #expect(without.report.results["heat"] == .null)
    #expect(!without.inputs.notices.contains { $0.code == "left-out" })
  }
}
