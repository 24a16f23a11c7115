extension OverlapKernel {
  /// The boundaries of pieces of two layers on the same grid, one area for each pair, in the order of the pairs, in
  /// metres.
  ///
  /// An area's rings are closed walks with the interior on their left, all in one polygon: exteriors
  /// counter-clockwise, holes clockwise, in no order. They are those of the displaced layers with the displacement taken
  /// away: where the two areas only touch, they run to and fro along the border and enclose nothing there. Pieces that
  /// are to be polygons go through `SnapRounding`.
  ///
  /// Throws `fault` where crossings do not fit together, which those of valid areas do. Precondition: pairs by
  /// ascending a, then b, each once; areas valid (`invalidAreas`).
  package static func outlines(
    of pairs: [(a: Int, b: Int)], _ kind: PieceKind = .intersection, a: GridLayer, b: GridLayer, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    guard a.grid == b.grid else { throw FootprintsError(.fault, "the layers of an overlay lie on two grids") }
    let jobs = max(1, jobs)
    let evidence = try PieceEvidence(WantedPairs(pairs, aCount: a.count), a, b, jobs: jobs)
    let parts = Pieces(of: pairs.count, minimum: 1, jobs: 16 * jobs)
    let traced = try parallelMap(count: parts.count, jobs: jobs) { part throws(FootprintsError) in
      try evidence.trace(parts[part], of: pairs, kind, a, b)
    }
    return MultiPolygonArray(joining: traced.isEmpty ? [MultiPolygonArray()] : traced, jobs: jobs)
  }
}

/// What is known of the boundaries of wanted pairs before they are traced, in chains by pair for each worker.
private struct PieceEvidence: Sendable {
  private var crossings: [Chains<PieceCrossing>] = []
  private var rings: [Chains<PieceRing>] = []

  init(_ wanted: WantedPairs, _ a: GridLayer, _ b: GridLayer, jobs: Int) throws(FootprintsError) {
    if a.edgeCount == 0 || b.edgeCount == 0 || wanted.count == 0 { return }
    let (aOwners, bOwners) = (EdgeOwners(a), EdgeOwners(b))
    let index = try OverlayIndex(a, b, jobs: jobs)
    crossings = try OverlapKernel.onAllJobs(jobs, index.searchTaskCount) { run in
      LayerEdges.with(a, aOwners) { aEdges in
        LayerEdges.with(b, bOwners) { bEdges in
          run(PieceCrossingWorker(index, wanted, aEdges, bEdges))
        }
      }
    }
    rings = try OverlapKernel.onAllJobs(jobs, index.locationTaskCount) { run in
      LayerEdges.with(a, aOwners) { aEdges in
        LayerEdges.with(b, bOwners) { bEdges in
          run(RingStartWorker(index, a, aEdges, b, bEdges, found: PieceRings(wanted)))
        }
      }
    }.map(\.found)
  }

  /// The walks of some of the pairs.
  func trace(
    _ range: Range<Int>, of pairs: [(a: Int, b: Int)], _ kind: PieceKind, _ a: GridLayer, _ b: GridLayer
  ) throws(FootprintsError) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    let failed: (a: Int, b: Int)? = a.vertices.withUnsafeBufferPointer { aVertices in
      b.vertices.withUnsafeBufferPointer { bVertices in
        let trace = PairTrace(a: a, b: b, aVertices: aVertices, bVertices: bVertices, kind: kind)
        return range.first { !append($0, pairs[$0], trace, &out) }.map { pairs[$0] }
      }
    }
    guard let failed else { return out }
    throw FootprintsError(
      .fault, "the crossings of areas \(failed.a) and \(failed.b) do not fit together",
      remedy: "Unless one of the two is invalid, please report this with both layers.")
  }

  private func append(
    _ place: Int, _ pair: (a: Int, b: Int), _ trace: PairTrace, _ out: inout MultiPolygonArray
  ) -> Bool {
    var found: [PieceCrossing] = []
    var inside: [PieceRing] = []
    for chains in crossings { chains.forEach(of: place) { found.append($0) } }
    for chains in rings { chains.forEach(of: place) { inside.append($0) } }
    return trace.append(pair, found, inside: inside, to: &out)
  }
}
