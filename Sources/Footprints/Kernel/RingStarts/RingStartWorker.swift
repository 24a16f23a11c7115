/// What becomes of the areas that hold the starts of rings.
protocol RingStartSink: Sendable {
  /// Takes an A ring whose start lies in a B area, `times` over.
  mutating func addARing(_ ring: UInt32, of aArea: UInt32, in bArea: UInt32, times: Int32)
  /// Takes a B ring whose start lies in an A area.
  mutating func addBRing(_ ring: UInt32, of bArea: UInt32, in aArea: UInt32, times: Int32)
}

/// Locates the starts of rings row by row, and notes the areas that hold them.
struct RingStartWorker<Sink: RingStartSink>: OverlayWorker {
  private let index: OverlayIndex
  private let a: GridLayer
  private let b: GridLayer
  private var aLocator: RingLocator
  private var bLocator: RingLocator
  private(set) var outcome: Sink

  init(
    _ index: OverlayIndex, _ a: GridLayer, _ aEdges: LayerEdges, _ b: GridLayer, _ bEdges: LayerEdges,
    found: Sink
  ) {
    self.index = index
    self.a = a
    self.b = b
    aLocator = RingLocator(bEdges.vertices, labelCount: b.count, role: .a) { bEdges.area(of: $0) }
    bLocator = RingLocator(aEdges.vertices, labelCount: a.count, role: .b) { aEdges.area(of: $0) }
    outcome = found
  }

  mutating func run(_ task: Int) {
    let row = task >> 1
    let (aAreas, bAreas) = (a.areaOfRing, b.areaOfRing)
    if task & 1 == 0 {
      index.a.withStarts(inRow: row, of: index.division) { starts in
        aLocator.locate(row: row, of: index.division, index.b.lists, starts, &outcome) {
          found, ring, members in
          for member in members {
            found.addARing(ring, of: aAreas[Int(ring)], in: member.label, times: member.winding)
          }
        }
      }
    } else {
      index.b.withStarts(inRow: row, of: index.division) { starts in
        bLocator.locate(row: row, of: index.division, index.a.lists, starts, &outcome) {
          found, ring, members in
          for member in members {
            found.addBRing(ring, of: bAreas[Int(ring)], in: member.label, times: member.winding)
          }
        }
      }
    }
  }
}
