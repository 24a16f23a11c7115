import Footprints
import Testing

/// Catchments of eight small areas in a row, of 1 to 8 thousand people.
@Suite struct CatchmentAnalysisTests {
  private func answer(
    _ package: SmallPackage = SmallPackage(), _ change: (inout CatchmentAnalysis.Request) -> Void = { _ in }
  ) throws -> Answer<CatchmentAnalysis> {
    var request = CatchmentAnalysis.Request()
    change(&request)
    return try package.study().run(CatchmentAnalysis.self, request)
  }

  /// The rows of the table by trust and method, as numbers by column.
  private func rows(_ answer: Answer<CatchmentAnalysis>) throws -> [String: [String: Double]] {
    let lines = try answer.report.text(as: "csv").split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { cells in
        (
          "\(cells[0]) \(cells[2])",
          Dictionary(zip(lines[0], cells.map { Double($0) })) { a, _ in a }.compactMapValues(\.self)
        )
      })
  }

  @Test func methodsByHand() throws {
    let rows = try rows(answer { $0.compare = true })
    #expect(rows.count == 6)
    func value(_ row: String, _ column: String) -> Double? { rows[row]?[column] }
    // The first three small areas are mostly RAA's, the others RBB's.
    #expect(value("RAA fptp", "population") == 6000 && value("RBB fptp", "population") == 30_000)
    #expect(value("RAA fptp", "bricks") == 3 && value("RAA fptp", "shared_bricks") == 0)
    // Of 0.7 x 6,000 + 0.3 x 30,000 patients.
    #expect(agree(try #require(value("RAA fptp", "own_patients_share")), 4200 / 13_200))
    #expect(agree(try #require(value("RBB fptp", "own_patients_share")), 21_000 / 22_800))
    // Both have 30% everywhere.
    #expect(value("RAA threshold", "population") == 36_000 && value("RAA threshold", "shared_bricks") == 8)
    #expect(value("RAA threshold", "own_patients_share") == 1)
    #expect(agree(try #require(value("RAA threshold", "agreement")), 6000 / 36_000))
    #expect(agree(try #require(value("RAA proportional", "population")), 13_200))
    #expect(
      value("RAA proportional", "area_m2") == nil && value("RAA proportional", "own_patients_share") == nil)
    // Three small areas count 0.7 of 1 in both, five 0.3 of nothing.
    #expect(agree(try #require(value("RAA proportional", "agreement")), 4200 / (6000 + 9000)))
    #expect(value("RAA fptp", "agreement") == nil && value("RAA fptp", "patients") == nil)
    #expect(value("RBB threshold", "threshold") == 0.3 && value("RBB fptp", "threshold") == nil)
  }

  @Test func firstPastThePostDividesTheGround() throws {
    let study = try SmallPackage().study()
    let bricks = try study.layer("msoa")
    let whole = (0..<bricks.count).reduce(0) { $0 + bricks.area(of: $1) }
    let found = try rows(answer())
    let areas = found.values.compactMap { $0["area_m2"] }
    #expect(areas.count == 2 && abs(areas.reduce(0, +) - whole) < 1e-6 * whole)
    #expect(found.values.allSatisfy { $0["parts"] == 1 && $0["holes"] == 0 })
    // By threshold both have everything.
    let both = try rows(answer { ($0.method, $0.threshold) = (.threshold, 0.3) })
    #expect(both.values.compactMap { $0["area_m2"] }.allSatisfy { abs($0 - whole) < 1e-6 * whole })
    let none = try rows(answer { ($0.method, $0.threshold) = (.threshold, 0.9) })
    #expect(none.values.allSatisfy { $0["bricks"] == 0 && $0["area_m2"] == 0 })
  }

  @Test func shapesGoWithTheRows() throws {
    let text = try answer { $0.trusts = ["birch"] }.report.text(as: "geojson")
    #expect(text.contains(#""trust_code": "RBB""#) && !text.contains(#""trust_code": "RAA""#))
    let error = SmallPackage.error { _ = try answer { $0.method = .proportional }.report.text(as: "geojson") }
    #expect(error?.kind == .usage && error?.message.contains("proportional have no polygons") == true)
    // All methods that have some.
    let all = try answer { $0.compare = true }.report.text(as: "geojson")
    #expect(all.contains(#""id": "RAA-fptp""#) && all.contains(#""id": "RBB-threshold""#))
    #expect(!all.contains("-proportional"))
  }

  @Test func whatIsSuppressedIsShown() throws {
    var package = SmallPackage()
    package.replace("E02000008,RBB,0.7", with: "E02000008,RBB,0.45", in: "flows.csv")
    let text = try answer(package).report.text(as: "table")
    // A quarter of 8,000 people.
    #expect(text.contains("1 small area stands for 2,000 people, 5.6% of those with flows"))
  }

  @Test func flowsGoToSuccessors() throws {
    var package = SmallPackage()
    package.table(
      "succession", role: "succession", "old_code,new_code,date,kind\nRAA,RBB,2021-04-01,merger\n")
    let answer = try answer(package)
    let rows = try rows(answer)
    #expect(rows.keys.sorted() == ["RBB fptp"] && rows["RBB fptp"]?["population"] == 36_000)
    #expect(answer.inputs.notices.contains { $0.code == "succeeded" })
    #expect(answer.inputs.paths.contains("succession.csv"))
  }

  // MARK: Nearest hospital

  private func withSites(_ rows: [String]) -> SmallPackage {
    var package = SmallPackage()
    package.table(
      "sites", role: "sites", "code,name,longitude,latitude\n" + rows.joined(separator: "\n") + "\n")
    return package
  }

  @Test func nearestHospitals() throws {
    // Half way between the first and the last small area is the border of the fourth and fifth.
    let package = withSites(["RAA,Ashby,-1.95,52.05", "RBB,Birch,-1.25,52.05"])
    let found = try rows(answer(package) { $0.method = .voronoi })
    #expect(found["RAA voronoi"]?["population"] == 10_000 && found["RBB voronoi"]?["population"] == 26_000)
    let study = try package.study()
    let bricks = try study.layer("msoa")
    let whole = (0..<bricks.count).reduce(0) { $0 + bricks.area(of: $1) }
    let areas = found.values.compactMap { $0["area_m2"] }.reduce(0, +)
    #expect(abs(areas - whole) < 1e-6 * whole)
    // Several hospitals of one trust are one catchment.
    let three = withSites(["RAA,,-1.95,52.05", "RBB,,-1.65,52.05", "RAA,,-1.25,52.05"])
    let parts = try rows(answer(three) { $0.method = .voronoi })
    #expect(parts["RAA voronoi"]?["parts"] == 2 && parts["RBB voronoi"]?["parts"] == 1)
    // One hospital has all the ground.
    let one = try rows(answer(withSites(["RAA,,-1.95,52.05"])) { $0.method = .voronoi })
    #expect(one["RAA voronoi"]?["population"] == 36_000)
  }

  @Test func hospitalsThatCannotBeToldApart() throws {
    let package = withSites(["RBB,,-1.95,52.05", "RAA,,-1.95,52.05", "RCC,,,"])
    let answer = try answer(package) { $0.method = .voronoi }
    #expect(try rows(answer)["RAA voronoi"]?["population"] == 36_000)
    let codes = answer.inputs.notices.map(\.code)
    #expect(codes.contains("shared-site") && codes.contains("site-without-place"))
  }

  @Test func whatIsMissingIsSaid() throws {
    var package = SmallPackage()
    package.resources["flows"] = nil
    let flows = SmallPackage.error { _ = try answer(package) { $0.method = .fptp } }
    #expect(flows?.message.contains("need a table of role 'flows'") == true)
    let sites = SmallPackage.error { _ = try answer(package) { $0.method = .voronoi } }
    #expect(sites?.reason == .noSites)
    let unknown = SmallPackage.error { _ = try answer { $0.trusts = ["Nobody"] } }
    #expect(unknown?.kind == .usage && unknown?.message.contains("Nobody") == true)
    let threshold = SmallPackage.error { _ = try answer { ($0.method, $0.threshold) = (.threshold, 0) } }
    #expect(threshold?.reason == .outOfRange("threshold"))
  }
}
