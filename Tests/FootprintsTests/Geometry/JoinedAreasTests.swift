import Footprints
import Testing

@Suite struct JoinedAreasTests {
  /// Areas of up to three polygons of up to two rings each; some areas have none.
  private func areas(_ count: Int, _ random: inout SeededGenerator) -> MultiPolygonArray {
    var array = MultiPolygonArray()
    for _ in 0..<count {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          for _ in 0..<Int.random(in: 4...40, using: &random) {
            array.append(
              Coordinate(.random(in: -9...9, using: &random), .random(in: -9...9, using: &random)))
          }
          array.endRing()
        }
        array.endPolygon()
      }
      array.endArea()
    }
    return array
  }

  @Test(arguments: UInt64(1)...8, [1, 2, 5]) func sameAsAddingOneAfterTheOther(seed: UInt64, jobs: Int) {
    var random = SeededGenerator(seed: seed)
    let arrays = (0..<Int(seed)).map { index in areas(index.isMultiple(of: 3) ? 0 : index * 7, &random) }
    var expected = MultiPolygonArray()
    for array in arrays { expected.append(contentsOf: array) }
    let joined = MultiPolygonArray(joining: arrays, jobs: jobs)
    #expect(joined == expected, "seed \(seed)")
    #expect(arrays.map(\.count).reduce(0, +) == joined.count, "seed \(seed)")
  }

  @Test func nothingToJoin() {
    #expect(MultiPolygonArray(joining: [], jobs: 2) == MultiPolygonArray())
  }

  /// More than one piece of work, and the extremes in any of them.
  @Test(arguments: [1, 3]) func boxOfMany(jobs: Int) {
    var random = SeededGenerator(seed: 5)
    let array = areas(4000, &random)
    var expected = Box.empty
    for coordinate in array.coordinates { expected.extend(to: coordinate) }
    #expect(array.coordinates.count > 1 << 16)
    #expect(array.box(jobs: jobs) == expected)
    #expect(MultiPolygonArray().box(jobs: jobs).isEmpty)
  }
}
