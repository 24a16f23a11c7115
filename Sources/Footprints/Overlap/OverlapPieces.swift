/// The geometry of common parts, and of what is left over, traced from what the kernel met while it added up their areas.
package enum OverlapPieces {
  /// The common part of each pair as one area, in the order of the pairs, in working coordinates: valid polygons on
  /// the kernel's grid. All pieces of one call have the vertices of their common borders in common.
  ///
  /// Throws `fault` where the kernel's checks fail. Precondition: each pair once.
  package static func build(
    _ pairs: [OverlapTable.Pair], of table: OverlapTable, x: MultiPolygonArray, y: MultiPolygonArray,
    jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let evidence = try table.evidence(x, y, jobs: jobs)
    return try polygons(of: evidence.outlines(of: pairs, jobs: jobs), on: evidence.a.grid, jobs: jobs)
  }

  /// The areas that closed walks enclose, as valid polygons on a grid.
  static func polygons(
    of outlines: MultiPolygonArray, on grid: IntegerGrid, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    try SnapRounding.rounded(outlines, unitsPerOne: grid.unitsPerMetre, jobs: jobs)
  }
}

extension OverlapTable {
  /// What boundaries are traced from: what the table was made with, or found again from the two layers.
  func evidence(
    _ x: MultiPolygonArray, _ y: MultiPolygonArray, jobs: Int
  ) throws(FootprintsError) -> OverlayEvidence {
    if let evidence { return evidence }
    let grid = IntegerGrid(covering: x, y, jobs: jobs)
    return try OverlapKernel.overlap(
      a: GridLayer(x, grid: grid, jobs: jobs), b: GridLayer(y, grid: grid, jobs: jobs), jobs: jobs
    ).evidence
  }
}

extension OverlayEvidence {
  /// The closed walks around the common parts of pairs (`outlines`).
  func outlines(of pairs: [OverlapTable.Pair], jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    try outlines(of: pairs.map { (a: $0.x, b: $0.y) }, jobs: jobs)
  }
}
