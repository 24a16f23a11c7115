import Footprints
import Testing

/// The worked example of the methods, laid out on squares of 1 km from west to east: small areas of a thousand people
/// each hundred metres, so that CCG A (100) shares 80 with P and 20 with Q, B (100) 10 with P, 40 with Q, 50 with R.
@Suite struct ProfileAnalysisTests {
  /// A layer of strips between easting offsets, in hundreds of metres.
  private static func strips(
    _ name: String, role: String, _ areas: [[(Double, Double)]], codes: [String]
  ) throws -> PreparedLayer {
    let geometry = TestLayer.rectangles(areas.map { $0.map { ($0 * 100, 0, $1 * 100, 1000) } })
    return try TestLayer.make(name, geometry, codes: codes, role: role)
  }

  private static func study() throws -> Study {
    var given = Study.Given()
    // From west to east: A with P, A with Q, B with P, B with Q, B with R.
    given.layers = [
      try strips("ccg", role: "ccg", [[(0, 100)], [(100, 200)]], codes: ["A", "B"]),
      try strips(
        "utla", role: "utla", [[(0, 80), (100, 110)], [(80, 100), (110, 150)], [(150, 200)]],
        codes: ["P", "Q", "R"]),
    ]
    let bricks = TestLayer.rectangles((0..<200).map { [(Double($0) * 100, 0, Double($0) * 100 + 100, 1000)] })
    given.bricks = try TestLayer.bricks(bricks, people: [Double](repeating: 1000, count: 200))
    return try Study(given: given)
  }

  private func results(
    _ organisation: String, _ change: (inout ProfileAnalysis.Request) -> Void = { _ in }
  ) throws -> JSONValue {
    var request = ProfileAnalysis.Request(organisation: organisation)
    change(&request)
    return try Self.study().run(ProfileAnalysis.self, request).report.results
  }

  private func number(_ value: JSONValue?, _ name: String) throws -> Double {
    guard let number = value?[name]?.double else { throw NoNumber(name: name) }
    return number
  }

  private struct NoNumber: Error { let name: String }

  @Test(arguments: [Weights.population, .area])
  func sharesAndIndicesAreThoseOfTheWorkedExample(weights: Weights) throws {
    let results = try results("Q") { $0.weights = weights }
    let tier = try #require(results["tiers"]?.elements?.first)
    #expect(results["tiers"]?.elements?.count == 1)
    #expect(tier["tier"]?.text == "ccg")
    #expect(agree(try number(tier, "corner_index"), 2.0 / 3, within: 1e-5))
    #expect(agree(try number(tier, "effective_partners"), 1.88988, within: 1e-5))
    let partners = try #require(tier["partners"]?.elements)
    #expect(partners.map { $0["code"]?.text } == ["B", "A"])
    for (partner, shares) in zip(partners, [(2.0 / 3, 0.4), (1.0 / 3, 0.2)]) {
      #expect(agree(try number(partner, "x_share"), shares.0))
      #expect(agree(try number(partner, "y_share"), shares.1))
      #expect(partner["dependence"] == partner["x_share"] && partner["leverage"] == partner["y_share"])
    }
    if weights == .population {
      #expect(agree(try number(partners[0], "population"), 40_000))
      #expect(agree(try number(results["organisation"], "population"), 60_000))
    } else {
      #expect(partners[0]["population"] == .null)
      #expect(agree(try number(partners[0], "area_m2"), 4e6))
    }
  }

  /// Q's people are around 11.2 km: A's others lie west of them, B's others, 10 at 10.5 km and 50 at 17.5 km, east.
  @Test(arguments: [Weights.population, .area])
  func bearingsLeadToThePartnersOtherPeople(weights: Weights) throws {
    let partners = try results("Q") { $0.weights = weights }["tiers"]?.elements?.first?["partners"]?.elements
    #expect(agree(try number(partners?[0], "bearing_deg"), 90, within: 1e-6))
    #expect(agree(try number(partners?[1], "bearing_deg"), 270, within: 1e-6))
    // R lies wholly in B, and nothing of R outside R's only partner is R's.
    let inB = try results("R") { $0.weights = weights }["tiers"]?.elements?.first?["partners"]?.elements
    let toB = try number(inB?.first, "bearing_deg")
    #expect(inB?.count == 1 && agree(toB, 270, within: 1e-6))
    // B holds all of R: no people of R live outside it.
    let ofB = try results("B") { $0.weights = weights }["tiers"]?.elements?.first?["partners"]?.elements
    #expect(ofB?.first?["code"]?.text == "R" && ofB?.first?["bearing_deg"] == .null)
  }

