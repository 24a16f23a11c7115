/// Parts of areas that lie far from everything else, as a coordinate with a wrong digit makes them.
///
/// The middles of the areas' boxes have quartiles along either axis. A part counts as distant where its own middle lies
/// beyond them by more than five times the distance between the two (J. Tukey, "Exploratory data analysis", 1977, calls
/// three times "far out"), or five times the median size of an area's box where that is more: the layer of a country with its
/// outermost islands has none.
enum DistantParts {
  /// How many times the distance between the quartiles.
  static let reach = 5.0
  /// So many areas make quartiles.
  static let fewest = 4

  static func findings(in layer: PreparedLayer) -> [Finding] {
    let geometry = layer.geometry
    let boxes = (0..<geometry.count).map { geometry.box(of: $0) }.filter { !$0.isEmpty }
    guard boxes.count >= fewest else { return [] }
    let x = limits(boxes.map { ($0.min.x, $0.max.x) })
    let y = limits(boxes.map { ($0.min.y, $0.max.y) })
    var findings: [Finding] = []
    for area in 0..<geometry.count {
      for polygon in geometry.polygons(of: area) {
        guard let ring = geometry.rings(of: polygon).first else { continue }
        var box = Box.empty
        for vertex in geometry.vertices(of: ring) { box.extend(to: geometry.coordinates[vertex]) }
        let middle = Coordinate(box.min.x / 2 + box.max.x / 2, box.min.y / 2 + box.max.y / 2)
        if x.contains(middle.x), y.contains(middle.y) { continue }
        let unit = layer.unit(area)
        let distance = max(x.distance(middle.x), y.distance(middle.y))
        let whole = geometry.polygons(of: area).count == 1 ? unit.label : "a part of \(unit.label)"
        var finding = Finding(
          .distantPart, in: layer.name, about: unit, at: middle,
          "\(whole) lies \(Wording.decimal(distance / 1000, distance < 10_000 ? 1 : 0)) km from the middle of the layer"
        )
        var shape = MultiPolygonArray()
        for ring in geometry.rings(of: polygon) {
          for vertex in geometry.vertices(of: ring) { shape.append(geometry.coordinates[vertex]) }
          shape.endRing()
        }
        shape.endPolygon()
        shape.endArea()
        finding.cover(shape, area: shape.area(of: 0), perimeter: shape.perimeter(of: 0))
        findings.append(finding)
      }
    }
    return findings
  }

  /// Where middles usually are along an axis.
  private struct Limits {
    let median: Double
    let range: ClosedRange<Double>

    func contains(_ value: Double) -> Bool { range.contains(value) }
    func distance(_ value: Double) -> Double { abs(value - median) }
  }

  private static func limits(_ extents: [(low: Double, high: Double)]) -> Limits {
    let middles = extents.map { $0.low / 2 + $0.high / 2 }.sorted()
    let sizes = extents.map { $0.high - $0.low }.sorted()
    let (first, third) = (middles[middles.count / 4], middles[(3 * middles.count - 1) / 4])
    let margin = reach * max(third - first, sizes[sizes.count / 2])
    return Limits(median: middles[middles.count / 2], range: first - margin...third + margin)
  }
}
