/// A stretch of a layer's borders between two of its junctions: one area on its left, one on its right, all
/// the way. Arcs are what a layer's areas share, so whatever is done to an arc keeps them gapless.
package struct Arc: Sendable {
  /// The area on the left, or the sea.
  package var left: Int
  /// The area on the right, or the sea.
  package var right: Int
  /// The corner where the arc begins.
  package var start: Int
  /// The corner where it ends; the start again when the arc is a ring of its own, such as an island's coast.
  package var end: Int
  /// All vertices from start to end.
  package var line: [Point]

  /// Makes an arc; see the properties.
  package init(left: Int, right: Int, start: Int, end: Int, line: [Point]) {
    self.left = left
    self.right = right
    self.start = start
    self.end = end
    self.line = line
  }
}

extension Partition {
  /// The borders that remain when bricks are merged into areas, as arcs.
  ///
  /// - Parameter areaOf: For each brick, the area it belongs to.
  /// - Returns: The arcs in the order of their first border.
  func arcs(of areaOf: [Int]) -> [Arc] {
    func area(_ brick: Int) -> Int { brick == Self.sea ? Self.sea : areaOf[brick] }
    var bordersAt = [[Int]](repeating: [], count: cornerCount)
    for (number, border) in borders.enumerated() where area(border.left) != area(border.right) {
      bordersAt[border.start].append(number)
      bordersAt[border.end].append(number)
    }
    var used = [Bool](repeating: false, count: borders.count)

    func walk(from first: Int, at corner: Int) -> Arc {
      let forward = borders[first].start == corner
      var arc = Arc(
        left: area(forward ? borders[first].left : borders[first].right),
        right: area(forward ? borders[first].right : borders[first].left), start: corner, end: corner,
        line: forward ? [borders[first].line[0]] : borders[first].line.suffix(1))
      var next: Int? = first
      while let number = next {
        used[number] = true
        let border = borders[number]
        let ahead = border.start == arc.end
        arc.line += ahead ? border.line.dropFirst() : border.line.reversed().dropFirst()
        arc.end = ahead ? border.end : border.start
        // Three borders make a junction; at a corner of two the arc goes on with the other one.
        next = bordersAt[arc.end].count == 2 ? bordersAt[arc.end].first { !used[$0] } : nil
      }
      return arc
    }

    var arcs: [Arc] = []
    for corner in 0..<cornerCount where bordersAt[corner].count == 3 {
      for border in bordersAt[corner] where !used[border] { arcs.append(walk(from: border, at: corner)) }
    }
    // What remains are rings without any junction.
    for corner in 0..<cornerCount {
      for border in bordersAt[corner] where !used[border] { arcs.append(walk(from: border, at: corner)) }
    }
    return arcs
  }
}
