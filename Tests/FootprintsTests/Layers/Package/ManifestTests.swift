import Footprints
import Testing

/// What a package says about itself, taken at its word or refused; never passed over in silence.
@Suite struct ManifestTests {
  @Test func tablesOfOneRoleAreOne() throws {
    var package = SmallPackage()
    let rows = try #require(package.files["population.csv"]).split(separator: "\n")
    package.files["population.csv"] = rows[0...4].joined(separator: "\n")
    // With the columns in another order, and one more.
    let rest = rows[5...].map { $0.split(separator: ",") }.map { "\($0[1]),x,\($0[0])" }
    package.table(
      "population2", role: "population", "Population,note,MSOA code\n" + rest.joined(separator: "\n"))
    #expect(try package.overlap().people == 36_000)
    package.files["bcf-schemes.csv"] = package.files["bcf-schemes.csv"]?.replacing("P2,P2-1", with: "P1,P1-2")
    package.table(
      "schemes2", role: "bcf-schemes",
      "scheme_id,plan_id,type,hicm,amount_gbp\nP2-1,P2,HICM for Managing Transfer of Care,4,2500.50\n")
    let impact = try package.impact().impact
    #expect(impact.plans.map(\.amount.pence) == [350_050, 250_050])
    // A message names the file of the row.
    package.files["schemes2.csv"]?.append("P2-2,P9,Carers,,1\n")
    #expect(SmallPackage.error { _ = try package.impact() }?.description.contains("schemes2.csv") == true)
  }

  @Test func layersOfOneRoleAreRefusedNotChosenFrom() throws {
    var package = SmallPackage()
    package.resources["utla2"] = #"{"name":"utla2","path":"ccg.geojson","footprint":{"role":"utla"}}"#
    let error = try #require(SmallPackage.error { _ = try package.impact() })
    #expect(error.kind == .badData && error.message.contains("utla and utla2"), "\(error)")
    // Under its name each is there.
    #expect(try package.overlap().people == 36_000)
  }

