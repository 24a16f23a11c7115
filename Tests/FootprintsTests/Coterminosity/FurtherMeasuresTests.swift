import Footprints
import Testing

/// The measures that need nothing but the masses, on the worked example; every value computed by hand.
@Suite struct FurtherMeasuresTests {
  private static func system(overlapping: Bool = false) throws -> SystemScores {
    try CoterminosityScores(
      WorkedExampleTests.matrix, x: [.init(code: "A"), .init(code: "B")],
      y: [.init(code: "P"), .init(code: "Q"), .init(code: "R")], overlappingUnits: overlapping
    ).system
  }

  /// Equal to the six decimals that the example gives.
  private func expect(
    _ values: SystemScores.Directed?, _ x: Double, _ y: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let values = try #require(values, sourceLocation: sourceLocation)
    #expect(
      abs(values.x - x) <= 5e-7 && abs(values.y - y) <= 5e-7, "\(values)", sourceLocation: sourceLocation)
  }

  private func expect(
    _ value: Double?, _ golden: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let value = try #require(value, sourceLocation: sourceLocation)
    #expect(abs(value - golden) <= 5e-7, "\(value)", sourceLocation: sourceLocation)
  }

  @Test func information() throws {
    let system = try Self.system()
    try expect(system.conditionalEntropy, 0.721875, 0.347929)
    try expect(system.variationOfInformation, 1.069804)
    try expect(system.normalisedVariationOfInformation, 0.756033)
  }

  @Test func splitsOfUnits() throws {
    let system = try Self.system()
    try expect(system.effectiveSplits, 1.851541, 1.046154)
    try expect(system.squareRootEntropy, 1.498715, 1.242418)
    try expect(system.splitPairs, 0.45, 0.225352)
    #expect(system.pairs.x == .init(of: 2, count: 2, populated: 2))
    #expect(system.pairs.y == .init(of: 3, count: 2, populated: 2))
    #expect(system.pairs.count == 5 && system.pairs.populated == 5)
  }

  @Test func pairsOfPeople() throws {
    let system = try Self.system()
    try expect(system.rand, 0.695)
    try expect(system.adjustedRand, 0.39)
  }

  @Test func goodmanKruskal() throws {
    let system = try Self.system()
    // X given Y: 0.85 right against 0.5; in proportion (80² + 10²) / 90 + (20² + 40²) / 60 + 50 of 200 against 0.5.
    let known = 6500.0 / 90 + 2000.0 / 60 + 50
    try expect(system.lambda, 0.363636, 0.7)
    try expect(system.tau, 0.302326, (known / 200 - 0.5) / 0.5)
  }

  /// What is nonsense where areas overlap each other is missing; what only counts is there.
  @Test func whatNeedsPartitionsIsMissingWithoutThem() throws {
    let system = try Self.system(overlapping: true)
    for measure in SystemMeasure.all {
      #expect(
        system.values(of: measure).allSatisfy { ($0 == nil) == measure.needsPartition }, "\(measure.name)")
    }
    #expect(system.rand == nil && system.lambda == nil && system.splitPairs == nil)
    #expect(system.entropyReason?.contains("overlap each other") == true)
    #expect(
      SystemMeasure.all.filter { !$0.needsPartition }.map(\.name) == [
        "degree_of_fit", "degree_of_hierarchy", "weighted_best_jaccard", "mapcurves", "uncovered_share",
        "sliver_share", "splits", "intersections",
      ])
  }

  /// One unit each: there is nothing to learn, to guess or to disagree about.
  @Test func oneUnitOnEitherSideIsTheSameMap() throws {
    let matrix = MassMatrix(
      unit: .squareMetres, xTotals: [7], yTotals: [7], cells: [.init(x: 0, y: 0, mass: 7)])
    let system = try CoterminosityScores(matrix, x: [.init(code: "A")], y: [.init(code: "P")]).system
    #expect(system.variationOfInformation == 0 && system.normalisedVariationOfInformation == 0)
    #expect(system.rand == 1 && system.adjustedRand == 1)
    #expect(system.lambda == .init(x: 1, y: 1) && system.tau == .init(x: 1, y: 1))
    #expect(system.squareRootEntropy == .init(x: 1, y: 1) && system.effectiveSplits == .init(x: 0, y: 0))
    #expect(system.pairs.x == .init(of: 1, count: 0, populated: nil) && system.pairs.populated == nil)
  }

  @Test func layersThatShareNothingHaveNone() throws {
    let matrix = MassMatrix(unit: .people, xTotals: [5, 0], yTotals: [7], cells: [])
    let system = try CoterminosityScores(
      matrix, x: [.init(code: "A"), .init(code: "B")], y: [.init(code: "P")]
    ).system
    #expect(system.rand == nil && system.conditionalEntropy == nil)
    #expect(system.pairs.count == 0 && system.pairs.populated == 0)
  }

  /// Nobody lives on the ground that A and Q have in common, nor on that of B and P.
  @Test func groundWithoutPeopleIsCountedApart() throws {
    func cells(_ pairs: [(Int, Int, Double)]) -> [MassMatrix.Cell] {
      pairs.map { .init(x: $0.0, y: $0.1, mass: $0.2) }
    }
    let people = MassMatrix(
      unit: .people, xTotals: [10, 30], yTotals: [10, 20, 10],
      cells: cells([(0, 0, 10), (1, 1, 20), (1, 2, 10)]))
    let ground = MassMatrix(
      unit: .squareMetres, xTotals: [4, 4], yTotals: [4, 3, 1],
      cells: cells([(0, 0, 3), (0, 1, 1), (1, 0, 1), (1, 1, 2), (1, 2, 1)]))
    let system = try CoterminosityScores(
      people, x: [.init(code: "A"), .init(code: "B")],
      y: [.init(code: "P"), .init(code: "Q"), .init(code: "R")], ground: ground
    ).system
    #expect(system.pairs.x == .init(of: 2, count: 2, populated: 1))
    #expect(system.pairs.y == .init(of: 3, count: 2, populated: 0))
    #expect(system.pairs.count == 5 && system.pairs.populated == 3)
    #expect(
      system.values(of: try #require(SystemMeasure.all.first { $0.name == "splits" })) == [2, 2, 2, 3, 1, 0])
  }
}
