import Footprints
import Testing

@Suite struct ContributionSplitTests {
  @Test func workedExample() {
    // A 10.0m: 8.0 to P, 2.0 to Q. B 12.0m: 1.2 to P, 4.8 to Q, 6.0 to R.
    let split = ContributionSplit(
      minima: [Money(pence: 1_000_000_000), Money(pence: 1_200_000_000)], masses: WorkedExampleTests.matrix)
    #expect(split.boardTotals(count: 3).map(\.description) == ["9200000.00", "6800000.00", "6000000.00"])
    #expect(split.unassigned == [.zero, .zero])
  }

  @Test func leftOverPenceGoToTheLargestRemainders() {
    #expect(ContributionSplit.split(Money(pence: 100), by: [1, 1, 1]).map(\.pence) == [34, 33, 33])
    #expect(ContributionSplit.split(Money(pence: 10), by: [1, 2, 4]).map(\.pence) == [1, 3, 6])
    #expect(ContributionSplit.split(Money(pence: 1), by: [0, 0, 5]).map(\.pence) == [0, 0, 1])
    #expect(ContributionSplit.split(.zero, by: [3, 1]).map(\.pence) == [0, 0])
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func everyPennyIsConserved(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let amount = Money(pence: Int64.random(in: 0...(1 << 53), using: &generator))
    let weights = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      Double.random(in: 0...1, using: &generator) + 1e-9
    }
    let parts = ContributionSplit.split(amount, by: weights)
    #expect(parts.sum() == amount, "seed \(seed)")
    let sum = weights.reduce(0, +)
    for (part, weight) in zip(parts, weights) {
      let quota = Double(amount.pence) * (weight / sum)
      #expect(abs(Double(part.pence) - quota) <= 4 && part.pence >= 0, "seed \(seed)")
    }
  }

  @Test func publishedAllocationsOverride() {
    // B pays R 7.0m as published; the other 5.0m go to P and Q as 10 to 40.
    let split = ContributionSplit(
      minima: [Money(pence: 1_000_000_000), Money(pence: 1_200_000_000)], masses: WorkedExampleTests.matrix,
      published: [.init(x: 1, y: 2, amount: Money(pence: 700_000_000))])
    #expect(split.boardTotals(count: 3).map(\.pence) == [900_000_000, 600_000_000, 700_000_000])
    #expect(split.parts.filter(\.isPublished).map(\.y) == [2])
    #expect(split.unassigned == [.zero, .zero])
  }

  @Test func whatCannotBeAssignedIsReported() {
    let matrix = MassMatrix(
      unit: .people, xTotals: [5, 5], yTotals: [5], cells: [.init(x: 0, y: 0, mass: 5)])
    let split = ContributionSplit(
      minima: [Money(pence: 100), Money(pence: 7)], masses: matrix,
      published: [.init(x: 0, y: 0, amount: Money(pence: 130))])
    #expect(split.unassigned == [Money(pence: -30), Money(pence: 7)])
    #expect(split.boardTotals(count: 1) == [Money(pence: 130)])
  }
}
