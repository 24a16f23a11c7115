extension OverlapKernel {
  /// The areas of a layer that are not valid on its grid, in order: rings that cross or touch themselves,
  /// that cross or run along another ring of their area, or that are nested wrongly.
  ///
  /// An area is certainly valid when no two of its edges touch except those that follow each other, and each
  /// of its rings lies where it may. The few areas that fail are passed to GEOS (`GEOSisValidDetail_r`), which
  /// knows the contacts that are allowed: rings that touch at points. Only for areas with more contacts than GEOS has
  /// memory for the kernel has an answer of its own, see `CrowdedFault`.
  ///
  /// Throws `badData` for an area whose edges cross each other millions of times, which is named by its code if there are
  /// any.
  package static func invalidAreas(
    of layer: GridLayer, codes: [String] = [], jobs: Int
  ) throws(FootprintsError) -> [InvalidArea] {
    let jobs = max(1, jobs)
    let verdicts = try verdicts(on: layer, jobs: jobs)
    let open = verdicts.indices.filter { verdicts[$0] == .open }
    let doubtful =
      try verdicts.indices.filter { verdicts[$0] == .doubtful }
      + contested(open, of: layer, jobs: jobs)
    return try faults(in: doubtful.sorted(), of: layer, codes, jobs: jobs)
  }

  /// Whether the first area of an array is valid on a grid.
  package static func isValid(
    _ area: MultiPolygonArray, _ grid: IntegerGrid
  ) throws(FootprintsError) -> Bool {
    try invalidAreas(of: GridLayer(area, grid: grid, jobs: 1), jobs: 1).isEmpty
  }

  /// What the areas' own trees show.
  private static func verdicts(on layer: GridLayer, jobs: Int) throws(FootprintsError) -> [AreaCheck.Verdict]
  {
    let runs = layer.areaRuns(jobs: jobs)
    let nesting = NestingCheck(layer)
    let verdicts = try parallelMap(count: runs.count, jobs: jobs) { run in
      AreaCheck.verdicts(on: runs[run], of: layer, nesting)
    }
    return Array(verdicts.joined())
  }

  /// Those of some areas that are not certainly valid, by the index and predicates that the overlay uses.
  private static func contested(
    _ areas: [Int], of whole: GridLayer, jobs: Int
  ) throws(FootprintsError) -> [Int] {
    if areas.isEmpty { return [] }
    let layer = try GridLayer(whole.multiPolygons(of: areas), grid: whole.grid, jobs: jobs)
    let owners = EdgeOwners(layer)
    let index = try OverlayIndex(layer, nil, jobs: jobs)
    var isDoubtful = [Bool](repeating: false, count: layer.count)
    let contacts = try onAllJobs(jobs, index.searchTaskCount) { run in
      LayerEdges.with(layer, owners) { run(ContactWorker(index, layer, $0)) }
    }
    for found in contacts {
      for area in 0..<layer.count where found[area] { isDoubtful[area] = true }
    }
    let nesting = NestingCheck(layer)
    let misplaced = try onAllJobs(jobs, index.division.rows) { run in
      LayerEdges.with(layer, owners) { run(NestingWorker(index, layer, $0, nesting)) }
    }
    for rings in misplaced {
      for ring in rings { isDoubtful[Int(layer.areaOfRing[ring])] = true }
    }
    return areas.indices.filter { isDoubtful[$0] }.map { areas[$0] }
  }

  /// Those of some areas that are invalid.
  private static func faults(
    in areas: [Int], of layer: GridLayer, _ codes: [String], jobs: Int
  ) throws(FootprintsError) -> [InvalidArea] {
    let faults = try parallelMap(
      count: areas.count, jobs: jobs, makeWorker: { GEOSContext() }
    ) { context, position throws(FootprintsError) -> InvalidArea? in
      let area = areas[position]
      let crowded: CrowdedFault?
      do throws(FootprintsError) {
        crowded = try CrowdedFault(ofArea: area, of: layer)
      } catch {
        throw FootprintsError(
          error.kind, "\(codes.isEmpty ? "area \(area)" : codes[area]) is invalid: \(error.message)",
          remedy: error.remedy)
      }
      if let found = crowded {
        return InvalidArea(
          area: area, fault: found.fault, location: found.location,
          ring: layer.ring(ofArea: area, nearestTo: found.location))
      }
      let geometry = layer.multiPolygons(of: CollectionOfOne(area))
      guard let found = try GEOSGeometry(area: 0, of: geometry, in: context).validityFault() else {
        return nil
      }
      return InvalidArea(
        area: area, fault: found.fault, location: found.location,
        ring: layer.ring(ofArea: area, nearestTo: found.location))
    }
    return faults.compactMap { $0 }
  }
}

extension GridLayer {
  /// Runs of areas with roughly the same number of vertices, for parallel work.
  fileprivate func areaRuns(jobs: Int) -> [Range<Int>] {
    let target = max(1 << 14, vertices.count / (16 * jobs))
    var runs: [Range<Int>] = []
    var start = 0
    for area in 0..<count {
      let end = Int(ringStarts[rings(ofArea: area).upperBound])
      let begin = Int(ringStarts[rings(ofArea: start).lowerBound])
      if end - begin >= target || area + 1 == count {
        runs.append(start..<area + 1)
        start = area + 1
      }
    }
    return runs
  }
}

/// Looks for contacts within areas, cell by cell.
private struct ContactWorker: OverlayWorker {
  private let index: OverlayIndex
  private var search: CellSearch<ContactSearch>

  init(_ index: OverlayIndex, _ layer: GridLayer, _ edges: LayerEdges) {
    self.index = index
    search = CellSearch(edges.vertices, edges.vertices, visitor: ContactSearch(layer, edges))
  }

  mutating func run(_ task: Int) {
    index.forEachCell(ofTask: task) { number in
      let list = index.a.lists.edges(in: number)
      search.search(index.division.cell(number), list, list)
    }
  }

  var outcome: [Bool] { search.visitor.hasContact }
}

/// Looks for rings in wrong places, row by row.
private struct NestingWorker: OverlayWorker {
  private let index: OverlayIndex
  private let nesting: NestingCheck
  private var locator: RingLocator
  private(set) var outcome: [Int] = []

  init(_ index: OverlayIndex, _ layer: GridLayer, _ edges: LayerEdges, _ nesting: NestingCheck) {
    self.index = index
    self.nesting = nesting
    locator = RingLocator(edges.vertices, labelCount: layer.ringCount, role: .a) {
      UInt32(edges.ring(of: $0))
    }
  }

  mutating func run(_ task: Int) {
    let nesting = nesting
    index.a.withStarts(inRow: task, of: index.division) { starts in
      locator.locate(row: task, of: index.division, index.a.lists, starts, &outcome) {
        outcome, ring, members in
        if !nesting.allows(Int(ring), around: members) { outcome.append(Int(ring)) }
      }
    }
  }
}
