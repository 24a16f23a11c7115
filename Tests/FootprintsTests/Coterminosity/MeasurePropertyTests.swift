import Footprints
import Testing

/// What has to hold for every matrix, on random ones.
@Suite struct MeasurePropertyTests {
  static let seeds: Range<UInt64> = 0..<300

  @Test(arguments: seeds) func everythingStaysInItsBounds(seed: UInt64) throws {
    for uncovered in [false, true] {
      let matrix = RandomMatrix.make(seed: seed, uncovered: uncovered)
      let unit = -1e-12...(1 + 1e-12)
      for cell in matrix.cells {
        let values = [
          matrix.jaccard(cell), matrix.dice(cell), matrix.overlapCoefficient(cell),
          matrix.mutualContainment(cell), matrix.mapcurves(cell),
        ]
        #expect(values.allSatisfy(unit.contains), "seed \(seed) \(values)")
        // J <= D <= overlap coefficient, and D = 2J / (1 + J).
        #expect(values[0] <= values[1] + 1e-12 && values[1] <= values[2] + 1e-12, "seed \(seed)")
        #expect(agree(values[1], 2 * values[0] / (1 + values[0])), "seed \(seed)")
      }
      let scores = try CoterminosityScores(
        matrix, x: RandomMatrix.units(matrix.xTotals.count, "x"),
        y: RandomMatrix.units(matrix.yTotals.count, "y"))
      for scores in scores.units {
        let shares = [
          scores.uncoveredShare, scores.bestShare, scores.bestJaccard, scores.mapcurves, scores.cornerIndex,
        ]
        #expect(shares.allSatisfy(unit.contains), "seed \(seed) \(scores)")
        if !uncovered && scores.partners > 0 {
          let range = (1 - 1e-12)...(Double(scores.partners) + 1e-9)
          #expect(range.contains(scores.effectivePartnersShannon), "seed \(seed) \(scores)")
          #expect(range.contains(scores.effectivePartnersSimpson), "seed \(seed) \(scores)")
          #expect(
            scores.effectivePartnersSimpson <= scores.effectivePartnersShannon + 1e-9,
            "seed \(seed) \(scores)")
        }
      }
      let system = scores.system
      for pair in [
        system.degreeOfFit, system.degreeOfHierarchy, system.weightedBestJaccard, system.mapcurves,
        system.uncoveredShare,
      ] {
        #expect(unit.contains(pair.x) && unit.contains(pair.y), "seed \(seed) \(system)")
      }
      if let v = system.vMeasure {
        #expect(
          unit.contains(v.homogeneity) && unit.contains(v.completeness) && unit.contains(v.value),
          "seed \(seed) \(v)")
      }
    }
  }

  @Test(arguments: seeds) func homogeneityIsOneMinusTheMeanInhomogeneity(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: false)
    guard let v = VMeasure(matrix) else { return }
    // I(X;Y) / H(Y) = 1 - sum_i p_i H(Y given i) / H(Y).
    let mean = zip(matrix.xShared, matrix.xInhomogeneity).reduce(0.0) { $0 + $1.0 * $1.1 } / matrix.total
    #expect(agree(v.completeness, 1 - mean, within: 1e-9), "seed \(seed)")
  }

  @Test(arguments: seeds) func exchangingTheLayersExchangesTheMeasures(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    let x = RandomMatrix.units(matrix.xTotals.count, "x")
    let y = RandomMatrix.units(matrix.yTotals.count, "y")
    let there = try CoterminosityScores(matrix, x: x, y: y)
    let back = try CoterminosityScores(matrix.transposed, x: y, y: x)
    #expect(there.system.degreeOfFit.x == back.system.degreeOfFit.y, "seed \(seed)")
    #expect(there.system.mapcurves.y == back.system.mapcurves.x, "seed \(seed)")
    if let v = there.system.vMeasure, let w = back.system.vMeasure {
      #expect(agree(v.value, w.value, within: 1e-9), "seed \(seed)")
      #expect(agree(v.homogeneity, w.completeness, within: 1e-9), "seed \(seed)")
    }
    let flipped = back.units.filter { $0.side == .y }
    for (one, other) in zip(there.units, flipped) {
      #expect(one.unit == other.unit && one.mapcurves == other.mapcurves, "seed \(seed)")
      #expect(one.bestPartner == other.bestPartner && one.cornerIndex == other.cornerIndex, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func scalingAllMassesChangesNothing(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    // A power of two scales without rounding, so that even comparisons with thresholds stay the same.
    let scaled = MassMatrix(
      unit: .people, xTotals: matrix.xTotals.map { $0 * 1024 }, yTotals: matrix.yTotals.map { $0 * 1024 },
      cells: matrix.cells.map { .init(x: $0.x, y: $0.y, mass: $0.mass * 1024) })
    let x = RandomMatrix.units(matrix.xTotals.count, "x")
    let y = RandomMatrix.units(matrix.yTotals.count, "y")
    let one = try CoterminosityScores(matrix, x: x, y: y)
    let other = try CoterminosityScores(scaled, x: x, y: y)
    #expect(one.system == other.system, "seed \(seed)")
    for (one, other) in zip(one.units, other.units) {
      #expect(other.mass == one.mass * 1024, "seed \(seed)")
      #expect(one.effectivePartnersShannon == other.effectivePartnersShannon, "seed \(seed)")
      #expect(one.inhomogeneity == other.inhomogeneity && one.verdicts == other.verdicts, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func theOrderOfUnitsChangesNoDigit(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    var generator = SeededGenerator(seed: ~seed)
    let xOrder = matrix.xTotals.indices.shuffled(using: &generator)
    let yOrder = matrix.yTotals.indices.shuffled(using: &generator)
    let x = RandomMatrix.units(matrix.xTotals.count, "x")
    let y = RandomMatrix.units(matrix.yTotals.count, "y")
    let one = try CoterminosityScores(matrix, x: x, y: y, xRole: "ccg", yRole: "utla")
    let other = try CoterminosityScores(
      matrix.reordered(x: xOrder, y: yOrder), x: xOrder.map { x[$0] }, y: yOrder.map { y[$0] }, xRole: "ccg",
      yRole: "utla")
    #expect(one == other, "seed \(seed)")
  }

  @Test(arguments: seeds) func mergingUnitsNeverLowersTheFitToThem(seed: UInt64) {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    guard matrix.xTotals.count > 1 else { return }
    // Unit 1 of X becomes part of unit 0.
    var totals = matrix.xTotals
    totals[0] += totals.remove(at: 1)
    let merged = MassMatrix(
      unit: .people, xTotals: totals, yTotals: matrix.yTotals,
      cells: matrix.cells.map { .init(x: max(0, $0.x - 1), y: $0.y, mass: $0.mass) })
    #expect(merged.transposed.xDegreeOfFit >= matrix.transposed.xDegreeOfFit - 1e-12, "seed \(seed)")
  }

  @Test func aLayerAgainstItselfIsPerfect() throws {
    let totals = [3.0, 5, 0.25]
    let matrix = MassMatrix(
      unit: .people, xTotals: totals, yTotals: totals,
      cells: totals.indices.map { .init(x: $0, y: $0, mass: totals[$0]) })
    let units = RandomMatrix.units(3, "u")
    let scores = try CoterminosityScores(matrix, x: units, y: units)
    #expect(agree(try #require(scores.system.vMeasure).value, 1))
    #expect(scores.system.degreeOfHierarchy == .init(x: 1, y: 1))
    #expect(scores.system.coterminous.count == 3)
    for unit in scores.units {
      #expect(
        unit.mapcurves == 1 && unit.cornerIndex == 0 && unit.bestJaccard == 1 && unit.inhomogeneity == 0)
    }
  }
}
