import Testing

@testable import Footprints

/// Several codes of one organisation.
@Suite struct AliasTableTests {
  private func table(_ csv: String) throws -> AliasTable {
    try AliasTable(CSVTable(Array(csv.utf8), file: "aliases.csv"))
  }

  @Test(arguments: [
    "code,other_code\nE54000008,QYG\n", "gss_code,ods_code\nE54000008,QYG\n",
    "icb24_code,icb24_code_nhs,icb24_name\nE54000008,QYG,Cheshire\n", "ICB24CD,ICB24CDH\nE54000008,QYG\n",
    "ods_code,gss_code\nQYG,E54000008\n",
  ])
  func columnsByTheirNames(csv: String) throws {
    let pairs = try table(csv).pairs
    #expect(pairs.map(\.code) == ["E54000008"] && pairs.map(\.other) == ["QYG"])
  }

  @Test func severalPairsInOneTable() throws {
    let table = try table(
      "lsoa21_code,sicbl24_code,sicbl24_code_nhs,icb24_code,icb24_code_nhs\nE1,E38,01F,E54,QYG\nE2,E38,01F,E54,QYG\nE3,E38,,E54,QYG\n"
    )
    #expect(table.pairs.map(\.other) == ["01F", "QYG"])
    #expect(table.notices.map(\.code) == ["incomplete-row"])
  }

  @Test func withoutAPairOfColumns() throws {
    let error = #expect(throws: FootprintsError.self) { try table("code,name\nE1,x\n") }
    #expect(error?.description.contains("there is no column other_code") == true)
  }

  @Test func chainsAreOneOrganisation() throws {
    let others = try table("code,other_code\nA,B\nB,C\nD,D\n").others
    #expect(others == ["A": ["B", "C"], "B": ["A", "C"], "C": ["A", "B"]])
  }

  /// Tables join on either code, and whoever asks may use either.
  @Test func layersAreKnownByBoth() throws {
    var package = SmallPackage()
    package.files["aliases.csv"] = "code,other_code\nE06000001,ASH\nE38000002,02X\n"
    package.resources["aliases"] =
      #"{"name":"aliases","path":"aliases.csv","footprint":{"role":"aliases"}}"#
    package.files["bcf-plans.csv"] = "plan_id,hwb_code,name\nP1,ASH,Ashby plan\nP2,E06000002,Birch plan\n"
    let study = try package.study()
    let profile = try study.run(ProfileAnalysis.self, ProfileAnalysis.Request(organisation: "02x"))
    #expect(profile.result.organisation.code == "E38000002")
    let impact = try study.run(
      ImpactAnalysis.self, ImpactAnalysis.Request(trust: "RAA", process: "discharge-to-assess"))
    #expect(impact.result.impact.plans.map(\.plan.id) == ["P1"])
    #expect(!impact.inputs.notices.contains { $0.code == "codes-respelt" })
  }
}
