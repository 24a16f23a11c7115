import Footprints
import Testing

/// CCG A, B by local authority P, Q, R; population in thousands; every value computed by hand.
@Suite struct WorkedExampleTests {
  static let matrix = MassMatrix(
    unit: .people, xTotals: [100, 100], yTotals: [90, 60, 50],
    cells: [
      .init(x: 0, y: 0, mass: 80), .init(x: 0, y: 1, mass: 20), .init(x: 1, y: 0, mass: 10),
      .init(x: 1, y: 1, mass: 40), .init(x: 1, y: 2, mass: 50),
    ])
  let matrix = Self.matrix
  let transposed = Self.matrix.transposed

  /// Equal to the five decimals that the example gives.
  private func expect(
    _ values: [Double], _ golden: [Double], decimals: Double = 5e-6,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(values.count == golden.count, sourceLocation: sourceLocation)
    for (value, golden) in zip(values, golden) {
      #expect(abs(value - golden) <= decimals, "\(value), not \(golden)", sourceLocation: sourceLocation)
    }
  }

  @Test func jaccard() {
    expect(matrix.cells.map(matrix.jaccard), [0.72727, 0.14286, 0.05556, 0.33333, 0.5])
  }

  @Test func dice() {
    expect(matrix.cells.map(matrix.dice), [0.84211, 0.25, 0.10526, 0.5, 0.66667])
  }

  @Test func overlapCoefficient() {
    expect(matrix.cells.map(matrix.overlapCoefficient), [0.88889, 1.0 / 3, 1.0 / 9, 0.66667, 1])
  }

  @Test func mutualContainment() {
    expect(matrix.cells.map(matrix.mutualContainment), [0.8, 0.2, 0.1, 0.4, 0.5])
  }

  @Test func mapcurves() {
    expect([0, 1].map(matrix.xMapcurves), [0.77778, 0.77778])
    expect([0, 1, 2].map(transposed.xMapcurves), [0.72222, 0.33333, 0.5])
    expect([matrix.xMapcurvesScore, transposed.xMapcurvesScore], [0.77778, 0.51852])
  }

  @Test func vMeasure() throws {
    let measure = try #require(VMeasure(matrix))
    expect(
      [measure.homogeneity, measure.completeness, measure.value], [0.4980450, 0.3235128, 0.3922400],
      decimals: 5e-8)
    let weighted = try #require(VMeasure(matrix, beta: 2))
    expect([weighted.value], [3 * 0.4980450 * 0.3235128 / (2 * 0.4980450 + 0.3235128)], decimals: 1e-7)
  }

  @Test func inhomogeneity() {
    expect(matrix.xInhomogeneity, [0.46894, 0.88404])
    expect(transposed.xInhomogeneity, [0.50326, 0.91830, 0])
  }

  @Test func effectivePartners() {
    expect([0, 1].map(matrix.xEffectivePartnersShannon), [1.64938, 2.56857])
    expect([0, 1, 2].map(transposed.xEffectivePartnersShannon), [1.41741, 1.88988, 1])
    expect([0, 1].map(matrix.xEffectivePartnersSimpson), [1.47059, 2.38095])
    expect([0, 1, 2].map(transposed.xEffectivePartnersSimpson), [1.24615, 1.8, 1])
  }

  @Test func degrees() {
    expect([matrix.xDegreeOfHierarchy(wholeShare: 0.95)], [0])
    expect([transposed.xDegreeOfHierarchy(wholeShare: 0.95)], [1.0 / 3])
    expect([transposed.xDegreeOfHierarchy(wholeShare: 0.88)], [2.0 / 3])
    expect([matrix.xDegreeOfFit, transposed.xDegreeOfFit], [0.65, 0.85])
  }

  @Test func weightedBestJaccard() {
    expect([matrix.xWeightedBestJaccard, transposed.xWeightedBestJaccard], [0.61364, 0.55227])
  }

  @Test func cornerIndex() {
    expect([0, 1, 2].map(matrix.yCornerIndex), [0.27778, 0.66667, 0.5])
  }

  @Test func scores() throws {
    let scores = try CoterminosityScores(
      matrix, x: [.init(code: "A", name: "Aldermere"), .init(code: "B")],
      y: [.init(code: "P"), .init(code: "Q"), .init(code: "R")], xRole: "ccg", yRole: "utla", tolerance: 0.8)
    #expect(scores.units.map(\.unit.code) == ["A", "B", "P", "Q", "R"])
    #expect(scores.units.map(\.side) == [.x, .x, .y, .y, .y])
    #expect(scores.units.map { $0.bestPartner?.code } == ["P", "R", "A", "B", "B"])
    expect(scores.units.map(\.bestShare), [0.8, 0.5, 0.88889, 0.66667, 1])
    expect(scores.units.map(\.bestJaccard), [0.72727, 0.5, 0.72727, 0.33333, 0.5])
    #expect(scores.units.map(\.partners) == [2, 3, 2, 2, 1])
    expect(scores.units[2...].map(\.cornerIndex), [0.27778, 0.66667, 0.5])
    // A: both of its partners reach beyond it, 0.8 * (1 - 80/90) + 0.2 * (1 - 20/60).
    expect([scores.units[0].cornerIndex], [0.8 / 9 + 0.4 / 3])
    #expect(scores.units.allSatisfy { $0.uncoveredShare == 0 })
    #expect(scores.system.coterminous == .init(count: 1, of: 2, tolerance: 0.8))
    #expect(scores.system.entropyReason == nil)
    #expect(scores.presets.map(\.name) == ["coterminous", "hsj-75", "one-utla"])
    #expect(scores.units[0].verdicts.map(\.preset) == ["coterminous", "hsj-75", "one-utla"])
    #expect(scores.units[0].verdicts.map(\.isMet) == [true, true, true])
    #expect(scores.units[1].verdicts.map(\.preset) == ["coterminous", "hsj-75", "one-utla"])
    #expect(scores.units[1].verdicts.map(\.isMet) == [false, false, false])
    #expect(scores.units[4].verdicts.map(\.preset) == ["coterminous", "hsj-75"])
    #expect(scores.units[4].verdicts.map(\.isMet) == [false, false])
  }
}
