/// A layer whose areas are united group by group.
package struct DissolvedLayer: Sendable {
  /// One area per group, in metres, valid in the sense of OGC Simple Features: exteriors counter-clockwise, holes
  /// clockwise, every ring from its westernmost vertex on, of several the southernmost, and rings and polygons in the order of
  /// these. An area without polygons for a group without areas.
  package let geometry: MultiPolygonArray
  /// The same on the grid of the layer.
  package let gridded: GridLayer
  /// The areas that overlap others of their group, or could not be told apart from such, by position: they went through GEOS's union.
  package let united: [Int]
}

extension GridLayer {
  /// Unites all areas.
  package func dissolved(jobs: Int) throws(FootprintsError) -> DissolvedLayer {
    try dissolved(into: Array(repeating: 0, count: count), count: 1, jobs: jobs)
  }

  /// Unites the areas of each group by their shared edges; the article "Dissolving through shared edges" explains how.
  ///
  /// Areas must be valid (see `OverlapKernel.invalidAreas`). No vertex is moved and none is added, except where areas of
  /// a group overlap each other; those go through GEOS's union. The result does not depend on the order of areas or
  /// the number of `jobs`.
  ///
  /// - Parameters:
  ///   - groups: the group of each area; nil for one that belongs to none, which is left out.
  ///   - count: the number of groups.
  package func dissolved(
    into groups: [Int?], count: Int, jobs: Int
  ) throws(FootprintsError) -> DissolvedLayer {
    let jobs = max(1, jobs)
    let found = try outlines(of: groups, count: count, jobs: jobs)
    if found.faulty.isEmpty {
      return DissolvedLayer(geometry: found.geometry, gridded: found.gridded, united: [])
    }
    var members: [Int: [Int]] = [:]
    for (area, group) in groups.enumerated() { if let group { members[group, default: []].append(area) } }
    let repair = OutlineRepair(
      layer: self, owners: found.owners, shared: found.shared, jobs: found.faulty.count >= jobs ? 1 : jobs)
    let areas = members
    let repaired = try parallelMap(count: found.faulty.count, jobs: jobs, makeWorker: { GEOSContext() }) {
      context, index throws(FootprintsError) in
      try repair.outline(of: areas[found.faulty[index]] ?? [], in: context)
    }
    let geometry = found.geometry.replacing(found.faulty, with: repaired.map(\.area))
    return DissolvedLayer(
      geometry: geometry, gridded: try GridLayer(geometry, grid: grid, jobs: jobs),
      united: repaired.flatMap(\.united).sorted())
  }

  /// What is left of the edges of each group once shared ones have cancelled.
  private func outlines(of groups: [Int?], count: Int, jobs: Int) throws(FootprintsError) -> GroupOutlines {
    precondition(groups.count == self.count, "one group per area")
    let owners = EdgeOwners(self)
    let shared = try SharedEdges(self, owners, jobs: jobs)
    let runs = try EdgeRuns(
      of: self, owners, shared, groups: groups.map { $0.map { Int32($0) } ?? -1 }, count: count, jobs: jobs)
    let outlines = try parallelMap(count: count, jobs: jobs) { group in
      let rings = vertices.withUnsafeBufferPointer { RingTracing.rings(of: runs[group], $0) }
      let assembly = PolygonAssembly(rings, grid)
      var area = MultiPolygonArray()
      assembly.append(to: &area)
      return (area: area, isProper: rings.isProper && assembly.isProper)
    }
    let joined = MultiPolygonArray(
      joining: outlines.isEmpty ? [MultiPolygonArray()] : outlines.map(\.area), jobs: jobs)
    let gridded = try GridLayer(joined, grid: grid, jobs: jobs)
    // A valid outline has the interior on its left everywhere, so that it goes round no point more than once: no two
    // areas of the group overlap, and all that they have in common has cancelled.
    let faulty = Set(try OverlapKernel.invalidAreas(of: gridded, jobs: jobs).map(\.area))
      .union(outlines.indices.filter { !outlines[$0].isProper }).sorted()
    return GroupOutlines(owners: owners, shared: shared, geometry: joined, gridded: gridded, faulty: faulty)
  }
}

/// The outlines of groups with what they were found from.
private struct GroupOutlines {
  let owners: EdgeOwners
  let shared: SharedEdges
  let geometry: MultiPolygonArray
  let gridded: GridLayer
  /// The groups whose outline is not a valid area.
  let faulty: [Int]
}
