import Footprints
import Testing

/// Splitting the minimum contribution of every CCG over the authorities it spans keeps every penny.
@Suite(.enabled(if: RealTables.isPresent)) struct RealMoneyTests {
  @Test func contributionsAreConserved() throws {
    let analysis = try RealLayers.study().comparison("ccg", "utla", weights: .population)
    var minima = [Int64](repeating: 0, count: analysis.x.count)
    for row in try plainCSV("\(RealLayers.england)/bcf/contributions.csv") where row["kind"] == "ccgMinimum" {
      let ccg = try #require(analysis.x.index(ofCode: row["org_code"] ?? ""))
      minima[ccg] += try #require(Money(row["amount_gbp"] ?? "")).pence
    }
    #expect(minima.allSatisfy { $0 > 0 })
    let split = ContributionSplit(minima: minima.map(Money.init(pence:)), masses: analysis.matrix)
    #expect(split.unassigned.allSatisfy { $0 == .zero })
    var paid = [Int64](repeating: 0, count: minima.count)
    for part in split.parts {
      paid[part.x] += part.amount.pence
      // No part is more than a penny from its exact share.
      let row = analysis.matrix.row(part.x)
      let mass = try #require(row.first { $0.y == part.y }).mass
      let exact = Double(minima[part.x]) * mass / row.reduce(0) { $0 + $1.mass }
      #expect(abs(Double(part.amount.pence) - exact) <= 1, "\(analysis.x.codes[part.x])")
    }
    #expect(paid == minima)
    #expect(split.boardTotals(count: analysis.y.count).sum().pence == minima.reduce(0, +))
    // Two of the 187 real pairs have no MSOA that lies mostly in both: nobody is counted there.
    #expect(split.parts.count == 185)
    let empty = analysis.rows.filter { $0.people == 0 }
      .map { row in row.x.flatMap { x in row.y.map { [analysis.x.codes[x], analysis.y.codes[$0]] } } }
    #expect(empty == [["E38000231", "E10000025"], ["E38000249", "E06000060"]])
  }
}
