extension MultiPolygonArray {
  /// Areas in longitude and latitude as they are written: rounded to seven decimals, and valid. Precondition:
  /// coordinates are at most 360 in size, which `GeoJSONRenderer` checks.
  ///
  /// Rounding moves a vertex by up to 6 mm, which lets a ring touch itself where it is narrow. The kernel's check of
  /// validity finds the few areas to which that happens; they are put on the grid of seven decimals by GEOS, which joins
  /// what has come together.
  func roundedToSevenDecimals(jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    let gridded = try griddedToSevenDecimals(jobs: jobs)
    let invalid = Set(try OverlapKernel.invalidAreas(of: gridded, jobs: jobs).map(\.area))
    let pieces = Pieces(of: count, minimum: 1, jobs: jobs)
    let parts = try parallelMap(count: pieces.count, jobs: jobs, makeWorker: { GEOSContext() }) {
      context, piece throws(FootprintsError) in
      var out = MultiPolygonArray()
      for area in pieces[piece] {
        if invalid.contains(area) {
          out.appendArea(0, of: try snapped(area, context))
        } else {
          out.appendArea(area, inSevenDecimals: gridded)
        }
      }
      return out
    }
    return MultiPolygonArray(joining: parts.isEmpty ? [MultiPolygonArray()] : parts, jobs: jobs)
  }

  /// The areas on a grid whose unit is the seventh decimal.
  private func griddedToSevenDecimals(jobs: Int) throws(FootprintsError) -> GridLayer {
    var scaled = self
    let grid = IntegerGrid(around: Box(min: Coordinate(0, 0), max: Coordinate(0, 0)))
    let unit = 1 / grid.unitsPerMetre
    try scaled.updateCoordinates { (coordinates) throws(FootprintsError) in
      try parallelChunks(of: &coordinates, jobs: jobs, chunk: 1 << 14) { () in
      } body: { _, chunk, _ in
        for index in chunk.indices {
          let (x, y) = (FixedPoint(chunk[index].x), FixedPoint(chunk[index].y))
          chunk[index] = Coordinate(Double(x.units) * unit, Double(y.units) * unit)
        }
      }
    }
    return try GridLayer(scaled, grid: grid, jobs: jobs)
  }

  /// Adds an area of a layer whose unit is the seventh decimal.
  private mutating func appendArea(_ area: Int, inSevenDecimals layer: GridLayer) {
    for polygon in layer.areaOffsets[area]..<layer.areaOffsets[area + 1] {
      var isEmpty = true
      for ring in layer.polygonOffsets[polygon]..<layer.polygonOffsets[polygon + 1]
      where layer.ringEdgeCounts[ring] > 0 {
        let edges = layer.edges(of: ring)
        for vertex in layer.vertices[edges.lowerBound...edges.upperBound] {
          append(
            Coordinate(FixedPoint(units: Int(vertex.x)).degrees, FixedPoint(units: Int(vertex.y)).degrees))
        }
        endRing()
        isEmpty = false
      }
      if !isEmpty { endPolygon() }
    }
    endArea()
  }

  /// One area alone, which plain rounding leaves invalid.
  private func snapped(_ area: Int, _ context: GEOSContext) throws(FootprintsError) -> MultiPolygonArray {
    let rounded = rounded(area)
    do throws(FootprintsError) {
      if try GEOSGeometry(area: 0, of: rounded, in: context).validityFault() == nil { return rounded }
      var valid = MultiPolygonArray()
      try GEOSGeometry(area: area, of: self, in: context).madeValid().snapped(to: 1e-7).appendArea(to: &valid)
      return valid.rounded(0)
    } catch {
      // What GEOS can do nothing with is written as it is.
      return rounded
    }
  }

  /// One area alone, rounded.
  private func rounded(_ area: Int) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    for polygon in polygons(of: area) { RoundedPolygon(self, polygon).append(to: &out) }
    out.endArea()
    return out
  }
}

/// A coordinate in whole units of the seventh decimal, about 11 mm.
struct FixedPoint: Equatable {
  let units: Int

  /// That many units.
  @inline(__always)
  init(units: Int) { self.units = units }

  /// Precondition: at most 360 in size, which `GeoJSONRenderer` checks for every coordinate.
  @inline(__always)
  init(_ degrees: Double) { units = Int((degrees * 1e7).rounded()) }

  /// The double nearest to it.
  @inline(__always)
  var degrees: Double { Double(units) / 1e7 }
}

/// A polygon as it is written: rounded, without the repeated vertices that rounding makes, without rings
/// that rounding leaves no area, and with its rings the right way round.
struct RoundedPolygon {
  private(set) var rings: [[(x: FixedPoint, y: FixedPoint)]] = []

  init(_ array: MultiPolygonArray, _ polygon: Int) {
    for (index, ring) in array.rings(of: polygon).enumerated() {
      var points: [(x: FixedPoint, y: FixedPoint)] = []
      for coordinate in array.coordinates[array.vertices(of: ring)] {
        let point = (x: FixedPoint(coordinate.x), y: FixedPoint(coordinate.y))
        if let last = points.last, last == point { continue }
        points.append(point)
      }
      let area = Self.twiceArea(points)
      guard points.count >= 4, area != 0 else {
        if index == 0 { return }
        continue
      }
      rings.append((area > 0) == (index == 0) ? points : points.reversed())
    }
  }

  /// Twice the signed area in units, exact: the differences of a ring on Earth take 33 bits, their products
  /// 66, the sum a few more.
  private static func twiceArea(_ points: [(x: FixedPoint, y: FixedPoint)]) -> Int128 {
    guard let origin = points.first else { return 0 }
    var sum: Int128 = 0
    for (a, b) in zip(points, points.dropFirst()) {
      sum +=
        Int128(a.x.units - origin.x.units) * Int128(b.y.units - origin.y.units)
        - Int128(b.x.units - origin.x.units) * Int128(a.y.units - origin.y.units)
    }
    return sum
  }

  /// Adds the polygon to the area being built.
  func append(to array: inout MultiPolygonArray) {
    guard !rings.isEmpty else { return }
    for ring in rings {
      for point in ring { array.append(Coordinate(point.x.degrees, point.y.degrees)) }
      array.endRing()
    }
    array.endPolygon()
  }
}
