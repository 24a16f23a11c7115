import Footprints
import Testing

/// Plans against partnerships in the small package: eight small areas of 1 to 8 thousand people from west to east, plan P1
/// in the first four, P2 in the others, partnership S1 in the first three, S2 in the rest.
@Suite struct PartnershipsAnalysisTests {
  private func package(role: String = "stp") -> SmallPackage {
    var package = SmallPackage()
    let features = [("S1", 0...2), ("S2", 3...7)].map { SmallPackage.square($0.1, code: $0.0) }
    package.files["stp.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    package.resources["stp"] =
      #"{"name":"stp","path":"stp.geojson","footprint":{"role":"\#(role)","resolution":"20"}}"#
    return package
  }

  private func report(
    _ package: SmallPackage, _ change: (inout PartnershipsAnalysis.Request) -> Void = { _ in }
  ) throws -> Report {
    var request = PartnershipsAnalysis.Request()
    change(&request)
    return try package.study().run(PartnershipsAnalysis.self, request).report
  }

  /// "S2 E06000001 RBB 4000 outside-main-partnership corner", in order.
  private func cells(_ report: Report) throws -> [String] {
    try #require(report.results["cells"]?.elements).map { cell in
      let names = ["partnership_code", "hwb_code", "trust_code"].map { cell[$0]?.text ?? "-" }
      let people = Int((cell["population"]?.double ?? -1).rounded())
      let reasons = cell["out_of_line"]?.elements?.compactMap(\.text) ?? []
      return (names + ["\(people)"] + reasons).joined(separator: " ")
    }
  }

  @Test func plansAndPartnershipsHaveTheirShares() throws {
    let results = try report(package()).results
    let plans = try #require(results["plans"]?.elements)
    #expect(plans.map { $0["plan_id"]?.text } == ["P1", "P2"])
    #expect(plans.map { $0["out_of_line"] } == [.bool(true), .bool(false)])
    #expect(plans[0]["main_partnership"]?.text == "S1" && plans[0]["population"]?.double == 10_000)
    #expect(agree(plans[0]["main_share"]?.double ?? 0, 0.6))
    #expect(agree(plans[0]["outside_share"]?.double ?? 0, 0.4))
    #expect(plans[1]["outside_share"]?.double == 0 && plans[1]["effective_partnerships"]?.double == 1)
    let pairs = try #require(plans[0]["partnerships"]?.elements)
    #expect(pairs.map { $0["code"]?.text } == ["S1", "S2"])
    #expect(pairs.map { $0["population"]?.double } == [6000, 4000])
    #expect(agree(pairs[1]["partnership_share"]?.double ?? 0, 4.0 / 30))
    let partnerships = try #require(results["partnerships"]?.elements)
    #expect(partnerships.map { $0["code"]?.text } == ["S1", "S2"])
    #expect(partnerships[1]["plans"]?.elements?.map { $0["plan_id"]?.text } == ["P2", "P1"])
    #expect(partnerships.map { $0["outside_plans_share"]?.double } == [0, 0])
  }

