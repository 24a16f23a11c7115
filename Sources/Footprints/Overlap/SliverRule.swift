/// Distinguishes slivers, which come from generalising the same boundary twice, from real overlaps: by width, because a
/// sliver can be long and so large, but no wider than the generalisation can displace a line.
public struct SliverRule: Sendable, Equatable {
  /// Common parts whose mean width 2A/P is below this many metres are slivers.
  public let width: Double
  /// Where the width comes from, for people.
  public let reason: String
  /// The part of the narrower area's own mean width that a sliver of it can have at most, however large ``width`` is;
  /// nil where the width is known and not estimated.
  public let largestPartOfWidth: Double?

  /// A width that the user gives.
  public init(width: Double) {
    self.width = width
    reason = "given"
    largestPartOfWidth = nil
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
  public init(_ x: Resolution, _ y: Resolution) {
    let coarser = x.tolerance >= y.tolerance ? x : y
    width = coarser.tolerance * 0.75
    let isEstimate = coarser.origin == .measured
    largestPartOfWidth = isEstimate ? 0.25 : nil
    reason =
      "three quarters of the coarser layer’s tolerance, \(coarser)"
      + (isEstimate ? ", but no more than a quarter of the narrower area’s own mean width" : "")
  }

  /// Whether one common part, or the total of several, is as thin as a sliver.
  public func isThin(area: Double, perimeter: Double) -> Bool {
    Self.isThin(area, perimeter, below: width)
  }

  private static func isThin(_ area: Double, _ perimeter: Double, below width: Double) -> Bool {
    2 * area < width * perimeter
  }

  /// Which pairs are slivers.
  ///
  /// A common part that is half of either area or more is the area itself, however narrow, and not a sliver along
  /// its border.
  ///
  /// A pair whose total is thin may still hold one real part among many slivers. A part of mean width w has
  /// an area of at least pi w^2 (a disc is the most compact shape), so a total below that settles it; for the
  /// others the parts are measured, and the pair is real when any part is.
  func slivers(
    of table: OverlapTable, x: MultiPolygonArray, y: MultiPolygonArray, jobs: Int
  ) throws(FootprintsError) -> [Bool] {
    var isSliver = table.pairs.map { pair in
      isThin(area: pair.area, perimeter: pair.perimeter)
        && 2 * pair.area < Swift.min(table.xAreas[pair.x], table.yAreas[pair.y])
    }
    var widths = [Double](repeating: width, count: table.pairs.count)
    if let largestPartOfWidth {
      let thin = table.pairs.indices.filter { isSliver[$0] }
      let xWidths = try Self.meanWidths(
        of: Set(thin.map { table.pairs[$0].x }), in: x, table.xAreas, jobs: jobs)
      let yWidths = try Self.meanWidths(
        of: Set(thin.map { table.pairs[$0].y }), in: y, table.yAreas, jobs: jobs)
      for index in thin {
        let pair = table.pairs[index]
        widths[index] = Swift.min(width, largestPartOfWidth * Swift.min(xWidths[pair.x], yWidths[pair.y]))
        isSliver[index] = Self.isThin(pair.area, pair.perimeter, below: widths[index])
      }
    }
    let unclear = table.pairs.indices.filter {
      isSliver[$0] && table.pairs[$0].area >= .pi * widths[$0] * widths[$0]
    }
    let parts = try PartWidths(of: unclear.map { table.pairs[$0] }, in: table, x: x, y: y, jobs: jobs)
    let isReal = try parts.havePart(atLeastAsWideAs: unclear.map { widths[$0] }, jobs: jobs)
    for (index, pair) in unclear.enumerated() { isSliver[pair] = !isReal[index] }
    return isSliver
  }

  /// The mean widths of some areas of a layer, by position; 0 for the others.
  private static func meanWidths(
    of wanted: Set<Int>, in layer: MultiPolygonArray, _ areas: [Double], jobs: Int
  ) throws(FootprintsError) -> [Double] {
    let positions = wanted.sorted()
    let perimeters = try parallelMap(count: positions.count, jobs: jobs) {
      layer.perimeter(of: positions[$0])
    }
    var widths = [Double](repeating: 0, count: layer.count)
    for (position, perimeter) in zip(positions, perimeters) where perimeter > 0 {
      widths[position] = 2 * areas[position] / perimeter
    }
    return widths
  }
}
