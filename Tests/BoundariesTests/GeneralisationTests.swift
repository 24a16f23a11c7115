import RegionGenerator
import Testing

@Suite struct GeneralisationTests {
  @Test func vertexStaysWhenTheLineWouldMoveByMoreThanTheTolerance() {
    let line = [Point(0, 0), Point(10, 3), Point(20, 0), Point(30, 8), Point(40, 0)]
    #expect(Generalisation(tolerance: 9).simplify(line) == [line[0], line[4]])
    #expect(Generalisation(tolerance: 7).simplify(line) == [line[0], line[3], line[4]])
    #expect(Generalisation(tolerance: 1).simplify(line) == line)
    #expect(Generalisation(tolerance: 0).simplify(line) == line)
  }

  @Test func ringNeverCollapses() {
    let ring = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10), Point(0, 0)]
    let simplified = Generalisation(tolerance: 1e6).simplify(ring)
    #expect(simplified.count >= 4)
    #expect(simplified.first == simplified.last)
  }

  @Test func crossingsAreFoundAndTouchingEndsAreNone() {
    let flat = [Point(0, 0), Point(10, 0)]
    #expect(Crossings.lines(among: [flat, [Point(5, -5), Point(5, 5)]]) == [0, 1])
    #expect(Crossings.lines(among: [flat, [Point(5, 0), Point(5, 5)]]) == [0, 1])
    #expect(Crossings.lines(among: [flat, flat]) == [0, 1])
    #expect(Crossings.lines(among: [flat, [Point(10, 0), Point(4, 0)]]) == [0, 1])
    #expect(Crossings.lines(among: [flat, [Point(10, 0), Point(20, 0)]]).isEmpty)
    #expect(Crossings.lines(among: [flat, [Point(10, 0), Point(5, 5)]]).isEmpty)
    #expect(Crossings.lines(among: [flat, [Point(0, 1), Point(10, 1)]]).isEmpty)
  }

  /// Two borders between the same ends would both become the same straight line.
  @Test func bordersThatWouldRunIntoEachOtherAreDrawnFiner() {
    let upper = Arc(left: 0, right: 1, start: 0, end: 1, line: [Point(0, 0), Point(50, 40), Point(100, 0)])
    let lower = Arc(left: 1, right: 2, start: 0, end: 1, line: [Point(0, 0), Point(50, -40), Point(100, 0)])
    let result = [upper, lower].generalised(tolerance: 60)
    #expect(Crossings.lines(among: result.map(\.line)).isEmpty)
    #expect([upper].generalised(tolerance: 60)[0].line.count == 2)
  }
}
