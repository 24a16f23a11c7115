extension OverlayEvidence {
  /// The closed walks around the common parts of pairs, then around what is left over of some areas of A and of B, one area
  /// each (`outlines`).
  func outlines(
    of pairs: [OverlapTable.Pair], andLeftOf areas: (a: [Int], b: [Int]), jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    // The boundary of one pair is followed by one thread alone, which can have a million crossings.
    let (common, left) = try concurrently(
      jobs: jobs, { () throws(FootprintsError) in try outlines(of: pairs, jobs: jobs) },
      and: { () throws(FootprintsError) in
        [try leftovers(ofA: areas.a, jobs: jobs), try leftovers(ofB: areas.b, jobs: jobs)]
      })
    return MultiPolygonArray(joining: [common] + left, jobs: jobs)
  }

  /// The closed walks around what of some areas of A lies in no area of B, one area each, in their order (`outlines`).
  package func leftovers(ofA areas: [Int], jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    if areas.isEmpty { return MultiPolygonArray() }
    let part = try GridLayer(a.multiPolygons(of: areas), grid: a.grid, jobs: jobs)
    return try OverlapKernel.overlap(a: part, b: b.dissolved(jobs: jobs).gridded, jobs: jobs).evidence
      .outlines(of: areas.indices.map { (a: $0, b: 0) }, .aWithoutB, jobs: jobs)
  }

  /// The same of areas of B.
  package func leftovers(ofB areas: [Int], jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    if areas.isEmpty { return MultiPolygonArray() }
    let part = try GridLayer(b.multiPolygons(of: areas), grid: b.grid, jobs: jobs)
    return try OverlapKernel.overlap(a: a.dissolved(jobs: jobs).gridded, b: part, jobs: jobs).evidence
      .outlines(of: areas.indices.map { (a: 0, b: $0) }, .bWithoutA, jobs: jobs)
  }
}
