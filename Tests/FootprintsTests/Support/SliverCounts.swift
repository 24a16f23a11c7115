import Footprints

/// How many pairs of two layers a rule misses, and how many it lists that are not real: by width alone, and by the
/// product's rule.
struct SliverCounts: CustomStringConvertible {
  /// What each rule gets wrong.
  struct Errors: Equatable {
    var missed: Int
    var wrong: Int
    var total: Int { missed + wrong }
  }
  let pairs: Int
  let real: Int
  /// By the width of the pair as a whole alone, half of an area being real.
  let byWidth: Errors
  let byRule: Errors
  let comparison: LayerComparison

  /// Judges two layers of which the real pairs are known by their codes; pairs with codes that are not known are left out.
  init(
    _ x: PreparedLayer, _ y: PreparedLayer, real: Set<[String]>, isKnown: ([String]) -> Bool = { _ in true }
  ) throws {
    let table = try OverlapEngine.table(x.geometry, y.geometry)
    let comparison = try LayerComparison(x: x, y: y, table: table)
    let rule = SliverRule(x.resolution, y.resolution)
    func ownWidth(_ layer: PreparedLayer, _ area: Int) -> Double {
      2 * layer.area(of: area) / layer.geometry.perimeter(of: area)
    }
    var (width, product) = (Errors(missed: 0, wrong: 0), Errors(missed: 0, wrong: 0))
    var seen = Set<[String]>()
    for (pair, isSliver) in zip(table.pairs, comparison.isSliver) {
      let codes = [x.codes[pair.x], y.codes[pair.y]]
      guard isKnown(codes) else { continue }
      seen.insert(codes)
      var limit = rule.width
      if let part = rule.largestPartOfWidth {
        limit = min(limit, part * min(ownWidth(x, pair.x), ownWidth(y, pair.y)))
      }
      let isThin =
        pair.meanWidth < limit && 2 * pair.area < min(table.xAreas[pair.x], table.yAreas[pair.y])
      let isReal = real.contains(codes)
      width.missed += isReal && isThin ? 1 : 0
      width.wrong += !isReal && !isThin ? 1 : 0
      product.missed += isReal && isSliver ? 1 : 0
      product.wrong += !isReal && !isSliver ? 1 : 0
    }
    let unseen = real.count { isKnown($0) && !seen.contains($0) }
    width.missed += unseen
    product.missed += unseen
    (byWidth, byRule, self.comparison) = (width, product, comparison)
    (pairs, self.real) = (seen.count, real.count { isKnown($0) })
  }

  var description: String {
    "\(pairs) pairs, \(real) real; by width alone \(byWidth.missed) missed, \(byWidth.wrong) wrong; by the rule \(byRule.missed) missed, \(byRule.wrong) wrong"
  }
}