  @Test func sentencesSayWhoseCornerItIsIn() throws {
    func sentences(_ code: String) throws -> [String] {
      try #require(results(code)["sentences"]?.elements).compactMap(\.text)
    }
    #expect(
      try sentences("A") == [
        "A is in nobody’s corner: no partner has half of it of whom it is less than a quarter.",
        "Its residents are divided among 2 upper-tier local authorities, spread as if over 1.6 equal ones: 80.0% in P and 20.0% in Q.",
      ])
    #expect(try sentences("R")[1] == "It lies in one clinical commissioning group, B, of which it is 50.0%.")
  }

  /// A fifth of a large partner, and wholly in it.
  @Test func aSmallPartOfALargePartnerIsItsCorner() throws {
    var given = Study.Given()
    given.layers = [
      try Self.strips("utla", role: "utla", [[(0, 20)], [(20, 100)]], codes: ["S", "L"]),
      try Self.strips("stp", role: "stp", [[(0, 100)]], codes: ["T"]),
    ]
    let answer = try Study(given: given).run(ProfileAnalysis.self, .init(organisation: "S"))
    let text = try answer.report.text(as: "table")
    #expect(
      text.contains(
        "S is in the corner of T (all of its area, but only 20.0% of that footprint; the rest lies to the east)."
      ))
    #expect(try answer.report.text(as: "csv").split(separator: "\n").count == 2)
  }

  /// A unitary authority is in both layers of authorities.
  @Test func theUpperTierComesFirst() throws {
    var given = Study.Given()
    given.layers = [
      try Self.strips("ltla", role: "ltla", [[(0, 50)], [(50, 100)]], codes: ["U", "D"]),
      try Self.strips("utla", role: "utla", [[(0, 50)], [(50, 100)]], codes: ["U", "C"]),
    ]
    let study = try Study(given: given)
    let upper = try study.run(ProfileAnalysis.self, .init(organisation: "u"))
    #expect(upper.report.results["organisation"]?["tier"]?.text == "utla")
    #expect(upper.result.notes.map(\.reason) == [.severalTiers])
    var request = ProfileAnalysis.Request(organisation: "U")
    request.tier = "ltla"
    let lower = try study.run(ProfileAnalysis.self, request)
    #expect(lower.report.results["organisation"]?["tier"]?.text == "ltla" && lower.result.notes.isEmpty)
  }

  /// Whatever was worked out for the first question is there for the second, and nothing is kept twice.
  @Test func theSameProfileByAreaIsOverlaidOnce() throws {
    let heard = HeardProgress()
    var settings = try Study.Settings()
    settings.progress = { heard.hear($0) }
    let study = Study(given: try Self.study().given, settings: settings)
    var request = ProfileAnalysis.Request(organisation: "Q")
    request.weights = .area
    let first = try study.run(ProfileAnalysis.self, request).report
    #expect(heard.all("overlapping").count == 1)
    let second = try study.run(ProfileAnalysis.self, request).report
    #expect(heard.all("overlapping").count == 1)
    #expect(first.results == second.results)
  }

  @Test func wrongRequestsSayWhatThereIs() throws {
    let study = try Self.study()
    func error(_ change: (inout ProfileAnalysis.Request) -> Void) -> FootprintsError? {
      var request = ProfileAnalysis.Request(organisation: "A")
      change(&request)
      do throws(FootprintsError) {
        _ = try study.run(ProfileAnalysis.self, request)
        return nil
      } catch { return error }
    }
    #expect(error { $0.organisation = "nobody" }?.remedy?.contains("A, B, P, Q, R") == true)
    #expect(error { $0.tier = "stp" }?.remedy?.contains("ccg, utla") == true)
    #expect(error { $0.threshold = .nan }?.reason == .outOfRange("threshold"))
    #expect(
      error {
        $0.weights = .area; $0.catchment = .fptp
      }?.reason == .catchmentsCountPeople)
  }
}
