import Footprints
import Testing

@Suite struct MembershipTests {
  typealias Share = Membership.Share

  private func table(_ brickAreas: [Double], units: Int, _ pairs: [(Int, Int, Double)]) -> OverlapTable {
    OverlapTable(
      pairs: pairs.map { .init(x: $0.0, y: $0.1, area: $0.2, perimeter: 4) }, xAreas: brickAreas,
      yAreas: [Double](repeating: 1000, count: units))
  }

  @Test func theLargestShareTakesTheBrick() {
    let areas = table([100, 100, 100], units: 3, [(0, 0, 30), (0, 2, 70), (1, 1, 100), (2, 0, 40)])
    let membership = Membership(areas: areas, method: .largest)
    #expect(membership[0].elementsEqual([Share(unit: 2, share: 1)]))
    #expect(membership[1].elementsEqual([Share(unit: 1, share: 1)]))
    #expect(membership[2].elementsEqual([Share(unit: 0, share: 1)]))
    #expect(membership.brickCount == 3 && membership.unitCount == 3)
    #expect(membership.totals([5, 7, 11]) == [11, 7, 5])
  }

  @Test func apportioningKeepsEveryShare() {
    let areas = table([100, 100], units: 3, [(0, 0, 30), (0, 2, 70), (1, 1, 50)])
    let membership = Membership(areas: areas, method: .apportion)
    #expect(membership[0].elementsEqual([Share(unit: 0, share: 0.3), Share(unit: 2, share: 0.7)]))
    #expect(membership[1].elementsEqual([Share(unit: 1, share: 0.5)]))
    #expect(membership.totals([1000, 10]).elementsEqual([300, 5, 700]))
  }

  @Test func tiesGoToTheFirstUnit() {
    let areas = table([100], units: 4, [(0, 1, 40), (0, 2, 40), (0, 3, 20)])
    #expect(Membership(areas: areas, method: .largest)[0].elementsEqual([Share(unit: 1, share: 1)]))
  }

  /// Units that overlap each other do not compete: a brick counts in every one that holds half of it.
  @Test func overlappingUnitsAllHaveTheBrick() {
    let areas = table(
      [100, 100, 100, 100], units: 3,
      [(0, 0, 100), (0, 1, 50), (1, 0, 80), (1, 1, 80), (1, 2, 60), (2, 0, 100), (2, 1, 49), (3, 2, 100)])
    let membership = Membership(areas: areas, method: .largest)
    #expect(membership[0].map(\.unit) == [0, 1] && membership[0].allSatisfy { $0.share == 1 })
    #expect(membership[1].map(\.unit) == [0, 1, 2])
    #expect(membership[2].map(\.unit) == [0])
    #expect(membership.totals([1, 10, 100, 1000]) == [111, 11, 1010])
    #expect(membership.coverage([1, 10, 100, 1000]).repeated == 21)
  }

  /// A county over its districts: districts divide the brick among themselves, the county has it as well.
  @Test func aTieWithinAPartitionGoesToOneUnderAThird() {
    let areas = table(
      [100, 100], units: 3, [(0, 0, 50), (0, 1, 50), (0, 2, 100), (1, 0, 60), (1, 1, 40), (1, 2, 100)])
    let membership = Membership(areas: areas, method: .largest)
    #expect(membership[0].map(\.unit) == [0, 2] && membership[1].map(\.unit) == [0, 2])
  }

  /// Neighbours whose borders were generalised each on its own overlap by slivers, and still divide the brick.
  @Test func slightlyOverlappingNeighboursCountOnce() {
    let areas = table([100, 100], units: 2, [(0, 0, 52), (0, 1, 52.9), (1, 0, 52), (1, 1, 53.1)])
    let membership = Membership(areas: areas, method: .largest)
    #expect(membership[0].map(\.unit) == [1])
    #expect(membership[1].map(\.unit) == [0, 1])
  }

  @Test func aBrickThatHardlyTouchesBelongsNowhere() {
    let areas = table([100, 100, 100, 100], units: 2, [(0, 0, 4.999), (1, 0, 5), (2, 1, 3), (2, 0, 4)])
    let membership = Membership(areas: areas, method: .largest)
    #expect(membership[0].isEmpty && membership[2].isEmpty && membership[3].isEmpty)
    #expect(membership[1].elementsEqual([Share(unit: 0, share: 1)]))
    // By area, the little there is counts.
    #expect(Membership(areas: areas, method: .apportion)[0].map(\.share) == [0.04999])
  }

