/// Many areas, each of any number of polygons with holes, in four flat buffers: GeoArrow's
/// `geoarrow.multipolygon` layout with interleaved coordinates (https://geoarrow.org/format.html).
///
/// - Area `a` owns polygons `areaOffsets[a]..<areaOffsets[a + 1]`; an area without polygons is one without
///   geometry (a GeoJSON `null`).
/// - Polygon `p` owns rings `polygonOffsets[p]..<polygonOffsets[p + 1]`: the exterior, then its holes.
/// - Ring `r` owns coordinates `ringOffsets[r]..<ringOffsets[r + 1]`, the last equal to the first.
///
/// A value, so it crosses tasks freely; C handles made from it never do.
public struct MultiPolygonArray: Sendable, Equatable {
  /// All vertices, ring after ring, each ring closed.
  public private(set) var coordinates: [Coordinate] = []
  /// Where each ring begins in `coordinates`, and where the last one ends.
  public private(set) var ringOffsets: [Int] = [0]
  /// Where each polygon begins among the rings, and where the last one ends.
  public private(set) var polygonOffsets: [Int] = [0]
  /// Where each area begins among the polygons, and where the last one ends.
  public private(set) var areaOffsets: [Int] = [0]

  /// Makes an array of no areas.
  public init() {}

  /// Takes over finished buffers. Precondition: offsets begin with 0, never fall, and each level ends at
  /// the count of the next.
  package init(coordinates: [Coordinate], ringOffsets: [Int], polygonOffsets: [Int], areaOffsets: [Int]) {
    precondition(ringOffsets.last == coordinates.count, "ring offsets do not end at the last coordinate")
    precondition(polygonOffsets.last == ringOffsets.count - 1, "polygon offsets do not end at the last ring")
    precondition(areaOffsets.last == polygonOffsets.count - 1, "area offsets do not end at the last polygon")
    self.coordinates = coordinates
    self.ringOffsets = ringOffsets
    self.polygonOffsets = polygonOffsets
    self.areaOffsets = areaOffsets
  }

  /// The number of areas, including those without geometry.
  public var count: Int { areaOffsets.count - 1 }
  /// The number of polygons of all areas.
  public var polygonCount: Int { polygonOffsets.count - 1 }
  /// The number of rings of all polygons.
  public var ringCount: Int { ringOffsets.count - 1 }

  /// The polygons of an area.
  public func polygons(of area: Int) -> Range<Int> { areaOffsets[area]..<areaOffsets[area + 1] }
  /// The rings of a polygon, the exterior first.
  public func rings(of polygon: Int) -> Range<Int> { polygonOffsets[polygon]..<polygonOffsets[polygon + 1] }
  /// The coordinates of a ring, including the closing one.
  public func vertices(of ring: Int) -> Range<Int> { ringOffsets[ring]..<ringOffsets[ring + 1] }
  /// The rings of all polygons of an area, which lie side by side.
  public func rings(ofArea area: Int) -> Range<Int> {
    polygonOffsets[areaOffsets[area]]..<polygonOffsets[areaOffsets[area + 1]]
  }
  /// The coordinates of all rings of an area, which lie side by side.
  public func vertices(ofArea area: Int) -> Range<Int> {
    let rings = rings(ofArea: area)
    return ringOffsets[rings.lowerBound]..<ringOffsets[rings.upperBound]
  }

  /// The smallest box around an area; empty for an area without geometry.
  public func box(of area: Int) -> Box {
    var box = Box.empty
    for c in coordinates[vertices(ofArea: area)] { box.extend(to: c) }
    return box
  }

  /// The smallest box around all areas, found on up to `jobs` threads.
  package func box(jobs: Int) -> Box {
    let pieces = Pieces(of: coordinates.count, minimum: 1 << 16, jobs: jobs)
    // The closure never throws, so neither does this.
    let boxes = try? parallelMap(count: pieces.count, jobs: jobs) { piece in
      var box = Box.empty
      coordinates.withUnsafeBufferPointer { coordinates in
        for index in pieces[piece] { box.extend(to: coordinates[index]) }
      }
      return box
    }
    return boxes?.reduce(into: Box.empty) { $0.extend(to: $1) } ?? .empty
  }

