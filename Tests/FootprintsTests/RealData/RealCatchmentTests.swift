import Footprints
import Testing

/// Catchments of England against sums made from the tables alone.
@Suite(.enabled(if: RealTables.isPresent, "the real data are not here")) struct RealCatchmentTests {
  private static func text(_ change: (inout CatchmentAnalysis.Request) -> Void) throws -> [[String: String]] {
    var request = CatchmentAnalysis.Request()
    change(&request)
    let report = try RealLayers.study().run(CatchmentAnalysis.self, request).report
    let lines = try report.text(as: "csv").split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    // Names have commas; code and the last columns have none.
    return lines.dropFirst().map { cells in
      let shift = cells.count - lines[0].count
      return Dictionary(
        uniqueKeysWithValues: lines[0].enumerated().map { place, name in
          (name, cells[place < 2 ? place : place + shift])
        })
    }
  }

  @Test func everyMethodAgainstTheTables() throws {
    let tables = try EnglandTables.shared.get()
    let rows = try Self.text { ($0.compare, $0.threshold) = (true, 0.3) }
    for row in rows {
      guard let method = CatchmentMethod(rawValue: row["method"] ?? ""), method.usesFlows,
        let trust = row["trust_code"]
      else { continue }
      let shares = tables.catchment(of: trust, method, threshold: 0.3)
      let people = shares.sorted { $0.key < $1.key }.reduce(0) {
        $0 + $1.value * (tables.people[$1.key] ?? 0)
      }
      // Ties of first past the post go to the first code.
      let found = try #require(Double(row["population"] ?? ""))
      let isTied =
        method == .fptp && found != people
        && shares.keys.contains { code in
          let all = tables.flows[code] ?? [:]
          return all.count { $0.value == all.values.max() } > 1
        }
      #expect(isTied || abs(found - people) < 1e-6 * max(1, people), "\(trust) \(method)")
      if method == .proportional { continue }
      let whole = tables.people.keys.reduce(0.0) {
        $0 + (tables.flows[$1]?[trust] ?? 0) * (tables.people[$1] ?? 0)
      }
      let own = shares.keys.reduce(0.0) { $0 + (tables.flows[$1]?[trust] ?? 0) * (tables.people[$1] ?? 0) }
      if !isTied, whole > 0 {
        #expect(
          abs((Double(row["own_patients_share"] ?? "") ?? -1) - own / whole) < 1e-9, "\(trust) \(method)")
      }
    }
    // First past the post divides the country.
    let fptp = rows.filter { $0["method"] == "fptp" }.compactMap { Double($0["population"] ?? "") }.reduce(
      0, +)
    #expect(fptp == tables.people.filter { !(tables.flows[$0.key] ?? [:]).isEmpty }.values.reduce(0, +))
  }

  /// Of the published polygons of a later release, nine tenths agree nearly whole.
  @Test func publishedPolygonsOfAnotherRelease() throws {
    let rows = try Self.text { $0.compare = true }.filter { $0["method"] == "layer" }
    let agreement = rows.compactMap { row in
      Double(row["agreement"] ?? "").map { (row["trust_code"] ?? "", $0) }
    }
    #expect(rows.count == 122 && agreement.count == 122)
    #expect(agreement.count { $0.1 >= 0.95 } == 111)
    // Those that the documentation explains.
    #expect(
      agreement.sorted { $0.1 < $1.1 }.prefix(10).map(\.0)
        == ["RH5", "R0A", "RA7", "RA4", "RMC", "RH8", "RQM", "RJN", "RLQ", "RRF"])
  }
}
