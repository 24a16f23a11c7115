import Footprints
import Testing

/// Compares the kernel with GEOS, pair by pair, on the same grid-rounded coordinates.
enum KernelOracle {
  /// Runs the kernel on two layers in metres.
  static func kernel(_ a: MultiPolygonArray, _ b: MultiPolygonArray, jobs: Int = 1) throws -> KernelResult {
    let grid = IntegerGrid(covering: a, b, jobs: jobs)
    return try OverlapKernel.overlap(
      a: GridLayer(a, grid: grid, jobs: jobs), b: GridLayer(b, grid: grid, jobs: jobs), jobs: jobs)
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

  /// Two layers as the kernel sees them, valid and on the grid, with what it finds.
  static func overlay(_ layers: LayerPair) throws
    -> (a: MultiPolygonArray, b: MultiPolygonArray, result: KernelResult)
  {
    let grid = IntegerGrid(covering: layers.a, layers.b, jobs: 1)
    let (a, b) = (try valid(layers.a, grid: grid), try valid(layers.b, grid: grid))
    let result = try OverlapKernel.overlap(
      a: GridLayer(a, grid: grid, jobs: 1), b: GridLayer(b, grid: grid, jobs: 1), jobs: 1)
    return (a, b, result)
  }

  /// How well the kernel and GEOS agree on a number of pairs of areas.
  struct Agreement {
    /// The pairs whose boxes meet.
    var pairs = 0
    /// Those of them that have an area.
    var common = 0
    /// The largest difference of areas above 1 m2, of the larger one.
    var relative = 0.0
    /// The largest difference of areas up to 1 m2, in m2.
    var absolute = 0.0
    /// The pairs that only the allowance for GEOS's rounding lets pass.
    var doubts: [Doubt] = []

    mutating func add(_ other: Agreement) {
      pairs += other.pairs
      common += other.common
      relative = max(relative, other.relative)
      absolute = max(absolute, other.absolute)
      doubts += other.doubts
    }
  }

  /// A pair of areas on which GEOS and the kernel differ by more than they should, though the area not by more
  /// than GEOS rounds.
  struct Doubt {
    var label: String
    /// The area of A alone.
    var a: MultiPolygonArray
    /// The area of B alone.
    var b: MultiPolygonArray
    /// What the kernel says they have in common: the area in m2 and the perimeter in m.
    var kernel: (area: Double, perimeter: Double)
  }

  /// Checks areas, perimeters, centroids and own areas of all pairs against GEOS. With coordinates so coarse
  /// that GEOS has no rounding where areas touch, exactly the same pairs must have an area. The plain twin is asked
  /// too, where its quadratic time allows.
  static func check(
    _ a: MultiPolygonArray, _ b: MultiPolygonArray, _ name: String, touchingIsExact: Bool = false,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let agreement = try compare(LayerPair(a, b, isCoarse: touchingIsExact), name, location: location)
    try ExactOverlapTests.judge(agreement.doubts)
    if a.coordinates.count * b.coordinates.count <= 100_000 {
      let (a, b, _) = try overlay(LayerPair(a, b))
      try PlainOverlayTests.check(a, b, name)
    }
  }

  /// The same for a pair of layers of which more may be known; doubts are left to be judged all at once.
  static func compare(
    _ layers: LayerPair, _ name: String, location: SourceLocation = #_sourceLocation
  ) throws -> Agreement {
    let (a, b, result) = try overlay(layers)
    var masses: [[Int]: PairMass] = [:]
    for mass in result.pairs { masses[[mass.a, mass.b]] = mass }
    #expect(masses.count == result.pairs.count, "\(name): a pair is listed twice", sourceLocation: location)
    if let meeting = layers.meeting {
      #expect(Set(masses.keys) == meeting, "\(name): which pairs have an area", sourceLocation: location)
    }
    let context = GEOSContext()
    let (aShapes, bShapes) = (try shapes(a, context), try shapes(b, context))
    var agreement = Agreement()
    for (i, left) in aShapes.enumerated() {
      for (j, right) in bShapes.enumerated() {
        let mass = masses[[i, j]]
        if !a.box(of: i).intersects(b.box(of: j)) {
          #expect(mass == nil, "\(name): \(i), \(j) are far apart", sourceLocation: location)
          continue
        }
        let label = "\(name): A \(i) with B \(j)"
        var polygons = MultiPolygonArray()
        let both = try left.geometry.intersection(right.geometry)
        try both.appendArea(to: &polygons)
        let geos = (area: try both.area(), perimeter: polygons.perimeter(of: 0))
        let kernel = (area: mass?.area ?? 0, perimeter: mass?.perimeter ?? 0)
        let comparison = compare(kernel, geos, left.step, &agreement)
        #expect(
          comparison != .different, "\(label): kernel \(kernel), GEOS \(geos)", sourceLocation: location)
        if comparison == .rounded {
          agreement.doubts.append(
            Doubt(
              label: "\(label): GEOS \(geos)", a: a.selecting([i]), b: b.selecting([j]), kernel: kernel))
        }
        if layers.isCoarse {
          #expect((mass == nil) == (geos.area == 0), "\(label): GEOS \(geos.area)", sourceLocation: location)
        }
        guard let mass, mass.area > 1e-4 else { continue }
        let centroid = Self.centroid(polygons)
        // A crossing point is rounded by 4e-12 m, which a triangle as large as the edges are long turns into a moment.
        let box = a.box(of: i)
        let size = max(box.max.x - box.min.x, box.max.y - box.min.y) + mass.perimeter
        let doubt = 1e-6 + 1e-11 * size * size / mass.area
        #expect(
          abs(mass.centroid.x - centroid.x) <= doubt && abs(mass.centroid.y - centroid.y) <= doubt,
          "\(label): centroid \(mass.centroid), GEOS \(centroid)", sourceLocation: location)
      }
    }
    for (areas, shapes, side) in [(result.aAreas, aShapes, "A"), (result.bAreas, bShapes, "B")] {
      for (number, shape) in shapes.enumerated() {
        let own = try shape.geometry.area()
        #expect(
          abs(areas[number] - own) <= tolerance(own),
          "\(name): own area of \(side) \(number): kernel \(areas[number]), GEOS \(own)",
          sourceLocation: location)
      }
    }
    return agreement
  }

  /// An area for GEOS.
  private final class Shape {
    let geometry: GEOSGeometry
    /// The distance of the doubles around the largest coordinate, in metres.
    let step: Double

    init(_ geometry: consuming GEOSGeometry, step: Double) {
      self.geometry = geometry
      self.step = step
    }
  }

  private static func shapes(_ layer: MultiPolygonArray, _ context: GEOSContext) throws -> [Shape] {
    try (0..<layer.count).map { area in
      let box = layer.box(of: area)
      let largest = max(abs(box.min.x), abs(box.min.y), abs(box.max.x), abs(box.max.y))
      return Shape(
        try GEOSGeometry(area: area, of: layer, in: context), step: largest.isFinite ? largest.ulp : 0)
    }
  }

  /// How far apart areas may be, in m2.
  static func tolerance(_ area: Double) -> Double { area > 1 ? 1e-9 * area : 1e-6 }

  private enum Comparison { case equal, rounded, different }

  private static func compare(
    _ kernel: (area: Double, perimeter: Double), _ geos: (area: Double, perimeter: Double), _ step: Double,
    _ agreement: inout Agreement
  ) -> Comparison {
    let (difference, larger) = (abs(kernel.area - geos.area), max(kernel.area, geos.area))
    agreement.pairs += 1
    if kernel.area > 0 { agreement.common += 1 }
    if difference <= tolerance(geos.area) {
      if larger > 1 {
        agreement.relative = max(agreement.relative, difference / larger)
      } else {
        agreement.absolute = max(agreement.absolute, difference)
      }
      let isEqual =
        kernel.area <= 1e-4
        || abs(kernel.perimeter - geos.perimeter) <= 1e-6 * max(1, geos.perimeter)
      // GEOS lets slivers vanish that are narrower than its doubles, and half of the perimeter with them. There
      // is no bound on that, so it needs a judge; without Python there is none, and only the areas are compared.
      return isEqual ? .equal : .rounded
    }
    // GEOS rounds the places where edges cross to doubles, which moves the outline by up to the distance of
    // neighbouring doubles: along a sliver of a thousand kilometres 1e-10 m are 1e-4 m2. Exact arithmetic
    // judges such pairs (`ExactOverlapTests`), and says that the kernel is right.
    return difference <= step * max(kernel.perimeter, geos.perimeter) ? .rounded : .different
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