  /// A dialect that would make wrong cells, and a layer in parts, are not read as something else.
  @Test(
    arguments: [
      (#""dialect":{"header":false}"#, "no header"), (#""dialect":{"quoteChar":"'"}"#, "quotes cells with '"),
      (##""dialect":{"commentChar":"#"}"##, "comments"), (#""dialect":"dialect.json""#, "not an object"),
      (#""dialect":{"delimiter":"ab"}"#, "not one character"),
    ])
  func dialectsThatCannotBeReadAreRefused(dialect: String, words: String) throws {
    let text = #"{"name":"p","resources":[{"name":"t","path":"t.csv",\#(dialect)}]}"#
    let error = #expect(throws: FootprintsError.self) {
      try Manifest(FileBytes(Array(text.utf8), name: "datapackage.json"))
    }
    #expect(error?.kind == .badData && error?.message.contains(words) == true, "\(String(describing: error))")
    #expect(error?.place == "resource 0")
  }

  @Test func aLayerIsOneFile() throws {
    let text = #"{"name":"p","resources":[{"name":"a","path":["a.geojson","b.geojson"]}]}"#
    let package = try DataPackage(
      EmbeddedFiles(name: "p", files: [FileBytes(Array(text.utf8), name: "datapackage.json")]))
    let error = #expect(throws: FootprintsError.self) { try Study(package: package).layer("a") }
    #expect(error?.message == "the layer a has 2 files")
  }

  @Test func aTableMayHaveTabs() throws {
    var package = SmallPackage()
    let rows = try #require(package.files["population.csv"])
    package.files["population.tsv"] = rows.replacing(",", with: "\t")
    package.resources["population"] =
      #"{"name":"population","path":"population.tsv","footprint":{"role":"population"}}"#
    #expect(try package.overlap().people == 36_000)
  }

  @Test func pathsMayBeListsAndDelimitersOther() throws {
    var package = SmallPackage()
    package.resources["population"] =
      #"{"name":"population","path":["population.csv"],"footprint":{"role":"population"}}"#
    #expect(try package.overlap().people == 36_000)
    let rows = try #require(package.files["population.csv"]).split(separator: "\n")
    package.files["one.csv"] = rows[0...3].joined(separator: "\n")
    package.files["two.csv"] = ([rows[0]] + rows[4...]).joined(separator: "\n")
    package.resources["population"] =
      #"{"name":"population","path":["one.csv","two.csv"],"footprint":{"role":"population"}}"#
    #expect(try package.overlap().people == 36_000)
    for (delimiter, text) in [(";", ";"), ("|", "|"), ("\\t", "\t")] {
      package.files["population.csv"] = rows.joined(separator: "\n").replacing(",", with: text)
      package.resources["population"] =
        #"{"name":"population","path":"population.csv","footprint":{"role":"population"},"dialect":{"delimiter":"\#(delimiter)"}}"#
      #expect(try package.overlap().people == 36_000)
    }
  }

  @Test(arguments: [
    (#""role":"bcf-scheme""#, "bcf-schemes"), (#""role":"populations""#, "population"),
    (#""role":"organisaton""#, "organisations"), (#""rol":"population""#, "role"),
    (#""role":"schemes""#, "bcf-schemes"), (#""role":"partners""#, "bcf-partners"),
  ])
  func misspeltRolesAndMembersAreRefusedWithTheNearest(member: String, meant: String) throws {
    var package = SmallPackage()
    package.resources["population"] =
      #"{"name":"population","path":"population.csv","footprint":{\#(member)}}"#
    let error = try #require(SmallPackage.error { _ = try package.study() })
    #expect(error.kind == .badData && error.remedy?.contains("\(meant)?") == true, "\(error)")
  }

  @Test(arguments: ["neighbourhoods-of-ours", "hub", "gp", "CCG-2013"])
  func rolesOfOnesOwnAreAllowed(role: String) throws {
    var package = SmallPackage()
    package.resources["ccg"] = #"{"name":"ccg","path":"ccg.geojson","footprint":{"role":"\#(role)"}}"#
    #expect(try package.overlap().people == 36_000)
  }

  /// A table that nothing reads is told wherever the package is used, since its numbers are in no answer.
  @Test func aTableWithARoleOfItsOwnIsNamed() throws {
    var package = SmallPackage()
    package.table("costs", role: "spending", "a,b\n1,2\n")
    let answer = try package.study().run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    let told = answer.inputs.notices.filter { $0.code == "role-not-read" }
    #expect(told.count == 1 && told[0].severity == .warning)
    #expect(told[0].message.contains("the role 'spending', which the resource 'costs' has"))
    #expect(
      try SmallPackage().study().run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
        .inputs.notices.allSatisfy { $0.code != "role-not-read" })
  }

  /// Without small areas everything is by area, which nobody who has given people expects.
  @Test func peopleWithoutSmallAreasAreNamed() throws {
    var package = SmallPackage()
    package.resources["msoa"] = #"{"name":"msoa","path":"msoa.geojson","footprint":{"role":"lsoa"}}"#
    let answer = try package.study().run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    #expect(answer.result.comparison.population == nil)
    #expect(answer.inputs.notices.contains { $0.message.contains("people cannot be counted") })
  }

  @Test func letterCaseDoesNotMatter() throws {
    var package = SmallPackage()
    package.resources["population"] =
      #"{"name":"population","path":"population.csv","Footprint":{"Role":"Population"}}"#
    package.resources["msoa"] = #"{"name":"msoa","path":"msoa.geojson","FOOTPRINT":{"role":"BRICK"}}"#
    #expect(try package.overlap().people == 36_000)
  }

  @Test func oneResourceCanBeFictional() throws {
    var package = SmallPackage()
    package.resources["ccg"] =
      #"{"name":"ccg","path":"ccg.geojson","footprint":{"role":"ccg","fictional":true}}"#
    let study = try package.study()
    let overlap = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    #expect(overlap.inputs.isFictional)
    #expect(try overlap.report.text(as: "table").contains("FICTIONAL"))
    let impact = ImpactAnalysis.Request(trust: "RBB", process: "discharge-to-assess")
    #expect(try !study.run(ImpactAnalysis.self, impact).inputs.isFictional)
  }

  @Test func thousandsWithoutQuotesAreRefused() throws {
    var package = SmallPackage()
    package.replace("000\n", with: ",000\n", in: "population.csv")
    package.files["population.csv"] = package.files["population.csv"]?.replacing(",,", with: ",")
    package.files["population.csv"] =
      "msoa_code,population\n" + (1...8).map { "E0200000\($0),\($0),000\n" }.joined()
    let error = try #require(SmallPackage.error { _ = try package.overlap() })
    #expect(error.kind == .badData && error.message.contains("1 cell more than the header"), "\(error)")
    // Only trailing commas, or only some rows, are something else.
    package.files["population.csv"] =
      "msoa_code,population\n" + (1...8).map { "E0200000\($0),\($0)000,\n" }.joined()
    #expect(try package.overlap().people == 36_000)
  }

  @Test func plansOfSeveralBoardsAreJoinedBySemicolons() throws {
    var package = SmallPackage()
    package.replace("P1,E06000001,", with: "P1,\"E06000001,E06000002\",", in: "bcf-plans.csv")
    let notices = try package.impact().notices
    #expect(notices.contains { $0.code == "unknown-board" && $0.message.contains("joined by ;") })
  }
}
