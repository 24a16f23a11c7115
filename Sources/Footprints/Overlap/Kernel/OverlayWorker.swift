/// One thread's share of a stage, with its own sums.
protocol OverlayWorker: SendableMetatype {
  associatedtype Outcome: Sendable
  /// Does one piece of work.
  mutating func run(_ task: Int)
  /// What all pieces done so far amount to.
  var outcome: Outcome { get }
}

/// Finds crossings cell by cell.
struct SearchWorker: OverlayWorker {
  private let index: OverlayIndex
  private var search: CellSearch<CrossingSums>

  init(_ index: OverlayIndex, _ x: LayerSums, _ y: LayerSums) {
    self.index = index
    search = CellSearch(x.vertices, y.vertices, visitor: CrossingSums(x, y))
  }

  mutating func run(_ task: Int) {
    index.forEachCell(ofTask: task) { number in
      search.search(
        index.division.cell(number), index.x.lists.edges(in: number), index.y.lists.edges(in: number))
    }
  }

  var outcome: (pairs: PairSums, candidates: Int, crossings: Int) {
    (search.visitor.pairs, search.visitor.candidates, search.visitor.crossings)
  }
}

/// Locates the starts of rings row by row, and adds the rings to the areas that hold them.
struct LocationWorker: OverlayWorker {
  private let index: OverlayIndex
  private let x: GridLayer
  private let y: GridLayer
  private let xSums: LayerSums
  private let ySums: LayerSums
  private var xLocator: RingLocator
  private var yLocator: RingLocator
  private var pairs = PairSums()

  init(_ index: OverlayIndex, _ x: GridLayer, _ xSums: LayerSums, _ y: GridLayer, _ ySums: LayerSums) {
    self.index = index
    self.x = x
    self.y = y
    self.xSums = xSums
    self.ySums = ySums
    xLocator = RingLocator(ySums.vertices, labelCount: y.count, role: .x) { ySums.edges.area(of: $0) }
    yLocator = RingLocator(xSums.vertices, labelCount: x.count, role: .y) { xSums.edges.area(of: $0) }
  }

  mutating func run(_ task: Int) {
    let row = task >> 1
    if task & 1 == 0 {
      index.x.withStarts(inRow: row, of: index.division) { starts in
        let (x, xSums) = (x, xSums)
        xLocator.locate(row: row, of: index.division, index.y.lists, starts, &pairs) { pairs, ring, members in
          let (area, sums, start) = Self.whole(ring, of: x, xSums)
          for member in members {
            pairs.addRing(area, member.label, sums, from: start, times: member.winding)
          }
        }
      }
    } else {
      index.y.withStarts(inRow: row, of: index.division) { starts in
        let (y, ySums) = (y, ySums)
        yLocator.locate(row: row, of: index.division, index.x.lists, starts, &pairs) { pairs, ring, members in
          let (area, sums, start) = Self.whole(ring, of: y, ySums)
          for member in members {
            pairs.addRing(member.label, area, sums, from: start, times: member.winding)
          }
        }
      }
    }
  }

  /// The area of a ring, the sums along it, and its first vertex.
  private static func whole(_ ring: UInt32, of layer: GridLayer, _ sums: LayerSums) -> (
    UInt32, EdgeSums, GridPoint
  ) {
    let edges = layer.edges(of: Int(ring))
    return (layer.areaOfRing[Int(ring)], sums.sums(along: edges), layer.vertices[edges.lowerBound])
  }

  var outcome: PairSums { pairs }
}
