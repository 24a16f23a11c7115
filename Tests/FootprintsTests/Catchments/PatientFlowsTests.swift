import Footprints
import Testing

/// What is weighed by flows of patients, by hand: eight small areas of 1 to 8 thousand people, authorities 0-3 and 4-7.
@Suite struct PatientFlowsTests {
  /// A hundred patients of each small area; RAA has 60 of the western four, RBB 80 of the eastern four, the rest is not told.
  private static let flows =
    "msoa_code,trust_code,proportion,patients,total_patients\n"
    + (1...8).map { place in
      let (code, trust, count) = ("E0200000\(place)", place <= 4 ? "RAA" : "RBB", place <= 4 ? 60 : 80)
      return "\(code),\(trust),\(Double(count) / 100),\(count),100\n"
    }.joined()
    // Four patients in ten of the third small area go to the other trust.
    + "E02000003,RBB,0.4,40,100\n"

  private static func package(_ more: String = "") -> SmallPackage {
    var package = SmallPackage()
    package.table("flows", role: "flows", flows + more)
    package.files["trust.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0...3, code: "RAA")),\#(SmallPackage.square(4...7, code: "RBB"))]}"#
    package.resources["trust"] =
      #"{"name":"trust","path":"trust.geojson","footprint":{"role":"trust","resolution":"20"}}"#
    return package
  }

  private func pairs(
    _ x: String, _ y: String, _ package: SmallPackage = package()
  ) throws -> (rows: [String: (patients: Double, x: Double, y: Double)], notices: [Notice]) {
    var request = ComparisonRequest(x: x, y: y)
    request.weights = .flow
    let answer = try package.study().run(OverlapAnalysis.self, request)
    let comparison = answer.result.comparison
    #expect(comparison.unit == .patients)
    var rows: [String: (Double, Double, Double)] = [:]
    for row in comparison.rows {
      guard let x = row.x, let y = row.y else { continue }
      rows["\(comparison.x.codes[x]) \(comparison.y.codes[y])"] = (
        row.people ?? -1, row.xPeopleShare ?? -1, row.yPeopleShare ?? -1
      )
    }
    return (rows, answer.inputs.notices)
  }

  @Test func trustsAgainstAuthorities() throws {
    let rows = try pairs("trust", "utla").rows
    // RAA has 240 patients, all of the west; RBB 320 of the east and 40 of the west. Each authority has 400.
    #expect(rows["RAA E06000001"].map { $0 == (240, 1, 0.6) } == true)
    #expect(rows["RBB E06000001"].map { agree($0.x, 40.0 / 360) && $0.patients == 40 && $0.y == 0.1 } == true)
    #expect(rows["RBB E06000002"].map { $0.patients == 320 && $0.y == 0.8 } == true)
    #expect(rows["RAA E06000002"] == nil)
    let turned = try pairs("utla", "trust").rows
    #expect(turned["E06000001 RAA"].map { $0 == (240, 0.6, 1) } == true)
  }

  @Test func patientsFromElsewhereCountForTheirTrust() throws {
    let (rows, notices) = try pairs("trust", "utla", Self.package("W02000001,RAA,0.5,160,320\n"))
    #expect(rows["RAA E06000001"].map { $0.patients == 240 && agree($0.x, 0.6) } == true)
    #expect(notices.contains { $0.code == "patients-from-elsewhere" && $0.message.contains("160 patients") })
  }

  @Test func trustsWithoutAnAreaAreTold() throws {
    let (rows, notices) = try pairs("trust", "utla", Self.package("E02000001,RCC,0.1,10,100\n"))
    #expect(rows.keys.allSatisfy { !$0.contains("RCC") })
    #expect(
      notices.contains { $0.code == "trusts-without-area" && $0.message.hasPrefix("RCC has 10 patients") })
  }

  @Test func peopleStandForPatientsThatAreNotCounted() throws {
    var package = Self.package()
    package.table(
      "flows", role: "flows", "msoa_code,trust_code,proportion\nE02000001,RAA,0.5\nE02000008,RBB,0.25\n")
    let (rows, notices) = try pairs("trust", "utla", package)
    // Half of a thousand, a quarter of eight thousand.
    #expect(rows["RAA E06000001"]?.patients == 500 && rows["RBB E06000002"]?.patients == 2000)
    #expect(agree(rows["RAA E06000001"]?.y ?? 0, 0.05))
    #expect(notices.contains { $0.code == "patients-not-counted" })
  }

  @Test func impactFollowsThePatients() throws {
    var request = ImpactAnalysis.Request(trust: "RBB", process: "discharge-to-assess")
    request.weights = .flow
    let impact = try Self.package().study().run(ImpactAnalysis.self, request).result.impact
    #expect(impact.trust.population == 360)
    #expect(impact.plans.map(\.plan.id) == ["P1", "P2"])
    #expect(impact.plans.map(\.sharedPopulation) == [40, 320])
    #expect(zip(impact.plans.map(\.boardShare), [0.1, 0.8]).allSatisfy { agree($0, $1) })
    request.catchment = .fptp
    let error = SmallPackage.error { _ = try Self.package().study().run(ImpactAnalysis.self, request) }
    #expect(error?.reason == .flowsNeedNoCatchment)
  }

  @Test func profileOfATrustAndOfAnArea() throws {
    var request = ProfileAnalysis.Request(organisation: "RBB")
    request.weights = .flow
    let trust = try Self.package().study().run(ProfileAnalysis.self, request).report.results
    #expect(trust["organisation"]?["patients"]?.double == 360)
    #expect(trust["tiers"]?.elements?.compactMap { $0["tier"]?.text } == ["ccg", "utla"])
    request.organisation = "E06000001"
    let area = try Self.package().study().run(ProfileAnalysis.self, request).report.results
    let tiers = try #require(area["tiers"]?.elements)
    #expect(tiers.compactMap { $0["tier"]?.text } == ["trust"])
    let partners = try #require(tiers.first?["partners"]?.elements)
    #expect(partners.compactMap { $0["code"]?.text } == ["RAA", "RBB"])
    #expect(partners.compactMap { $0["dependence"]?.double } == [0.6, 0.1])
  }

  /// One side must be trusts, and there must be flows.
  @Test func flowThatMeansNothingIsRefused() throws {
    for (x, y, words) in [("ccg", "utla", "neither"), ("trust", "trust", "both")] {
      let error = SmallPackage.error { _ = try pairs(x, y) }
      #expect(error?.kind == .usage && error?.reason == .noFlowBetween, "\(x) \(y)")
      #expect(error?.message.contains(words) == true)
    }
    var package = Self.package()
    package.resources["flows"] = nil
    #expect(SmallPackage.error { _ = try pairs("trust", "utla", package) }?.reason == .noFlowTable)
    var diff = DiffAnalysis.Request(vintages: ["ccg", "utla"])
    diff.weights = .flow
    #expect(
      SmallPackage.error { _ = try package.study().run(DiffAnalysis.self, diff) }?.reason == .noFlowBetween)
  }
}
