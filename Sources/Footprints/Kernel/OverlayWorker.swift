/// One thread's share of a stage, with its own sums.
protocol OverlayWorker: SendableMetatype {
  associatedtype Outcome: Sendable
  /// Does one piece of work.
  mutating func run(_ task: Int)
  /// What all pieces done so far amount to.
  var outcome: Outcome { get }
}

/// Finds crossings block by block of cells.
struct SearchWorker: OverlayWorker {
  private let index: OverlayIndex
  private var search: CellSearch<CrossingSums>
  private var found: Findings

  init(_ index: OverlayIndex, _ x: LayerSums, _ y: LayerSums, found: Findings) {
    self.index = index
    self.found = found
    search = CellSearch(x.vertices, y.vertices, visitor: CrossingSums(x, y))
  }

  mutating func run(_ task: Int) {
    index.forEachCell(ofTask: task) { number in
      search.search(
        index.division.cell(number), index.x.lists.edges(in: number), index.y.lists.edges(in: number))
    }
    for sum in search.visitor.pairs.sums { found.add(sum) }
    search.visitor.pairs.removeAll()
  }

  var outcome: (found: Findings, candidates: Int, crossings: Int) {
    (found, search.visitor.candidates, search.visitor.crossings)
  }
}

/// Locates the starts of rings row by row, and notes the areas that hold them.
struct LocationWorker: OverlayWorker {
  private let index: OverlayIndex
  private let x: GridLayer
  private let y: GridLayer
  private var xLocator: RingLocator
  private var yLocator: RingLocator
  private(set) var outcome: Findings

  init(
    _ index: OverlayIndex, _ x: GridLayer, _ xEdges: LayerEdges, _ y: GridLayer, _ yEdges: LayerEdges,
    found: Findings
  ) {
    self.index = index
    self.x = x
    self.y = y
    xLocator = RingLocator(yEdges.vertices, labelCount: y.count, role: .x) { yEdges.area(of: $0) }
    yLocator = RingLocator(xEdges.vertices, labelCount: x.count, role: .y) { xEdges.area(of: $0) }
    outcome = found
  }

  mutating func run(_ task: Int) {
    let row = task >> 1
    let (xAreas, yAreas) = (x.areaOfRing, y.areaOfRing)
    if task & 1 == 0 {
      index.x.withStarts(inRow: row, of: index.division) { starts in
        xLocator.locate(row: row, of: index.division, index.y.lists, starts, &outcome) {
          found, ring, members in
          for member in members {
            found.addXRing(ring, of: xAreas[Int(ring)], in: member.label, times: member.winding)
          }
        }
      }
    } else {
      index.y.withStarts(inRow: row, of: index.division) { starts in
        yLocator.locate(row: row, of: index.division, index.x.lists, starts, &outcome) {
          found, ring, members in
          for member in members {
            found.addYRing(ring, of: yAreas[Int(ring)], in: member.label, times: member.winding)
          }
        }
      }
    }
  }
}