  @Test func bricksWithAHundredthElsewhereStraddle() {
    let areas = table(
      [100, 100, 100, 100], units: 2,
      [(0, 0, 99), (0, 1, 1), (1, 0, 99.01), (1, 1, 0.99), (2, 0, 50), (2, 1, 50), (3, 0, 100)])
    #expect(Membership(areas: areas, method: .largest).straddling == 2)
    #expect(Membership(areas: areas, method: .apportion).straddling == 2)
  }

  @Test func aBrickWithoutAreaBelongsNowhere() {
    let areas = table([0, 100], units: 1, [(1, 0, 100)])
    let membership = Membership(areas: areas, method: .apportion)
    #expect(membership[0].isEmpty && membership[1].count == 1)
  }

  @Test func roundingMakesNoShareAboveOne() {
    let areas = table([100], units: 1, [(0, 0, 100.000_000_1)])
    #expect(Membership(areas: areas, method: .apportion)[0].map(\.share) == [1])
  }

  @Test func groupsTakeTheSumOfTheirUnits() {
    let membership = Membership(
      [[Share(unit: 0, share: 0.25), Share(unit: 1, share: 0.5)], [Share(unit: 2, share: 1)], []],
      unitCount: 3, straddling: 1)
    // Units 0 and 1 are one plan, unit 1 has another of its own, unit 2 none.
    let grouped = membership.grouped([[1], [0, 1], []], count: 2)
    #expect(grouped[0].elementsEqual([Share(unit: 0, share: 0.5), Share(unit: 1, share: 0.75)]))
    #expect(grouped[1].isEmpty && grouped[2].isEmpty)
    #expect(grouped.unitCount == 2 && grouped.straddling == 1)
  }

  @Test func sharedMassIsTheProductOfShares() {
    let x = Membership([[Share(unit: 0, share: 1)], [Share(unit: 1, share: 1)]], unitCount: 2)
    let y = Membership(
      [[Share(unit: 0, share: 0.25), Share(unit: 1, share: 0.75)], [Share(unit: 1, share: 0.5)]],
      unitCount: 2)
    let matrix = x.shared(with: y, masses: [100, 40])
    #expect(
      matrix.cells == [
        .init(x: 0, y: 0, mass: 25), .init(x: 0, y: 1, mass: 75), .init(x: 1, y: 1, mass: 20),
      ])
    #expect(matrix.xTotals == [100, 40] && matrix.yTotals == [25, 95])
    #expect(matrix.xUncovered(1) == 20)
  }

  @Test func peopleInSeveralUnitsAreUncoveredInNone() {
    let x = Membership([[Share(unit: 0, share: 1)], [Share(unit: 0, share: 1)]], unitCount: 1)
    let y = Membership([[Share(unit: 0, share: 1), Share(unit: 1, share: 1)], []], unitCount: 2)
    let matrix = x.shared(with: y, masses: [100, 40])
    #expect(matrix.xShared == [200] && matrix.xUncovered(0) == 40)
    #expect(matrix.yUncovered(0) == 0 && matrix.yUncovered(1) == 0)
  }

  /// Where bricks nest exactly in the units every method says the same, whatever the bricks look like.
  @Test(arguments: 0..<20 as Range<UInt64>) func methodsAgreeWhereBricksNest(seed: UInt64) throws {
    let random = try RandomLayer.make(seed: seed)
    let areas = try OverlapEngine.table(random.cells, random.units, jobs: 1)
    let largest = Membership(areas: areas, method: .largest)
    let apportioned = Membership(areas: areas, method: .apportion)
    #expect(largest.straddling == 0 && apportioned.straddling == 0, "seed \(seed)")
    for (brick, unit) in random.unitOfCell.enumerated() {
      #expect(largest[brick].elementsEqual([Share(unit: unit, share: 1)]), "seed \(seed), brick \(brick)")
      for share in apportioned[brick] {
        let expected = share.unit == unit ? 1.0 : 0
        #expect(abs(share.share - expected) < 1e-9, "seed \(seed), brick \(brick)")
      }
    }
  }
}
