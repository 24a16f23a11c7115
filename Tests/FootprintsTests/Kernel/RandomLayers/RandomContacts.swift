import Footprints

/// Random layers that meet in vertices and along edges, or nearly do, or not at all.
extension RandomLayers {
  /// Either far from each other or interlocked without a common point.
  mutating func apart() -> LayerPair {
    step = [Self.gridUnit, 0.001, 1, 10][integer(0...3)]
    if chance(0.3) {
      let a = stars(count: 3, corners: 8)
      let b = stars(count: 3, corners: 8).mapped { Coordinate($0.x + 5000, $0.y) }
      return LayerPair(a, b, isCoarse: true, meeting: [])
    }
    // Rings around each other, each as an area between two of them, in turn for either layer.
    let gap = chance(0.5) ? Self.gridUnit : number(0.1...5)
    var areas: [[[[Ring]]]] = [[], []]
    var radius = snap(number(300...500))
    for number in 0..<4 {
      let outer = Self.rectangle(-radius, -radius, radius, radius)
      let inner = Self.rectangle(10 - radius, 10 - radius, radius - 10, radius - 10)
      areas[number % 2].append([[outer, inner]])
      radius -= 10 + gap
    }
    let turned = { (c: Coordinate) in Coordinate(0.6 * c.x - 0.8 * c.y, 0.8 * c.x + 0.6 * c.y) }
    let (a, b) = (MultiPolygonArray(areas: areas[0]), MultiPolygonArray(areas: areas[1]))
    // Turned, a gap of one grid unit is lost here and there: then only GEOS knows.
    if chance(0.5) { return LayerPair(a.mapped(turned), b.mapped(turned), meeting: gap < 0.1 ? nil : []) }
    return LayerPair(a, b, meeting: [])
  }

  /// Two areas against the same with each vertex moved by up to three grid units, and against everything around
  /// such a one: slivers as long as the outlines.
  mutating func hairsBreadth() -> LayerPair {
    step = Self.gridUnit
    size = [1000, 30_000, 600_000][integer(0...2)]
    let rings = (0..<2).map { _ in blob(number(0.3...0.7) * size, number(0.3...0.7) * size, 0.4 * size) }
    func moved(_ ring: Ring, _ layers: inout RandomLayers) -> Ring {
      ring.map {
        (
          $0.0 + Double(layers.integer(-3...3)) * Self.gridUnit,
          $0.1 + Double(layers.integer(-3...3)) * Self.gridUnit
        )
      }
    }
    let frame = Self.rectangle(-size, -size, 2 * size, 2 * size)
    return LayerPair(
      MultiPolygonArray(areas: rings.map { [[$0]] }),
      MultiPolygonArray(areas: rings.flatMap { [[[moved($0, &self)]], [[frame, moved($0, &self)]]] }))
  }

  /// A rectangle divided by straight cuts at whole numbers, a few levels deep.
  private mutating func divided(_ left: Int, _ bottom: Int, _ right: Int, _ top: Int, _ depth: Int)
    -> [[Int]]
  {
    if depth == 0 || (right - left < 2 && top - bottom < 2) { return [[left, bottom, right, top]] }
    if right - left >= 2 && (top - bottom < 2 || chance(0.5)) {
      let cut = integer(left + 1...right - 1)
      return divided(left, bottom, cut, top, depth - 1) + divided(cut, bottom, right, top, depth - 1)
    }
    let cut = integer(bottom + 1...top - 1)
    return divided(left, bottom, right, cut, depth - 1) + divided(left, cut, right, top, depth - 1)
  }

  /// A map of the plane that keeps whole numbers whole: turned, sheared, as it is.
  private mutating func wholeMap() -> (Coordinate) -> Coordinate {
    let (a, b) = [(1.0, 0.0), (2, 1), (3, -2), (-5, 3), (0, -1)][integer(0...4)]
    let shear = Double(integer(0...2))
    return { Coordinate(a * $0.x - b * $0.y + shear * $0.x, b * $0.x + a * $0.y) }
  }

  /// Two divisions of the same rectangle into eight.
  mutating func tJunctions() -> LayerPair {
    let map = wholeMap()
    func layer(_ layers: inout RandomLayers) -> MultiPolygonArray {
      MultiPolygonArray.rectangles(
        layers.divided(0, 0, 8, 6, 3).map {
          (Double($0[0]), Double($0[1]), Double($0[2] - $0[0]), Double($0[3] - $0[1]))
        }
      ).mapped(map)
    }
    return LayerPair(layer(&self), layer(&self), isCoarse: true)
  }

