/// A border line by repeated subdivision inside a four-sided room ("noisy edges").
///
/// The room lies on both sides of the straight border: its corners are the two ends and a point in each
/// of the two cells. Rooms of different borders do not overlap, and the line never leaves its room; so no two
/// borders can cross, however wild each is.
struct FractalBorder {
  private var chance: SeededGenerator
  private(set) var line: [Point]

  /// Draws the line from `start` to `end`, both included, in 2 to the power of `levels` pieces.
  /// Precondition: `a` and `b` lie on different sides of the straight border and the four points are convex.
  init(from start: Point, to end: Point, between a: Point, and b: Point, levels: Int, chance: SeededGenerator)
  {
    self.chance = chance
    line = [start]
    divide(start, a, end, b, levels)
  }

  private mutating func divide(_ start: Point, _ a: Point, _ end: Point, _ b: Point, _ levels: Int) {
    if levels == 0 {
      line.append(end)
      return
    }
    let along = chance.between(0.3, 0.7)
    let across = chance.between(0.3, 0.7)
    let middle = start.towards(b, along).towards(a.towards(end, along), across)
    divide(start, start.towards(a, across), middle, start.towards(b, along), levels - 1)
    divide(middle, a.towards(end, along), end, b.towards(end, across), levels - 1)
  }
}
