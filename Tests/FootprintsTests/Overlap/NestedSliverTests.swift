import Footprints
import Testing

/// Tiers of areas made of each other, each generalised on its own, so that who lies in whom is known.
///
/// The counts are in `docs/methods/slivers.md`; the tests print them.
@Suite struct NestedSliverTests {
  enum Tier: String { case small, middle, large, other }

  struct Case: CustomTestStringConvertible, Sendable {
    var x: (tier: Tier, tolerance: Double)
    var y: (tier: Tier, tolerance: Double)
    var testDescription: String {
      "\(x.tier.rawValue) \(Int(x.tolerance)) m, \(y.tier.rawValue) \(Int(y.tolerance)) m"
    }
  }

  static let cases = [
    Case(x: (.small, 20), y: (.large, 500)), Case(x: (.small, 200), y: (.large, 500)),
    Case(x: (.small, 200), y: (.middle, 200)), Case(x: (.small, 200), y: (.large, 200)),
    Case(x: (.middle, 200), y: (.large, 500)), Case(x: (.large, 500), y: (.other, 500)),
  ]

  static let seeds: [UInt64] = [1, 2, 3]

  /// Codes are the numbers of areas.
  private func layer(
    _ tiers: NestedTiers, _ tier: Tier, _ tolerance: Double, isStated: Bool,
    change: (MultiPolygonArray) -> MultiPolygonArray = { $0 }
  ) throws -> PreparedLayer {
    let areas = change(tiers.areas(of: members(tiers, tier), generalisedBy: tolerance))
    return try TestLayer.make(
      tier.rawValue, areas, codes: (0..<areas.count).map(String.init),
      resolution: isStated ? "\(Int(tolerance))" : nil)
  }

  private func members(_ tiers: NestedTiers, _ tier: Tier) -> [Int] {
    switch tier {
    case .small: Array(tiers.large.indices)
    case .middle: tiers.middle
    case .large: tiers.large
    case .other: tiers.other
    }
  }

  private func real(_ tiers: NestedTiers, _ x: Tier, _ y: Tier) -> Set<[String]> {
    Set(zip(members(tiers, x), members(tiers, y)).map { ["\($0)", "\($1)"] })
  }

  @Test func tiersAreWhatTheySay() throws {
    let tiers = NestedTiers(seed: 1, side: 12)
    let exact = tiers.areas(of: members(tiers, .small), generalisedBy: 0)
    let large = tiers.areas(of: tiers.large, generalisedBy: 0)
    let whole = (0..<exact.count).reduce(0) { $0 + exact.area(of: $1) }
    #expect(agree(whole, (0..<large.count).reduce(0) { $0 + large.area(of: $1) }))
    for area in 0..<large.count {
      let parts = exact.areas(where: { tiers.large[$0] == area })
      #expect(agree(parts, large.area(of: area)), "\(area)")
    }
  }

  /// No more is wrong than by width alone; where resolutions are measured, much less.
  @Test(arguments: cases) func smallAreasAreToldFromSlivers(_ one: Case) throws {
    for isStated in [true, false] {
      var (byWidth, byRule) = (0, 0)
      for seed in Self.seeds {
        let tiers = NestedTiers(seed: seed)
        let counts = try SliverCounts(
          layer(tiers, one.x.tier, one.x.tolerance, isStated: isStated),
          layer(tiers, one.y.tier, one.y.tolerance, isStated: isStated),
          real: real(tiers, one.x.tier, one.y.tier))
        print("\(one.testDescription), \(isStated ? "stated" : "measured"), seed \(seed): \(counts)")
        #expect(counts.comparison.notices.allSatisfy { $0.code != "crude-borders" }, "seed \(seed)")
        byWidth += counts.byWidth.total
        byRule += counts.byRule.total
      }
      #expect(byRule <= byWidth, "\(isStated)")
      if one.x.tier != .large, !isStated { #expect(2 * byRule <= byWidth) }
    }
  }

  /// Layers whose borders lie a kilometre or two apart are named, and the width of slivers follows, unless what they are is stated.
  @Test(arguments: [1000.0, 2000]) func layersCruderThanAnyPublishedAreRecognised(distance: Double) throws {
    var (byWidth, byRule) = (0, 0)
    for seed in Self.seeds {
      let tiers = NestedTiers(seed: seed, side: 60, large: 12)
      let counts = try SliverCounts(
        layer(tiers, .large, 20, isStated: true),
        layer(tiers, .large, 20, isStated: false) { $0.displaced(by: distance, seed: seed) }
          .named("crude"),
        real: real(tiers, .large, .large))
      let rule = counts.comparison.sliverRule
      print("displaced by \(Int(distance)) m, seed \(seed): \(counts); \(rule.width) m")
      byWidth += counts.byWidth.total
      byRule += counts.byRule.total
      let doubts = counts.comparison.notices.filter { $0.code == "crude-borders" }
      #expect(doubts.count == 1 && doubts.first?.severity == .warning, "seed \(seed)")
      #expect(
        doubts.first?.message.contains("crude is cruder than any published layer") == true, "seed \(seed)")
      #expect(rule.width > 0.5 * distance && rule.width < 1.5 * distance, "seed \(seed)")
      #expect(rule.stripWidth.map { 2.5 * $0 } == rule.width, "seed \(seed)")
    }
    #expect(byWidth > 30 && 10 * byRule <= byWidth)
  }

  /// Areas that do lie across borders, as those of another division do, are no slivers for being small.
  @Test(arguments: seeds) func areasThatStraddleStraddle(seed: UInt64) throws {
    let tiers = NestedTiers(seed: seed)
    let x = try layer(tiers, .small, 20, isStated: true) { areas in
      areas.mapped { Coordinate($0.x + 3000, $0.y + 2000) }
    }
    let y = try layer(tiers, .middle, 200, isStated: false)
    let exact = try OverlapEngine.table(x.geometry, y.geometry)
    let wide = Set(
      exact.pairs.filter { $0.area > 0.2 * exact.xAreas[$0.x] }.map { [x.codes[$0.x], y.codes[$0.y]] })
    let comparison = try LayerComparison(x: x, y: y, table: exact)
    let listed = Set(
      zip(exact.pairs, comparison.isSliver).filter { !$0.1 }.map { [x.codes[$0.0.x], y.codes[$0.0.y]] })
    #expect(
      wide.subtracting(listed).count <= wide.count / 50, "\(wide.subtracting(listed).count) of \(wide.count)")
    #expect(comparison.notices.allSatisfy { $0.code != "crude-borders" })
  }
}

extension MultiPolygonArray {
  /// The size of some areas together.
  fileprivate func areas(where isWanted: (Int) -> Bool) -> Double {
    (0..<count).reduce(0) { isWanted($1) ? $0 + area(of: $1) : $0 }
  }
}
