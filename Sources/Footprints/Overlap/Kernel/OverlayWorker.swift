/// One thread's share of an overlay, with its own sums.
struct OverlayWorker {
  private let index: OverlayIndex
  private let x: GridLayer
  private let y: GridLayer
  private let xSums: LayerSums
  private let ySums: LayerSums
  private var xLocator: RingLocator
  private var yLocator: RingLocator
  var search: CrossingSearch<CrossingSums>

  init(_ index: OverlayIndex, _ x: GridLayer, _ xSums: LayerSums, _ y: GridLayer, _ ySums: LayerSums) {
    self.index = index
    self.x = x
    self.y = y
    self.xSums = xSums
    self.ySums = ySums
    xLocator = RingLocator(ySums.vertices, labelCount: y.count, role: .x) { ySums.area(of: $0) }
    yLocator = RingLocator(xSums.vertices, labelCount: x.count, role: .y) { xSums.area(of: $0) }
    search = CrossingSearch(xSums.vertices, ySums.vertices, visitor: CrossingSums(x: xSums, y: ySums))
  }

  /// Does one piece of work.
  mutating func run(_ task: Int) {
    switch index.task(task) {
    case .search(let cells):
      for number in cells {
        let cell = index.division.cell(
          column: number % index.division.columns, row: number / index.division.columns)
        search.search(cell, index.x.edges(in: number), index.y.edges(in: number))
      }
    case .locateX(let row):
      let queries = index.queries(index.xStarts, inRow: row)
      if queries.isEmpty { return }
      xLocator.locate(row: row, of: index.division, index.y, queries) { ring, members in
        let sums = xSums.sums(along: x.edges(of: Int(ring)))
        let start = x.vertices[Int(x.ringStarts[Int(ring)])]
        for member in members {
          search.visitor.pairs.addRing(
            x.areaOfRing[Int(ring)], member.label, sums, from: start, times: member.winding)
        }
      }
    case .locateY(let row):
      let queries = index.queries(index.yStarts, inRow: row)
      if queries.isEmpty { return }
      yLocator.locate(row: row, of: index.division, index.x, queries) { ring, members in
        let sums = ySums.sums(along: y.edges(of: Int(ring)))
        let start = y.vertices[Int(y.ringStarts[Int(ring)])]
        for member in members {
          search.visitor.pairs.addRing(
            member.label, y.areaOfRing[Int(ring)], sums, from: start, times: member.winding)
        }
      }
    }
  }
}
