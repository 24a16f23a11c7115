import Foundation
import Testing

@testable import Footprints

/// Borders whose agreement follows from a drawing.
@Suite struct BoundaryAgreementTests {
  private typealias Shapes = BorderShapes

  private func expect(
    _ border: BorderAgreement, length: Double, shared: Double, within: Double, mean: Double, largest: Double,
    by tolerance: Double = 1e-4, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func near(_ a: Double?, _ b: Double, _ what: String) {
      #expect(abs((a ?? .infinity) - b) <= tolerance, "\(what)", sourceLocation: sourceLocation)
    }
    near(border.length, length, "length")
    near(border.sharedLength, shared, "shared")
    near(border.withinLength, within, "within")
    near(border.meanDisplacement, mean, "mean")
    near(border.furthest?.distance, largest, "largest")
  }

  static let angles = [0, 0.3, .pi / 2, 2.5]

  /// Two sides lie 10 m apart, the two others on each other but for 10 m. Near the corners the nearest point of the one
  /// across is on a side that runs towards it.
  @Test(arguments: angles) func movedSquare(angle: Double) throws {
    let x = Shapes.areas([Shapes.rectangle(0, 0, 1000, 1000)], turned: angle)
    let y = Shapes.areas([Shapes.rectangle(10, 0, 1010, 1000)], turned: angle)
    let found = try Shapes.agreement(x, y, within: 4)
    for side in [found.x, found.y] {
      try expect(side.all, length: 4000, shared: 1980, within: 1996, mean: 5, largest: 10)
      #expect(side.inner.length == 0)
      #expect(side.outer == side.all && side.areas == [side.all])
    }
    #expect(abs((found.x.all.withinShare ?? 0) - 1996.0 / 4000) < 1e-6)
    try expect(
      Shapes.agreement(x, y, within: 10.001).x.all, length: 4000, shared: 1980, within: 4000, mean: 5,
      largest: 10)
  }

  @Test func neighboursShareASide() throws {
    let x = Shapes.areas([Shapes.rectangle(0, 0, 1000, 1000)])
    let y = Shapes.areas([Shapes.rectangle(1000, 0, 2000, 1000)])
    let found = try Shapes.agreement(x, y, within: 100)
    for side in [found.x, found.y] {
      try expect(side.all, length: 4000, shared: 1000, within: 1200, mean: 500, largest: 1000)
    }
    let furthest = try #require(found.x.all.furthest)
    #expect(furthest.place.x == 400_000 && furthest.areas == [0])
  }

  @Test(arguments: angles) func bump(angle: Double) throws {
    let x = Shapes.areas([Shapes.rectangle(0, 0, 1000, 1000)], turned: angle)
    let y = Shapes.areas(
      [[(0, 0), (1000, 0), (1000, 1000), (600, 1000), (500, 1050), (400, 1000), (0, 1000)]], turned: angle)
    let found = try Shapes.agreement(x, y, within: 20)
    let root = 5.0.squareRoot()
    // Under the bump the nearest point of a slope of 1 in 2 is 1/√5 of the way from its foot; 20 m are reached at 20 √5.
    try expect(
      found.x.all, length: 4000, shared: 3800, within: 4000 - 2 * (100 - 20 * root),
      mean: 10_000 / root / 4000,
      largest: 100 / root)
    let length = 3800 + 100 * root
    try expect(
      found.y.all, length: length, shared: 3800, within: 3800 + 40 * root, mean: 50 * root * 50 / length,
      largest: 50)
    let top = try #require(found.y.all.furthest?.place)
    let place = Shapes.areas([[(500, 1050), (0, 0), (0, 0)]], turned: angle).coordinates[0]
    #expect(abs(top.x - place.x) < 1e-5 && abs(top.y - place.y) < 1e-5)
  }

