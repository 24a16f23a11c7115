import Foundation
import Testing

@testable import Footprints

/// Outlines that nobody would publish: they end, in a result or in an error that says why.
@Suite struct HostileBordersTests {
  private typealias Shapes = BorderShapes

  @Test func rays() throws {
    let star = Shapes.star(rays: 300, inner: 10, outer: 20_000)
    let turned = Shapes.star(rays: 300, inner: 10, outer: 20_000, turned: 1e-4)
    let found = try Shapes.agreement(Shapes.areas([star]), Shapes.areas([turned]), within: 1)
    #expect(found.x.all.sharedLength < 1)
    // The tips lie 2 m apart along the circle, and edges are all but parallel to each other.
    let furthest = try #require(found.x.all.furthest)
    #expect(furthest.distance > 1.9 && furthest.distance <= 2.001)
    #expect((found.x.all.withinShare ?? 0) > 0.45 && (found.x.all.withinShare ?? 1) < 0.56)
  }

  @Test func oneLongEdgeAlongMany() throws {
    let wedge: [(Double, Double)] = [(0, 0), (90_000, 89_999), (0, 89_999)]
    let steps = (0...1500).map { Double($0) * 60 }
    var stairs = steps.dropLast().flatMap { [($0, $0), ($0 + 60, $0)] }
    stairs += [(90_000, 90_000), (0, 90_000)]
    let found = try Shapes.agreement(Shapes.areas([wedge]), Shapes.areas([stairs]), within: 100)
    // Stairs of 60 m leave their line by 60/√2 m at most.
    #expect(abs((found.x.areas[0].withinShare ?? 0) - 1) < 1e-9)
    #expect((found.y.all.furthest?.distance ?? 0) <= 60 / 2.0.squareRoot() + 1)
  }

  /// Everything is as far from the middle of a circle.
  @Test func theMiddleOfACircle() throws {
    let circle = (0..<2000).map { number in
      let angle = Double(number) * .pi / 1000
      return (10_000 * cos(angle), 10_000 * sin(angle))
    }
    let dot = Shapes.star(rays: 5, inner: 1, outer: 2)
    let found = try Shapes.agreement(Shapes.areas([dot]), Shapes.areas([circle]), within: 9_999)
    let mean = try #require(found.x.all.meanDisplacement)
    #expect(mean > 9_997.9 && mean < 10_000)
    // From the middle of an edge on, the corners of the circle are further away than the edges.
    #expect((found.x.all.furthest?.distance ?? 0) < 10_000)
    // Halfway between two rays.
    #expect(abs((found.y.all.furthest?.distance ?? 0) - (10_000 - 2 * cos(.pi / 5))) < 0.01)
  }

  @Test func whatWouldTakeTooLongIsRefused() throws {
    let limit = DistanceLimit(segments: 1)
    var steps = 1 << 28
    try limit.check(&steps)
    #expect(steps == 0)
    steps = 1000
    let error = #expect(throws: FootprintsError.self) { try limit.check(&steps) }
    #expect(error?.kind == .badData && error?.remedy?.contains("Leave out areas") == true)
  }
}
