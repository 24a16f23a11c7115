import Footprints
import Testing

/// What has to hold of the further measures for every matrix, on random ones.
@Suite struct FurtherMeasurePropertyTests {
  private static func system(_ matrix: MassMatrix) throws -> SystemScores {
    try CoterminosityScores(
      matrix, x: RandomMatrix.units(matrix.xTotals.count, "x"),
      y: RandomMatrix.units(matrix.yTotals.count, "y")
    ).system
  }

  /// All numbers of all measures, in order.
  private static func values(_ system: SystemScores) -> [Double?] {
    SystemMeasure.all.flatMap { system.values(of: $0) }
  }

  @Test(arguments: MeasurePropertyTests.seeds) func everythingStaysInItsBounds(seed: UInt64) throws {
    let unit = -1e-12...(1 + 1e-12)
    for uncovered in [false, true] {
      let matrix = RandomMatrix.make(seed: seed, uncovered: uncovered)
      let system = try Self.system(matrix)
      guard system.entropyReason == nil else { continue }
      for pair in [system.splitPairs, system.lambda, system.tau] {
        let pair = try #require(pair)
        #expect(unit.contains(pair.x) && unit.contains(pair.y), "seed \(seed) \(pair)")
      }
      let roots = try #require(system.squareRootEntropy)
      #expect(roots.x >= 1 - 1e-12 && roots.y >= 1 - 1e-12, "seed \(seed) \(roots)")
      let splits = try #require(system.effectiveSplits)
      #expect(splits.x >= -1e-12 && splits.y >= -1e-12, "seed \(seed) \(splits)")
      #expect(unit.contains(try #require(system.rand)), "seed \(seed)")
      #expect(unit.contains(try #require(system.normalisedVariationOfInformation)), "seed \(seed)")
      #expect(try #require(system.adjustedRand) <= 1, "seed \(seed)")
    }
  }

  /// V at B = 1 is normalised mutual information; the variation of information is what mutual information leaves.
  @Test(arguments: MeasurePropertyTests.seeds) func measuresThatSayTheSameAgree(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    let system = try Self.system(matrix)
    guard let v = system.vMeasure, let given = system.conditionalEntropy else { return }
    let variation = try #require(system.variationOfInformation)
    #expect(agree(variation, given.x + given.y), "seed \(seed)")
    // H(Y) = H(Y given X) / (1 - c), and so for X.
    if v.homogeneity < 1 - 1e-6, v.completeness < 1 - 1e-6 {
      let (hX, hY) = (given.y / (1 - v.homogeneity), given.x / (1 - v.completeness))
      let mutual = v.homogeneity * hX
      #expect(agree(v.value, 2 * mutual / (hX + hY), within: 1e-8), "seed \(seed)")
      #expect(agree(variation, hX + hY - 2 * mutual, within: 1e-8), "seed \(seed)")
    }
    let effective = matrix.xTotals.indices.map(matrix.xEffectivePartnersSimpson).filter { $0 > 0 }
    #expect(agree(system.effectiveSplits?.x ?? -1, effective.reduce(0) { $0 + $1 - 1 }), "seed \(seed)")
  }

  /// The Rand index again, pair of parts by pair of parts.
  @Test(arguments: MeasurePropertyTests.seeds) func randCountsAgreements(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    guard let rand = try Self.system(matrix).rand else { return }
    var agreements = 0.0
    for one in matrix.cells {
      for other in matrix.cells where (one.x == other.x) == (one.y == other.y) {
        agreements += one.mass / matrix.total * (other.mass / matrix.total)
      }
    }
    #expect(agree(rand, agreements, within: 1e-9), "seed \(seed)")
  }

