import Footprints
import Testing

/// Trusts are known by name wherever they stand, and every code in a table has its name beside it.
@Suite struct NamesTests {
  /// A package with a layer of catchments that has codes only, west and east.
  private static func package(_ change: (inout SmallPackage) -> Void = { _ in }) throws -> Study {
    var package = SmallPackage()
    func square(_ code: String, _ west: Double, _ east: Double) -> String {
      let ring = "[\(west),52],[\(east),52],[\(east),52.1],[\(west),52.1],[\(west),52]"
      return
        #"{"type":"Feature","properties":{"TrustCd":"\#(code)"},"geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
    }
    package.files["trusts.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(square("RAA", -2, -1.7)),\#(square("RBB", -1.7, -1.2))]}"#
    package.resources["trusts"] =
      #"{"name":"trusts","path":"trusts.geojson","footprint":{"role":"trust","resolution":"20"}}"#
    change(&package)
    return try package.study()
  }

  private func text<Subject: Analysis>(
    _ analysis: Subject.Type, _ request: Subject.Request, as format: String, in study: Study
  ) throws -> String {
    try study.run(analysis, request).report.text(as: format)
  }

  @Test(arguments: ["table", "csv"]) func layersOfTrustsAreNamed(format: String) throws {
    let study = try Self.package()
    let request = ComparisonRequest(x: "utla", y: "trusts")
    for text in [
      try text(OverlapAnalysis.self, request, as: format, in: study),
      try text(ScoreAnalysis.self, request, as: format, in: study),
      try text(ProfileAnalysis.self, .init(organisation: "E06000001"), as: format, in: study),
      try text(ProfileAnalysis.self, .init(organisation: "ashby"), as: format, in: study),
    ] { #expect(text.contains("Ashby Hospitals"), "\(text)") }
    var byArea = ImpactAnalysis.Request(trust: "Birch", process: "discharge-to-assess")
    byArea.weights = .area
    #expect(
      try text(ImpactAnalysis.self, byArea, as: "md", in: study).hasPrefix("# If Birch Hospitals (RBB)"))
    var byFlows = byArea
    (byFlows.weights, byFlows.catchment) = (.population, .fptp)
    #expect(
      try text(ImpactAnalysis.self, byFlows, as: "md", in: study).hasPrefix("# If Birch Hospitals (RBB)"))
  }

  @Test func layersSayWhereNamesComeFrom() throws {
    let named = try text(LayersAnalysis.self, .init(layers: ["trusts"]), as: "table", in: Self.package())
    #expect(named.contains("TrustCd     from the table of organisations\n"))
    let bare = try Self.package { $0.resources["organisations"] = nil }
    #expect(
      try text(LayersAnalysis.self, .init(layers: ["trusts"]), as: "table", in: bare).contains(
        "none: the code"))
  }

  @Test func codesOfOrganisationsAreFoundInOtherSpelling() throws {
    let study = try Self.package { $0.replace("RAA,Ashby", with: " raa ,Ashby", in: "organisations.csv") }
    let text = try text(OverlapAnalysis.self, .init(x: "utla", y: "trusts"), as: "csv", in: study)
    #expect(text.contains("RAA,Ashby Hospitals"))
  }

  /// Names are a courtesy: a table that cannot be used costs no answer.
  @Test func aBrokenTableOfOrganisationsIsToldAndNoMore() throws {
    let study = try Self.package { $0.files["organisations.csv"] = "a,b\n1,2\n" }
    let answer = try study.run(OverlapAnalysis.self, .init(x: "utla", y: "trusts"))
    #expect(answer.inputs.notices.map(\.code) == ["left-out"])
    #expect(answer.inputs.notices[0].message.hasPrefix("leaving out the names of trusts: "))
    #expect(try answer.report.text(as: "csv").contains("RAA,RAA"))
  }

  @Test func partnersWithoutANameHaveThatOfTheirCode() throws {
    let study = try Self.package {
      $0.replace("P1,E06000001,la,Ashby,true", with: "P1,raa,trust,,true", in: "bcf-partners.csv")
    }
    let request = ImpactAnalysis.Request(trust: "RAA", process: "discharge-to-assess")
    #expect(
      try text(ImpactAnalysis.self, request, as: "table", in: study).contains("Signed by: Ashby Hospitals"))
  }

  @Test func tablesHaveNamesBesideCodes() throws {
    let study = try Self.package { package in
      package.replace(
        #""code":"E06000001","name":"E06000001""#, with: #""code":"E06000001","name":"West, Shire""#,
        in: "utla.geojson")
    }
    func row(_ csv: String, _ line: Int = 1) throws -> [String: String] {
      let table = try CSVTable(Array(csv.utf8), file: "out.csv")
      return Dictionary(table.header.indices.map { (table.header[$0], table.word(line - 1, $0)) }) {
        first, _ in first
      }
    }
    let impact = try row(
      text(ImpactAnalysis.self, .init(trust: "RAA", process: "discharge-to-assess"), as: "csv", in: study))
    #expect(impact["hwb_code"] == "E06000001" && impact["hwb_name"] == "West, Shire")
    #expect(impact["signatories"] == "E06000001;E38000002" && impact["signatory_names"] == "Ashby;NHS Two")
    #expect(impact["trust_code"] == "RAA" && impact["trust_name"] == "Ashby Hospitals")
    #expect(impact["population"] == "6000")
    let profile = try row(text(ProfileAnalysis.self, .init(organisation: "West"), as: "csv", in: study))
    #expect(profile["organisation_code"] == "E06000001" && profile["organisation_name"] == "West, Shire")
    let score = try row(text(ScoreAnalysis.self, .init(x: "ccg", y: "utla"), as: "csv", in: study))
    #expect(score["best_partner"] == "E06000001" && score["best_partner_name"] == "West, Shire")
    #expect(score["mass"] == "3000")
  }
}
