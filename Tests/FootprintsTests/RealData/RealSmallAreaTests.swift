import Footprints
import Testing

/// MSOAs against larger areas of 500 m and 200 m, of which each lies in one by the official tables: the tests print what is wrong by
/// width alone and by the rule, for `docs/methods/slivers.md`.
@Suite(.enabled(if: RealTables.isPresent)) struct RealSmallAreaTests {
  /// A file as it is, and with its resolution measured.
  private func layers(_ path: String, _ stated: String) throws -> [(String, PreparedLayer)] {
    let layer = try Study().layer(
      "\(RealTables.folder)/\(path).geojson", options: LayerOptions(resolution: stated))
    return [("stated", layer), ("measured", layer.with(resolution: Resolution(measuring: layer.geometry)))]
  }

  private func rows(_ path: String) throws -> [[String: String]] {
    try plainCSV("\(RealTables.folder)/\(path).csv")
  }

  /// Small areas that are in the wrong place by half of their ground or more cannot be told; few others are wrong.
  @Test(arguments: ["ltla", "utla"]) func smallAreasOf2011(_ tier: String) throws {
    let upper = try OfficialPairs.upperTier()
    let real = Set(
      try rows("england-2021/lookup_msoa_ltla").compactMap { row -> [String]? in
        guard let small = row["msoa11_code"], let lower = row["ltla21_code"], small.hasPrefix("E") else {
          return nil
        }
        return [small, tier == "ltla" ? lower : upper[lower] ?? ""]
      })
    for ((how, x), (_, y)) in zip(
      try layers("england-2021/msoa11_ew", "BSC"), try layers("england-2021/\(tier)_uk_buc", "BUC"))
    {
      // Areas of Wales and Scotland are there: no pair with one of them is real here.
      let counts = try SliverCounts(x, y, real: real) { $0.allSatisfy { $0.hasPrefix("E") } }
      print("msoa11, \(tier), \(how): \(counts)")
      #expect(counts.byRule.missed <= 2 && counts.byRule.wrong <= 4)
    }
  }

  /// MSOAs of 2021 are named after their authority and a number; those that exist no more are left out.
  @Test func smallAreasOf2021() throws {
    for ((how, x), (_, y)) in zip(
      try layers("england-2026/msoa21_ew", "BSC"), try layers("england-2026/ltla_uk24", "BUC"))
    {
      let authorities = Dictionary(zip(y.names, y.codes)) { first, _ in first }
      let homes = Dictionary(
        zip(x.codes, x.names.map { authorities[String($0.dropLast(4))] }).compactMap { code, home in
          home.map { (code, $0) }
        }
      ) { first, _ in first }
      #expect(homes.count > 6000)
      let counts = try SliverCounts(x, y, real: Set(homes.map { [$0, $1] })) { homes[$0[0]] != nil }
      print("msoa21, ltla24, \(how): \(counts)")
      #expect(counts.byRule.missed <= 3 && counts.byRule.wrong <= 6)
    }
  }
}