  // MARK: Building, from the innermost level outwards

  /// Adds a vertex to the ring being built.
  @inline(__always)
  package mutating func append(_ coordinate: Coordinate) { coordinates.append(coordinate) }

  /// Adds vertices to the ring being built.
  mutating func append(contentsOf vertices: UnsafeBufferPointer<Coordinate>) {
    coordinates.append(contentsOf: vertices)
  }

  /// Ends the ring being built; the vertices since the last ring are its own.
  package mutating func endRing() { ringOffsets.append(coordinates.count) }

  /// Ends the polygon being built; the rings since the last polygon are its own.
  package mutating func endPolygon() { polygonOffsets.append(ringOffsets.count - 1) }

  /// Ends the area being built; the polygons since the last area are its own. Called alone, it adds an
  /// area without geometry.
  package mutating func endArea() { areaOffsets.append(polygonOffsets.count - 1) }

  /// Makes room for a number of coordinates in all, so that adding them does not move what is there.
  package mutating func reserve(coordinates count: Int) { coordinates.reserveLarge(count) }

  /// Adds copies of all areas of another array at the end.
  package mutating func append(contentsOf other: MultiPolygonArray) {
    let (coordinateBase, ringBase, polygonBase) = (coordinates.count, ringCount, polygonCount)
    coordinates.append(contentsOf: other.coordinates)
    ringOffsets.append(contentsOf: other.ringOffsets.dropFirst().lazy.map { $0 + coordinateBase })
    polygonOffsets.append(contentsOf: other.polygonOffsets.dropFirst().lazy.map { $0 + ringBase })
    areaOffsets.append(contentsOf: other.areaOffsets.dropFirst().lazy.map { $0 + polygonBase })
  }

  /// How far the buffers are filled, to return to with `truncate(to:)`.
  package struct Mark: Sendable, Equatable {
    fileprivate let coordinates: Int
    fileprivate let rings: Int
    fileprivate let polygons: Int
  }

  /// The state of the area being built.
  package var mark: Mark {
    Mark(coordinates: coordinates.count, rings: ringOffsets.count, polygons: polygonOffsets.count)
  }

  /// Removes what was added since `mark`, which was made in the area being built.
  package mutating func truncate(to mark: Mark) {
    coordinates.removeLast(coordinates.count - mark.coordinates)
    ringOffsets.removeLast(ringOffsets.count - mark.rings)
    polygonOffsets.removeLast(polygonOffsets.count - mark.polygons)
  }

  /// Adds a copy of another array's area at the end.
  package mutating func appendArea(_ area: Int, of other: MultiPolygonArray) {
    for polygon in other.polygons(of: area) {
      for ring in other.rings(of: polygon) {
        coordinates.append(contentsOf: other.coordinates[other.vertices(of: ring)])
        endRing()
      }
      endPolygon()
    }
    endArea()
  }

  /// Lets `change` alter the coordinates in place, without a copy. Precondition: it leaves as many as there
  /// were.
  package mutating func updateCoordinates(
    _ change: (inout [Coordinate]) throws(FootprintsError) -> Void
  ) throws(FootprintsError) {
    let count = coordinates.count
    try change(&coordinates)
    precondition(coordinates.count == count, "the number of coordinates changed")
  }

  /// The same areas except for some, each of which is replaced by the first area of an array. Precondition:
  /// positions in ascending order, one array each.
  package func replacing(_ areas: [Int], with replacements: [MultiPolygonArray]) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    out.reserve(coordinates: coordinates.count)
    var next = 0
    for area in 0..<count {
      if next < areas.count, areas[next] == area {
        out.appendArea(0, of: replacements[next])
        next += 1
      } else {
        out.appendArea(area, of: self)
      }
    }
    return out
  }

  /// The areas at the given positions, in that order. Precondition: there are such areas.
  public func selecting(_ areas: some Sequence<Int>) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    for area in areas { out.appendArea(area, of: self) }
    return out
  }
}
