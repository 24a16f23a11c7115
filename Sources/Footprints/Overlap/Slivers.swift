/// Which of the parts that two layers have in common are slivers.
struct Slivers {
  /// What counted as one.
  let rule: SliverRule
  /// For each pair of the table whether it is one.
  let areSlivers: [Bool]

  /// Judges the pairs of a table.
  ///
  /// A common part that is half of either area or more is the area itself, however narrow, and not a sliver along
  /// its border. Where none of an area's parts would be real, its largest one is, as the area lies somewhere, unless a
  /// width is asked for.
  ///
  /// A pair whose total is thin may still hold one real part among many slivers. A part of mean width w has
  /// an area of at least pi w^2 (a disc is the most compact shape), so a total below that settles it; for the
  /// others the parts are measured, and the pair is real when any part is.
  ///
  /// Throws `fault` where GEOS fails on a part of a doubtful sliver.
  ///
  /// - Parameters:
  ///   - table: all common parts of the two: what is usual among them counts.
  ///   - x: the first layer.
  ///   - y: the second.
  ///   - width: the width below which a part is a sliver, in metres; nil for what follows from the layers.
  ///   - isWanted: the pairs whose parts are measured where that is needed, which takes time; others are real then.
  ///   - jobs: how many threads may be used; never changes the result.
  init(
    _ table: OverlapTable, x: PreparedLayer, y: PreparedLayer, width: Double? = nil,
    where isWanted: (OverlapTable.Pair) -> Bool = { _ in true }, jobs: Int
  ) throws(FootprintsError) {
    let widths = try OverlapWidths(table, x: x, y: y, jobs: jobs)
    let rule =
      width.map(SliverRule.init(width:))
      ?? SliverRule(x.resolution, y.resolution, strips: StripWidth(widths)?.median)
    let (limits, nested) = Self.limits(rule, widths)
    var areSlivers = zip(table.pairs, limits).map { pair, limit in
      widths.isPart(pair) && SliverRule.isThin(pair.area, pair.perimeter, below: limit)
    }
    let unclear = table.pairs.indices.filter {
      areSlivers[$0] && table.pairs[$0].area >= .pi * limits[$0] * limits[$0]
    }
    for pair in unclear { areSlivers[pair] = false }
    let wanted = unclear.filter { isWanted(table.pairs[$0]) }
    let parts = try PartWidths(
      of: wanted.map { table.pairs[$0] }, in: table, x: x.geometry, y: y.geometry, jobs: jobs)
    let areReal = try parts.havePart(atLeastAsWideAs: wanted.map { limits[$0] }, jobs: jobs)
    for (pair, isReal) in zip(wanted, areReal) { areSlivers[pair] = !isReal }
    if width == nil {
      for pair in widths.sides.flatMap({ $0.homes(table.pairs, areSlivers) }) { areSlivers[pair] = false }
    }
    self.rule = rule.nesting(zip([x.name, y.name], nested).filter(\.1).map(\.0))
    self.areSlivers = areSlivers
  }

  /// Areas narrower than this many slivers side by side are small: their own width says little about their parts.
  private static let smallWidth = 4.0

  /// For each pair the mean width below which it is a sliver, in metres, and for either layer whether pairs are slivers because its
  /// areas are nested.
  private static func limits(
    _ rule: SliverRule, _ widths: OverlapWidths
  ) -> (limits: [Double], nested: [Bool]) {
    let pairs = widths.table.pairs
    var limits = [Double](repeating: rule.width, count: pairs.count)
    if let largest = rule.largestPartOfWidth {
      for (number, pair) in pairs.enumerated() {
        limits[number] = min(limits[number], largest * widths.narrower(pair))
      }
    }
    guard let most = rule.widthOfOneBow else { return (limits, [false, false]) }
    let nested = widths.sides.map { side in
      guard side.areNested(pairs, width: most) else { return false }
      var isRaised = false
      for (number, pair) in pairs.enumerated() {
        let isSmall = side.widths[side.position(pair)] < smallWidth * most
        guard isSmall, !side.isLargest(number, pair), limits[number] < most else { continue }
        if widths.isPart(pair), pair.meanWidth >= limits[number], pair.meanWidth < most { isRaised = true }
        limits[number] = most
      }
      return isRaised
    }
    return (limits, nested)
  }
}

extension OverlapWidths.Side {
  /// From this share of an area on a part of it is no noise, even where the rest of the area is in nothing.
  private static let notableShare = 0.25

  /// The largest parts of the areas of which no part is real.
  ///
  /// An area that mostly lies outside the other layer does not lie in it for a strip along its border: all parts together are half of the area
  /// or more, or the largest alone is a quarter.
  fileprivate func homes(_ pairs: [OverlapTable.Pair], _ areSlivers: [Bool]) -> [Int] {
    var covered = [Double](repeating: 0, count: areas.count)
    var hasReal = [Bool](repeating: false, count: areas.count)
    for (pair, isSliver) in zip(pairs, areSlivers) {
      covered[position(pair)] += pair.area
      if !isSliver { hasReal[position(pair)] = true }
    }
    return areas.indices.compactMap { area in
      guard !hasReal[area], let number = largest[area] else { return nil }
      let isHome = 2 * covered[area] >= areas[area] || pairs[number].area >= Self.notableShare * areas[area]
      return isHome ? number : nil
    }
  }
}
