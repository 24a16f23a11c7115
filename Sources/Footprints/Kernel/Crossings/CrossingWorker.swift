/// Finds crossings block by block of cells.
struct CrossingWorker: OverlayWorker {
  private let index: OverlayIndex
  private var search: CellSearch<CrossingSearch<PairSums>>
  private var found: Contributions

  init(_ index: OverlayIndex, _ a: IntegratedEdges, _ b: IntegratedEdges, found: Contributions) {
    self.index = index
    self.found = found
    search = CellSearch(
      a.vertices, b.vertices, visitor: CrossingSearch(a.vertices, b.vertices, sink: PairSums(a, b)))
  }

  mutating func run(_ task: Int) {
    index.forEachCell(ofTask: task) { number in
      search.search(
        index.division.cell(number), index.a.lists.edges(in: number), index.b.lists.edges(in: number))
    }
    for part in search.visitor.sink.pairs.pairs { found.add(part) }
    search.visitor.sink.pairs.removeAll()
  }

  var outcome: (found: Contributions, candidates: Int, crossings: [EdgePair]) {
    (found, search.visitor.candidates, search.visitor.sink.crossings)
  }
}
