extension MultiPolygonArray {
  /// Areas of one polygon each: for every area its rings, the exterior first, then the holes.
  ///
  /// A ring is a list of positions, x before y: easting before northing, longitude before latitude. It may run either
  /// way round. A ring that does not end where it begins is closed.
  ///
  /// Throws `badData`, with the place: a polygon without a ring, a ring of fewer than four positions once it is
  /// closed, a number that is not finite. Rings that cross are not an error: ``PreparedLayer`` repairs them.
  ///
  /// - Parameter polygons: for every area the rings of its polygon.
  public init(polygons: [[[(Double, Double)]]]) throws(FootprintsError) {
    try self.init(multiPolygons: polygons.map { [$0] })
  }

  /// Areas of any number of polygons each, nested as in GeoJSON's MultiPolygon: for every area its polygons, for every
  /// polygon its rings, the exterior first, then the holes.
  ///
  /// The same holds for rings, and for what is thrown, as in ``init(polygons:)``. An area of no polygons is one without geometry; it overlaps
  /// nothing.
  ///
  /// - Parameter areas: for every area the rings of its polygons.
  public init(multiPolygons areas: [[[[(Double, Double)]]]]) throws(FootprintsError) {
    self.init()
    for (area, polygons) in areas.enumerated() {
      for (polygon, rings) in polygons.enumerated() {
        guard !rings.isEmpty else {
          throw FootprintsError(
            .badData, "a polygon has no rings", place: "area \(area + 1), polygon \(polygon + 1)",
            remedy: "Give its exterior, or leave the polygon out.")
        }
        for ring in rings.indices {
          append(rings[ring])
          try check(ring: ringCount - 1) { RingPlace.words(area: area, polygon: polygon, ring: ring) }
        }
        endPolygon()
      }
      endArea()
    }
  }

  /// Takes over the buffers of GeoArrow's `geoarrow.multipolygon` layout, after checking them; see
  /// ``MultiPolygonArray`` for their meaning.
  ///
  /// Throws `badData`: offsets that do not begin with 0, that fall, or that do not end at the count of the next level;
  /// a polygon without a ring; a ring of fewer than four positions, or one that does not end where it begins; a number
  /// that is not finite.
  ///
  /// - Parameters:
  ///   - coordinates: the positions of all rings, one ring after the other.
  ///   - ringOffsets: where each ring begins in `coordinates`, and where the last one ends.
  ///   - polygonOffsets: where each polygon begins among the rings, and where the last one ends.
  ///   - areaOffsets: where each area begins among the polygons, and where the last one ends.
  public init(
    checking coordinates: [Coordinate], ringOffsets: [Int], polygonOffsets: [Int], areaOffsets: [Int]
  ) throws(FootprintsError) {
    try Self.check(ringOffsets, "ring", end: coordinates.count)
    try Self.check(polygonOffsets, "polygon", end: ringOffsets.count - 1)
    try Self.check(areaOffsets, "area", end: polygonOffsets.count - 1)
    self.init(
      coordinates: coordinates, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets,
      areaOffsets: areaOffsets)
    for area in 0..<count {
      for (place, polygon) in polygons(of: area).enumerated() {
        let rings = rings(of: polygon)
        guard !rings.isEmpty else {
          throw FootprintsError(
            .badData, "a polygon has no rings", place: "area \(area + 1), polygon \(place + 1)")
        }
        for ring in rings {
          try check(ring: ring) {
            RingPlace.words(area: area, polygon: place, ring: ring - rings.lowerBound)
          }
        }
      }
    }
  }

  private mutating func append(_ ring: [(Double, Double)]) {
    for position in ring { append(Coordinate(position.0, position.1)) }
    if let first = ring.first, let last = ring.last, first != last { append(Coordinate(first.0, first.1)) }
    endRing()
  }

  private func check(ring: Int, place: () -> String) throws(FootprintsError) {
    let positions = coordinates[vertices(of: ring)]
    guard positions.count >= 4 else {
      throw FootprintsError(
        .badData, "a ring has \(positions.count) positions when closed, and needs at least 4", place: place(),
        remedy: "Leave the ring out, or give its missing positions.")
    }
    if let bad = positions.first(where: { !$0.x.isFinite || !$0.y.isFinite }) {
      throw FootprintsError(
        .badData, "a position is (\(bad.x), \(bad.y)), not two finite numbers", place: place())
    }
    guard positions.first == positions.last else {
      throw FootprintsError(
        .badData, "a ring does not end where it begins", place: place(),
        remedy: "Repeat its first position at the end.")
    }
  }

  private static func check(_ offsets: [Int], _ level: String, end: Int) throws(FootprintsError) {
    guard offsets.first == 0, offsets.last == end,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else {
      throw FootprintsError(
        .badData, "the \(level) offsets do not rise from 0 to \(end)",
        remedy: "They say where each \(level) begins, and finally where the last one ends.")
    }
  }
}

extension RingPlace {
  /// Where a ring is, counted from 1: "area 3, hole 1 of polygon 2".
  fileprivate static func words(area: Int, polygon: Int, ring: Int) -> String {
    "area \(area + 1), \(RingPlace(index: ring, polygon: polygon, hole: ring == 0 ? nil : ring - 1))"
  }
}
