import Testing

@testable import Footprints

/// Gower's coefficient on ranks, by hand.
@Suite struct LikenessTests {
  private func measure(_ kind: LikeMeasure.Kind, _ values: [Double?]) -> LikeMeasure {
    LikeMeasure(kind, values: values)
  }

  @Test func ranksShareTheMiddleOfTies() {
    #expect(Likeness.ranks([10, 20, 30]) == [0, 0.5, 1])
    // The two in the middle have the places 1 and 2 of 0 to 3.
    #expect(Likeness.ranks([5, 1, 9, 5]) == [0.5, 0, 1, 0.5])
    #expect(Likeness.ranks([nil, 4, nil, 8]) == [nil, 0, nil, 1])
    #expect(Likeness.ranks([nil, 4]) == [nil, 0.5])
  }

  /// Five areas; the first is asked about. By people it is in the middle, by density the least.
  @Test func distancesAreMeansOfPlaces() throws {
    let likeness = Likeness(
      [
        measure(.population, [300, 100, 200, 400, 500]), measure(.density, [1, 2, 3, 4, 5]),
      ], of: 0)
    // (0.5 + 0.25) / 2, (0.25 + 0.5) / 2, (0.25 + 0.75) / 2, (0.5 + 1) / 2.
    #expect(likeness.neighbours.map(\.unit) == [1, 2, 3, 4])
    #expect(
      zip(likeness.neighbours.map(\.distance), [0.375, 0.375, 0.5, 0.75]).allSatisfy { agree($0, $1) })
    #expect(likeness.ranks == [0.5, 0])
    // The first two are equally alike: one is asked for, both are listed.
    #expect(likeness.nearest(1).map(\.unit) == [1, 2])
    #expect(likeness.nearest(3).map(\.unit) == [1, 2, 3])
    let first = try #require(likeness.neighbours.first)
    #expect(first.differences.map(\.measure) == [1, 0])
    // Of four others one is as near in density, all are in people.
    #expect(first.differences.map(\.asNear) == [0.25, 1])
  }

  /// Two measures of one kind count as much as one of another.
  @Test func measuresOfOneKindCountTogether() {
    let likeness = Likeness(
      [
        measure(.cornerIndex, [0, 1]), measure(.cornerIndex, [0, 1]), measure(.population, [7, 9]),
        measure(.density, [5, 5]),
      ], of: 0)
    #expect(likeness.neighbours.map(\.distance) == [1])
    #expect(likeness.same.map(\.kind) == [.density])
    let half = Likeness([measure(.cornerIndex, [0, 1, 0]), measure(.population, [7, 9, 9])], of: 0)
    // Corner: 0.25, 1, 0.25; people: 0, 0.75, 0.75.
    #expect(half.neighbours.map(\.unit) == [2, 1])
    #expect(zip(half.neighbours.map(\.distance), [0.375, 0.75]).allSatisfy { agree($0, $1) })
  }

  @Test func whatIsNotKnownIsNotCompared() {
    let likeness = Likeness(
      [
        measure(.population, [1, 2, nil, 4]), measure(.density, [1, 2, nil, 4]),
        measure(.maturity, [1, nil, 1, 3]),
        measure(.leverage, [nil, 0.2, 0.3, 0.4]),
      ], of: 0)
    #expect(likeness.unknown.map(\.kind) == [.leverage])
    // The third is known by one kind of three.
    #expect(likeness.notCompared == [2])
    #expect(likeness.neighbours.map(\.unit) == [1, 3])
    #expect(likeness.neighbours.map { $0.differences.count } == [2, 3])
  }

  @Test func noiseTellsNobodyApart() {
    let measure = LikeMeasure(.cornerIndex, values: [0.10001, 0.10002, 0.2, .nan])
    #expect(measure.values[0] == measure.values[1] && measure.values[0] != measure.values[2])
    #expect(measure.values[3] == nil)
  }

  @Test func oneAreaHasNobodyToBeLike() {
    let likeness = Likeness([measure(.population, [5])], of: 0)
    #expect(likeness.neighbours.isEmpty && likeness.nearest(5).isEmpty)
    #expect(Likeness([], of: 0).neighbours.isEmpty)
  }
}
