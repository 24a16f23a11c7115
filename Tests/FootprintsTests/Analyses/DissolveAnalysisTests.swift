import Footprints
import Foundation
import Testing

/// Areas united by a table or a field, and what is said about it.
@Suite struct DissolveAnalysisTests {
  private static let lookup =
    "msoa_code,msoa_name,lad_code,lad_name\n"
    + (1...8).map { "E0200000\($0),M\($0),L\($0 / 4),Lad \($0 / 4)\n" }.joined()

  private func answer(
    _ package: SmallPackage, by: String? = nil, lookup: String? = nil, layer: String = "msoa"
  ) throws -> Answer<DissolveAnalysis> {
    var request = DissolveAnalysis.Request(layer: layer)
    (request.by, request.lookup) = (by, lookup)
    return try package.study().run(DissolveAnalysis.self, request)
  }

  private func rows(_ answer: Answer<DissolveAnalysis>) throws -> [String] {
    try answer.report.text(as: "csv").split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return (cells[0...2] + cells[4...]).joined(separator: ",")
    }
  }

  @Test func byALookupOfThePackage() throws {
    var package = SmallPackage()
    package.table("lookup", role: "lookup", Self.lookup)
    let expected = ["L0,Lad 0,3,1,0,6000", "L1,Lad 1,4,1,0,22000", "L2,Lad 2,1,1,0,8000"]
    #expect(try rows(answer(package, by: "lad_code", lookup: "lookup")) == expected)
    // The only other column with codes.
    let found = try answer(package, lookup: "lookup")
    #expect(try rows(found) == expected)
    #expect(found.inputs.paths.contains("lookup.csv"))
    let names = try #require(found.report.tables.first).columns.map(\.description.name)
    #expect(names == ["code", "name", "areas", "area_m2", "parts", "holes", "population"])
  }

  @Test func byAFieldOfTheFile() throws {
    var package = SmallPackage()
    for place in 1...8 {
      package.replace(
        "\"code\":\"E0200000\(place)\"",
        with: "\"code\":\"E0200000\(place)\",\"region\":\"\(place % 2 == 0 ? "even" : "odd")\"",
        in: "msoa.geojson")
    }
    #expect(try rows(answer(package, by: "region")) == ["even,,4,4,0,20000", "odd,,4,4,0,16000"])
    let error = SmallPackage.error { _ = try answer(package, by: "nothing") }
    #expect(error?.description.contains("has no field 'nothing' for the group") == true)
  }

  @Test func allInOne() throws {
    let answer = try answer(SmallPackage())
    #expect(try rows(answer) == ["msoa,,8,1,0,36000"])
    #expect(answer.result.geometry.count == 1 && answer.inputs.notices.isEmpty)
    let one = try rows(self.answer(SmallPackage(), layer: "ccg"))
    #expect(one == ["ccg,,3,1,0,36000"])
  }

  @Test func whatHasNoGroupIsNamed() throws {
    var package = SmallPackage()
    package.table("lookup", role: "lookup", "msoa_code,lad_code\nE02000001,L1\nE02000001,L2\ne02000002,L1\n")
    let answer = try answer(package, lookup: "lookup")
    #expect(try rows(answer) == ["L1,,2,1,0,3000"])
    let notices = answer.inputs.notices.map(\.code)
    #expect(
      notices.contains("no-group") && notices.contains("ambiguous-lookup")
        && notices.contains("codes-respelt"))
    #expect(
      answer.inputs.notices.contains {
        $0.message.contains("6 areas of msoa have no group and are left out (E02000003")
      })
  }

  @Test func tablesThatDoNotTell() throws {
    var package = SmallPackage()
    package.table("lookup", role: "lookup", "msoa_code,lad_code,ccg_code\nE02000001,L1,C1\n")
    let several = SmallPackage.error { _ = try answer(package, lookup: "lookup") }
    #expect(several?.reason == .severalGroupings)
    let unknown = SmallPackage.error { _ = try answer(package, by: "stp_code", lookup: "lookup") }
    #expect(unknown?.description.contains("no column 'stp_code'") == true)
    package.table("lookup", role: "lookup", "a_code,b_code\nx,y\n")
    let none = SmallPackage.error { _ = try answer(package, lookup: "lookup") }
    #expect(none?.description.contains("no column with the codes of msoa") == true)
    let missing = SmallPackage.error { _ = try answer(package, lookup: "nowhere.csv") }
    #expect(missing?.kind == .noInput)
  }

  /// The shapes are where the areas were.
  @Test func shapesComeBack() throws {
    let text = try answer(SmallPackage()).report.text(as: "geojson")
    let table = try GeoJSONReader.read(FileBytes(Array(text.utf8), name: "x.geojson"), jobs: 1)
    #expect(table.geometry.box(of: 0) == Box(min: Coordinate(-2, 52), max: Coordinate(-1.2, 52.1)))
    #expect(table.geometry.vertices(ofArea: 0).count == 19)
  }

  @Test func requestsComeBackAsTheyWere() throws {
    var request = DissolveAnalysis.Request(layer: "msoa")
    (request.by, request.lookup) = ("LTLA21CD", "lookup.csv")
    request.options = LayerOptions(codeField: "CODE")
    for one in [request, .init(layer: "a")] {
      #expect(try JSONDecoder().decode(DissolveAnalysis.Request.self, from: JSONEncoder().encode(one)) == one)
    }
    #expect(
      try JSONDecoder().decode(DissolveAnalysis.Request.self, from: Data(#"{"layer": "a"}"#.utf8))
        == .init(layer: "a"))
  }
}
