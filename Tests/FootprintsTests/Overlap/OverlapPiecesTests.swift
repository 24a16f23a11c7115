import Footprints
import Testing

@Suite struct OverlapPiecesTests {
  @Test func polygonsOfLessThanASquareMetreAreLeftOutAndCounted() throws {
    // About 1.1 cm by 0.7 cm at this latitude.
    func square(_ x: Double, _ units: Double) -> RingOrderTests.Ring {
      RingOrderTests.square(x, 52, units * 1e-7)
    }
    let (large, small, one) = (square(0, 500), square(1, 100), square(2, 120))
    let pieces = try MultiPolygonArray(multiPolygons: [[[large], [small]], [[small]], [], [[one]]])
    let (kept, dust) = pieces.withoutDust()
    #expect(kept == (try MultiPolygonArray(multiPolygons: [[[large]], [], [], [[one]]])))
    #expect(dust.count == 2 && abs(dust.area - 2 * 0.7637) < 1e-3)
    let none = kept.withoutDust()
    #expect(none.areas == kept && none.dust.count == 0)
  }

  /// A square metre of the common part hangs on by itself.
  @Test func theFeaturesOfAnOverlapAreNamedAndCountTheirDust() throws {
    func layer(_ name: String, _ code: String, _ polygons: [[RingOrderTests.Ring]]) throws -> PreparedLayer {
      let moved = polygons.map { $0.map { ring in ring.map { (400_000 + $0.0, 200_000 + $0.1) } } }
      return try PreparedLayer(name, codes: [code], areas: MultiPolygonArray(multiPolygons: [moved]), jobs: 1)
    }
    let x = try layer(
      "x", "A", [[RingOrderTests.square(0, 0, 1000)], [RingOrderTests.square(2000, 0, 1000)]])
    let y = try layer(
      "y", "B", [[RingOrderTests.square(500, 500, 1000)], [RingOrderTests.square(2999.5, 999, 10)]])
    let study = Study(given: Study.Given(layers: [x, y]), settings: try Study.Settings())
    let features = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "x", y: "y")).result.features()
    #expect(features.identifiers == ["A-B", "A-", "-B"])
    // What is left over of A lacks a corner of each square.
    #expect((0..<3).map { features.geometry.polygons(of: $0).count } == [1, 2, 2])
    #expect(features.notes.map(\.text) == ["1 polygon of less than 1 m2, 0.5 m2 in all, not drawn."])
  }
}
