import Footprints
import Testing

/// Compares the kernel with GEOS, pair by pair, on the same grid-rounded coordinates.
enum KernelOracle {
  /// Runs the kernel on two layers in metres.
  static func kernel(_ x: MultiPolygonArray, _ y: MultiPolygonArray, jobs: Int = 1) throws -> KernelResult {
    let grid = try IntegerGrid(covering: x, y, jobs: jobs)
    return try OverlapKernel.overlap(
      x: GridLayer(x, grid: grid, jobs: jobs), y: GridLayer(y, grid: grid, jobs: jobs), jobs: jobs)
  }

  /// The layer as the kernel sees it, each area made valid by GEOS where it is not; repeated until rounding
  /// the repair leaves it valid.
  static func valid(_ layer: MultiPolygonArray, grid: IntegerGrid) throws -> MultiPolygonArray {
    var layer = layer
    for _ in 0..<5 {
      let rounded = try GridLayer(layer, grid: grid, jobs: 1)
      layer = rounded.multiPolygons(of: 0..<rounded.count)
      let context = GEOSContext()
      var repaired = MultiPolygonArray()
      var isDone = true
      for area in 0..<layer.count {
        let geometry = try GEOSGeometry(area: area, of: layer, in: context)
        if try geometry.invalidReason() == nil {
          repaired.appendArea(area, of: layer)
        } else {
          try geometry.madeValid().appendArea(to: &repaired)
          isDone = false
        }
      }
      layer = repaired
      if isDone { return layer }
    }
    return layer
  }

  /// Checks areas, perimeters, centroids and own areas of all pairs against GEOS. With coordinates so coarse
  /// that GEOS has no rounding where areas touch, exactly the same pairs must have an area.
  static func check(
    _ x: MultiPolygonArray, _ y: MultiPolygonArray, _ name: String, touchingIsExact: Bool = false,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let grid = try IntegerGrid(covering: x, y, jobs: 1)
    let x = try valid(x, grid: grid)
    let y = try valid(y, grid: grid)
    let result = try OverlapKernel.overlap(
      x: GridLayer(x, grid: grid, jobs: 1), y: GridLayer(y, grid: grid, jobs: 1), jobs: 1)
    var masses: [[Int]: PairMass] = [:]
    for mass in result.pairs { masses[[mass.x, mass.y]] = mass }
    #expect(masses.count == result.pairs.count, "\(name): a pair is listed twice", sourceLocation: location)
    let context = GEOSContext()
    for i in 0..<x.count {
      let a = try GEOSGeometry(area: i, of: x, in: context)
      expectArea(result.xAreas[i], try a.area(), "\(name): own area of X \(i)", location)
      for j in 0..<y.count {
        let mass = masses[[i, j]]
        if !x.box(of: i).intersects(y.box(of: j)) {
          #expect(mass == nil, "\(name): \(i), \(j) are far apart", sourceLocation: location)
          continue
        }
        let b = try GEOSGeometry(area: j, of: y, in: context)
        let both = try a.intersection(b)
        let label = "\(name): X \(i) with Y \(j)"
        let area = try both.area()
        expectArea(mass?.area ?? 0, area, label, location)
        if touchingIsExact {
          #expect((mass == nil) == (area == 0), "\(label): GEOS \(area)", sourceLocation: location)
        }
        guard let mass, mass.area > 1e-4 else { continue }
        var polygons = MultiPolygonArray()
        try both.appendArea(to: &polygons)
        let outline = try GEOSGeometry(area: 0, of: polygons, in: context)
        let length = try outline.length()
        #expect(
          abs(mass.perimeter - length) <= 1e-6 * max(1, length), "\(label): perimeter, GEOS \(length)",
          sourceLocation: location)
        let centroid = Self.centroid(polygons)
        // A crossing point is rounded by 4e-12 m, which a triangle as large as the edges are long turns into a moment.
        let box = x.box(of: i)
        let size = max(box.max.x - box.min.x, box.max.y - box.min.y) + mass.perimeter
        let doubt = 1e-6 + 1e-11 * size * size / mass.area
        #expect(
          abs(mass.centroid.x - centroid.x) <= doubt && abs(mass.centroid.y - centroid.y) <= doubt,
          "\(label): centroid \(mass.centroid), GEOS \(centroid)", sourceLocation: location)
      }
    }
    for j in 0..<y.count {
      let area = try GEOSGeometry(area: j, of: y, in: context).area()
      expectArea(result.yAreas[j], area, "\(name): own area of Y \(j)", location)
    }
  }

  private static func expectArea(
    _ kernel: Double, _ geos: Double, _ label: String, _ location: SourceLocation
  ) {
    let tolerance = geos > 1 ? 1e-9 * geos : 1e-6
    #expect(
      abs(kernel - geos) <= tolerance, "\(label): kernel \(kernel), GEOS \(geos)", sourceLocation: location)
  }

  /// The centroid of the polygons of an area, by the formula for triangles from the first vertex.
  static func centroid(_ area: MultiPolygonArray) -> Coordinate {
    guard let origin = area.coordinates.first else { return Coordinate(0, 0) }
    var sum = (area: 0.0, x: 0.0, y: 0.0)
    for polygon in area.polygons(of: 0) {
      for (number, ring) in area.rings(of: polygon).enumerated() {
        var part = (area: 0.0, x: 0.0, y: 0.0)
        let vertices = area.coordinates[area.vertices(of: ring)]
        for (p, q) in zip(vertices, vertices.dropFirst()) {
          let (px, py, qx, qy) = (p.x - origin.x, p.y - origin.y, q.x - origin.x, q.y - origin.y)
          let cross = px * qy - py * qx
          part.area += cross / 2
          part.x += (px + qx) * cross / 6
          part.y += (py + qy) * cross / 6
        }
        let sign = (part.area > 0) == (number == 0) ? 1.0 : -1.0
        sum.area += sign * part.area
        sum.x += sign * part.x
        sum.y += sign * part.y
      }
    }
    return Coordinate(origin.x + sum.x / sum.area, origin.y + sum.y / sum.area)
  }
}