  @Test func cellsOutOfLineComeFirst() throws {
    #expect(
      try cells(report(package())) == [
        "S2 E06000001 RBB 4000 outside-main-partnership corner", "S2 E06000002 RBB 26000",
        "S1 E06000001 RAA 6000",
      ])
  }

  /// By their proportions both trusts have most people in the second partnership.
  @Test func trustsCanBelongToAnotherPartnership() throws {
    #expect(
      try cells(report(package()) { $0.catchment = .proportional }) == [
        "S1 E06000001 RAA 4200 trust-of-another-partnership",
        "S2 E06000001 RBB 2800 outside-main-partnership corner",
        "S1 E06000001 RBB 1800 trust-of-another-partnership",
        "S2 E06000001 RAA 1200 outside-main-partnership",
        "S2 E06000002 RBB 18200", "S2 E06000002 RAA 7800",
      ])
  }

  /// A tenth of the first small area's patients go where nobody says.
  @Test func peopleInNoCatchmentAreNotLost() throws {
    var package = package()
    package.replace("E02000001,RBB,0.3", with: "E02000001,RBB,0.2", in: "flows.csv")
    let cells = try cells(report(package) { $0.catchment = .proportional })
    #expect(cells.contains("S1 E06000001 - 100"))
    #expect(cells.contains("S1 E06000001 RBB 1700 trust-of-another-partnership"))
  }

  @Test func byAreaThereAreNoCells() throws {
    let report = try report(package()) { $0.weights = .area }
    let plan = report.results["plans"]?.elements?.first
    #expect(plan?["population"] == .null && abs((plan?["outside_share"]?.double ?? 0) - 0.25) < 0.01)
    #expect(report.results["cells"]?.elements?.isEmpty == true)
    #expect(try report.text(as: "md").contains("are counted in people, and area is compared."))
    let error = SmallPackage.error {
      _ = try self.report(package()) {
        $0.weights = .area
        $0.catchment = .fptp
      }
    }
    #expect(error?.reason == .catchmentsCountPeople)
  }

  @Test func boardsOfTodayAreFoundByThemselves() throws {
    let text = try report(package(role: "icb")).text(as: "table")
    #expect(text.hasPrefix("Better Care Fund plans and integrated care boards, by people\n"))
    #expect(
      text.contains(
        "1 of 2 Better Care Fund plans is out of line: 5% or more of its residents live outside its main integrated care board."
      ), "\(text)")
    #expect(text.contains("Ashby plan: 60.0% of its residents live in S1, 40.0% in S2."))
    #expect(text.contains("S2 has to do with most plans, 2; the fewest that any has are 1."))
    #expect(
      text.contains(
        "Out of line are 1 of 3 cells of partnership, board and trust: 1 lies outside the board’s main partnership (4,000 people) and 1 is a corner of the trust (4,000 people). The largest: 4,000 people live in E06000001 and in S2 and use Birch Hospitals."
      ), "\(text)")
    #expect(try report(package(role: "other")) { $0.layer = "stp" }.results["plans"]?.elements?.count == 2)
    let error = SmallPackage.error { _ = try self.report(SmallPackage()) }
    #expect(error?.kind == .usage && error?.message.contains("'stp' or 'icb'") == true)
  }

  @Test func theLimitDecides() throws {
    let report = try report(package()) { $0.outside = 0.5 }
    #expect(report.results["plans"]?.elements?.map { $0["out_of_line"] } == [.bool(false), .bool(false)])
    let text = try report.text(as: "table")
    #expect(text.contains("None of 2 Better Care Fund plans is out of line: each has less than 50%"))
  }

  /// A joint plan is one area; a plan that is withdrawn has none.
  @Test func jointAndWithdrawnPlans() throws {
    var package = package()
    package.table(
      "bcf-plans", role: "bcf-plans",
      "plan_id,hwb_code,name,status\nJ,E06000001;E06000002,Joint plan,agreed\nW,E06000002,Old plan,withdrawn\n"
    )
    (package.resources["bcf-partners"], package.resources["bcf-schemes"]) = (nil, nil)
    let report = try report(package)
    let plans = try #require(report.results["plans"]?.elements)
    #expect(plans.map { $0["plan_id"]?.text } == ["J"])
    #expect(agree(plans[0]["outside_share"]?.double ?? 0, 6.0 / 36))
    #expect(report.results["cells"]?.elements?.first?["plan_ids"]?.elements?.map(\.text) == ["J"])
  }

  @Test func rowsCanBeChosen() throws {
    var request = PartnershipsAnalysis.Request()
    request.outside = 0.1
    let answer = try package().study().run(PartnershipsAnalysis.self, request)
    let some = try answer.report(listing: Listing(only: ["S1"]))
    #expect(try some.text(as: "csv").split(separator: "\n").count == 2)
    #expect(some.results["plans"]?.elements?.map { $0["plan_id"]?.text } == ["P1"])
    #expect(try cells(some) == ["S1 E06000001 RAA 6000"])
    let trust = try answer.report(listing: Listing(only: ["Birch Hosp"]))
    #expect(try cells(trust).count == 2)
    let sorted = try answer.report(listing: Listing(sort: "partnership_share:asc")).text(as: "csv")
    #expect(sorted.split(separator: "\n")[1].hasPrefix("P1,Ashby plan,S2,"))
  }

  /// Without trusts the rest is answered, and the note says what is missing.
  @Test func aPackageWithoutTrusts() throws {
    var package = package()
    package.resources["flows"] = nil
    let report = try report(package)
    #expect(report.results["cells"]?.elements?.isEmpty == true)
    #expect(try report.text(as: "md").contains("Nothing is said of trusts"))
  }

  /// The people of every plan and partnership are those of their cells, in the demonstration region.
  @Test func cellsAddUpToPairs() throws {
    let region = try Study(
      package: DataPackage(PackageFolder(OverlapOracle.packageFolder + "/Boundaries/region")))
    let results = try region.run(PartnershipsAnalysis.self, .init()).report.results
    var cells: [String: Double] = [:]
    for cell in try #require(results["cells"]?.elements) {
      let key = "\(cell["plan_ids"]?.elements?.first?.text ?? "") \(cell["partnership_code"]?.text ?? "")"
      cells[key, default: 0] += cell["population"]?.double ?? 0
    }
    var pairs: [String: Double] = [:]
    for plan in try #require(results["plans"]?.elements) {
      for pair in plan["partnerships"]?.elements ?? [] {
        pairs["\(plan["plan_id"]?.text ?? "") \(pair["code"]?.text ?? "")"] = pair["population"]?.double
      }
    }
    #expect(pairs.count == 6 && cells == pairs)
  }
}
