import Testing

@testable import Footprints

/// The policy tests: to whom they apply, what their rules say, and whose numbers they have.
@Suite struct PolicyPresetTests {
  private func scores(
    _ matrix: MassMatrix, _ x: String, _ y: String, numbers: [String: Double] = [:]
  ) throws -> CoterminosityScores {
    try CoterminosityScores(
      matrix, x: RandomMatrix.units(matrix.xTotals.count, "x"),
      y: RandomMatrix.units(matrix.yTotals.count, "y"), xRole: x, yRole: y,
      presets: try PolicyPreset.all(tolerance: 0.95, numbers: numbers))
  }

  private func verdicts(_ scores: CoterminosityScores, _ preset: String) -> [Bool?] {
    scores.units.map { $0.meets(preset) }
  }

  /// In millions: board 0 of authorities 0 and 1, board 1 of authority 2 and 4% of 3, board 2 of most of authority 3.
  private static let boards = MassMatrix(
    unit: .people, xTotals: [1.5e6, 0.9e6, 1.2e6], yTotals: [1e6, 0.5e6, 0.86e6, 1.24e6],
    cells: [
      .init(x: 0, y: 0, mass: 1e6), .init(x: 0, y: 1, mass: 0.5e6), .init(x: 1, y: 2, mass: 0.86e6),
      .init(x: 1, y: 3, mass: 0.04e6), .init(x: 2, y: 3, mass: 1.2e6),
    ])

  @Test func aBoardOfWholeStrategicAuthorities() throws {
    let scores = try scores(Self.boards, "icb", "strategic-authority")
    let name = "icb-on-strategic-authorities"
    #expect(verdicts(scores, name) == [true, true, true, nil, nil, nil, nil])
    // At 96% the second board has 95.6% in whole ones only, and 3.2% of the last authority is outside the third.
    #expect(
      verdicts(try self.scores(Self.boards, "icb", "strategic-authority", numbers: [name: 0.96]), name)
        == [true, false, true, nil, nil, nil, nil])
    // An authority of which only half lies in the board is not whole.
    let halves = MassMatrix(
      unit: .people, xTotals: [10, 10], yTotals: [20],
      cells: [.init(x: 0, y: 0, mass: 10), .init(x: 1, y: 0, mass: 10)])
    #expect(verdicts(try self.scores(halves, "ICB", "strategic-authority"), name) == [false, false, nil])
  }

  @Test func atLeastAMillionPeople() throws {
    let scores = try scores(Self.boards, "icb", "utla")
    #expect(verdicts(scores, "icb-1m") == [true, false, true, nil, nil, nil, nil])
    #expect(scores.presets.first { $0.name == "icb-1m" }?.text.contains("1,000,000 people") == true)
    let other = try self.scores(Self.boards, "utla", "icb", numbers: ["icb-1m": 0.7e6])
    #expect(verdicts(other, "icb-1m") == [nil, nil, nil, true, false, true, true])
    #expect(other.presets.first { $0.name == "icb-1m" }?.numbers.map(\.isGiven) == [true])
  }

  @Test func upperTierAuthoritiesInOneBoard() throws {
    let scores = try scores(Self.boards, "icb", "utla")
    #expect(verdicts(scores, "one-icb") == [nil, nil, nil, true, true, true, true])
    let strict = try self.scores(Self.boards, "icb", "utla", numbers: ["one-icb.share": 0.99])
    #expect(verdicts(strict, "one-icb") == [nil, nil, nil, true, true, true, false])
  }

  @Test func newAuthoritiesOfAboutHalfAMillion() throws {
    let proposed = MassMatrix(
      unit: .people, xTotals: [349_999, 350_000, 650_000, 650_001], yTotals: [2_000_000],
      cells: (0..<4).map { .init(x: $0, y: 0, mass: [349_999, 350_000, 650_000, 650_001][$0]) })
    let name = "lgr-500k"
    #expect(verdicts(try scores(proposed, "proposed", "icb"), name) == [false, true, true, false, nil])
    let narrow = try scores(
      proposed, "proposed", "icb", numbers: ["lgr-500k": 600_000, "lgr-500k.margin": 0.1])
    #expect(verdicts(narrow, name) == [false, false, true, true, nil])
    #expect(narrow.presets.first { $0.name == name }?.text.contains("540,000 to 660,000") == true)
  }

  /// Tests of people do not judge areas, and tests of other tiers judge nothing; both are named.
  @Test func whatDoesNotApplySaysWhy() throws {
    let areas = MassMatrix(
      unit: .squareMetres, xTotals: [2e6], yTotals: [2e6], cells: [.init(x: 0, y: 0, mass: 2e6)])
    let scores = try scores(areas, "icb", "utla")
    #expect(scores.presets.map(\.name) == ["coterminous", "hsj-75", "one-ics", "one-icb"])
    #expect(scores.presetsNotApplied.first { $0.preset.name == "icb-1m" }?.obstacle == .noPeople)
    #expect(scores.presetsNotApplied.first { $0.preset.name == "one-utla" }?.obstacle == .otherTiers)
    #expect((scores.presets + scores.presetsNotApplied.map(\.preset)).count == PolicyPreset.names.count)
    let preset = try #require(scores.presetsNotApplied.first { $0.preset.name == "one-utla" }?.preset)
    #expect(preset.subject == "clinical commissioning groups against upper-tier local authorities")
  }

  @Test func everyPresetHasRuleNumbersAndSource() throws {
    for preset in try PolicyPreset.all(tolerance: 0.95) {
      #expect(!preset.source.isEmpty && !preset.text.isEmpty && !preset.numbers.isEmpty, "\(preset.name)")
      #expect(preset.numbers.allSatisfy { !$0.isGiven }, "\(preset.name)")
    }
    #expect(
      PolicyPreset.names == [
        "coterminous", "hsj-75", "one-utla", "one-ics", "one-icb", "icb-on-strategic-authorities", "icb-1m",
        "lgr-500k",
      ])
  }

  @Test func givenNumbersDecide() throws {
    let matrix = WorkedExampleTests.matrix
    let usual = try scores(matrix, "ccg", "utla", numbers: ["hsj-75": 0.5])
    #expect(verdicts(usual, "hsj-75") == [true, true, true, false, true])
    #expect(usual.presets.first { $0.name == "hsj-75" }?.text == "both shares at least 50%")
  }

  @Test(arguments: [
    (["hsj-75": 0.0], Reason.outOfRange("preset"), "preset hsj-75 is 0.0"),
    (["hsj-75": 1.5], .outOfRange("preset"), "a share above 0 and up to 1"),
    (["icb-1m": -1], .outOfRange("preset"), "a number of people above 0"),
    (["icb-1m": .infinity], .outOfRange("preset"), "a number of people above 0"),
    (["lgr-500k.margin": .nan], .outOfRange("preset"), "preset lgr-500k.margin is nan"),
    (["hsj75": 0.5], .unknownName, "there is no policy test 'hsj75'"),
    (["lgr-500k.margins": 0.5], .unknownName, "there is no number 'lgr-500k.margins'"),
  ])
  func numbersThatMakeNoSense(numbers: [String: Double], reason: Reason, words: String) {
    let error = #expect(throws: FootprintsError.self) {
      try PolicyPreset.all(tolerance: 0.95, numbers: numbers)
    }
    #expect(error?.kind == .usage && error?.reason == reason)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }
}
