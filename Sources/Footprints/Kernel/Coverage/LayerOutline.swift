/// The edges of a layer that no other area shares, as closed walks that go round every point as often as areas lie there.
struct LayerOutline {
  private let walks: MultiPolygonArray
  private let grid: IntegerGrid
  /// Whether any two of them have a vertex in common.
  private let touch: Bool

  /// Closes the runs of a layer.
  init(_ layer: GridLayer, _ runs: ArraySlice<EdgeRun>) {
    grid = layer.grid
    let rings = layer.vertices.withUnsafeBufferPointer { RingTracing.rings(of: runs, $0) }
    // A ring that encloses as much one way as the other is missing then; the areas' own are not.
    guard rings.isProper else {
      walks = layer.multiPolygons(of: 0..<layer.count)
      touch = true
      return
    }
    var walks = MultiPolygonArray()
    for ring in 0..<rings.count {
      for point in rings.points(of: ring) { walks.append(grid.coordinate(point)) }
      walks.endRing()
    }
    self.walks = walks
    touch = Self.touch(rings)
  }

  /// Whether any two rings have a vertex in common.
  private static func touch(_ rings: TracedRings) -> Bool {
    var bits = HashBits(holding: rings.points.count)
    for ring in 0..<rings.count {
      for point in rings.points(of: ring).dropLast() { bits.insert(EdgeHash.of(point)) }
    }
    var candidates: [GridPoint] = []
    for ring in 0..<rings.count {
      for point in rings.points(of: ring).dropLast() where bits.isRepeated(EdgeHash.of(point)) {
        candidates.append(point)
      }
    }
    candidates.sort { $0.isBefore($1) }
    return zip(candidates, candidates.dropFirst()).contains(where: ==)
  }

  /// Ground by how many areas lie on it.
  struct Ground {
    /// What lies in no area and is enclosed by them, if only up to points where they touch, each stretch an area of one polygon.
    var open = MultiPolygonArray()
    /// The boxes of what lies in several areas.
    var repeated: [Box] = []
  }

  /// Finds the ground. `isSimple` says that no two areas overlap and their runs touch at ends only.
  func ground(isSimple: Bool, jobs: Int) throws(FootprintsError) -> Ground {
    // Rings that touch at points may enclose ground between them.
    if isSimple && !touch {
      let holes = try polygons(of: [closed(around: openRings(), reversed: true)], jobs: jobs)
      return Ground(open: holes.apart(leavingOut: nil))
    }
    let frame = walks.ringCount == 0 ? Box.empty : walks.box(jobs: jobs).grown(by: 1)
    if frame.isEmpty { return Ground() }
    // Within a frame, once less all areas is what lies in none, and all areas less once what lies in several.
    let all = 0..<walks.ringCount
    let found = try polygons(
      of: [
        closed(around: all, reversed: true, in: frame), closed(around: all, reversed: false, in: frame),
      ], jobs: jobs)
    let open = found.selecting([0]).apart(leavingOut: frame.min)
    let repeated = found.selecting([1]).apart(leavingOut: nil)
    return Ground(open: open, repeated: (0..<repeated.count).map { repeated.box(of: $0) })
  }

  /// Some ground, areas of one polygon that do not overlap, without the areas of the layer: one area of closed walks that wind once around what
  /// is left of it.
  func leaving(_ ground: MultiPolygonArray) -> MultiPolygonArray {
    let boxes = (0..<ground.count).map { ground.box(of: $0).grown(by: 0.001) }
    // A walk whose box lies apart from some ground does not go round it.
    let near = BoxesNear((0..<walks.ringCount).map { walks.box(ofRing: $0) }).positions(near: boxes)
    var out = MultiPolygonArray()
    for ring in 0..<ground.ringCount {
      for vertex in ground.vertices(of: ring) { out.append(ground.coordinates[vertex]) }
      out.endRing()
    }
    for ring in near {
      for vertex in walks.vertices(of: ring).reversed() { out.append(walks.coordinates[vertex]) }
      out.endRing()
    }
    out.endPolygon()
    out.endArea()
    return out
  }

