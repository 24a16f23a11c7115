import Footprints
import Testing

@Suite struct RingNestingTests {
  /// Rings put side by side as `RingNesting` takes them.
  private struct Rings {
    var coordinates: [Coordinate] = []
    var ranges: [Range<Int>] = []
    var doubleAreas: [Double] = []

    mutating func add(_ ring: [Coordinate]) {
      let start = coordinates.count
      coordinates += ring + ring.prefix(1)
      ranges.append(start..<coordinates.count)
      doubleAreas.append(
        zip(coordinates[start...], coordinates[(start + 1)...]).reduce(0) {
          $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
        })
    }

    var parents: [Int?] {
      RingNesting(coordinates: coordinates[...], rings: ranges, doubleAreas: doubleAreas).parents
    }
  }

  /// A ring of `corners` corners between half a radius and a whole one around a centre, drawn either way.
  private static func star(
    _ x: Double, _ y: Double, _ radius: Double, corners: Int, _ random: inout SeededGenerator
  )
    -> [Coordinate]
  {
    // Corners on a diamond, which needs no trigonometry: t runs once around.
    let ring = (0..<corners).map { corner in
      let t = (Double(corner) + Double.random(in: 0..<0.9, using: &random)) / Double(corners) * 4
      let r = radius * Double.random(in: 0.75...1, using: &random)
      let u = t.truncatingRemainder(dividingBy: 1)
      let (dx, dy) = [(1 - u, u), (-u, 1 - u), (u - 1, -u), (u, u - 1)][Int(t)]
      return Coordinate(x + r * dx, y + r * dy)
    }
    return Bool.random(using: &random) ? ring : ring.reversed()
  }

  @Test(arguments: UInt64(1)...60) func randomTreesAreFoundAgain(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var tree: [(ring: [Coordinate], parent: Int?)] = []
    func grow(_ x: Double, _ y: Double, _ radius: Double, parent: Int?, depth: Int) {
      let corners = Int.random(in: 12...60, using: &random)
      tree.append((Self.star(x, y, radius, corners: corners, &random), parent))
      let me = tree.count - 1
      guard depth < 4 else { return }
      // A diamond of 0.4 of the radius lies inside the star; its quarters hold the children.
      for (dx, dy) in [(0.2, 0.0), (-0.2, 0), (0, 0.2), (0, -0.2)] where Bool.random(using: &random) {
        grow(x + dx * radius, y + dy * radius, radius * 0.09, parent: me, depth: depth + 1)
      }
    }
    for column in 0..<4 {
      grow(Double(column) * 2.5, Double.random(in: -1...1, using: &random), 1, parent: nil, depth: 0)
    }

    let order = tree.indices.shuffled(using: &random)
    var place = Array(repeating: 0, count: tree.count)
    for (position, ring) in order.enumerated() { place[ring] = position }
    var rings = Rings()
    for ring in order { rings.add(tree[ring].ring) }
    #expect(rings.parents == order.map { tree[$0].parent.map { place[$0] } }, "seed \(seed)")
  }

  @Test func ringsThatTouchAtVertices() {
    var rings = Rings()
    rings.add([Coordinate(0, 0), Coordinate(8, 0), Coordinate(8, 8), Coordinate(0, 8)])
    // At the bottom vertex of the outer, at its left side, at each other.
    rings.add([Coordinate(0, 0), Coordinate(2, 1), Coordinate(1, 2)])
    rings.add([Coordinate(0, 5), Coordinate(2, 4), Coordinate(2, 6)])
    rings.add([Coordinate(2, 1), Coordinate(4, 1), Coordinate(3, 2)])
    rings.add([Coordinate(2, 6), Coordinate(4, 5), Coordinate(4, 7)])
    // Beside the outer, touching its corner.
    rings.add([Coordinate(8, 8), Coordinate(9, 8), Coordinate(9, 9)])
    #expect(rings.parents == [nil, 0, 0, 0, 0, nil])
  }

  @Test func levelSidesAndEqualHeights() {
    var rings = Rings()
    func square(_ x: Double, _ y: Double, _ side: Double) -> [Coordinate] {
      [Coordinate(x, y), Coordinate(x + side, y), Coordinate(x + side, y + side), Coordinate(x, y + side)]
    }
    for x in 0..<5 { rings.add(square(Double(x) * 4, 0, 3)) }
    for x in 0..<5 { rings.add(square(Double(x) * 4 + 1, 1, 1)) }
    #expect(rings.parents == [nil, nil, nil, nil, nil, 0, 1, 2, 3, 4])
  }

  @Test func identicalRingsAreNotEachOthersParents() {
    var rings = Rings()
    let ring = [Coordinate(0, 0), Coordinate(3, 1), Coordinate(1, 3)]
    for _ in 0..<3 { rings.add(ring) }
    let parents = rings.parents
    for (child, parent) in parents.enumerated() { #expect(parent.map { $0 < child } ?? true) }
  }

  /// Rings inside rings by the thousand: an algorithm that tries pairs would need 10^9 steps.
  @Test func deepNestingStaysAffordable() {
    var rings = Rings()
    let count = 30_000
    for depth in 0..<count {
      let reach = Double(count - depth)
      rings.add([
        Coordinate(-reach, -reach), Coordinate(reach, -reach), Coordinate(reach, reach),
        Coordinate(-reach, reach),
      ])
    }
    #expect(rings.parents == (0..<count).map { $0 == 0 ? nil : $0 - 1 })
  }

  /// Crossing rings have no right answer, but there is always a forest, and always the same.
  @Test(arguments: UInt64(1)...40) func crossingRingsMakeAForest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var rings = Rings()
    for _ in 0..<30 {
      rings.add(
        (0..<Int.random(in: 3...9, using: &random)).map { _ in
          Coordinate(
            Double(Int.random(in: 0...12, using: &random)), Double(Int.random(in: 0...12, using: &random)))
        })
    }
    let nesting = RingNesting(
      coordinates: rings.coordinates[...], rings: rings.ranges, doubleAreas: rings.doubleAreas)
    var seen: Set<Int> = []
    for ring in nesting.order {
      if let parent = nesting.parents[ring] { #expect(seen.contains(parent), "seed \(seed)") }
      seen.insert(ring)
    }
    #expect(seen.count == 30)
    #expect(nesting.parents == rings.parents, "seed \(seed)")
  }
}
