/// Which ground along a border is a strip that comes from drawing the border twice: by width, as `SliverRule` has it for two
/// layers.
struct StripRule {
  /// The mean width below which ground is a sliver, in metres.
  let width: Double
  /// How wide ground that is open to the outside can be, in metres: as a sliver where its width is stated; else no wider than what survey
  /// and drawing explain, since coasts have inlets of their own.
  let inletWidth: Double
  /// The part of the narrower area's own mean width that a sliver can have at most; nil where the width is known.
  private let largestPart: Double?
  private let layer: PreparedLayer

  /// A layer without generalisation has errors of survey and of drawing all the same: metres less than this make no area.
  private static let least = 1.0
  /// Narrower ground than this many metres cannot be told from a line: coordinates of seven decimals lie 11 mm apart, so that a
  /// vertex on a neighbour's edge leaves it by half of that, and the mean width is half of that again.
  static let hair = 0.01

  init(_ layer: PreparedLayer, width: Double?) {
    let rule = width.map(SliverRule.init(width:)) ?? SliverRule(layer.resolution, layer.resolution)
    self.width = width ?? max(Self.least, rule.width)
    inletWidth = width ?? Self.least
    largestPart = rule.largestPartOfWidth
    self.layer = layer
  }

  /// What some ground is.
  enum Verdict { case hair, sliver, wide }

  /// What ground of some parts between some areas is: as wide as its widest part.
  func verdict(on parts: MultiPolygonArray, between areas: [Int]) -> Verdict {
    var limit = width
    if let largestPart {
      for area in areas { limit = min(limit, max(Self.least, largestPart * meanWidth(of: area))) }
    }
    var verdict = Verdict.hair
    for polygon in 0..<parts.polygonCount {
      let (area, perimeter) = (parts.area(ofPolygon: polygon), parts.perimeter(ofPolygon: polygon))
      if 2 * area >= limit * perimeter { return .wide }
      if 2 * area >= Self.hair * perimeter { verdict = .sliver }
    }
    return verdict
  }

  private func meanWidth(of area: Int) -> Double {
    let perimeter = layer.geometry.perimeter(of: area)
    return perimeter > 0 ? 2 * layer.area(of: area) / perimeter : 0
  }
}
