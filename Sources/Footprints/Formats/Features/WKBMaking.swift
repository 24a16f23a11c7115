extension FeatureBatch {
  /// Adds an area of an array as the geometry of the next feature, as a MultiPolygon; none for an area without polygons.
  package mutating func append(area: Int, of areas: MultiPolygonArray) {
    let polygons = areas.polygons(of: area)
    if !polygons.isEmpty {
      WKB.appendHeader(.multiPolygon, [], to: &geometry)
      WKB.append(UInt32(clamping: polygons.count), to: &geometry)
    }
    for polygon in polygons {
      let rings = areas.rings(of: polygon)
      WKB.appendHeader(.polygon, [], to: &geometry)
      WKB.append(UInt32(clamping: rings.count), to: &geometry)
      for ring in rings {
        let vertices = areas.vertices(of: ring)
        WKB.append(UInt32(clamping: vertices.count), to: &geometry)
        for position in areas.coordinates[vertices] {
          WKB.append(position.x, to: &geometry)
          WKB.append(position.y, to: &geometry)
        }
      }
    }
    ends.append(geometry.count)
  }

  /// Adds a position as the geometry of the next feature; none for one that is not a number.
  package mutating func append(point: Coordinate) {
    if !point.x.isNaN {
      WKB.appendHeader(.point, [], to: &geometry)
      WKB.append(point.x, to: &geometry)
      WKB.append(point.y, to: &geometry)
    }
    ends.append(geometry.count)
  }
}
