/// Adds what each crossing contributes to the intersection of the two areas whose boundaries cross.
struct PairSums: CrossingSink {
  let a: IntegratedEdges
  let b: IntegratedEdges
  /// What they have contributed so far; to be taken over after every few cells, so that it is found in the fastest memory.
  var pairs = BlockPairs()
  /// The edges that cross.
  private(set) var crossings: [EdgePair] = []

  init(_ a: IntegratedEdges, _ b: IntegratedEdges) {
    self.a = a
    self.b = b
  }

  @inline(__always)
  mutating func add(
    _ crossing: Crossing, _ aEdge: UInt32, _ bEdge: UInt32, _ p: GridPoint, _ r: GridPoint, entering: Bool
  ) {
    crossings.append(EdgePair(aEdge: aEdge, bEdge: bEdge))
    let (aIntegrals, bIntegrals) = (a.integrals(before: aEdge), b.integrals(before: bEdge))
    pairs.update(a.edges.area(of: aEdge), b.edges.area(of: bEdge)) { pair in
      pair.add(crossing, entering: entering, from: p, after: aIntegrals, from: r, after: bIntegrals)
    }
  }

  mutating func addStrip(_ aEdge: UInt32, _ bEdge: UInt32, from start: GridPoint, to end: GridPoint) {
    pairs.update(a.edges.area(of: aEdge), b.edges.area(of: bEdge)) { pair in
      pair.addStrip(BoundaryIntegrals.length(start, end))
    }
  }
}
