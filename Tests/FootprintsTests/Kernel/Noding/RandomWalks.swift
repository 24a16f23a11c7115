import Footprints

/// Areas in a square, made of the cells of a bent lattice: a coverage without gaps or overlaps, some of whose cells are
/// slivers, far below a unit, or turned over.
struct RandomWalks {
  var random: SeededGenerator

  /// A coverage of a number of areas, each given as the rings of its cells, which share edges with each other.
  ///
  /// - Parameter bend: how far a lattice point may move, in parts of a cell; above 0.5 cells can turn over.
  mutating func coverage(cells: Int, size: Double, areas: Int, bend: Double) -> MultiPolygonArray {
    let side = size / Double(cells)
    var points: [[Coordinate]] = []
    for row in 0...cells {
      points.append(
        (0...cells).map { column in
          func moved(_ place: Int) -> Double {
            let isOuter = place == 0 || place == cells
            let shift = isOuter ? 0 : Double.random(in: -bend...bend, using: &random)
            return (Double(place) + shift) * side
          }
          return Coordinate(moved(column), moved(row))
        })
    }
    var owned = [[[Coordinate]]](repeating: [], count: areas)
    for row in 0..<cells {
      for column in 0..<cells {
        owned[Int.random(in: 0..<areas, using: &random)].append([
          points[row][column], points[row][column + 1], points[row + 1][column + 1], points[row + 1][column],
          points[row][column],
        ])
      }
    }
    return Self.walks(owned)
  }

  /// Areas of one ring each with corners anywhere: they cross themselves and each other.
  mutating func tangles(areas: Int, corners: Int, size: Double, step: Double) -> MultiPolygonArray {
    Self.walks(
      (0..<areas).map { _ in
        var ring = (0..<corners).map { _ in
          Coordinate(
            (Double.random(in: 0...size, using: &random) / step).rounded() * step,
            (Double.random(in: 0...size, using: &random) / step).rounded() * step)
        }
        ring.append(ring[0])
        return [ring]
      })
  }

  /// Every ring as a polygon of its own.
  static func walks(_ areas: [[[Coordinate]]]) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    for rings in areas {
      for ring in rings {
        for vertex in ring { out.append(vertex) }
        out.endRing()
        out.endPolygon()
      }
      out.endArea()
    }
    return out
  }
}