  /// Polygons of the second layer have their corners on vertices and edges of the first, eighths of an edge from
  /// its ends.
  mutating func verticesOnEdges() -> LayerPair {
    step = [8, 64][integer(0...1)]
    let rings = (0..<2).map { _ in star(number(0...1000), number(0...1000), 700, corners: 7) }
    var places: Ring = []
    for ring in rings {
      for (p, q) in zip(ring, ring[1...] + [ring[0]]) {
        places.append(p)
        for _ in 0..<2 {
          let part = Double(integer(1...7)) / 8
          places.append((p.0 + part * (q.0 - p.0), p.1 + part * (q.1 - p.1)))
        }
      }
    }
    let areas: [[[Ring]]] = (0..<4).map { _ in
      // In order around the whole, so that most rings are simple.
      var chosen = places.indices.filter { _ in chance(0.3) }
      if chosen.count < 3 { chosen = Array(places.indices.prefix(5)) }
      if chance(0.3) { chosen.shuffle(using: &random) }
      return [[chosen.prefix(8).map { places[$0] }]]
    }
    let (a, b) = (MultiPolygonArray(areas: rings.map { [[$0]] }), MultiPolygonArray(areas: areas))
    return chance(0.5) ? LayerPair(a, b) : LayerPair(b, a)
  }

  /// Parallelograms with a side on one of three lines.
  mutating func collinear() -> LayerPair {
    let lines = (0..<3).map { _ in
      (Double(integer(-3...3)), Double(integer(-3...3)), Double(integer(-3...3)), Double(integer(1...3)))
    }
    func layer(_ layers: inout RandomLayers) -> MultiPolygonArray {
      MultiPolygonArray(
        areas: (0..<4).map { _ in
          let (x, y, u, v) = lines[layers.integer(0...2)]
          let from = Double(layers.integer(-4...3))
          let to = from + Double(layers.integer(1...4))
          let (side, slant) = (layers.chance(0.5) ? 1.0 : -1, Double(layers.integer(-1...1)))
          let depth = Double(layers.integer(1...3)) * side
          return [
            [
              [
                (x + from * u, y + from * v), (x + to * u, y + to * v),
                (x + (to + slant) * u - depth * v, y + (to + slant) * v + depth * u),
                (x + from * u - depth * v, y + from * v + depth * u),
              ]
            ]
          ]
        })
    }
    return LayerPair(layer(&self), layer(&self))
  }

  /// Areas for every way in which a valid area may touch itself at a point, and of some that are not valid.
  mutating func selfTouching() -> LayerPair {
    let all: [[[Ring]]] = [
      // Holes that touch the exterior in a vertex, on an edge, and each other in vertices.
      [[Self.rectangle(0, 0, 12, 12), [(0, 6), (4, 4), (4, 8)]]],
      [[Self.rectangle(0, 0, 12, 12), [(0, 0), (5, 3), (3, 5)], [(5, 3), (9, 2), (8, 6)]]],
      [[Self.rectangle(0, 0, 12, 12), [(2, 2), (6, 6), (2, 10)], [(6, 6), (10, 2), (10, 10)]]],
      // Parts that touch in a corner, or with a corner on an edge; an island that touches its hole.
      [[Self.rectangle(0, 0, 6, 6)], [Self.rectangle(6, 6, 12, 12)], [[(6, 3), (12, 0), (12, 4)]]],
      [[Self.rectangle(0, 0, 12, 12), Self.rectangle(2, 2, 10, 10)], [[(2, 6), (6, 3), (10, 6), (6, 9)]]],
      // A ring that visits a point twice, one with a spike, one with a hair, a bow tie.
      [[[(0, 0), (12, 0), (12, 12), (6, 0), (0, 12)]]],
      [[[(0, 0), (8, 0), (8, 8), (12, 12), (8, 8), (0, 8)]]],
      [[[(0, 0), (9, 0), (9, 9), (3, 3), (3, 6), (6, 3), (3, 3), (0, 9)]]],
      [[[(0, 0), (12, 12), (12, 0), (0, 12)]]],
    ]
    let map = wholeMap()
    func layer(_ layers: inout RandomLayers) -> MultiPolygonArray {
      MultiPolygonArray(
        areas: (0..<3).map { _ in
          let (x, y) = (Double(layers.integer(-3...3)), Double(layers.integer(-3...3)))
          return all[layers.integer(0...all.count - 1)].map { $0.map { $0.map { ($0.0 + x, $0.1 + y) } } }
        }
      ).mapped(map)
    }
    return LayerPair(layer(&self), layer(&self))
  }

  /// Two combs per layer with four teeth of uneven width, against combs across them or between them.
  mutating func combs() -> LayerPair {
    step = [Self.gridUnit, 0.001, 1, 10][integer(0...3)]
    func comb(_ layers: inout RandomLayers, across: Bool) -> [[Ring]] {
      let base = layers.snap(layers.number(-50...50))
      var ring: Ring = [(-100, base), (900, base)]
      for tooth in (0..<4).reversed() {
        let right = layers.snap(Double(tooth) * 250 + layers.number(60...120))
        let left = layers.snap(right - layers.number(20...150))
        ring += [(right, base + 40), (right, 900), (left, layers.snap(layers.number(700...1000)))]
        ring.append((left, base + 40))
      }
      ring.append((-100, base + 40))
      return [[across ? ring.map { ($0.1, $0.0) } : ring]]
    }
    let turned = chance(0.5)
    let a = MultiPolygonArray(areas: (0..<2).map { _ in comb(&self, across: false) })
    let b = MultiPolygonArray(areas: (0..<2).map { _ in comb(&self, across: turned) })
    return LayerPair(a, b)
  }
}
