/// An area that is not valid in the sense of OGC Simple Features, and so cannot be overlaid as it is.
package struct InvalidArea: Sendable, Equatable {
  /// The index of the area.
  package let area: Int
  /// What is wrong. An area may have more faults; this is the first that GEOS finds.
  package let fault: ValidityFault
  /// Where it is wrong, in metres.
  package let location: Coordinate
  /// The ring that passes there: the first of those that do, where rings cross or touch each other.
  package let ring: RingPlace
}

extension GridLayer {
  /// The ring of an area that passes nearest to a place in metres. Rings whose distances differ by less than a grid
  /// unit count as equally near, since the place is rounded; the first of them is taken.
  func ring(ofArea area: Int, nearestTo place: Coordinate) -> RingPlace {
    let rings = rings(ofArea: area)
    var nearest = (ring: rings.lowerBound, distance: Double.infinity)
    for ring in rings {
      let distance = distance(from: place, toRing: ring)
      if distance < nearest.distance - 1 { nearest = (ring, distance) }
    }
    let polygons = areaOffsets[area]..<areaOffsets[area + 1]
    let polygon = polygons.first { nearest.ring < polygonOffsets[$0 + 1] } ?? polygons.lowerBound
    let position = nearest.ring - polygonOffsets[polygon]
    return RingPlace(
      index: nearest.ring - rings.lowerBound, polygon: polygon - polygons.lowerBound,
      hole: position > 0 ? position - 1 : nil)
  }

  /// The distance between a place and a ring in grid units; infinite for a ring without edges.
  private func distance(from place: Coordinate, toRing ring: Int) -> Double {
    let x = place.x * grid.unitsPerMetre - Double(grid.originX)
    let y = place.y * grid.unitsPerMetre - Double(grid.originY)
    var least = Double.infinity
    for edge in edges(of: ring) {
      let (p, q) = (vertices[edge], vertices[edge + 1])
      let (toX, toY) = (x - Double(p.x), y - Double(p.y))
      let (width, height) = (Double(q.x - p.x), Double(q.y - p.y))
      // The foot of the perpendicular, kept on the edge.
      let part = max(0, min(1, (toX * width + toY * height) / (width * width + height * height)))
      let (dx, dy) = (toX - part * width, toY - part * height)
      least = min(least, (dx * dx + dy * dy).squareRoot())
    }
    return least
  }
}