  /// What is enclosed and open once some ground, areas of one polygon that do not overlap, is filled.
  func enclosed(filling ground: MultiPolygonArray, jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    let frame = walks.box(jobs: jobs).grown(by: 1)
    var open = closed(around: 0..<walks.ringCount, reversed: true, in: frame)
    open.append(contentsOf: ground.turned)
    // All of it as one area: once within the frame, less whatever is filled.
    let one = MultiPolygonArray(
      coordinates: open.coordinates, ringOffsets: open.ringOffsets, polygonOffsets: open.polygonOffsets,
      areaOffsets: [0, open.polygonCount])
    return try polygons(of: [one], jobs: jobs).apart(leavingOut: frame.min)
  }

  /// The rings that hold open ground on their inner side, and those that may lie in it.
  private func openRings() -> [Int] {
    let holes = (0..<walks.ringCount).filter { walks.signedArea(ofRing: $0) < 0 }
    let boxes = holes.map { walks.box(ofRing: $0) }.sorted { $0.min.x < $1.min.x }
    if boxes.isEmpty { return [] }
    // The largest end so far of boxes in this order says whether one may reach a place.
    var reach: [Double] = []
    for box in boxes { reach.append(max(reach.last ?? -.infinity, box.max.x)) }
    let isHole = Set(holes)
    return (0..<walks.ringCount).filter { ring in
      if isHole.contains(ring) { return true }
      let own = walks.box(ofRing: ring)
      var place = boxes.partitioningIndex { $0.min.x > own.min.x }
      while place > 0, reach[place - 1] >= own.max.x {
        place -= 1
        if boxes[place].intersection(own) == own { return true }
      }
      return false
    }
  }

  /// Some of the walks as one area, forwards or backwards; in a frame that runs the other way round.
  private func closed(
    around rings: some Sequence<Int>, reversed: Bool, in frame: Box? = nil
  ) -> MultiPolygonArray {
    var area = MultiPolygonArray()
    for ring in rings {
      let vertices = walks.coordinates[walks.vertices(of: ring)]
      if reversed {
        for vertex in vertices.reversed() { area.append(vertex) }
      } else {
        for vertex in vertices { area.append(vertex) }
      }
      area.endRing()
    }
    if let frame {
      let corners = [
        frame.min, Coordinate(frame.max.x, frame.min.y), frame.max, Coordinate(frame.min.x, frame.max.y),
        frame.min,
      ]
      for corner in reversed ? corners : corners.reversed() { area.append(corner) }
      area.endRing()
    }
    if area.ringCount > 0 { area.endPolygon() }
    area.endArea()
    return area
  }

  private func polygons(of areas: [MultiPolygonArray], jobs: Int) throws(FootprintsError) -> MultiPolygonArray
  {
    try SnapRounding.roundedApart(
      MultiPolygonArray(joining: areas, jobs: jobs), unitsPerOne: grid.unitsPerMetre, jobs: jobs)
  }
}

extension MultiPolygonArray {
  /// Every polygon as an area of its own, without the one that has a vertex at a place.
  fileprivate func apart(leavingOut corner: Coordinate?) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    for polygon in 0..<polygonCount {
      let rings = rings(of: polygon)
      guard let first = rings.first else { continue }
      if let corner, coordinates[vertices(of: first)].contains(corner) { continue }
      for ring in rings {
        for vertex in vertices(of: ring) { out.append(coordinates[vertex]) }
        out.endRing()
      }
      out.endPolygon()
      out.endArea()
    }
    return out
  }

  /// All rings the other way round.
  fileprivate var turned: MultiPolygonArray {
    var out = MultiPolygonArray()
    for ring in 0..<ringCount {
      for vertex in vertices(of: ring).reversed() { out.append(coordinates[vertex]) }
      out.endRing()
    }
    out.endPolygon()
    out.endArea()
    return out
  }

  fileprivate func box(ofRing ring: Int) -> Box {
    coordinates[vertices(of: ring)].reduce(into: Box.empty) { $0.extend(to: $1) }
  }
}
