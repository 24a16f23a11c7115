/// An area that is not valid in the sense of OGC Simple Features, and so can not be overlaid as it is.
package struct InvalidArea: Sendable, Equatable {
  /// The index of the area.
  package let area: Int
  /// What is wrong and where, in the words of GEOS with the position in brackets.
  package let reason: String
}

extension OverlapKernel {
  /// The areas of a layer that are not valid on its grid, in order: rings that cross or touch themselves,
  /// that cross or run along another ring of their area, or that are nested wrongly.
  ///
  /// An area is certainly valid when no two of its edges touch but those that follow each other, and each
  /// of its rings lies where it may. Both are told here from the same index and predicates that the overlay
  /// uses. The few areas that fail are shown to GEOS (`GEOSisValid_r`), which knows the contacts that are
  /// allowed: rings that touch in points.
  package static func invalidAreas(of layer: GridLayer, jobs: Int) throws(FootprintsError) -> [InvalidArea] {
    if layer.edgeCount == 0 { return [] }
    let jobs = max(1, jobs)
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
    let doubtful = (0..<layer.count).filter { isDoubtful[$0] }
    let reasons = try parallelMap(
      count: doubtful.count, jobs: jobs, makeWorker: { GEOSContext() }
    ) { context, position throws(FootprintsError) -> String? in
      let area = layer.multiPolygons(of: CollectionOfOne(doubtful[position]))
      return try GEOSGeometry(area: 0, of: area, in: context).invalidReason()
    }
    return zip(doubtful, reasons).compactMap { area, reason in
      reason.map { InvalidArea(area: area, reason: $0) }
    }
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
    for number in index.cells(ofTask: task) {
      let list = index.x.lists.edges(in: number)
      search.search(index.division.cell(number), list, list)
    }
  }

  var outcome: [Bool] { search.visitor.hasContact }
}

/// Looks for rings in wrong places, row by row.
private struct NestingWorker: OverlayWorker {
  private let index: OverlayIndex
  private let layer: GridLayer
  private let nesting: NestingCheck
  private var locator: RingLocator
  private(set) var outcome: [Int] = []

  init(_ index: OverlayIndex, _ layer: GridLayer, _ edges: LayerEdges, _ nesting: NestingCheck) {
    self.index = index
    self.layer = layer
    self.nesting = nesting
    locator = RingLocator(edges.vertices, labelCount: layer.ringCount, role: .x) {
      UInt32(edges.ring(of: $0))
    }
  }

  mutating func run(_ task: Int) {
    // A ring that is alone in its area needs no place.
    let layer = layer
    let queries = index.x.starts(inRow: task, of: index.division).filter { query in
      layer.rings(ofArea: Int(layer.areaOfRing[Int(query.name)])).count > 1
    }
    if queries.isEmpty { return }
    let nesting = nesting
    locator.locate(row: task, of: index.division, index.x.lists, queries[...], &outcome) {
      outcome, ring, members in
      if !nesting.allows(Int(ring), around: members) { outcome.append(Int(ring)) }
    }
  }
}
