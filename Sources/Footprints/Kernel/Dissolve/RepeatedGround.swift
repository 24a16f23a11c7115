extension GridLayer {
  /// The common area of every two areas, added up over all pairs, in square metres; nil where shared edges do not tell.
  ///
  /// Where n areas lie over each other there are n (n - 1) / 2 pairs, so that this is half of the integral of n^2 less
  /// that of n. How often areas lie over a point changes only at edges that do not cancel with one in the opposite
  /// direction: the rings of these, as one area, go round every point n times. The integral of n is that area's own,
  /// and that of n^2 is what it has in common with itself, which the kernel finds for rings that go round points more
  /// than once as well: it only adds up what edges and crossings contribute. Mostly there is none, which is known
  /// sooner.
  package func repeatedGround(jobs: Int) throws(FootprintsError) -> Double? {
    let owners = EdgeOwners(self)
    let shared = try SharedEdges(self, owners, jobs: jobs)
    let runs = try EdgeRuns(
      of: self, owners, shared, groups: [Int32](repeating: 0, count: count), count: 1, jobs: jobs)
    if LayerEdges.with(self, owners, { OutlineCheck(runs[0], $0).isWithoutOverlaps() }) { return 0 }
    let rings = vertices.withUnsafeBufferPointer { RingTracing.rings(of: runs[0], $0) }
    // A ring that encloses as much one way as the other is missing then.
    guard rings.isProper else { return nil }
    let outline = GridLayer(rings: rings.points, starts: rings.offsets.map { UInt32($0) }, grid: grid)
    let overlap = try OverlapKernel.overlap(a: outline, b: outline, jobs: jobs)
    return max(0, ((overlap.pairs.first?.area ?? 0) - (overlap.aAreas.first ?? 0)) / 2)
  }
}
