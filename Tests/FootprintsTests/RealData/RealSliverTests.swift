import Footprints
import Testing

/// The default sliver rule on the boundaries of April 2021 finds exactly the pairs that share census areas.
///
/// Nothing in the rule is tuned to these files. The margin (mean width of the widest false and the narrowest
/// true pair against the width that follows from the resolutions) is in `docs/methods/slivers.md`.
@Suite(.enabled(if: RealTables.isPresent)) struct RealSliverTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var x: String
    var y: String
    var file: (x: String, y: String)
    var pairs: Int
    var testDescription: String { "\(file.x) x \(file.y)" }
  }

  static let cases = [
    Case(x: "ccg", y: "utla", file: ("ccg_buc", "utla_uk_buc"), pairs: 187),
    Case(x: "ccg", y: "utla", file: ("ccg_bgc", "utla_uk_buc"), pairs: 187),
    Case(x: "ccg", y: "ltla", file: ("ccg_buc", "ltla_uk_buc"), pairs: 343),
    Case(x: "ccg", y: "ltla", file: ("ccg_bgc", "ltla_uk_buc"), pairs: 343),
    Case(x: "ccg", y: "stp", file: ("ccg_buc", "stp_buc"), pairs: 106),
    Case(x: "ccg", y: "stp", file: ("ccg_bgc", "stp_buc"), pairs: 106),
    Case(x: "stp", y: "utla", file: ("stp_buc", "utla_uk_buc"), pairs: 168),
  ]

  /// Files whose names say their resolution: the same, whether that is believed of both, or one or both are measured.
  @Test(arguments: cases) func findsExactlyTheOfficialPairs(_ one: Case) throws {
    let x = try RealLayers.bare(one.file.x)
    let whole = try RealLayers.bare(one.file.y)
    let y = try Self.england(whole)
    let truth = try OfficialPairs.common(one.x, one.y)
    let table = try OverlapEngine.table(x.geometry, y.geometry)
    #expect(x.resolution.origin == .named && y.resolution.origin == .named)
    let measured = (x: Resolution(measuring: x.geometry), y: Resolution(measuring: whole.geometry))
    let stated = try #require(Resolution(stated: one.file.x == "ccg_bgc" ? "BGC" : "BUC"))
    let coarse = try #require(Resolution(stated: "BUC"))
    for (a, b) in [(measured.x, measured.y), (stated, measured.y), (measured.x, coarse), (stated, coarse)] {
      try check(x.with(resolution: a), y.with(resolution: b), table, truth, count: one.pairs)
    }
  }

  @Test(arguments: [("ccg", "utla", 187), ("ccg", "ltla", 343), ("ccg", "stp", 106), ("stp", "utla", 168)])
  func findsThemInThePackage(x: String, y: String, pairs: Int) throws {
    let study = try RealLayers.study()
    let (one, two) = (try study.layer(x), try study.layer(y))
    let table = try OverlapEngine.table(one.geometry, two.geometry)
    try check(one, two, table, try OfficialPairs.common(x, y), count: pairs)
  }

  /// The areas of England of a layer of the whole kingdom; its resolution stays that of the whole file. The
  /// finer CCG file holds 30 km2 of the Dee estuary that the authorities' file has in Flintshire: a coast
  /// that is clipped differently, not a sliver.
  private static func england(_ layer: PreparedLayer) throws -> PreparedLayer {
    layer.selecting(layer.codes.indices.filter { layer.codes[$0].hasPrefix("E") })
  }

  private func check(
    _ x: PreparedLayer, _ y: PreparedLayer, _ table: OverlapTable, _ truth: Set<[String]>, count: Int
  ) throws {
    #expect(truth.count == count)
    let analysis = try LayerComparison(x: x, y: y, table: table)
    var widestFalse = 0.0
    var narrowestTrue = Double.infinity
    for (pair, isSliver) in zip(table.pairs, analysis.isSliver) {
      let codes = [x.codes[pair.x], y.codes[pair.y]]
      #expect(
        isSliver == !truth.contains(codes),
        "\(codes), \(pair.area) m2, \(pair.meanWidth) m wide, rule \(analysis.sliverRule.width) m")
      if truth.contains(codes) {
        narrowestTrue = min(narrowestTrue, pair.meanWidth)
      } else {
        widestFalse = max(widestFalse, pair.meanWidth)
      }
    }
    let found = analysis.rows.compactMap { row in
      row.x.flatMap { i in row.y.map { [x.codes[i], y.codes[$0]] } }
    }
    #expect(found.count == count && Set(found) == truth)
    // Nothing is lost in silence: what is not listed is counted, with its area.
    #expect(analysis.slivers.count == table.pairs.count - count)
    #expect(analysis.belowMinimum.count == 0)
    let listed = analysis.rows.reduce(0) { $0 + $1.area }
    let all = table.pairs.reduce(0) { $0 + $1.area }
    #expect(agree(listed + analysis.slivers.area, all))
    // With room on both sides: the pairs do not lie about the width that the rule chose.
    #expect(widestFalse < 0.75 * analysis.sliverRule.width, "\(widestFalse) m")
    #expect(narrowestTrue > 1.25 * analysis.sliverRule.width, "\(narrowestTrue) m")
  }
}
