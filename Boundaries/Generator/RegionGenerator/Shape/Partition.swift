/// The land cut into bricks: a planar graph whose every border is one line used by both neighbours.
package struct Partition: Sendable {
  /// The number that stands for the sea where a brick's number is expected.
  package static let sea = -1

  /// A line between two bricks, or between a brick and the sea.
  struct Border: Sendable {
    /// The brick on the left of the line.
    var left: Int
    /// The brick on its right.
    var right: Int
    /// The corner at which the line begins.
    var start: Int
    /// The corner at which it ends.
    var end: Int
    /// All vertices from start to end.
    var line: [Point]
  }

  /// The middle of each brick; its count is the number of bricks.
  package private(set) var centres: [Point] = []
  private(set) var borders: [Border] = []
  /// One more than the largest corner number.
  private(set) var cornerCount: Int

  /// How finely borders are drawn.
  struct Detail: Sendable {
    /// The largest distance between vertices of inland borders, in metres.
    var inland: Double
    /// The same for coasts and shores.
    var coast: Double
  }

  /// Cuts the land into about this many bricks. Brick numbers run from north to south, and from west to
  /// east within a row of the lattice.
  init(land: Land, brickCount: Int, towns: [Town], detail: Detail, seed: UInt64) {
    let comb = Honeycomb(covering: land.extent, cellArea: land.area / Double(brickCount))
    cornerCount = comb.cornerCount
    let corners = (0..<comb.cornerCount).map { Self.place(corner: $0, of: comb, towns: towns, seed: seed) }

    var brickOf = [Int](repeating: Self.sea, count: comb.cellCount)
    var middle = [Point](repeating: Point(0, 0), count: comb.cellCount)
    for row in (0..<comb.rows).reversed() {
      for cell in row * comb.columns..<(row + 1) * comb.columns where !comb.isOnEdge(cell) {
        let sum = comb.corners(of: cell).reduce(Point(0, 0)) { $0 + corners[$1] }
        middle[cell] = Point(sum.x / 6, sum.y / 6)
        if land.contains(middle[cell]) {
          brickOf[cell] = centres.count
          centres.append(middle[cell])
        }
      }
    }

    for cell in 0..<comb.cellCount where !comb.isOnEdge(cell) {
      for (number, side) in comb.sides(ownedBy: cell).enumerated() {
        let (left, right) = (brickOf[side.left], brickOf[side.right])
        if left == Self.sea && right == Self.sea { continue }
        let (start, end) = (corners[side.start], corners[side.end])
        let spacing = left == Self.sea || right == Self.sea ? detail.coast : detail.inland
        var levels = 0
        while start.distance(to: end) > spacing * Double(1 << levels) { levels += 1 }
        let half = start.towards(end, 0.5)
        let fractal = FractalBorder(
          from: start, to: end, between: half.towards(middle[side.right], 0.75),
          and: half.towards(middle[side.left], 0.75), levels: levels,
          chance: SeededGenerator(seed: seed, .border, cell, number))
        borders.append(
          Border(left: left, right: right, start: side.start, end: side.end, line: fractal.line))
      }
    }
  }

  private static func place(corner: Int, of comb: Honeycomb, towns: [Town], seed: UInt64) -> Point {
    var chance = SeededGenerator(seed: seed, .corner, corner)
    // A quarter of a side keeps every cell star-shaped around its middle, as the rooms of the borders need.
    let play = 0.25 * comb.sideLength
    let regular = comb.position(ofCorner: corner)
    let moved = regular + Point(chance.between(-play, play), chance.between(-play, play))
    return towns.reduce(moved) { $1.draw($0) }
  }

  /// For every brick, the bricks it shares a border with, ascending.
  var neighbours: [[Int]] {
    var lists = [[Int]](repeating: [], count: centres.count)
    for border in borders where border.left != Self.sea && border.right != Self.sea {
      lists[border.left].append(border.right)
      lists[border.right].append(border.left)
    }
    return lists.map { $0.sorted() }
  }
}
