import Footprints
import Testing

/// Edges that lie so close together, and so long, that no division into cells takes them apart.
@Suite struct CrowdedCellsTests {
  private typealias Ring = [(Double, Double)]

  /// A star of thin rays around a point, turned by a part of a ray.
  private static func star(_ rays: Int, turn: Double, radius: Double = 10_000) -> Ring {
    (0..<rays).flatMap { ray in
      [(0.0, radius), (0.5, 10.0)].map { part, radius in
        let angle = (Double(ray) + part + turn) * (Double.pi * 2 / Double(rays))
        return (millimetres(radius * cosine(angle)), millimetres(radius * sine(angle)))
      }
    }
  }

  private static func millimetres(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private static func sine(_ angle: Double) -> Double { cosine(angle - .pi / 2) }

  /// The cosine by its series, since the tests import no mathematics.
  private static func cosine(_ angle: Double) -> Double {
    let x = angle.remainder(dividingBy: 2 * .pi)
    var (term, sum) = (1.0, 1.0)
    for n in 1...20 {
      term *= -x * x / Double((2 * n - 1) * 2 * n)
      sum += term
    }
    return sum
  }

  /// Slanted strings between two upright sides, made of teeth whose ends are upright edges.
  private static func harp(_ teeth: Int, slant: Double, random: inout SeededGenerator) -> Ring {
    var ring: Ring = [(-50, -1), (9_000, slant - 1)]
    for tooth in 0..<teeth {
      let y = Double(tooth) * 3
      let end = 9_000 + Double(Int.random(in: 0...1, using: &random))
      ring += [(end, y + slant), (end, y + 1 + slant), (0, y + 1), (0, y + 2)]
    }
    ring += [(9_000, Double(teeth) * 3 + slant), (-50, Double(teeth) * 3)]
    return ring
  }

  private static func layers(_ a: [Ring], _ b: [Ring]) -> (MultiPolygonArray, MultiPolygonArray) {
    (MultiPolygonArray(areas: a.map { [[$0]] }), MultiPolygonArray(areas: b.map { [[$0]] }))
  }

  private static func invalid(_ areas: MultiPolygonArray) throws -> [Int] {
    try OverlapKernel.invalidAreas(of: DissolveTests.gridded(areas), jobs: 1).map(\.area)
  }

  @Test(arguments: [0.25, 0.5, 0.1, 0.0]) func starsAreWhatThePlainTwinFinds(turn: Double) throws {
    let (a, b) = Self.layers([Self.star(300, turn: 0)], [Self.star(300, turn: turn)])
    #expect(try Self.invalid(a).isEmpty)
    try PlainOverlayTests.check(a, b, "turned by \(turn)")
  }

  @Test(arguments: 0..<4 as Range<UInt64>) func stringsAreWhatThePlainTwinFinds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let slants = [(0.0, 40.0), (10, 10), (-7, 300), (2, 0)][Int(seed)]
    let one = Self.harp(220, slant: slants.0, random: &random)
    let other = Self.harp(220, slant: slants.1, random: &random)
    let (a, b) = Self.layers([one], [other])
    #expect(try Self.invalid(a).isEmpty, "seed \(seed)")
    #expect(try Self.invalid(b).isEmpty, "seed \(seed)")
    try PlainOverlayTests.check(a, b, "seed \(seed)")
  }

  /// Areas of one layer that lie over each other have edges that cross.
  @Test func areasOfALayerMayCross() throws {
    let (a, b) = Self.layers(
      [Self.star(200, turn: 0), Self.star(200, turn: 0.3)], [Self.star(200, turn: 0.6, radius: 9_000)])
    try PlainOverlayTests.check(a, b, "three stars")
  }

  @Test func aCrossingAmongManyRaysIsFound() throws {
    for ray in [0, 201, 1_490] {
      var star = Self.star(1_500, turn: 0)
      // The tip moves into the ray after the next.
      star[2 * ray] = star[(2 * ray + 4) % star.count]
      star[2 * ray].0 *= 0.9
      star[2 * ray].1 *= 0.9
      let (layer, _) = Self.layers([star], [star])
      #expect(try Self.invalid(layer) == [0], "ray \(ray)")
    }
    // So many that the tree of the area's own edges gives up.
    let (layer, _) = Self.layers([Self.star(4_000, turn: 0)], [])
    #expect(try Self.invalid(layer).isEmpty)
  }
}