  /// A border between neighbours counts once, in whichever places they have set their vertices.
  @Test(arguments: angles) func innerAndOuter(angle: Double) throws {
    let x = Shapes.areas(
      [
        Shapes.rectangle(0, 0, 1000, 2000), Shapes.rectangle(1000, 0, 2000, 1000),
        Shapes.rectangle(1000, 1000, 2000, 2000),
      ], turned: angle)
    let y = Shapes.areas([Shapes.rectangle(0, 0, 2000, 2000)], turned: angle)
    let found = try Shapes.agreement(x, y, within: 100)
    // Along 2 km the distance rises to 1 km in the middle and falls; along the other kilometre it rises.
    try expect(found.x.inner, length: 3000, shared: 0, within: 300, mean: 500, largest: 1000)
    try expect(found.x.outer, length: 8000, shared: 8000, within: 8000, mean: 0, largest: 0)
    try expect(found.x.all, length: 11_000, shared: 8000, within: 8300, mean: 1500 / 11, largest: 1000)
    try expect(found.x.areas[0], length: 6000, shared: 4000, within: 4200, mean: 1000 / 6, largest: 1000)
    for area in 1...2 {
      try expect(found.x.areas[area], length: 4000, shared: 2000, within: 2200, mean: 250, largest: 1000)
    }
    #expect(found.x.all.furthest?.areas.count == 2)
    try expect(found.y.all, length: 8000, shared: 8000, within: 8000, mean: 0, largest: 0)
  }

  /// The same line with vertices in other places.
  @Test(arguments: angles) func verticesElsewhere(angle: Double) throws {
    func square(_ steps: [Double]) -> [(Double, Double)] {
      steps.map { ($0, 0) } + steps.map { (1000, $0) } + steps.map { (1000 - $0, 1000) }
        + steps.map { (0, 1000 - $0) }
    }
    let x = Shapes.areas([square([0, 137, 500, 731])], turned: angle)
    let y = Shapes.areas([square([0, 211, 499, 731, 999])], turned: angle)
    let found = try Shapes.agreement(x, y, within: 0.001)
    for side in [found.x, found.y] {
      try expect(side.all, length: 4000, shared: 4000, within: 4000, mean: 0, largest: 0)
    }
    #expect(abs((found.x.all.furthest?.distance ?? 1)) < 2e-6)
  }

  @Test func farApart() throws {
    let x = Shapes.areas([Shapes.rectangle(0, 0, 1, 1)])
    let y = Shapes.areas([Shapes.rectangle(100_000, 0, 100_001, 1)])
    let found = try Shapes.agreement(x, y, within: 500)
    try expect(found.x.all, length: 4, shared: 0, within: 0, mean: 99_999.5, largest: 100_000)
  }

  /// Without anything to compare with there are lengths, and no distances.
  @Test func withoutABorder() throws {
    var nothing = MultiPolygonArray()
    nothing.endArea()
    let square = Shapes.areas([Shapes.rectangle(0, 0, 10, 10)])
    for empty in [nothing, MultiPolygonArray()] {
      let grid = IntegerGrid(covering: square, jobs: 1)
      let found = try BoundaryAgreement(
        GridLayer(square, grid: grid, jobs: 1), GridLayer(empty, grid: grid, jobs: 1), within: 1, jobs: 1)
      #expect(found.x.all.length == 40 && found.x.areas[0].length == 40)
      #expect(found.x.all.meanDisplacement == nil && found.x.all.furthest == nil)
      #expect(found.x.all.withinShare == 0 && found.x.all.sharedLength == 0)
      #expect(
        found.y.all.length == 0 && found.y.all.withinShare == nil && found.y.all.meanDisplacement == nil)
      #expect(found.y.areas.count == empty.count)
    }
  }

  @Test func distancesThatMakeNoSense() throws {
    let square = Shapes.areas([Shapes.rectangle(0, 0, 10, 10)])
    for within in [-1, .nan, .infinity] {
      let error = #expect(throws: FootprintsError.self) {
        try Shapes.agreement(square, square, within: within)
      }
      #expect(error?.kind == .usage)
    }
    #expect(try Shapes.agreement(square, square, within: 0).x.all.withinShare == 1)
  }

  @Test func theDefaultFollowsFromTheCoarserLayer() throws {
    func distance(_ x: String, _ y: String) throws -> AgreementDistance {
      AgreementDistance(try Resolution(named: x), try Resolution(named: y))
    }
    #expect(try distance("BGC", "BUC").metres == 500)
    #expect(try distance("BUC", "BGC").reason == "the coarser layer’s tolerance, BUC (500 m)")
    #expect(try distance("20", "20").metres == 20)
    #expect(try distance("BFC", "BFE").metres == 1)
  }
}
