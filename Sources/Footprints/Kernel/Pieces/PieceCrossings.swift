/// Where the boundaries of two areas cross: all that is kept of it, 32 bytes.
struct PieceCrossing: BitwiseCopyable, Sendable {
  let aEdge: UInt32
  let bEdge: UInt32
  let point: CrossingPoint
  /// Whether the A edge enters the B area there, and so the B edge leaves the A area.
  let isEntering: Bool
}

/// Keeps the crossings of the pairs whose pieces are wanted, in chains by pair.
struct PieceCrossings: CrossingSink {
  private let wanted: WantedPairs
  private let a: LayerEdges
  private let b: LayerEdges
  private(set) var found: Chains<PieceCrossing>

  init(_ wanted: WantedPairs, _ a: LayerEdges, _ b: LayerEdges) {
    self.wanted = wanted
    self.a = a
    self.b = b
    found = Chains(areaCount: wanted.count)
  }

  mutating func add(
    _ crossing: Crossing, _ aEdge: UInt32, _ bEdge: UInt32, _ p: GridPoint, _ r: GridPoint, entering: Bool
  ) {
    guard let place = wanted.place(a.area(of: aEdge), b.area(of: bEdge)) else { return }
    found.append(
      PieceCrossing(aEdge: aEdge, bEdge: bEdge, point: crossing.point, isEntering: entering), to: UInt32(place))
  }

  mutating func addStrip(_ aEdge: UInt32, _ bEdge: UInt32, from start: GridPoint, to end: GridPoint) {}
}

/// Finds the crossings of wanted pairs, block by block of cells.
struct PieceCrossingWorker: OverlayWorker {
  private let index: OverlayIndex
  private var search: CellSearch<CrossingSearch<PieceCrossings>>

  init(_ index: OverlayIndex, _ wanted: WantedPairs, _ a: LayerEdges, _ b: LayerEdges) {
    self.index = index
    search = CellSearch(
      a.vertices, b.vertices,
      visitor: CrossingSearch(a.vertices, b.vertices, sink: PieceCrossings(wanted, a, b)))
  }

  mutating func run(_ task: Int) {
    index.forEachCell(ofTask: task) { number in
      search.search(
        index.division.cell(number), index.a.lists.edges(in: number), index.b.lists.edges(in: number))
    }
  }

  var outcome: Chains<PieceCrossing> { search.visitor.sink.found }
}
