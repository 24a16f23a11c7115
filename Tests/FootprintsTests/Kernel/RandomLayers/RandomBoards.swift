import Footprints

/// Quadrilaterals that cover a square without gap or overlap.
struct RandomBoard {
  /// The number of cells per side.
  var side: Int
  /// The corners, row by row.
  var corners: [(Double, Double)]

  /// The corners of a cell.
  func cell(_ number: Int) -> [(Double, Double)] {
    let corner = number / side * (side + 1) + number % side
    return [corner, corner + 1, corner + side + 2, corner + side + 1].map { corners[$0] }
  }

  /// The layer of areas made of the cells that `owners` gives them; a cell without an owner is left out.
  func areas(_ owners: [Int?], count: Int) throws -> MultiPolygonArray {
    let context = GEOSContext()
    var layer = MultiPolygonArray()
    for area in 0..<count {
      let own = owners.indices.filter { owners[$0] == area }.map { [cell($0)] }
      try GEOSGeometry(area: 0, of: MultiPolygonArray(areas: [own]), in: context).union()
        .appendArea(to: &layer)
    }
    return layer
  }

  /// Which areas of two layers have a cell in common.
  static func meeting(_ a: [Int?], _ b: [Int?]) -> Set<[Int]> {
    Set(zip(a, b).compactMap { a, b in a.flatMap { a in b.map { [a, $0] } } })
  }
}

/// Random layers that are unions of cells, as administrative areas are.
extension RandomLayers {
  /// A board over the square from 0 to `size`, its inner corners moved by up to a quarter of a cell.
  mutating func board(side: Int) -> RandomBoard {
    let spacing = size / Double(side)
    var corners: [(Double, Double)] = []
    for row in 0...side {
      for column in 0...side {
        corners.append(
          (
            snap((Double(column) + (column % side == 0 ? 0 : number(-0.24...0.24))) * spacing),
            snap((Double(row) + (row % side == 0 ? 0 : number(-0.24...0.24))) * spacing)
          ))
      }
    }
    return RandomBoard(side: side, corners: corners)
  }

  /// An owner for each cell of a board, and none for some.
  mutating func owners(side: Int, count: Int) -> [Int?] {
    (0..<side * side).map { _ in chance(0.1) ? nil : integer(0...count - 1) }
  }

  /// Two unions of the cells of a board; in the second a share of the corners has moved.
  mutating func boards(moving share: Double) throws -> LayerPair {
    step = [Self.gridUnit, 0.001, 1, 10][integer(0...3)]
    size = [1000, 300_000][integer(0...1)]
    let board = board(side: 4)
    var other = board
    for corner in board.corners.indices where chance(share) {
      let move = chance(0.5) ? step : 0.04 * size
      other.corners[corner].0 += snap(number(-1...1) * move)
      other.corners[corner].1 += snap(number(-1...1) * move)
    }
    let (a, b) = (owners(side: 4, count: 3), owners(side: 4, count: 3))
    return LayerPair(
      try board.areas(a, count: 3), try other.areas(b, count: 3),
      meeting: share == 0 ? RandomBoard.meeting(a, b) : nil)
  }

  /// Unions of cells of two boards, one of them turned.
  mutating func turnedBoards() throws -> LayerPair {
    chooseStep()
    step = min(step, 1)
    let (first, second) = (board(side: 4), board(side: 3))
    let a = try first.areas(owners(side: 4, count: 3), count: 3)
    let angle = number(0...6.28)
    let (u, v) = (cosine(angle), cosine(angle - .pi / 2))
    let b = try second.areas(owners(side: 3, count: 3), count: 3).mapped {
      let (x, y) = ($0.x - 500, $0.y - 500)
      return Coordinate(500 + x * u - y * v, 500 + x * v + y * u)
    }
    return LayerPair(a, b)
  }

  /// Every cell belongs to one layer or the other.
  mutating func touching() throws -> LayerPair {
    step = [Self.gridUnit, 0.001, 1, 10][integer(0...3)]
    size = [1000, 300_000][integer(0...1)]
    let board = board(side: 4)
    let isFirst = (0..<16).map { _ in chance(0.5) }
    let owners = owners(side: 4, count: 3)
    return LayerPair(
      try board.areas(zip(isFirst, owners).map { $0 ? $1 : nil }, count: 3),
      try board.areas(zip(isFirst, owners).map { $0 ? nil : $1 }, count: 3), meeting: [])
  }
}
