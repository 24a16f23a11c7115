import Footprints

extension MultiPolygonArray {
  /// An array of areas given as polygons of rings of positions; rings are closed here.
  init(areas: [[[[(Double, Double)]]]]) {
    self.init()
    for area in areas {
      for polygon in area {
        for ring in polygon {
          for point in ring { append(Coordinate(point.0, point.1)) }
          if let first = ring.first { append(Coordinate(first.0, first.1)) }
          endRing()
        }
        endPolygon()
      }
      endArea()
    }
  }

  /// The same layer with every coordinate changed.
  func mapped(_ change: (Coordinate) -> Coordinate) -> MultiPolygonArray {
    var copy = self
    try? copy.updateCoordinates { coordinates in coordinates = coordinates.map(change) }
    return copy
  }

  /// One rectangle per area.
  static func rectangles(_ corners: [(x: Double, y: Double, width: Double, height: Double)])
    -> MultiPolygonArray
  {
    MultiPolygonArray(
      areas: corners.map { r in
        [[[(r.x, r.y), (r.x + r.width, r.y), (r.x + r.width, r.y + r.height), (r.x, r.y + r.height)]]]
      })
  }

  /// A chessboard of squares, row by row.
  static func squares(columns: Int, rows: Int, side: Double = 1, at origin: (Double, Double) = (0, 0))
    -> MultiPolygonArray
  {
    .rectangles(
      (0..<rows).flatMap { row in
        (0..<columns).map { column in
          (origin.0 + Double(column) * side, origin.1 + Double(row) * side, side, side)
        }
      })
  }
}

/// Random layers of the kinds that the kernel must cope with.
struct RandomLayers {
  var random: SeededGenerator
  /// Coordinates are multiples of this, so that coarse ones coincide often.
  var step: Double
  /// Coordinates lie between 0 and this.
  var size: Double

  mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }

  mutating func snap(_ value: Double) -> Double { (value / step).rounded() * step }

  /// A ring around a centre with random radii.
  mutating func star(_ x: Double, _ y: Double, _ radius: Double, corners: Int) -> [(Double, Double)] {
    var ring: [(Double, Double)] = []
    for corner in 0..<corners {
      let angle = (Double(corner) + number(0...0.9)) / Double(corners) * 2 * .pi
      let r = radius * number(0.3...1)
      ring.append((snap(x + r * cosine(angle)), snap(y + r * cosine(angle - .pi / 2))))
    }
    return ring
  }

  /// Areas of several stars with smaller stars as holes, which overlap each other freely.
  mutating func stars(count: Int, corners: Int) -> MultiPolygonArray {
    var areas: [[[[(Double, Double)]]]] = []
    for _ in 0..<count {
      if number(0...1) < 0.05 {
        areas.append([])
        continue
      }
      var polygons: [[[(Double, Double)]]] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let (x, y, radius) = (number(0...size), number(0...size), number(0.05...0.5) * size)
        var rings = [star(x, y, radius, corners: Int.random(in: 3...corners, using: &random))]
        if number(0...1) < 0.5 { rings.append(star(x, y, radius * 0.25, corners: 4)) }
        polygons.append(rings)
      }
      areas.append(polygons)
    }
    return MultiPolygonArray(areas: areas)
  }

  /// Areas made of unit cells of a common board by random membership, so that borders of two such layers
  /// coincide nearly everywhere: multipart, with holes, touching at corners.
  mutating func bricks(columns: Int, rows: Int, areas count: Int) throws -> MultiPolygonArray {
    let side = size / Double(Swift.max(columns, rows))
    let board = MultiPolygonArray.squares(columns: columns, rows: rows, side: side)
    let owner = (0..<board.count).map { _ in Int.random(in: 0..<count, using: &random) }
    let context = GEOSContext()
    var layer = MultiPolygonArray()
    for area in 0..<count {
      var members = MultiPolygonArray()
      for cell in 0..<board.count where owner[cell] == area { members.appendArea(cell, of: board) }
      let all = MultiPolygonArray(
        coordinates: members.coordinates, ringOffsets: members.ringOffsets,
        polygonOffsets: members.polygonOffsets, areaOffsets: [0, members.polygonCount])
      try GEOSGeometry(area: 0, of: all, in: context).union().appendArea(to: &layer)
    }
    return layer
  }

  /// Long thin triangles across everything.
  mutating func needles(count: Int) -> MultiPolygonArray {
    MultiPolygonArray(
      areas: (0..<count).map { _ in
        let (x, y) = (snap(number(0...size)), snap(number(0...size)))
        let (u, v) = (snap(number(0...size)), snap(number(0...size)))
        return [
          [[(x, y), (u, v), (snap(u + number(-0.02...0.02) * size), snap(v + number(-0.02...0.02) * size))]]
        ]
      })
  }
}

/// The cosine by its series, to keep the tests free of the C library's last digits.
func cosine(_ angle: Double) -> Double {
  let x = angle.remainder(dividingBy: 2 * .pi)
  var term = 1.0
  var sum = 1.0
  for n in 1...14 {
    term *= -x * x / Double((2 * n - 1) * 2 * n)
    sum += term
  }
  return sum
}
