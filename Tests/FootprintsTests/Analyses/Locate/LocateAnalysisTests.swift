import Footprints
import Testing

/// Points in the areas of several layers, as the command answers it.
@Suite struct LocateAnalysisTests {
  /// Eight small areas from west to east, and points in them, between them, outside, nowhere.
  private static func package() -> SmallPackage {
    var package = SmallPackage()
    package.table(
      "sites", role: "points",
      """
      site_code,site_name,lon,lat
      S1,West,-1.95,52.05
      S2,Middle,-1.65,52.05
      S3,East,-1.25,52.05
      S4,Sea,-2.5,52.05
      S5,Nowhere,,

      """)
    return package
  }

  private static func answer(
    _ package: SmallPackage, _ layers: [String] = ["utla", "ccg"]
  ) throws -> Answer<LocateAnalysis> {
    try package.study().run(LocateAnalysis.self, .init(points: "sites", areas: layers))
  }

  @Test func eachPointHasItsAreas() throws {
    let answer = try Self.answer(Self.package())
    let csv = try answer.report.text(as: "csv")
    #expect(
      csv == """
        id,name,utla_code,utla_name,ccg_code,ccg_name
        S1,West,E06000001,E06000001,E38000001,E38000001
        S2,Middle,E06000001,E06000001,E38000002,E38000002
        S3,East,E06000002,E06000002,E38000003,E38000003
        S4,Sea,,,,
        S5,Nowhere,,,,

        """)
    let lines = try answer.report.text(as: "ndjson").split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines[1]
        == #"{"id": "S2", "name": "Middle", "utla_code": "E06000001", "utla_name": "E06000001", "ccg_code": "E38000002", "ccg_name": "E38000002"}"#
    )
    #expect(answer.inputs.notices.map(\.code).contains("no-coordinates"))
    #expect(answer.inputs.points.map(\.name) == ["sites"])
    let json = try answer.report.text(as: "json")
    #expect(json.contains(#""without_coordinates": 1"#) && json.contains(#""x_field": "lon""#))
    let table = try answer.report.text(as: "table")
    #expect(table.contains("5 points. 1 without coordinates lies in no area."), "\(table)")
  }

  @Test func areasOnTopOfEachOtherAreAllThere() throws {
    var package = Self.package()
    let features = [SmallPackage.square(0...7, code: "B"), SmallPackage.square(0...3, code: "A")]
    package.files["ccg.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    let answer = try Self.answer(package, ["ccg"])
    let rows = try answer.report.text(as: "csv").split(separator: "\n").dropFirst()
    let codes = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] }
    #expect(codes == ["A;B", "A;B", "B", "", ""])
    #expect(try answer.report.text(as: "json").contains(#""in_several": 2"#))
  }

  @Test func rowsCanBeChosenByPointAndByArea() throws {
    let answer = try Self.answer(Self.package())
    func ids(_ listing: Listing) throws -> [Substring] {
      try answer.report(listing: listing).text(as: "csv").split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[0]
      }
    }
    #expect(try ids(Listing(only: ["S3"])) == ["S3"])
    #expect(try ids(Listing(only: ["E06000001"])) == ["S1", "S2"])
    #expect(try ids(Listing(limit: 2)) == ["S1", "S2"])
    #expect(try ids(Listing(sort: "ccg_code:desc")).first == "S3")
    let error = SmallPackage.error { _ = try ids(Listing(only: ["S9"])) }
    #expect(error?.kind == .usage)
  }

  @Test func oneLayerTwiceIsThereOnce() throws {
    let answer = try Self.answer(Self.package(), ["utla", "utla"])
    #expect(try answer.report.text(as: "csv").hasPrefix("id,name,utla_code,utla_name\n"))
    #expect(answer.inputs.notices.map(\.code).contains("same-layer"))
  }

  @Test func pointsElsewhereAreAWarning() throws {
    var package = Self.package()
    package.table("sites", role: "points", "site_code,lon,lat\nS1,-3,53\n")
    let answer = try Self.answer(package, ["utla"])
    #expect(answer.inputs.notices.map(\.code).contains("no-point-found"))
  }

  @Test func aRequestIsReadFromJSON() throws {
    let request = LocateAnalysis.Request(points: "sites", areas: [])
    #expect(SmallPackage.error { try request.validate() }?.kind == .usage)
    let unknown = SmallPackage.error {
      _ = try Self.package().study().run(LocateAnalysis.self, .init(points: "sitse", areas: ["utla"]))
    }
    #expect(unknown?.description.contains("sites") == true, "\(String(describing: unknown))")
  }

  @Test func thePackageListsItsPoints() throws {
    let answer = try Self.package().study().run(LayersAnalysis.self, .init())
    #expect(answer.result.points.map(\.name) == ["sites"])
    #expect(answer.result.failures.isEmpty)
    #expect(!answer.inputs.notices.map(\.code).contains("role-not-read"))
  }
}
