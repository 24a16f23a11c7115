import Testing

@testable import Footprints

/// Borders for the screen: simplified once for both neighbours.
@Suite struct ScreenOutlinesTests {
  private static let box = Box(min: Coordinate(0, 0), max: Coordinate(1000, 1000))

  /// Two squares whose common border has more detail than a screen can show.
  @Test func neighboursKeepTheirCommonBorder() throws {
    let border = (0...200).map { number -> (Double, Double) in
      let x: Double = number.isMultiple(of: 2) ? 500.3 : 499.7
      return (x, Double(number) * 5)
    }
    let left: [(Double, Double)] = [(0, 0)] + border + [(0, 1000)]
    let right: [(Double, Double)] = [(1000, 1000)] + Array(border.reversed()) + [(1000, 0)]
    let geometry = try MultiPolygonArray(polygons: [[left], [right]])
    let frame = MapFrame(around: Self.box)
    let outlines = ScreenOutlines(geometry, areas: [0, 1], in: frame)
    #expect(outlines.rings[0].count == 1 && outlines.rings[1].count == 1)
    #expect(outlines.rings[0][0].count < 10)
    let common = Set(outlines.rings[0][0]).intersection(outlines.rings[1][0])
    let middle = frame.place(Coordinate(500, 0)).x
    for ring in [outlines.rings[0][0], outlines.rings[1][0]] {
      #expect(ring.filter { abs($0.x - middle) < 20 }.allSatisfy(common.contains))
    }
    // Three lines: the common border once, and what is left of each.
    #expect(outlines.borders.count == 3)
  }

  /// Random boards: every edge inside lies between two areas that have it in opposite directions, so that nothing gaps or overlaps.
  @Test(arguments: 1...30) func nothingGaps(seed: UInt64) throws {
    var random = RandomLayers(random: SeededGenerator(seed: seed), step: 0.001, size: 1000)
    let side = 6
    let board = random.board(side: side)
    let geometry = try MultiPolygonArray(polygons: (0..<side * side).map { [board.cell($0)] })
    let frame = MapFrame(around: Self.box)
    let outlines = ScreenOutlines(geometry, areas: Array(0..<side * side), in: frame, tolerance: 30)
    struct Edge: Hashable { let from, to: MapFrame.Place }
    var edges: [Edge: Int] = [:]
    for ring in outlines.rings.joined() {
      for (index, from) in ring.enumerated() {
        edges[Edge(from: from, to: ring[(index + 1) % ring.count]), default: 0] += 1
      }
    }
    let corners = [Coordinate(0, 0), Coordinate(1000, 1000)].map(frame.place)
    for (edge, count) in edges where edge.from != edge.to {
      let isOuter =
        edge.from.x == edge.to.x && corners.contains { $0.x == edge.from.x }
        || edge.from.y == edge.to.y && corners.contains { $0.y == edge.from.y }
      guard !isOuter else { continue }
      #expect(edges[Edge(from: edge.to, to: edge.from)] == count, "seed \(seed): \(edge)")
    }
  }

  @Test(arguments: 1...50) func aLineAndItsReverseAreSimplifiedAlike(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let line = (0..<200).map { _ in
      MapFrame.Place(Int32.random(in: 0...300, using: &random), Int32.random(in: 0...300, using: &random))
    }
    let simple = LineSimplification.simplified(line, tolerance: 40)
    #expect(
      LineSimplification.simplified(line.reversed(), tolerance: 40) == simple.reversed(), "seed \(seed)")
    #expect(simple.first == line.first && simple.last == line.last && simple.count < line.count)
  }

  /// A line that is its own reverse once had no direction at all.
  @Test func spikesAreSimplified() {
    let (a, b, c) = (MapFrame.Place(0, 0), MapFrame.Place(10, 0), MapFrame.Place(20, 0))
    #expect(LineSimplification.simplified([a, b, a], tolerance: 5) == [a, b, a])
    #expect(LineSimplification.simplified([a, b, c, b, a], tolerance: 5).first == a)
    #expect(LineSimplification.simplified([a, a, a], tolerance: 5) == [a, a])
  }

  @Test func whatIsTooSmallToSeeHasNoRing() throws {
    let geometry = try MultiPolygonArray(polygons: [[[(500, 500), (500.01, 500), (500.01, 500.01)]]])
    let outlines = ScreenOutlines(geometry, areas: [0], in: MapFrame(around: Self.box))
    #expect(outlines.rings == [[]] && outlines.borders.isEmpty)
  }

  @Test func ringsAreCutAtTheFrame() {
    let ring = [(-500.0, 500.0), (1500.0, 500.0), (1500.0, 2000.0), (-500.0, 2000.0), (-500.0, 500.0)].map {
      Coordinate($0.0, $0.1)
    }
    let cut = RingClipping.clipped(ring, to: Self.box)
    #expect(
      Set(cut) == [
        Coordinate(0, 500), Coordinate(1000, 500), Coordinate(1000, 1000), Coordinate(0, 1000),
      ])
    #expect(cut.first == cut.last)
    #expect(RingClipping.clipped(ring, to: Box(min: Coordinate(0, 0), max: Coordinate(1, 1))).isEmpty)
    // What surrounds the frame is the frame.
    let around = [(-1.0, -1.0), (2000, -1), (2000, 2000), (-1, 2000), (-1, -1)].map { Coordinate($0.0, $0.1) }
    #expect(RingClipping.clipped(around, to: Self.box).count == 5)
  }
}
