import Footprints

/// Random layers for property tests, the same for the same seed: a jittered grid of cells with wriggling
/// borders that neighbours share exactly, and units that are unions of cells, some with several parts and
/// holes.
struct RandomLayer {
  /// The cells, one area each; they cover the square without overlap.
  var cells: MultiPolygonArray
  /// The units, each the union of its cells.
  var units: MultiPolygonArray
  /// The unit of each cell.
  var unitOfCell: [Int]

  /// Makes `side` by `side` cells over a square with the lower-left corner at `origin`, and up to `units`
  /// units. With `straight` borders the cells are quadrilaterals.
  static func make(
    seed: UInt64, side: Int = 6, units unitCount: Int = 5, size: Double = 10_000,
    origin: Coordinate = Coordinate(430_000, 180_000)
  ) throws -> RandomLayer {
    var generator = RandomMatrix.Generator(state: seed)
    let cells = Self.cells(side: side, size: size, origin: origin, using: &generator)
    let unitOfCell = Self.assignment(side: side, units: unitCount, using: &generator)
    let context = GEOSContext()
    var units = MultiPolygonArray()
    for unit in 0..<((unitOfCell.max() ?? 0) + 1) {
      var parts = MultiPolygonArray()
      for cell in unitOfCell.indices where unitOfCell[cell] == unit {
        for polygon in cells.polygons(of: cell) {
          for ring in cells.rings(of: polygon) {
            for vertex in cells.vertices(of: ring) { parts.append(cells.coordinates[vertex]) }
            parts.endRing()
          }
          parts.endPolygon()
        }
      }
      parts.endArea()
      try GEOSGeometry(area: 0, of: parts, in: context).union().appendArea(to: &units)
    }
    return RandomLayer(cells: cells, units: units, unitOfCell: unitOfCell)
  }

  /// Corners move by up to 15% of the spacing and points of an edge by up to 6% of its length, so that
  /// neither edges of a corner nor opposite edges of a cell can meet; the outer border is straight.
  private static func cells(
    side: Int, size: Double, origin: Coordinate, using generator: inout RandomMatrix.Generator
  ) -> MultiPolygonArray {
    let spacing = size / Double(side)
    var corners: [[Coordinate]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          let dx = Double.random(in: -0.15...0.15, using: &generator) * spacing
          let dy = Double.random(in: -0.15...0.15, using: &generator) * spacing
          return Coordinate(
            origin.x + Double(column) * spacing + (column % side == 0 ? 0 : dx),
            origin.y + Double(row) * spacing + (row % side == 0 ? 0 : dy))
        })
    }
    func edge(_ a: Coordinate, _ b: Coordinate, outer: Bool) -> [Coordinate] {
      let inner = (1...2).map { step in
        let t = Double(step) / 3
        let shift = outer ? 0 : Double.random(in: -0.06...0.06, using: &generator)
        return Coordinate(
          a.x + t * (b.x - a.x) - shift * (b.y - a.y), a.y + t * (b.y - a.y) + shift * (b.x - a.x))
      }
      // On the outer border interpolation would leave the line by a rounding.
      return outer ? [a, b] : [a] + inner + [b]
    }
    var across: [[[Coordinate]]] = []
    for row in 0...side {
      across.append(
        (0..<side).map { edge(corners[row][$0], corners[row][$0 + 1], outer: row % side == 0) })
    }
    var up: [[[Coordinate]]] = []
    for row in 0..<side {
      up.append((0...side).map { edge(corners[row][$0], corners[row + 1][$0], outer: $0 % side == 0) })
    }
    var cells = MultiPolygonArray()
    for row in 0..<side {
      for column in 0..<side {
        let ring =
          across[row][column].dropLast() + up[row][column + 1].dropLast()
          + across[row + 1][column].reversed().dropLast() + up[row][column].reversed()
        for vertex in ring { cells.append(vertex) }
        cells.endRing()
        cells.endPolygon()
        cells.endArea()
      }
    }
    return cells
  }

  /// Each cell belongs to the nearest of random centres, but one in eight to any unit: that makes exclaves
  /// and holes. Units are numbered without gaps.
  private static func assignment(
    side: Int, units: Int, using generator: inout RandomMatrix.Generator
  ) -> [Int] {
    let centres = (0..<units).map { _ in
      (Int.random(in: 0..<side, using: &generator), Int.random(in: 0..<side, using: &generator))
    }
    var number: [Int: Int] = [:]
    return (0..<side * side).map { cell in
      let (row, column) = (cell / side, cell % side)
      let nearest = centres.indices.min {
        let (a, b) = (centres[$0], centres[$1])
        return abs(a.0 - row) + abs(a.1 - column) < abs(b.0 - row) + abs(b.1 - column)
      }
      let any = Int.random(in: 0..<8 * units, using: &generator)
      let unit = any < units ? any : nearest ?? 0
      if let known = number[unit] { return known }
      number[unit] = number.count
      return number.count - 1
    }
  }
}
