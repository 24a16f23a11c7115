import Footprints
import Testing

/// Plans against partnerships of April 2021, compared with counts of census areas in the official lookup. Those have about
/// as many people each, so that their shares are nearly those of people.
@Suite(.enabled(if: RealTables.isPresent)) struct RealPartnershipsTests {
  /// The share of census areas of each upper-tier authority in each partnership.
  private static func shares() throws -> [String: [String: Double]] {
    let areas = try LookupTable(RealTables.table("england-2021/lookup_lsoa_ccg_stp_ltla.csv"))
    let upper = try LookupTable(RealTables.table("england-2021/lookup_ltla_utla.csv"))
    func column(_ table: LookupTable, _ name: String) throws -> [String] {
      table.codes[try #require(table.columns.firstIndex(of: name))]
    }
    let pairs = zip(try column(upper, "ltla21_code"), try column(upper, "utla21_code"))
    let authority = Dictionary(pairs) { one, _ in one }
    var counts: [String: [String: Double]] = [:]
    for (district, partnership) in zip(try column(areas, "ltla21_code"), try column(areas, "stp21_code")) {
      counts[try #require(authority[district]), default: [:]][partnership, default: 0] += 1
    }
    return counts.mapValues { counts in
      let whole = counts.values.reduce(0, +)
      return counts.mapValues { $0 / whole }
    }
  }

  @Test func sharesAreThoseOfTheOfficialLookup() throws {
    let study = try Study(package: DataPackage(PackageFolder(RealTables.folder + "/england-2021")))
    let results = try study.run(PartnershipsAnalysis.self, .init()).report.results
    let shares = try Self.shares()
    let plans = try #require(results["plans"]?.elements)
    #expect(plans.count == 151)
    for plan in plans {
      let boards = try #require(plan["hwb_code"]?.text).split(separator: ";").map(String.init)
      guard boards.count == 1, let official = shares[boards[0]] else { continue }
      let main = try #require(plan["main_partnership"]?.text)
      #expect(official.max { $0.value < $1.value }?.key == main, "\(boards)")
      for pair in try #require(plan["partnerships"]?.elements) {
        let share = official[pair["code"]?.text ?? ""] ?? 0
        #expect(abs(share - (pair["plan_share"]?.double ?? -1)) < 0.05, "\(boards) \(pair)")
      }
      // Near the limit people and census areas may differ.
      let outside = 1 - (official[main] ?? 0)
      if abs(outside - 0.05) > 0.01 {
        #expect((plan["out_of_line"] == .bool(true)) == (outside > 0.05), "\(boards) \(outside)")
      }
    }
    let essex = try #require(plans.first)
    #expect(essex["hwb_code"]?.text == "E10000012" && essex["partnerships"]?.elements?.count == 3)
  }
}
