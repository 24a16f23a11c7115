import Footprints

/// Random layers of rings within rings and of areas on top of each other.
extension RandomLayers {
  /// Two areas per layer, each with up to four holes apart from each other.
  mutating func holes() -> LayerPair {
    chooseStep()
    func layer(_ layers: inout RandomLayers) -> MultiPolygonArray {
      MultiPolygonArray(
        areas: (0..<2).map { _ in
          let (x, y) = (layers.number(300...700), layers.number(300...700))
          let radius = layers.number(200...500)
          var rings = [layers.blob(x, y, radius)]
          for (u, v) in [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)] where layers.chance(0.7) {
            rings.append(layers.blob(x + u * 0.17 * radius, y + v * 0.17 * radius, 0.15 * radius))
          }
          return [rings]
        })
    }
    return LayerPair(layer(&self), layer(&self))
  }

  /// Rings around a centre, each well inside the one before.
  private mutating func nest(_ x: Double, _ y: Double) -> [Ring] {
    var radius = number(600...1000)
    return (0..<5).map { _ in
      defer { radius *= 0.4 }
      return blob(x, y, radius)
    }
  }

  /// Areas between nested rings: an area with an island and an island in its hole, areas that fill the holes.
  /// Both layers use the same rings, or some of their own.
  mutating func islands() -> LayerPair {
    chooseStep()
    step = min(step, 1)
    let (x, y) = (number(400...600), number(400...600))
    let nest = nest(x, y)
    func layer(_ layers: inout RandomLayers) -> MultiPolygonArray {
      var rings = nest
      if layers.chance(0.5) { rings = layers.nest(x + layers.number(-50...50), y) }
      var areas: [[[Ring]]] = [
        [[rings[0], rings[1]], [rings[2], rings[3]], [rings[4]]], [[rings[1], rings[2]]],
        [[rings[1], rings[2]], [rings[3], rings[4]]], [[rings[2], rings[4]]], [[rings[3]]],
        [[rings[0], rings[3]]],
      ]
      while areas.count > 3 { areas.remove(at: layers.integer(0...areas.count - 1)) }
      return MultiPolygonArray(areas: areas)
    }
    return LayerPair(layer(&self), layer(&self))
  }

  /// Two areas per layer of up to six parts, free ones and squares that touch at corners.
  mutating func parts() -> LayerPair {
    chooseStep()
    func layer(_ layers: inout RandomLayers) -> MultiPolygonArray {
      MultiPolygonArray(
        areas: (0..<2).map { _ in
          var polygons: [[Ring]] = (0..<layers.integer(2...4)).map { _ in
            let (x, y) = (layers.number(0...1000), layers.number(0...1000))
            return [layers.blob(x, y, layers.number(50...250))]
          }
          let corner = (layers.snap(layers.number(0...800)), layers.snap(layers.number(0...800)))
          polygons += [
            [Self.rectangle(corner.0, corner.1, corner.0 + 100, corner.1 + 100)],
            [Self.rectangle(corner.0 + 100, corner.1 + 100, corner.0 + 200, corner.1 + 200)],
          ]
          return polygons
        })
    }
    return LayerPair(layer(&self), layer(&self))
  }

  /// Four areas per layer around one place; the last is the first again.
  mutating func overlapping() -> LayerPair {
    chooseStep()
    func layer(_ layers: inout RandomLayers) -> MultiPolygonArray {
      var areas: [[[Ring]]] = (0..<3).map { _ in
        let (x, y) = (layers.number(400...600), layers.number(400...600))
        return [[layers.star(x, y, layers.number(200...500), corners: layers.integer(5...9))]]
      }
      areas.append(areas[0])
      return MultiPolygonArray(areas: areas)
    }
    return LayerPair(layer(&self), layer(&self))
  }

  /// An area with a hole and one with two against areas in, on and across the holes.
  mutating func insideHoles() -> LayerPair {
    chooseStep()
    step = min(step, 1)
    let (x, y) = (number(400...600), number(400...600))
    let hole = blob(x, y, 200)
    let corner = hole[integer(0...hole.count - 1)]
    let middle = ((hole[0].0 + hole[1].0) / 2, (hole[0].1 + hole[1].1) / 2)
    let inner = blob(x, y, 80)
    var inTheHole: [[[Ring]]] = [
      [[hole]], [[inner]],
      // Touches the hole's border in a corner; reaches a side's middle and nearly touches it; along a side.
      [[[corner, (x, y), (inner[0].0, inner[0].1)]]], [[[middle, (x, y), (inner[1].0, inner[1].1)]]],
      [[[hole[0], hole[1], (snap(x), snap(y))]]],
      [[hole, inner]], [[blob(x, y, 300)]], [[blob(x, y, 1000), hole]], [[blob(x, y, 1000), inner]],
    ]
    let frame = Self.rectangle(x - 900, y - 900, x + 900, y + 900)
    let first: [[[Ring]]] = [
      [[blob(x, y, 600), hole]], [[frame, hole, blob(x + 700, y, 150)]], [[frame, hole], [inner]],
    ]
    while inTheHole.count > 4 { inTheHole.remove(at: integer(0...inTheHole.count - 1)) }
    let (a, b) = (MultiPolygonArray(areas: first), MultiPolygonArray(areas: inTheHole))
    return chance(0.5) ? LayerPair(a, b) : LayerPair(b, a)
  }

  /// The layer twice: every ring with another start and perhaps backwards, parts and areas in other order.
  mutating func identical() -> LayerPair {
    chooseStep()
    let layer = stars(count: 4, corners: 9)
    let context = GEOSContext()
    // Made valid once, so that both layers are the same areas whatever the repair does.
    var valid = MultiPolygonArray()
    for area in 0..<layer.count {
      guard let geometry = try? GEOSGeometry(area: area, of: layer, in: context) else { continue }
      try? geometry.madeValid().appendArea(to: &valid)
    }
    var areas: [[[Ring]]] = []
    for area in 0..<valid.count {
      var polygons: [[Ring]] = valid.polygons(of: area).map { polygon in
        var rings: [Ring] = valid.rings(of: polygon).map { ring in
          var points = valid.coordinates[valid.vertices(of: ring)].dropLast().map { ($0.x, $0.y) }
          let start = integer(0...points.count - 1)
          points = Array(points[start...] + points[..<start])
          return chance(0.5) ? points.reversed() : points
        }
        rings[1...].shuffle(using: &random)
        return rings
      }
      polygons.shuffle(using: &random)
      areas.append(polygons)
    }
    areas.shuffle(using: &random)
    return LayerPair(valid, MultiPolygonArray(areas: areas))
  }
}
