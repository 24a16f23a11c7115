import FoundationEssentials
import Testing

@testable import Footprints

/// April 2023 rehearsed on the layers of 2021, against the official lookups of 2023 and 2024.
@Suite(.enabled(if: RealTables.isPresent, "the real data are not here"))
struct RealRehearsalTests {
  /// The authorities of 2024 in which the census areas of the districts of 2021 lie, where the code of the census area is in both lists.
  private static func successors() throws -> [String: Set<String>] {
    let later = try plainCSV("\(RealTables.folder)/england-2026/lookup_lsoa21_sicbl24_icb24_ltla24.csv")
    let now = Dictionary(later.map { ($0["lsoa21_code"] ?? "", $0["ltla24_code"] ?? "") }) { first, _ in first
    }
    var found: [String: Set<String>] = [:]
    for row in try plainCSV("\(RealLayers.england)/lookup_lsoa_ccg_stp_ltla.csv") {
      guard let area = now[row["lsoa11_code"] ?? ""] else { continue }
      found[row["ltla21_code"] ?? "", default: []].insert(area)
    }
    return found
  }

  @Test func aprilOf2023() throws {
    let successors = try Self.successors()
    let upper = try OfficialPairs.upperTier()
    let counties = ["E10000006", "E10000023", "E10000027"]
    var changes: [String] = []
    for county in counties {
      let districts = upper.filter { $0.value == county }.keys.sorted()
      let groups = Dictionary(grouping: districts) { successors[$0]?.sorted() ?? [] }
      for (codes, members) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        // No district was divided.
        #expect(codes.count == 1)
        changes.append(
          "  - split: \(county)\n    bricks: [\(members.joined(separator: ", "))]\n    code: \(codes.first ?? "")\n"
        )
      }
    }
    let folder = try TemporaryFolder()
    let scenario = try folder.write(
      "layer: utla\ndate: 2023-04-01\nchanges:\n" + changes.joined(), to: "scenario.yaml")
    let result = try RealLayers.study().run(RehearseAnalysis.self, RehearseRequest(scenario: scenario)).result
    let rehearsal = result.rehearsal
    #expect(Set(rehearsal.ended.map(\.code)) == Set(counties))
    let official = Set(
      try plainCSV("\(RealTables.folder)/england-2026/lookup_ltla23_utla23.csv").compactMap {
        $0["utla23_code"]
      })
    let known = Set(try RealLayers.utla.get().codes)
    // The new unitaries are those of the official list of 2023, and no other.
    #expect(Set(rehearsal.new.map(\.code)) == official.subtracting(known))
    #expect(known.filter { $0.hasPrefix("E") && !official.contains($0) }.sorted() == counties)
    let fates = Dictionary(rehearsal.plans.map { ($0.plan.boards[0], $0.fate) }) { first, _ in first }
    #expect(fates["E10000006"] == .splits && fates["E10000023"] == .renamed && fates["E10000027"] == .renamed)
    #expect(rehearsal.plans.count == 3)
    // Every pound of the three counties passes to somebody.
    let ending = rehearsal.plans.map(\.ending).sum()
    #expect(ending.pence > 0 && rehearsal.payments.map(\.part).sum() == ending)
  }
}
