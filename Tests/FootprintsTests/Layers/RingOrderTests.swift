import Footprints
import Testing

/// Polygons whose rings come in another order than the formats ask for, and what repairs leave of an area.
@Suite struct RingOrderTests {
  typealias Ring = [(Double, Double)]

  static func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
    [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
  }

  /// A layer of one area, its rings in metres around a place in England.
  static func layer(_ polygons: [[Ring]]) throws -> PreparedLayer {
    let moved = polygons.map { $0.map { ring in ring.map { (400_000 + $0.0, 200_000 + $0.1) } } }
    return try PreparedLayer(
      "mine", codes: ["A"], areas: MultiPolygonArray(multiPolygons: [moved]), jobs: 1)
  }

  private static let (outer, inner, far) = (square(0, 0, 100), square(20, 20, 10), square(300, 0, 10))
  private static let (island, other) = (square(22, 22, 5), square(50, 50, 10))
  /// A thin L, whose box holds more than itself.
  private static let corner: Ring = [(0, 0), (100, 0), (100, 10), (10, 10), (10, 100), (0, 100), (0, 0)]
  /// The outer square with a vertex more, drawn from elsewhere.
  private static let again: Ring = [
    (100, 100), (0, 100), (0, 50), (0, 0), (100, 0), (100, 100),
  ]

  /// Rings, the area they make, what was wrong with their order.
  @Test(
    arguments: [
      ([outer, inner], 9900, []),
      ([inner, outer], 9900, [.exteriorNotFirst]),
      ([inner, outer, other], 9800, [.exteriorNotFirst]),
      ([inner, other, outer], 9800, [.exteriorNotFirst]),
      ([island, inner, outer], 9925, [.exteriorNotFirst]),
      ([outer, far], 10_100, [.ringsApart]),
      ([far, outer], 10_100, [.ringsApart]),
      ([outer, inner, far], 10_000, [.ringsApart]),
      ([inner, outer, far], 10_000, [.exteriorNotFirst, .ringsApart]),
      ([corner, other], 2000, [.ringsApart]),
      ([outer, square(100, 0, 10)], 10_100, [.ringsApart]),
      ([square(100, 0, 10), inner, outer], 10_000, [.ringsApart]),
      ([outer, square(-10, 0, 10), inner], 10_000, [.ringsApart]),
      ([outer, outer], 10_000, [.ringTwice]),
      ([outer, outer, inner], 9900, [.ringTwice]),
      ([outer, inner, inner], 9900, [.ringTwice]),
      ([inner, outer, inner, outer], 9900, [.exteriorNotFirst, .ringTwice]),
      // Holes that stick out, at the bottom, at the top, on both sides.
      ([outer, square(10, -5, 10)], 9950, []),
      ([outer, square(10, 95, 10)], 9950, []),
      ([outer, [(-5, 40), (105, 40), (105, 50), (-5, 50), (-5, 40)]], 9000, []),
      // Holes that cross each other.
      ([outer, inner, square(25, 25, 10)], 9825, []),
    ] as [([Ring], Double, [RingOrderFault])])
  func theRingThatHoldsTheOthersIsTheExterior(
    _ rings: [Ring], _ area: Double, _ faults: [RingOrderFault]
  ) throws {
    for bits in 0..<(1 << rings.count) {
      let drawn = rings.enumerated().map { bits >> $0 & 1 == 1 ? Ring($1.reversed()) : $1 }
      let layer = try Self.layer([drawn])
      #expect(abs(layer.area(of: 0) - area) < 1e-6)
      #expect(layer.repairs.flatMap(\.ringOrder) == faults)
      #expect(layer.repairs.allSatisfy { $0.areaLost == 0 && $0.areaBefore >= 0 })
      let notices = layer.repairs.map { Notice($0) }
      #expect(notices.allSatisfy { $0.code == "repaired" && $0.severity == .warning })
    }
  }

  @Test func theOrderOfRingsOfEachPolygonCounts() throws {
    let layer = try Self.layer([[Self.inner, Self.outer], [Self.far]])
    #expect(layer.area(of: 0) == 10_000)
    #expect(layer.geometry.polygonOffsets == [0, 2, 3])
    #expect(layer.repairs.map(\.areaBefore) == [100] && layer.repairs.map(\.areaAfter) == [10_000])
    let notice = try #require(layer.repairs.map { Notice($0) }.first)
    #expect(
      notice.message.contains(
        "the ring that holds the others was taken for the exterior; its area changed from 100 to"),
      "\(notice.message)")
  }

  /// A hole that leaves nothing of its polygon, though it is not the same ring.
  @Test func groundThatARepairLosesIsTold() throws {
    let layer = try Self.layer([[Self.outer, Self.again]])
    let repair = try #require(layer.repairs.first)
    #expect(layer.codes == ["A"] && repair.areaAfter == 0 && repair.areaLost == 10_000)
    let notice = Notice(repair)
    #expect(notice.severity == .warning && notice.code == "ground-lost")
    #expect(
      notice.message.hasSuffix(
        "its repair lost 10,000 m2 of its ground; nothing is left, so that it overlaps nothing"))
    // Ground that was drawn twice is not lost.
    let twice = try Self.layer([[Self.outer], [Self.square(50, 0, 100)]])
    #expect(twice.repairs.map(\.areaLost) == [0] && twice.area(of: 0) == 15_000)
  }

  @Test func anAreaOfWhichNothingIsLeftKeepsItsRow() throws {
    let (lost, whole) = (try Self.layer([[Self.outer, Self.again]]), try Self.layer([[Self.outer]]))
    let study = Study(
      given: Study.Given(layers: [lost.named("lost"), whole.named("whole")]), settings: try Study.Settings())
    let result = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "lost", y: "whole")).result
    #expect(result.comparison.rows.isEmpty)
    #expect(result.comparison.leftovers.map(\.x) == [0, nil])
    #expect(result.comparison.leftovers.map(\.area) == [0, 10_000])
  }

  @Test func aRepairThatChangesNothingNeedsNoAttention() throws {
    // A spike without area.
    let spike: Ring = [(0, 0), (100, 0), (100, 100), (100, 150), (100, 100), (0, 100), (0, 0)]
    let notices = try Self.layer([[spike]]).repairs.map { Notice($0) }
    #expect(notices.map(\.severity) == [.information])
    #expect(notices.allSatisfy { $0.message.hasSuffix("its area changed by less than 1 m2") })
  }
}
