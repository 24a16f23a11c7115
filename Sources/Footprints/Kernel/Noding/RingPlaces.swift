/// Boxes by where they are: those that may hold a point, found without looking at the others.
///
/// A grid of about as many cells as there are boxes, each with the boxes that reach into it. The few that reach into very
/// many cells are kept apart.
struct RingPlaces {
  private let low: GridPoint
  private let width: Int64
  private let height: Int64
  /// How many columns there are, and as many rows.
  private let side: Int
  /// Where each cell's boxes begin, and where the last one's end.
  private var starts: [Int]
  private var boxes: [Int32] = []
  /// The boxes that reach into too many cells.
  private var large: [Int32] = []
  private static let mostCells = 64

  init(_ all: [(low: GridPoint, high: GridPoint)]) {
    let low = all.reduce(GridPoint(x: .max, y: .max)) {
      GridPoint(x: min($0.x, $1.low.x), y: min($0.y, $1.low.y))
    }
    let high = all.reduce(GridPoint(x: .min, y: .min)) {
      GridPoint(x: max($0.x, $1.high.x), y: max($0.y, $1.high.y))
    }
    let side = max(1, Int(Double(all.count).squareRoot()))
    self.low = low
    self.side = side
    // Positions differ by less than 2^62 (`PixelGrid`).
    width = all.isEmpty ? 1 : (high.x - low.x) / Int64(side) + 1
    height = all.isEmpty ? 1 : (high.y - low.y) / Int64(side) + 1
    starts = [Int](repeating: 0, count: side * side + 1)
    var wide = [Bool](repeating: false, count: all.count)
    for (index, box) in all.enumerated() {
      let (fromColumn, fromRow) = place(of: box.low)
      let (toColumn, toRow) = place(of: box.high)
      if (toColumn - fromColumn + 1) * (toRow - fromRow + 1) > Self.mostCells {
        wide[index] = true
        large.append(Int32(truncatingIfNeeded: index))
        continue
      }
      for row in fromRow...toRow {
        for column in fromColumn...toColumn { starts[row * side + column + 1] += 1 }
      }
    }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    boxes = [Int32](repeating: 0, count: starts[starts.count - 1])
    var next = starts
    for (index, box) in all.enumerated() where !wide[index] {
      let (fromColumn, fromRow) = place(of: box.low)
      let (toColumn, toRow) = place(of: box.high)
      for row in fromRow...toRow {
        for column in fromColumn...toColumn {
          let cell = row * side + column
          boxes[next[cell]] = Int32(truncatingIfNeeded: index)
          next[cell] += 1
        }
      }
    }
  }

  private func place(of point: GridPoint) -> (column: Int, row: Int) {
    (Int((point.x - low.x) / width), Int((point.y - low.y) / height))
  }

  /// The boxes that may hold a point that lies within one of them.
  func candidates(at point: GridPoint) -> some Sequence<Int> {
    let (column, row) = place(of: point)
    let cell = row * side + column
    return [boxes[starts[cell]..<starts[cell + 1]], large[...]].lazy.joined().lazy.map { Int($0) }
  }
}
