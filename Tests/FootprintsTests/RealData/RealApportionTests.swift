import Footprints
import Testing

/// Tables of England on other areas against sums made from lookups alone.
@Suite(.enabled(if: RealTables.isPresent, "the real data are not here")) struct RealApportionTests {
  private func rows(
    _ table: String, _ x: String, _ y: String, _ package: any PackageFiles,
    _ change: (inout ApportionRequest) -> Void
  )
    throws -> [[Substring]]
  {
    let folder = try TemporaryFolder()
    var request = ApportionRequest(table: try folder.write(table, to: "t.csv"), x: x, y: y)
    change(&request)
    let answer = try Study(package: DataPackage(package)).run(ApportionAnalysis.self, request)
    // Of names with commas only the cells at the end are told apart.
    return try answer.report.text(as: "csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  /// Small areas by the official lookup: every authority has the sum of its own.
  @Test func smallAreasByLookup() throws {
    let tables = try EnglandTables.shared.get()
    let numbers = tables.people.mapValues { ($0 * 7).truncatingRemainder(dividingBy: 1009) + 1 }
    let text =
      "msoa11_code,n\n" + numbers.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)\n" }.joined()
    let found = try rows(text, "brick", "utla", EnglandWithLookup()) {
      $0.columns.extensive = ["n"]
      $0.comparison.membership = .lookup
    }
    var expected: [String: Double] = [:]
    for (code, number) in numbers { expected[tables.upper[code] ?? "", default: 0] += number }
    var count = 0
    for cells in found where !cells[0].isEmpty {
      #expect(
        abs((Double(cells[cells.count - 2]) ?? -1) - (expected[String(cells[0])] ?? 0)) < 1e-6, "\(cells[0])")
      count += 1
    }
    #expect(count == 152)
  }

  /// The minimum contributions of groups over authorities, to the penny.
  @Test func minimumContributions() throws {
    var minima: [String: Int64] = [:]
    for row in try plainCSV("\(RealLayers.england)/bcf/contributions.csv") where row["kind"] == "ccgMinimum" {
      minima[row["org_code"] ?? "", default: 0] += Money(row["amount_gbp"] ?? "")?.pence ?? 0
    }
    let text =
      "ccg,amount\n"
      + minima.sorted { $0.key < $1.key }.map { "\($0.key),\(Money(pence: $0.value))\n" }.joined()
    let found = try rows(text, "ccg", "utla", PackageFolder(RealLayers.england)) {
      $0.columns.money = ["amount"]
    }
    let pence = found.reduce(into: 0 as Int64) { $0 += Money(String($1[$1.count - 2]))?.pence ?? 0 }
    #expect(pence == minima.values.reduce(0, +) && minima.count == 106)
    #expect(found.last?.first == "" && Money(String(found.last?[2] ?? "")) == .zero)
  }
}
