/// Distinguishes slivers, which come from generalising the same boundary twice, from real overlaps: by width, because a
/// sliver can be long and so large, but no wider than the generalisation can displace a line.
public struct SliverRule: Sendable, Equatable {
  /// Common parts whose mean width 2A/P is below this many metres are slivers.
  public let width: Double
  /// Where the width comes from, for people.
  public private(set) var reason: String
  /// The part of the narrower area's own mean width that a sliver of it can have at most, however large ``width`` is;
  /// nil where the width is known and not estimated.
  public let largestPartOfWidth: Double?
  /// How wide the strips between the borders of the two layers are in the middle, in metres, where that is more than any
  /// published layer explains and the width follows from it; nil elsewhere.
  public let stripWidth: Double?
  /// The width that no sliver of a small area has: that of one bow between two lines, each within its tolerance; nil where the width
  /// is given.
  let widthOfOneBow: Double?

  /// A width that the user gives.
  public init(width: Double) {
    self.width = width
    reason = "given"
    (largestPartOfWidth, stripWidth, widthOfOneBow) = (nil, nil, nil)
  }

  /// The width that follows from two layers: three quarters of the nominal tolerance of the coarser one.
  ///
  /// Two versions of one line, each within the tolerance of the truth, lie apart by up to the sum of the two
  /// tolerances at a point, but on average over a strip by well below one tolerance; a strip's mean width reaches half
  /// of the tolerance at most in practice, and real overlaps of administrative areas are wider than the
  /// tolerance, or the product would not show them. Three quarters is the middle (`docs/methods/slivers.md`).
  ///
  /// A measured tolerance is an estimate from the length of segments, which are long in shapes drawn by hand too. So
  /// it must leave room for the areas themselves: what is a quarter as wide as the narrower of the two areas, or
  /// wider, is no sliver then.
  public init(_ x: Resolution, _ y: Resolution) { self.init(x, y, strips: nil) }

  /// The same where the median width of the strips between the borders of the two is known, in metres.
  ///
  /// In published layers it is a quarter of the tolerance at most. Where it is more than two fifths, and so for the coarsest
  /// product as well, a layer is cruder than anything published; one that is stated to be a product is taken for that. The width then follows from the strips, of which
  /// the widest are two and a half times as wide as the median (`docs/methods/slivers.md`).
  init(_ x: Resolution, _ y: Resolution, strips: Double?) {
    let coarser = x.tolerance >= y.tolerance ? x : y
    let isStated = x.origin != .measured && y.origin != .measured
    if let strips, !isStated, strips > Self.crudeShare * max(coarser.tolerance, Resolution.coarsest) {
      width = strips * Self.widestStrip
      largestPartOfWidth = 0.5
      stripWidth = strips
      widthOfOneBow = width
      reason =
        "two and a half times the usual width of the strips between the two layers’ borders, \(Wording.decimal(strips, 0)) m, but no more than half of the narrower area’s own mean width"
      return
    }
    stripWidth = nil
    width = coarser.tolerance * 0.75
    // One bow is two thirds as wide on average as in its middle; where a strip is long, bows to either side make it narrower.
    widthOfOneBow = max(width, (x.tolerance + y.tolerance) * 2 / 3)
    let isEstimate = coarser.origin == .measured
    largestPartOfWidth = isEstimate ? 0.25 : nil
    reason =
      "three quarters of the coarser layer’s tolerance, \(coarser)"
      + (isEstimate ? ", but no more than a quarter of the narrower area’s own mean width" : "")
  }

  /// The same where areas of some layers lie whole in areas of the other, so that of a small one only the largest part is real
  /// unless another is as wide as no bow is.
  func nesting(_ layers: [String]) -> SliverRule {
    guard let widthOfOneBow, !layers.isEmpty else { return self }
    var copy = self
    copy.reason +=
      "; areas of \(layers.joined(separator: " and of ")) lie whole in areas of the other layer, so that whatever part of a small one is not its largest is a sliver up to \(Wording.decimal(widthOfOneBow, 0)) m"
    return copy
  }

  /// The part of a tolerance that the median width of strips has at most.
  private static let crudeShare = 0.4
  /// How many times as wide as the median the widest strips are.
  private static let widestStrip = 2.5

  /// Whether one common part, or the total of several, is as thin as a sliver.
  public func isThin(area: Double, perimeter: Double) -> Bool {
    Self.isThin(area, perimeter, below: width)
  }

  static func isThin(_ area: Double, _ perimeter: Double, below width: Double) -> Bool {
    2 * area < width * perimeter
  }
}
