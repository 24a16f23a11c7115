extension OverlapWidths.Side {
  /// An area can show whether areas straddle borders if it is at least this many times as wide as a sliver can be: half of a
  /// square is two thirds as wide as the square.
  private static let widthToShow = 2.0
  /// Of those that show it, this part may straddle all the same.
  private static let mostStraddling = 0.05
  /// Fewer areas show nothing.
  private static let leastCount = 10

  /// Whether the areas lie whole in areas of the other layer, as far as widths can tell.
  ///
  /// Of an area not much wider than a border may be displaced, no part can be told from a sliver by its own width. But the
  /// large areas of the same layer show what is usual in it: where hardly any of those that a border of the other layer
  /// touches has a second part too wide for a sliver, areas of this kind do not straddle borders, and what looks as if
  /// they did is displacement.
  ///
  /// - Parameters:
  ///   - pairs: all pairs of the table.
  ///   - width: the width that a sliver cannot have, in metres.
  func areNested(_ pairs: [OverlapTable.Pair], width: Double) -> Bool {
    guard width > 0 else { return false }
    var second = [Double?](repeating: nil, count: areas.count)
    for (number, pair) in pairs.enumerated() where !isLargest(number, pair) {
      second[position(pair)] = max(second[position(pair)] ?? 0, pair.meanWidth)
    }
    let shown = areas.indices.compactMap { widths[$0] >= Self.widthToShow * width ? second[$0] : nil }
    let straddling = shown.count { $0 >= width }
    return shown.count >= Self.leastCount
      && Double(straddling) <= Self.mostStraddling * Double(shown.count)
  }
}
