/// Finds pairs of edges that may meet in a cell by their shadows on a line, which is laid across the edges'
/// common direction: long edges side by side, in whatever direction they run, have narrow shadows there,
/// although their boxes all meet and no division takes them apart.
///
/// Shadows are of the part of an edge within the cell, computed in Doubles and widened by more than their
/// error: they only leave out pairs that do not meet.
struct LineSweep {
  /// The shadow of an edge.
  struct Shadow: BitwiseCopyable {
    var low: Double
    var high: Double
    var edge: UInt32
  }

  private let cell: Cell
  /// The direction of the line, of length 1.
  private let x: Double
  private let y: Double

  /// Lays the line across the average direction of some of the edges given, opposite directions being one.
  init(across edges: UnsafeBufferPointer<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>, in cell: Cell) {
    self.cell = cell
    // Doubling the angles of directions makes opposite ones equal; long edges count for more.
    var cosines = 0.0
    var sines = 0.0
    for position in EdgeSample(of: edges.count, size: 256) {
      let p = vertices[Int(edges[position])]
      let q = vertices[Int(edges[position]) &+ 1]
      let (dx, dy) = (Double(q.x &- p.x), Double(q.y &- p.y))
      let length = (dx * dx + dy * dy).squareRoot()
      cosines += (dx * dx - dy * dy) / length
      sines += 2 * dx * dy / length
    }
    // Half the angle: the bisector of the direction and the x axis.
    let size = (cosines * cosines + sines * sines).squareRoot()
    let (dx, dy) = cosines + size > 1e-9 * size ? (cosines + size, sines) : (0, 1)
    let length = (dx * dx + dy * dy).squareRoot()
    x = -dy / length
    y = dx / length
  }

  /// Writes the shadows of the edges that come near the cell, in order of their lower ends.
  func cast(
    _ edges: UnsafeBufferPointer<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>,
    into shadows: Scratch<Shadow>
  ) {
    shadows.reset(count: 0)
    for edge in edges {
      if let shadow = shadow(edge, vertices[Int(edge)], vertices[Int(edge) &+ 1]) { shadows.append(shadow) }
    }
    var cast = UnsafeMutableBufferPointer(rebasing: shadows.buffer[0..<shadows.count])
    cast.sort { $0.low < $1.low }
  }

  /// The shadow of the part of an edge within the cell, or nil if there is none.
  private func shadow(_ edge: UInt32, _ p: GridPoint, _ q: GridPoint) -> Shadow? {
    guard let part = EdgePart(of: p, q, near: cell) else { return nil }
    let start = part.startX * x + part.startY * y
    let end = part.endX * x + part.endY * y
    return Shadow(low: min(start, end) - 1, high: max(start, end) + 1, edge: edge)
  }

  /// Calls `body` with every pair of an edge of each list whose shadows meet, once, until it returns false;
  /// returns whether it never did.
  @inline(__always)
  static func forEachMeeting(
    _ aShadows: UnsafeBufferPointer<Shadow>, _ bShadows: UnsafeBufferPointer<Shadow>,
    _ body: (UInt32, UInt32) -> Bool
  ) -> Bool {
    var i = 0
    var j = 0
    while i < aShadows.count && j < bShadows.count {
      // The shadow that begins first meets those of the other list that begin before it ends.
      if aShadows[i].low <= bShadows[j].low {
        var k = j
        while k < bShadows.count && bShadows[k].low <= aShadows[i].high {
          if !body(aShadows[i].edge, bShadows[k].edge) { return false }
          k &+= 1
        }
        i &+= 1
      } else {
        var k = i
        while k < aShadows.count && aShadows[k].low <= bShadows[j].high {
          if !body(aShadows[k].edge, bShadows[j].edge) { return false }
          k &+= 1
        }
        j &+= 1
      }
    }
    return true
  }

  /// The same for the pairs of one list.
  @inline(__always)
  static func forEachMeeting(
    _ shadows: UnsafeBufferPointer<Shadow>, _ body: (UInt32, UInt32) -> Bool
  ) -> Bool {
    for i in 0..<shadows.count {
      var k = i &+ 1
      while k < shadows.count && shadows[k].low <= shadows[i].high {
        if !body(shadows[i].edge, shadows[k].edge) { return false }
        k &+= 1
      }
    }
    return true
  }
}
