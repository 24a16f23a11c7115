import Footprints
import Testing

@Suite struct CoterminosityScoresTests {
  private func scores(
    _ matrix: MassMatrix, xRole: String? = nil, yRole: String? = nil, overlapping: Bool = false
  ) throws -> CoterminosityScores {
    try CoterminosityScores(
      matrix, x: RandomMatrix.units(matrix.xTotals.count, "x"),
      y: RandomMatrix.units(matrix.yTotals.count, "y"), xRole: xRole, yRole: yRole,
      overlappingUnits: overlapping)
  }

  @Test func presetsFollowTheRoles() throws {
    let matrix = WorkedExampleTests.matrix
    func names(_ x: String?, _ y: String?, side: UnitScores.Side) throws -> Set<String> {
      let scores = try scores(matrix, xRole: x, yRole: y)
      return Set(try #require(scores.units.first { $0.side == side }).verdicts.map(\.preset))
    }
    #expect(try names("ccg", "utla", side: .x) == ["coterminous", "hsj-75", "one-utla"])
    #expect(try names("ccg", "utla", side: .y) == ["coterminous", "hsj-75"])
    #expect(try names("utla", "CCG", side: .y) == ["coterminous", "hsj-75", "one-utla"])
    #expect(try names("stp", "utla", side: .y) == ["coterminous", "hsj-75", "one-ics"])
    #expect(try names("utla", "stp", side: .x) == ["coterminous", "hsj-75", "one-ics"])
    #expect(try names("ccg", "ltla", side: .x) == ["coterminous", "hsj-75"])
    #expect(try names(nil, nil, side: .x) == ["coterminous", "hsj-75"])
  }

  @Test func overlappingUnitsHaveNoEntropyMeasures() throws {
    let scores = try scores(WorkedExampleTests.matrix, overlapping: true)
    #expect(scores.system.vMeasure == nil)
    #expect(scores.system.entropyReason?.contains("overlap each other") == true)
    #expect(scores.units.allSatisfy { $0.inhomogeneity == nil })
    #expect(scores.system.degreeOfFit.x == 0.65)
  }

  @Test func layersThatShareNothing() throws {
    let scores = try scores(MassMatrix(unit: .people, xTotals: [5, 0], yTotals: [7], cells: []))
    #expect(scores.system.entropyReason == "the layers share no mass")
    #expect(scores.system.uncoveredShare == .init(x: 1, y: 1))
    #expect(scores.system.degreeOfFit == .init(x: 0, y: 0))
    #expect(scores.units[0].bestPartner == nil && scores.units[0].partners == 0)
    #expect(scores.units[0].uncoveredShare == 1 && scores.units[1].uncoveredShare == 0)
    #expect(scores.units.allSatisfy { $0.effectivePartnersShannon == 0 && $0.effectivePartnersSimpson == 0 })
  }

  @Test func uncoveredMassStaysInTheDenominators() throws {
    // One unit, half of it in its only partner, which it fills.
    let scores = try scores(
      MassMatrix(unit: .people, xTotals: [100], yTotals: [50], cells: [.init(x: 0, y: 0, mass: 50)]))
    #expect(scores.units[0].bestShare == 0.5 && scores.units[0].uncoveredShare == 0.5)
    #expect(scores.units[0].bestJaccard == 0.5)
    #expect(scores.units[0].effectivePartnersSimpson == 4)
    #expect(scores.system.weightedBestJaccard == .init(x: 0.5, y: 0.5))
    #expect(scores.system.vMeasure?.value == 1)
    #expect(scores.units[1].cornerIndex == 0.5)
  }

  @Test(arguments: [0, -1, 1.01, .nan, .infinity]) func toleranceMustBeAShare(tolerance: Double) {
    #expect(throws: FootprintsError.self) {
      try CoterminosityScores(
        MassMatrix(unit: .people, xTotals: [], yTotals: [], cells: []), x: [], y: [], tolerance: tolerance)
    }
  }

  @Test func equalSharesGoToTheFirstCode() throws {
    let matrix = MassMatrix(
      unit: .people, xTotals: [2], yTotals: [1, 1],
      cells: [.init(x: 0, y: 0, mass: 1), .init(x: 0, y: 1, mass: 1)])
    let scores = try CoterminosityScores(
      matrix, x: [.init(code: "A")], y: [.init(code: "Z"), .init(code: "B")])
    #expect(scores.units[0].bestPartner?.code == "B")
    #expect(scores.units.map(\.unit.code) == ["A", "B", "Z"])
  }
}
