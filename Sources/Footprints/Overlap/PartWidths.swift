/// How wide the parts are that the common parts of some pairs consist of.
struct PartWidths {
  private let grid: IntegerGrid
  /// The boundaries of the pairs as the kernel follows them (`OverlayEvidence.outlines`).
  private let outlines: MultiPolygonArray

  /// Follows the boundaries of some pairs of a table of two layers.
  init(
    of pairs: [OverlapTable.Pair], in table: OverlapTable, x: MultiPolygonArray, y: MultiPolygonArray,
    jobs: Int
  ) throws(FootprintsError) {
    let evidence = try table.evidence(x, y, jobs: jobs)
    grid = evidence.a.grid
    outlines = try evidence.outlines(of: pairs, jobs: jobs)
  }

  /// What a boundary shows at once.
  private enum Verdict { case narrow, wide, open }

  /// For each pair, whether one of its parts has at least the mean width given for it, in metres.
  func havePart(atLeastAsWideAs widths: [Double], jobs: Int) throws(FootprintsError) -> [Bool] {
    let chunks = Pieces(of: outlines.count, minimum: 4, jobs: 16 * jobs)
    let verdicts = try parallelMap(count: chunks.count, jobs: jobs) { chunk in
      chunks[chunk].map { verdict(on: $0, widths[$0]) }
    }.flatMap(\.self)
    let open = verdicts.indices.filter { verdicts[$0] == .open }
    let polygons = try OverlapPieces.polygons(of: outlines.selecting(open), on: grid, jobs: jobs)
    var isWide = verdicts.map { $0 == .wide }
    for (position, pair) in open.enumerated() {
      isWide[pair] = polygons.polygons(of: position).contains {
        !Self.isThin(polygons.area(ofPolygon: $0), polygons.perimeter(ofPolygon: $0), widths[pair])
      }
    }
    return isWide
  }

  private static func isThin(_ area: Double, _ perimeter: Double, _ width: Double) -> Bool {
    SliverRule(width: width).isThin(area: area, perimeter: perimeter)
  }

  /// What the walks around a common part show, as long as none is around a hole, which belongs to a part that would have
  /// to be found.
  ///
  /// A walk goes around one part, or around several with stretches of no width between them, which lengthen it: a walk
  /// that is wide enough has a part that is, while a narrow one may hide it, unless it is too small to hold one.
  private func verdict(on pair: Int, _ width: Double) -> Verdict {
    var verdict = Verdict.narrow
    for ring in outlines.rings(ofArea: pair) {
      let area = outlines.signedArea(ofRing: ring)
      // More than what rounding leaves of a walk that encloses nothing.
      if area < -1e-3 { return .open }
      if area < .pi * width * width || verdict == .wide { continue }
      verdict = Self.isThin(area, outlines.length(ofRing: ring), width) ? .open : .wide
    }
    return verdict
  }
}
