import Footprints
import Testing

/// Tables and layers that hardly fit each other: joined where that leaves no doubt, named with their people where it
/// does, refused where nothing fits.
@Suite struct JoinTests {
  private let everybody = 36_000.0

  @Test func thePackageItselfIsRight() throws {
    let (people, pairs, notices) = try SmallPackage().overlap()
    #expect(people == everybody && notices.isEmpty)
    #expect(pairs["E38000002 E06000001"] == 7000 && pairs["E38000002 E06000002"] == 11_000)
    let impact = try SmallPackage().impact().impact
    #expect(impact.trust.population == 30_000 && impact.plans.count == 2 && impact.signatoriesTotal == 3)
  }

  @Test(arguments: [
    ("E02", "e02"), (",1000\n", "\u{A0} ,1000\n"), ("E02000003", "\u{FEFF}E02000003"),
    ("E02000003", " E02000003"),
  ])
  func codesInOtherSpellingAreTheSame(old: String, new: String) throws {
    var package = SmallPackage()
    package.replace(old, with: new, in: "population.csv")
    let (people, _, notices) = try package.overlap()
    #expect(people == everybody)
    #expect(notices.allSatisfy { $0.severity == .information })
    #expect(try package.impact().impact.trust.population == 30_000)
  }

  @Test func numbersAsCodesMayHaveADecimalPoint() throws {
    var package = SmallPackage()
    package.replace("\"code\":\"E0200000", with: "\"code\":\"10", in: "msoa.geojson")
    for file in ["population.csv", "flows.csv"] { package.replace("E0200000", with: "10", in: file) }
    package.replace("105,", with: "105.0,", in: "population.csv")
    package.replace("103,", with: "103.0,", in: "flows.csv")
    #expect(try package.overlap().people == everybody)
    #expect(try package.impact().impact.trust.population == 30_000)
  }

  @Test(arguments: ["population.csv", "flows.csv", "bcf-plans.csv"])
  func whatMatchesNothingIsRefused(file: String) throws {
    var package = SmallPackage()
    package.replace(file == "bcf-plans.csv" ? "E06" : "E02", with: "X9", in: file)
    let error = try #require(SmallPackage.error { _ = try package.impact() })
    #expect(error.kind == .badData)
    #expect(error.message.contains("none of its codes is a code of"), "\(error)")
    #expect(error.message.contains("'X9"), "\(error)")
  }

  @Test func theColumnIsChosenByItsCodes() throws {
    var package = SmallPackage()
    // By census area, two each, with the code of the larger one next to it.
    let rows = (1...8).flatMap { area in
      [1, 2].map { "E0100000\(area)\($0),E0200000\(area),\(area * (200 + $0 * 200))" }
    }
    package.files["population.csv"] = (["lsoa_code,msoa_code,population"] + rows).joined(separator: "\n")
    #expect(try package.overlap().people == everybody)
    // The same under names that say nothing, and the other way round.
    package.files["population.csv"] = (["area_code,parent,population"] + rows).joined(separator: "\n")
    #expect(try package.overlap().people == everybody)
    package.replace("msoa_code,trust_code", with: "small,trust_code", in: "flows.csv")
    #expect(try package.impact().impact.trust.population == 30_000)
  }

  @Test func twoNumbersForOneCodeAreRefused() throws {
    var package = SmallPackage()
    package.files["population.csv"]?.append("e02000001,999\n")
    let error = try #require(SmallPackage.error { _ = try package.overlap() })
    #expect(error.kind == .badData && error.message.contains("'e02000001'"), "\(error)")
  }

  // MARK: Areas that do not go together with the small areas

  private func warnings(_ notices: [Notice], _ code: String) -> [String] {
    notices.filter { $0.code == code && $0.severity == .warning }.map(\.message)
  }

