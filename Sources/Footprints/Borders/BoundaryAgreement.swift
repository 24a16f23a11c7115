/// How far the borders of two layers agree: the measure of Goodchild and Hunter ("A simple positional accuracy measure for
/// linear features", International Journal of Geographical Information Science, 1997), the mean displacement, and the
/// Hausdorff distance, each in both directions.
///
/// The border of a layer is the edges of all its areas, each once. Each is compared with the nearest point of the other
/// layer's whole border, whatever areas that belongs to. Lengths and distances are in the plane of the working reference
/// system, on the kernel's grid of a micrometre; nothing is sampled.
public struct BoundaryAgreement: Sendable {
  /// The border of one layer against that of the other.
  public struct Side: Sendable {
    /// The whole border.
    public internal(set) var all = BorderAgreement()
    /// What lies between two areas of the layer.
    public internal(set) var inner = BorderAgreement()
    /// What has an area on one side only: coasts, and the border of the whole.
    public internal(set) var outer = BorderAgreement()
    /// The outline of each area.
    public internal(set) var areas: [BorderAgreement]
  }

  /// The distance within which borders agree, in metres.
  public let within: Double
  /// X's border against Y's.
  public let x: Side
  /// Y's border against X's.
  public let y: Side
  /// The Hausdorff distance of the two borders in metres, the larger of both directions; nil where either has none.
  public var hausdorffDistance: Double? {
    guard let one = x.all.furthest, let other = y.all.furthest else { return nil }
    return max(one.distance, other.distance)
  }

  /// Compares the borders of two layers in the same reference system.
  ///
  /// Throws `usage` for a distance below 0 and `badData` where edges lie across each other in such numbers that the
  /// comparison would take too long.
  ///
  /// - Parameters:
  ///   - x: a layer.
  ///   - y: another.
  ///   - within: the distance within which borders agree, in metres.
  ///   - jobs: how many threads may be used; never changes the result.
  public init(
    x: PreparedLayer, y: PreparedLayer, within: Double, jobs: Int = availableJobs
  ) throws(FootprintsError) {
    guard within >= 0, within.isFinite else {
      throw FootprintsError(.usage, "the distance is \(within), not 0 m or more")
    }
    var (a, b) = (x.gridded, y.gridded)
    if a.grid != b.grid {
      let grid = IntegerGrid(covering: x.geometry, y.geometry, jobs: jobs)
      a = try GridLayer(x.geometry, grid: grid, jobs: jobs)
      b = try GridLayer(y.geometry, grid: grid, jobs: jobs)
    }
    try self.init(a, b, within: within, jobs: jobs)
  }

  /// Compares two layers on one grid.
  init(_ x: GridLayer, _ y: GridLayer, within: Double, jobs: Int) throws(FootprintsError) {
    let (one, other) = try concurrently(jobs: jobs) { () throws(FootprintsError) in
      try LayerBorder(of: x, jobs: jobs)
    } and: { () throws(FootprintsError) in
      try LayerBorder(of: y, jobs: jobs)
    }
    self.within = within
    self.x = try Side(one, against: other.tree, within: within, grid: x.grid, jobs: jobs)
    self.y = try Side(other, against: one.tree, within: within, grid: x.grid, jobs: jobs)
  }
}

extension BoundaryAgreement.Side {
  /// Compares a border with the segments of another; nil where it has none.
  fileprivate init(
    _ border: LayerBorder, against other: SegmentTree?, within: Double, grid: IntegerGrid, jobs: Int
  ) throws(FootprintsError) {
    areas = [BorderAgreement](repeating: BorderAgreement(), count: border.areaCount)
    let displacements = try other.map { (tree) throws(FootprintsError) in
      try border.displacements(from: tree, within: within, unit: 1 / grid.unitsPerMetre, jobs: jobs)
    }
    var next = 0
    for (number, segment) in border.segments.enumerated() {
      let begin = next
      while next < border.owners.count, border.owners[next].segment == number { next += 1 }
      let owners = border.owners[begin..<next]
      let isInner = border.isInner[number]
      guard let edge = displacements?[number] else {
        let length = segment.length
        all.add(lengthAlone: length)
        if isInner { inner.add(lengthAlone: length) } else { outer.add(lengthAlone: length) }
        for owner in owners { areas[Int(owner.area)].add(lengthAlone: length) }
        continue
      }
      func there() -> BorderAgreement.Furthest {
        BorderAgreement.Furthest(
          distance: edge.largest, place: grid.coordinate(segment.point(at: edge.place / edge.length)),
          areas: owners.map { Int($0.area) })
      }
      all.add(edge, furthest: there)
      if isInner { inner.add(edge, furthest: there) } else { outer.add(edge, furthest: there) }
      for owner in owners { areas[Int(owner.area)].add(edge, furthest: there) }
    }
  }
}

extension IntegerGrid {
  /// A position in metres from the grid's origin in metres of the reference system.
  fileprivate func coordinate(_ local: Coordinate) -> Coordinate {
    Coordinate(
      local.x + Double(originX) / unitsPerMetre, local.y + Double(originY) / unitsPerMetre)
  }
}

extension LayerBorder {
  /// How far each segment is from the nearest of a tree.
  ///
  /// Throws `badData` where that takes too many steps.
  fileprivate func displacements(
    from tree: SegmentTree, within reach: Double, unit: Double, jobs: Int
  ) throws(FootprintsError) -> [EdgeDisplacement] {
    let limit = DistanceLimit(segments: segments.count)
    let coincidence = BorderCuts.tolerance * unit
    let segments = segments
    // Runs of the same length whatever the number of threads: a search remembers what it found last.
    let chunk = 1024
    let runs = try parallelMap(
      count: (segments.count + chunk - 1) / chunk, jobs: jobs,
      makeWorker: { DisplacementSearch(tree, reach: reach, coincidence: coincidence) }
    ) { (search, index) throws(FootprintsError) in
      search.restart()
      var run: [EdgeDisplacement] = []
      run.reserveCapacity(chunk)
      for segment in segments[index * chunk..<Swift.min(segments.count, (index + 1) * chunk)] {
        run.append(search.displacement(of: segment))
        try limit.check(&search.steps)
      }
      return run
    }
    return Array(runs.joined())
  }
}
