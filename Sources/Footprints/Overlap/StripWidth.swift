/// How wide the strips are in the middle that lie between the borders of two layers, as their overlap shows it.
///
/// Where borders that ought to be one are drawn twice, the strips between them run along all of the border, each much narrower
/// than the areas. Where two layers have nothing to do with each other, what is narrow are corners that one area cuts off another, and
/// those are short. So the length tells the two apart, whatever the distance between the borders is, and nothing is
/// searched: areas and outlines of all common parts are known.
struct StripWidth {
  /// The median of the strips' mean widths, each counted by its length, in metres.
  let median: Double

  /// A strip is at most this part as wide as the narrower of its areas.
  private static let largestPartOfWidth = 0.25
  /// The strips have at least this part of the length of all that is less than half of its areas. Between layers of the same borders,
  /// whether 0 or 4 km apart, they have 0.56 or more, between unrelated ones 0.26 or less (`docs/methods/slivers.md`).
  private static let leastShareOfLength = 0.5
  /// Fewer strips say nothing: of the few pairs of a small region, real parts can be the most.
  private static let leastCount = 30

  /// Nil where the borders of the two layers are not the same borders, or too few to say.
  init?(_ widths: OverlapWidths) {
    var strips: [(width: Double, length: Double)] = []
    var (length, all) = (0.0, 0.0)
    for pair in widths.table.pairs where widths.isPart(pair) {
      all += pair.perimeter
      guard pair.meanWidth < Self.largestPartOfWidth * widths.narrower(pair) else { continue }
      strips.append((pair.meanWidth, pair.perimeter))
      length += pair.perimeter
    }
    guard strips.count >= Self.leastCount, length >= Self.leastShareOfLength * all else { return nil }
    strips.sort { ($0.width, $0.length) < ($1.width, $1.length) }
    var before = 0.0
    let middle = strips.first { strip in
      before += strip.length
      return 2 * before >= length
    }
    guard let middle else { return nil }
    median = middle.width
  }
}