  @Test func areasThatSmallAreasDoNotCoverAreNamed() throws {
    var package = SmallPackage()
    // Without the two easternmost small areas.
    package.replace("E02000007", with: "W02000007", in: "msoa.geojson")
    package.replace("E02000008", with: "W02000008", in: "msoa.geojson")
    package.resources["msoa"] = package.resources["msoa"]?
      .replacing("\"role\":\"brick\"", with: "\"role\":\"brick\",\"codePrefix\":[\"E\"]")
    for method in [MembershipMethod.largest, .apportion] {
      let notices = try package.overlap(membership: method).notices
      let messages = warnings(notices, "bricks-do-not-reach")
      #expect(messages.count == 2)
      #expect(messages[0].contains("1 area of ccg: E38000003 (100.0% of it uncovered)"), "\(messages)")
      #expect(messages[1].contains("1 area of utla: E06000002 (50.1% of it uncovered)"))
    }
    let impact = try package.impact().notices
    #expect(warnings(impact, "bricks-do-not-reach").count == 1)
    #expect(warnings(impact, "flow-outside")[0].contains("4 flows from 2 small areas"))
  }

  @Test func areasThatOverlapEachOtherKeepTheirPeople() throws {
    var package = SmallPackage()
    // A third group over the middle of two that divide everybody.
    package.files["ccg.geojson"] = package.files["utla.geojson"]?
      .replacing("E06000001", with: "E38000001").replacing("E06000002", with: "E38000002")
      .replacing(
        "\"features\":[", with: "\"features\":[\(SmallPackage.square(2...5, code: "E38000003")),")
    let (_, pairs, notices) = try package.overlap()
    #expect(pairs["E38000001 E06000001"] == 10_000 && pairs["E38000002 E06000002"] == 26_000)
    #expect(pairs["E38000003 E06000001"] == 7000 && pairs["E38000003 E06000002"] == 11_000)
    let messages = warnings(notices, "areas-overlap")
    #expect(
      messages.count == 1
        && messages[0].contains("ccg overlap each other (E38000001, E38000002 and E38000003): 18,000 people"))
    let scores = try package.study().run(ScoreAnalysis.self, ComparisonRequest(x: "ccg", y: "utla")).result
      .scores
    #expect(scores.system.vMeasure == nil && scores.system.entropyReason != nil)
  }

  @Test func plansWhoseBoardsOverlapHaveNoSmallestSetForCertain() throws {
    var package = SmallPackage()
    package.files["utla.geojson"] = package.files["utla.geojson"]?
      .replacing("\"features\":[", with: "\"features\":[\(SmallPackage.square(2...5, code: "E06000003")),")
    package.replace(
      "P2,E06000002,Birch plan", with: "P2,E06000002,Birch plan\nP3,E06000003,Cedar", in: "bcf-plans.csv")
    let impact = try package.impact()
    #expect(!impact.impact.smallestSet.isExact)
    #expect(warnings(impact.notices, "plans-overlap").count == 1)
    for name in ["population", "flows"] { package.resources[name] = nil }
    package.resources["trust"] = package.resources["ccg"]?.replacing("ccg", with: "trust")
    package.files["trust.geojson"] = package.files["ccg.geojson"]?.replacing("E38000002", with: "RBB")
    #expect(try !package.impact().impact.smallestSet.isExact)
  }

  @Test func areasSmallerThanTheSmallAreasAreNamed() throws {
    var package = SmallPackage()
    package.files["ccg.geojson"] = package.files["ccg.geojson"]?
      .replacing(
        "\"features\":[", with: "\"features\":[\(SmallPackage.square(0.1...0.3, code: "E38000009")),")
    let notices = try package.overlap().notices.filter { $0.code == "areas-smaller-than-bricks" }
    #expect(notices.count == 1 && notices[0].reason == .bricksTooLarge)
    #expect(notices[0].message.contains("1 area of ccg, so it counts as having no people: E38000009 ("))
    #expect(
      try package.overlap(membership: .apportion).notices.allSatisfy {
        $0.code != "areas-smaller-than-bricks"
      })
  }

  @Test func smallAreasOfTwoSizesAreNamed() throws {
    var package = SmallPackage()
    package.files["msoa.geojson"] = package.files["msoa.geojson"]?.replacing(
      "\"features\":[",
      with:
        "\"features\":[\(SmallPackage.square(2.0...2.5, code: "E01000001")),\(SmallPackage.square(2.5...3.0, code: "E01000002")),"
    )
    package.files["population.csv"]?.append("E01000001,1000\nE01000002,2000\n")
    for method in [MembershipMethod.largest, .apportion] {
      let messages = warnings(try package.overlap(membership: method).notices, "bricks-overlap")
      #expect(messages.count == 1)
      #expect(
        messages[0].contains("about 3,000 people count twice: E01000001 and E01000002 lie in E02000003"))
    }
  }

  /// A border that two layers draw 5 m apart is a sliver, whichever way people are counted.
  @Test func sliversHaveNobodyInImpactAndProfile() throws {
    var package = SmallPackage()
    package.resources["trust"] = package.resources["ccg"]?.replacing("ccg", with: "trust")
    package.files["trust.geojson"] = package.files["ccg.geojson"]?
      .replacing("E38000001", with: "RAA").replacing("E38000002", with: "RBB").replacing(
        "E38000003", with: "RCC")
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0.0...1.9993, code: "E06000001")),\#(SmallPackage.square(1.9993...8.0, code: "E06000002"))]}"#
    let impact = try package.impact("RBB", membership: .apportion).impact
    #expect((impact.plans + impact.plansWithoutMatch).map(\.plan.id) == ["P2"])
    #expect(abs(impact.trust.population - 18_000) < 50)
    var request = ProfileAnalysis.Request(organisation: "RBB")
    request.membership = .apportion
    let results = try package.study().run(ProfileAnalysis.self, request).report.results
    let authorities = try #require(results["tiers"]?.elements?.first { $0["tier"]?.text == "utla" })
    #expect(authorities["partners"]?.elements?.map { $0["code"]?.text } == ["E06000002"])
  }

  // MARK: Lookups

  private func lookup(_ change: (inout [String]) -> Void = { _ in }) -> String {
    var rows = (1...8).map {
      "E0200000\($0),E0600000\($0 < 5 ? 1 : 2),E3800000\($0 < 3 ? 1 : $0 < 7 ? 2 : 3)"
    }
    change(&rows)
    return (["msoa_code,utla_code,ccg_code"] + rows).joined(separator: "\n") + "\n"
  }

  @Test func aBrickWithoutARowIsNamedWithItsPeople() throws {
    var package = SmallPackage()
    package.table("lookup", role: "lookup", lookup { $0.remove(at: 3) })
    let (people, _, notices) = try package.overlap(membership: .lookup)
    #expect(people == everybody - 4000)
    let gaps = notices.filter { $0.code == "lookup-gap" && $0.severity == .warning }
    #expect(gaps.count == 2 && gaps.allSatisfy { $0.message.contains("1 small area with 4,000 people") })
    #expect(gaps.allSatisfy { $0.message.contains("E02000004") })
    // Shares are of all people.
    let impact = try package.impact(membership: .lookup)
    #expect(impact.impact.trust.population == 30_000)
    #expect(abs(impact.impact.shareOutsidePlans - 4.0 / 30) < 1e-12)
    #expect(impact.notices.contains { $0.code == "lookup-gap" })
  }

  @Test func aBrickWithTwoAreasIsNamed() throws {
    var package = SmallPackage()
    package.table("lookup", role: "lookup", lookup { $0.append("E02000004,E06000002,E38000002") })
    let notices = try package.overlap(membership: .lookup).notices
    let ambiguous = notices.filter { $0.code == "ambiguous-lookup" }
    #expect(ambiguous.count == 1 && ambiguous[0].message.contains("E02000004"))
    #expect(ambiguous[0].message.contains("4,000 people"))
  }

  @Test func aRowOfAnOldAreaIsNamed() throws {
    var package = SmallPackage()
    package.table("lookup", role: "lookup", lookup { $0[7] = "E02000008,E07000150,E38000003" })
    let notices = try package.overlap(membership: .lookup).notices
    #expect(notices.contains { $0.code == "lookup-unknown" && $0.message.contains("8,000 people") })
  }

  /// Districts of the same codes as some authorities come first, in a table and in a column of their own.
  @Test func theColumnWithTheMostPeopleIsTaken() throws {
    var package = SmallPackage()
    let rows = (1...8).map { area in
      let (district, authority) = (area == 1 || area > 4 ? area / 5 + 1 : area + 90, area < 5 ? 1 : 2)
      return
        "E0200000\(area),E060000\(district < 10 ? "0" : "")\(district),E0600000\(authority),E3800000\(area < 3 ? 1 : area < 7 ? 2 : 3)"
    }
    let texts = rows.map { $0.split(separator: ",") }
    package.table("lookup1", role: "lookup", "msoa,ltla\n" + texts.map { "\($0[0]),\($0[1])\n" }.joined())
    package.table(
      "lookup2", role: "lookup", "msoa,utla,ccg\n" + texts.map { "\($0[0]),\($0[2]),\($0[3])\n" }.joined())
    #expect(try package.overlap(membership: .lookup).people == everybody)
    package.resources["lookup1"] = nil
    package.table("lookup2", role: "lookup", "msoa,ltla,utla,ccg\n" + rows.joined(separator: "\n"))
    let (people, _, notices) = try package.overlap(membership: .lookup)
    #expect(people == everybody && notices.isEmpty)
  }

  @Test func partsOfALookupAreJoined() throws {
    var package = SmallPackage()
    let rows = lookup().split(separator: "\n")
    package.table("lookup1", role: "lookup", rows[...3].joined(separator: "\n"))
    package.table("lookup2", role: "lookup", ([rows[0]] + rows[4...]).joined(separator: "\n"))
    let (people, _, notices) = try package.overlap(membership: .lookup)
    #expect(people == everybody && notices.isEmpty)
  }

  @Test func aLookupOfTheWholeCountryIsALookup() throws {
    var package = SmallPackage()
    package.table(
      "lookup", role: "lookup", lookup { $0 += (100...140).map { "E02000\($0),E06000\($0),E38000\($0)" } })
    let (people, _, notices) = try package.overlap(membership: .lookup)
    #expect(people == everybody && notices.isEmpty)
  }

  @Test func columnsThatFitEquallyAndDifferAreNamed() throws {
    var package = SmallPackage()
    let rows = lookup().split(separator: "\n").dropFirst()
    // The fourth small area has moved; both authorities hold a part of it.
    let both = rows.map { "\($0),\($0.contains("E02000004") ? "E06000002" : $0.dropFirst(10).prefix(9))" }
    package.table("lookup", role: "lookup", "msoa,utla20,ccg,utla21\n" + both.joined(separator: "\n"))
    let (_, pairs, notices) = try package.overlap(membership: .lookup)
    let messages = warnings(notices, "lookup-columns-differ")
    #expect(messages.count == 1 && messages[0].contains("columns msoa and utla20 are used"))
    #expect(
      messages[0].contains(
        "utla21 fit utla as well and put 1 small area with 4,000 people elsewhere (E02000004)"))
    #expect(pairs["E38000002 E06000001"] == 7000)
  }

  /// However the year of the layer is written.
  @Test(arguments: ["April 2021", "2021-04", "01/04/2021"])
  func theColumnOfTheLayersYearIsTaken(vintage: String) throws {
    var package = SmallPackage()
    package.date("utla", vintage)
    // Half of the fourth small area is in either authority, so that the ground does not say which column is right.
    let halves = [("E06000001", 0.0...3.5), ("E06000002", 3.5...8)].map {
      SmallPackage.square($0.1, code: $0.0)
    }
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(halves.joined(separator: ","))]}"#
    let rows = lookup().split(separator: "\n").dropFirst()
    let both = rows.map { "\($0),\($0.contains("E02000004") ? "E06000002" : $0.dropFirst(10).prefix(9))" }
    package.table("lookup", role: "lookup", "msoa,utla20,ccg,utla21\n" + both.joined(separator: "\n"))
    let messages = warnings(try package.overlap(membership: .lookup).notices, "lookup-columns-differ")
    #expect(messages.count == 1 && messages[0].contains("columns msoa and utla21 are used"))
  }

  /// As wide as a national table gets, and wider: all columns fit, and no two are the same.
  @Test func aLookupOfThousandsOfColumnsIsNoTrouble() throws {
    var package = SmallPackage()
    let rows = lookup().split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    // Below the rows of the eight, each column repeats some of them, which are the bits of its number.
    func cells(_ column: Int) -> [Substring] {
      rows.map { $0[column] } + (0..<10).map { rows[$0 % 8][column] }
    }
    let kinds = [cells(0), cells(1), cells(2)]
    let columns = (0..<1000).map { (kind: 0, bits: $0) } + (0..<1000).map { (kind: 1 + $0 % 2, bits: $0) }
    var text = columns.indices.map { "c\($0)" }.joined(separator: ",") + "\n"
    for row in 0..<18 {
      text +=
        columns.map { row < 8 || $0.bits >> (row - 8) & 1 == 1 ? kinds[$0.kind][row] : "" }
        .joined(separator: ",") + "\n"
    }
    package.table("lookup", role: "lookup", text)
    let (people, pairs, notices) = try package.overlap(membership: .lookup)
    #expect(people == everybody && notices.isEmpty, "\(notices)")
    #expect(pairs["E38000002 E06000001"] == 7000)
  }

  /// A table of neighbours has two columns of small areas: the one whose areas are where the boundaries say is meant.
  @Test func theColumnOfSmallAreasIsTheOneInPlace() throws {
    var package = SmallPackage()
    let rows = lookup().split(separator: "\n").dropFirst()
    let text = rows.enumerated().map { "E0200000\(8 - $0.offset),\($0.element)\n" }.joined()
    package.table("lookup", role: "lookup", "neighbour,msoa,utla,ccg\n" + text)
    let (_, pairs, notices) = try package.overlap(membership: .lookup)
    #expect(pairs["E38000002 E06000001"] == 7000)
    let messages = warnings(notices, "lookup-columns-differ")
    #expect(messages.contains { $0.contains("columns msoa and utla are used; neighbour and utla fit") })
  }

  @Test func aLookupOfOtherBoundariesIsNamed() throws {
    var package = SmallPackage()
    package.table("lookup", role: "lookup", lookup { $0[7] = "E02000008,E06000001,E38000003" })
    let messages = warnings(try package.overlap(membership: .lookup).notices, "lookup-elsewhere")
    #expect(
      messages.count == 1 && messages[0].contains("1 small area with 8,000 people put into an area of utla"))
    #expect(messages[0].contains("E02000008"))
  }

  @Test func everyLookupTableIsTried() throws {
    var package = SmallPackage()
    let rows = lookup().split(separator: "\n").map { $0.split(separator: ",") }
    package.table("lookup1", role: "lookup", rows.map { "\($0[0]),\($0[1])\n" }.joined())
    package.table("lookup2", role: "lookup", rows.map { "\($0[0]),\($0[2])\n" }.joined())
    let (people, _, notices) = try package.overlap(membership: .lookup)
    #expect(people == everybody && notices.isEmpty)
    // A layer of context that no lookup has is never the end.
    package.resources["stp"] = #"{"name":"stp","path":"stp.geojson","footprint":{"role":"stp"}}"#
    package.files["stp.geojson"] = package.files["utla.geojson"]?.replacing("E06", with: "E54")
    let impact = try package.impact(membership: .lookup)
    #expect(impact.impact.plans.count == 2 && impact.impact.plans[0].partnerships.isEmpty)
    #expect(impact.notices.contains { $0.code == "left-out" && $0.message.contains("partnership") })
    // Nor is one that cannot be read.
    package.files["stp.geojson"] = "{}"
    #expect(try package.impact().notices.contains { $0.code == "left-out" })
  }
}