  @Test(arguments: MeasurePropertyTests.seeds) func exchangingTheLayersExchangesTheMeasures(
    seed: UInt64
  ) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    let (there, back) = (try Self.system(matrix), try Self.system(matrix.transposed))
    guard there.entropyReason == nil else { return }
    for (one, other) in [
      (there.conditionalEntropy, back.conditionalEntropy), (there.effectiveSplits, back.effectiveSplits),
      (there.squareRootEntropy, back.squareRootEntropy), (there.splitPairs, back.splitPairs),
      (there.lambda, back.lambda), (there.tau, back.tau),
    ] {
      let (one, other) = (try #require(one), try #require(other))
      #expect(
        agree(one.x, other.y, within: 1e-9) && agree(one.y, other.x, within: 1e-9), "seed \(seed) \(one)")
    }
    for (one, other) in [
      (there.variationOfInformation, back.variationOfInformation), (there.rand, back.rand),
      (there.adjustedRand, back.adjustedRand),
    ] { #expect(agree(try #require(one), try #require(other), within: 1e-9), "seed \(seed)") }
    #expect(there.pairs.x == back.pairs.y && there.pairs.count == back.pairs.count, "seed \(seed)")
  }

  @Test(arguments: MeasurePropertyTests.seeds) func scaleAndOrderChangeNothing(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    let scaled = MassMatrix(
      unit: .people, xTotals: matrix.xTotals.map { $0 * 3.7 }, yTotals: matrix.yTotals.map { $0 * 3.7 },
      cells: matrix.cells.map { .init(x: $0.x, y: $0.y, mass: $0.mass * 3.7) })
    var generator = SeededGenerator(seed: ~seed)
    let shuffled = matrix.reordered(
      x: matrix.xTotals.indices.shuffled(using: &generator),
      y: matrix.yTotals.indices.shuffled(using: &generator))
    // The degree of hierarchy compares with a threshold, which rounding can miss.
    let measures = SystemMeasure.all.filter { $0.name != "degree_of_hierarchy" }
    let system = try Self.system(matrix)
    for other in [try Self.system(scaled), try Self.system(shuffled)] {
      for measure in measures {
        for (one, other) in zip(system.values(of: measure), other.values(of: measure)) {
          #expect((one == nil) == (other == nil), "seed \(seed) \(measure.name)")
          if let one, let other {
            #expect(agree(one, other, within: 1e-9), "seed \(seed) \(measure.name): \(one), \(other)")
          }
        }
      }
    }
  }

  /// Units of X that become one: they tell less of Y, are easier to tell from Y, and split nothing that they did not.
  @Test(arguments: MeasurePropertyTests.seeds) func mergingUnitsMovesMeasuresOneWay(seed: UInt64) throws {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    guard matrix.xTotals.count > 1 else { return }
    var totals = matrix.xTotals
    totals[0] += totals.remove(at: 1)
    let merged = MassMatrix(
      unit: .people, xTotals: totals, yTotals: matrix.yTotals,
      cells: matrix.cells.map { .init(x: max(0, $0.x - 1), y: $0.y, mass: $0.mass) })
    let (before, after) = (try Self.system(matrix), try Self.system(merged))
    guard let before1 = before.conditionalEntropy, let after1 = after.conditionalEntropy else { return }
    #expect(after1.x >= before1.x - 1e-9 && after1.y <= before1.y + 1e-9, "seed \(seed)")
    for (old, new) in [
      (before.splitPairs, after.splitPairs), (before.squareRootEntropy, after.squareRootEntropy),
      (before.effectiveSplits, after.effectiveSplits),
    ] { #expect(try #require(new).y <= (try #require(old)).y + 1e-9, "seed \(seed)") }
    #expect(try #require(after.lambda).x <= (try #require(before.lambda)).x + 1e-9, "seed \(seed)")
    #expect(try #require(after.tau).x <= (try #require(before.tau)).x + 1e-9, "seed \(seed)")
    #expect(
      after.pairs.y.count <= before.pairs.y.count && after.pairs.count <= before.pairs.count, "seed \(seed)")
  }
}
