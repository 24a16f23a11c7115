/// Rounding of areas to a grid so that they stay valid and neighbours stay neighbours.
///
/// Snap rounding (J. Hobby, "Practical segment intersection with finite precision output", Computational Geometry 13,
/// 1999; L. Guibas and D. Marimont, "Rounding arrangements dynamically", 1998): the pixel of every vertex, and of every
/// point where edges cross, is hot; every edge that passes through a hot pixel is led through its centre. No two edges of
/// the result cross, none passes through a vertex without having it, and no edge has moved past a vertex: what was on its
/// left is there still, or on it. The article "Snap rounding" explains it.
package enum SnapRounding {
  /// The areas with all coordinates multiples of `1 / unitsPerOne`, each valid in the sense of OGC Simple Features, with
  /// all vertices of common borders in common.
  ///
  /// The rings of an area may be any closed walks with its interior on the left, exteriors counter-clockwise and holes
  /// clockwise, in any order and in any polygons: the area is the ground around which they wind once or more. Of an
  /// area of which nothing is left there are no polygons.
  ///
  /// Where no edges touch but at common vertices, and all coordinates are on the grid, no coordinate changes: rounding
  /// twice is rounding once. The result does not depend on `jobs`, nor an area on the order of the others.
  ///
  /// - Parameter isCrowded: search for crossings as where very many edges meet; for tests, since it changes nothing.
  ///
  /// Throws `badData` for a coordinate that is not finite, or of more than 2^45 units, and for a ring that is not closed.
  package static func rounded(
    _ areas: MultiPolygonArray, unitsPerOne: Double, isCrowded: Bool = false, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let jobs = max(1, jobs)
    var rings = try FixedRings(areas, unitsPerOne: unitsPerOne, jobs: jobs)
    var found = try NodingSearch.findings(in: &rings, isCrowded: isCrowded, jobs: jobs)
    let isNoded = rings.areCentred && !found.areTouching
    if isNoded { found.passages = [] }
    return try NodedRings(rings, found, isNoded ? .touching : .near).areas(jobs: jobs)
  }

  /// The same for every area by itself: neighbours need not have the vertices of their borders in common. Areas that lie on top
  /// of each other, however many, take no longer than side by side.
  package static func roundedApart(
    _ areas: MultiPolygonArray, unitsPerOne: Double, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let chunks = Pieces(of: areas.count, minimum: 1, jobs: 16 * max(1, jobs))
    let parts = try parallelMap(count: chunks.count, jobs: jobs) { chunk throws(FootprintsError) in
      var out = MultiPolygonArray()
      for area in chunks[chunk] {
        out.append(
          contentsOf: try rounded(areas.selecting(CollectionOfOne(area)), unitsPerOne: unitsPerOne, jobs: 1))
      }
      return out
    }
    return MultiPolygonArray(joining: parts.isEmpty ? [MultiPolygonArray()] : parts, jobs: jobs)
  }
}
