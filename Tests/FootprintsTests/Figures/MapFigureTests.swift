import Testing

@testable import Footprints

/// What a map shows, and where.
@Suite struct MapFigureTests {
  @Test func scalesAreRound() {
    func words(_ metres: Double) -> String {
      MapScale(
        MapFrame(around: Box(min: Coordinate(0, 0), max: Coordinate(metres, metres)))
      ).words
    }
    #expect(words(500_000) == "100 km" && words(100_000) == "20 km" && words(3000) == "500 m")
  }

  @Test func framesKeepProportions() {
    let tall = MapFrame(around: Box(min: Coordinate(0, 0), max: Coordinate(1000, 100_000)))
    #expect(tall.height <= tall.width * 12 / 10)
    let flat = MapFrame(around: Box(min: Coordinate(0, 0), max: Coordinate(100_000, 1)))
    #expect(flat.height >= flat.width / 3)
    let up = (flat.place(Coordinate(0, 1000)), flat.place(Coordinate(0, 0)))
    #expect(up.0.y < up.1.y && up.0.x == up.1.x)
    // What is far away has a place all the same.
    #expect(flat.place(Coordinate(1e18, -1e18)).x == 1_000_000_000)
  }

  @Test func namesDoNotCoverEachOther() throws {
    let side = 12
    let squares = (0..<side * side).map { number -> [[(Double, Double)]] in
      let (x, y) = (Double(number % side) * 1000, Double(number / side) * 1000)
      return [[(x, y), (x + 1000, y), (x + 1000, y + 1000), (x, y + 1000)]]
    }
    let geometry = try MultiPolygonArray(polygons: squares)
    let source = MapFigure.Source(
      geometry, areas: Array(0..<side * side), title: "squares", style: .first,
      unit: { NamedCode(code: "\($0)", name: "Square number \($0)") }
    ).labelled()
    let map = try #require(MapFigure([source], framing: [0]))
    let labels = map.layers[0].areas.compactMap(\.label)
    #expect(!labels.isEmpty)
    func extent(_ label: MapFigure.Label) -> (x: ClosedRange<Int>, y: ClosedRange<Int>) {
      let (w, h) = (
        (label.lines.map(\.count).max() ?? 0) * MapLabels.letter / 2, label.lines.count * MapLabels.line / 2
      )
      return (
        Int(label.middle.x) - w...Int(label.middle.x) + w, Int(label.middle.y) - h...Int(label.middle.y) + h
      )
    }
    for (index, one) in labels.enumerated() {
      for other in labels[(index + 1)...] {
        let (a, b) = (extent(one), extent(other))
        #expect(
          a.x.upperBound <= b.x.lowerBound || b.x.upperBound <= a.x.lowerBound
            || a.y.upperBound <= b.y.lowerBound || b.y.upperBound <= a.y.lowerBound)
      }
    }
  }

  /// A small area in a large frame is a dot, and never gone.
  @Test func whatIsTooSmallIsADot() throws {
    let geometry = try MultiPolygonArray(polygons: [
      [[(0, 0), (500_000, 0), (500_000, 500_000), (0, 500_000)]],
      [[(600_000, 100), (600_010, 100), (600_010, 110)]],
    ])
    let source = MapFigure.Source(
      geometry, areas: [0, 1], title: "areas", style: .first, unit: { NamedCode(code: "\($0)", name: "") })
    let map = try #require(MapFigure([source], framing: [0]))
    #expect(map.layers[0].areas[0].place == nil && !map.layers[0].areas[0].rings.isEmpty)
    #expect(map.layers[0].areas[1].rings.isEmpty)
    let inFrame = try #require(MapFigure([source], framing: [0, 0]))
    #expect(inFrame.frame == map.frame)
  }

  @Test func nothingToShowIsNoMap() {
    let source = MapFigure.Source(
      MultiPolygonArray(), areas: [], title: "", style: .first, unit: { _ in NamedCode(code: "", name: "") })
    #expect(MapFigure([source], framing: [0]) == nil)
  }
}
