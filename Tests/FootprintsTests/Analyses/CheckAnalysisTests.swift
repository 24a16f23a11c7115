import Footprints
import Testing

/// What `check` answers for the small package: authorities 0-3 and 4-7, groups 0-1, 2-5 and 6-7, from west to east, with 1 to
/// 8 thousand people in the eight small areas.
@Suite struct CheckAnalysisTests {
  private func check(_ package: SmallPackage, _ layers: [String] = []) throws -> CheckResult {
    try package.study().run(CheckAnalysis.self, CheckRequest(layers: layers)).result
  }

  private func kinds(_ result: CheckResult) -> [String] { result.rows.map(\.finding.kind.rawValue) }

  @Test func nothingIsWrongWithTheSmallPackage() throws {
    let result = try check(SmallPackage())
    #expect(kinds(result).isEmpty, "\(result.rows.map(\.finding.message))")
    #expect(result.completion == .done && result.layers.map(\.layer.name) == ["ccg", "msoa", "utla"])
    #expect(result.layers.allSatisfy { $0.conflicts.isPartition })
  }

  /// The middle group has 7,000 people in the western authority and 11,000 in the eastern one.
  @Test func anAreaAcrossABorder() throws {
    let result = try check(SmallPackage(), ["utla", "ccg"])
    #expect(kinds(result) == ["crossing"] && result.completion == .done)
    let finding = result.rows[0].finding
    #expect(finding.code == "E38000002" && finding.otherCode == "E06000001" && finding.layer == "ccg")
    #expect(finding.population == 7000)
    #expect(
      finding.message.contains("lies mostly in E06000002, and 38.9% of it in E06000001: 7,000 people"),
      "\(finding.message)")
    // Two of its four places, about 6.85 by 11.13 km each.
    #expect(abs((finding.area ?? 0) - 1.52e8) < 2e6)
    // The other way round nothing of an authority is less than in another group: every authority lies in two.
    #expect(kinds(try check(SmallPackage(), ["ccg", "utla"])) == ["crossing", "crossing"])
  }

  /// A border that is drawn 10 m to the east in one layer makes a sliver and no crossing.
  @Test func sliversAreNoCrossings() throws {
    var package = SmallPackage()
    package.files["mine.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0.0...4.0015, code: "W")),\#(SmallPackage.square(4.0015...8.0, code: "E"))]}"#
    package.resources["mine"] =
      #"{"name":"mine","path":"mine.geojson","footprint":{"role":"place","resolution":"20"}}"#
    let result = try check(package, ["utla", "mine"])
    #expect(kinds(result).isEmpty && result.slivers?.count == 1)
    #expect(result.notes.contains { $0.text.contains("is a sliver and no crossing") })
  }

  /// People of a small area count by its part that lies in an overlap: half of the fourth's 4,000 and of the fifth's 5,000.
  @Test func peopleOnTheGroundOfAnOverlap() throws {
    var package = SmallPackage()
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0.0...4.5, code: "E06000001")),\#(SmallPackage.square(3.5...8.0, code: "E06000002"))]}"#
    let result = try check(package, ["utla"])
    #expect(kinds(result) == ["overlap"])
    #expect(abs((result.rows[0].finding.population ?? 0) - 4500) < 10)
    let all = try check(package)
    #expect(all.summary.errors == 1 && all.completion == .faulty)
  }

  @Test func tablesThatDoNotJoin() throws {
    var package = SmallPackage()
    package.table(
      "population", role: "population",
      "msoa_code,population\n" + (2...9).map { "E0200000\($0),\($0)000\n" }.joined())
    let result = try check(package)
    #expect(Set(kinds(result)) == ["missing-row", "orphan-row"])
    #expect(result.rows.first { $0.finding.kind == .missingRow }?.finding.code == "E02000001")
    #expect(result.rows.first { $0.finding.kind == .orphanRow }?.finding.code == "E02000009")
  }

  @Test func flowsThatDoNotAddUp() throws {
    var package = SmallPackage()
    package.replace("E02000003,RBB,0.3", with: "E02000003,RBB,0.5", in: "flows.csv")
    let result = try check(package)
    #expect(kinds(result) == ["flow-sum"])
    #expect(result.rows[0].finding.code == "E02000003" && result.rows[0].finding.layer == "flows")
  }

  @Test func plansAndPartners() throws {
    var package = SmallPackage()
    package.replace("P2,E06000002,la,Birch,true\n", with: "", in: "bcf-partners.csv")
    package.replace(
      "P2,E38000002,ccg,NHS Two,true\n", with: "P1,E38000009,ccg,NHS Nine,true\n", in: "bcf-partners.csv")
    package.replace("E06000002,Birch plan", with: "E06000002;E06000007,Birch plan", in: "bcf-plans.csv")
    package.table(
      "bcf-contributions", role: "bcf-contributions",
      "plan_id,org_code,kind,amount_gbp\nP1,E38000002,ccgMinimum,1000.00\nP2,E38000002,ccgMinimum,2000.50\n")
    let result = try check(package)
    func all(_ kind: FindingKind) -> [Finding] { result.rows.map(\.finding).filter { $0.kind == kind } }
    #expect(all(.planWithoutPartners).contains { $0.code == "P2" && $0.layer == "bcf-plans" })
    #expect(all(.partnerWithoutArea).contains { $0.code == "E38000009" })
    #expect(all(.partnerWithoutArea).contains { $0.message.contains("E06000007") })
    #expect(all(.money).map(\.code) == ["P2"] && all(.money)[0].message.contains("£2,000.50"))
    #expect(result.summary.errors == 0)
  }

  @Test func twoCodesOfOneOrganisation() throws {
    var package = SmallPackage()
    package.replace("P2,E38000002,ccg,NHS Two,true", with: "P2,02T,ccg,NHS Two,true", in: "bcf-partners.csv")
    let found = try check(package).rows.map(\.finding)
    #expect(found.map(\.kind) == [.twoCodes] && found[0].code == "E38000002" && found[0].otherCode == "02T")
  }

  @Test func layersOfDifferentDetailAndYear() throws {
    var package = SmallPackage()
    package.resources["ccg"] = package.resources["ccg"]?.replacing(
      #""resolution":"20""#, with: #""resolution":"500""#)
    package.date("ccg", "2021-04")
    package.date("utla", "2023-04")
    #expect(Set(kinds(try check(package))) == ["mixed-resolution", "mixed-vintage"])
    #expect(
      Set(kinds(try check(package, ["ccg", "utla"]))).isSuperset(of: ["mixed-resolution", "mixed-vintage"]))
  }

  /// What cannot be read at all is a finding of the package, and everything else is checked all the same.
  @Test func whatCannotBeRead() throws {
    var package = SmallPackage()
    package.files["ccg.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0...1, code: "A")),"#
    let result = try check(package)
    #expect(kinds(result).contains("truncated") && result.layers.map(\.layer.name) == ["msoa", "utla"])
    package = SmallPackage()
    package.replace("E38000003", with: "E38000001", in: "ccg.geojson")
    #expect(kinds(try check(package)).contains("duplicate-code"))
  }

  @Test func everyFormatHasTheFindings() throws {
    var package = SmallPackage()
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0.0...4.5, code: "E06000001")),\#(SmallPackage.square(3.5...8.0, code: "E06000002")),{"type":"Feature","properties":{"code":"E06000003"},"geometry":null}]}"#
    let answer = try package.study().run(CheckAnalysis.self, CheckRequest(layers: ["utla"]))
    let json = try answer.report.text(as: "json")
    for part in [
      #""errors": 2"#, #""overlap": 1"#, #""null-geometry": 1"#, #""is_partition": false"#, #""findings": ["#,
    ] { #expect(json.contains(part), "\(part)") }
    let csv = try answer.report.text(as: "csv")
    #expect(
      csv.hasPrefix(
        "layer,code,name,other_code,kind,severity,longitude,latitude,x,y,area_m2,width_m,population,message\n"
      ))
    let geojson = try answer.report.text(as: "geojson")
    #expect(geojson.contains(#""type": "Polygon""#) && geojson.contains(#""geometry": null"#))
    let text = try answer.report.text(as: "table")
    for part in [
      "2 errors.", "Overlaps: 1, error", "Decide whose the ground is", "E06000003 has no geometry",
    ] {
      #expect(text.contains(part), "\(part) is not in\n\(text)")
    }
    // Findings with a place and no ground are points.
    var spiked = SmallPackage()
    spiked.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A"},"geometry":{"type":"Polygon","coordinates":[[[-2,52],[-1.9,52.1],[-1.9,52],[-2,52.1],[-2,52]]]}}]}"#
    let point = try spiked.study().run(CheckAnalysis.self, CheckRequest(layers: ["utla"]))
    #expect(
      try point.report.text(as: "geojson").contains(#""geometry": {"type": "Point", "coordinates": [-1.95"#))
  }
}
