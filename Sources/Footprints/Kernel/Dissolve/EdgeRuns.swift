/// Edges that follow each other in a ring and stay when shared ones are taken away: from `first` to before `end`, their
/// vertices from `first` to `end`.
struct EdgeRun: BitwiseCopyable, Sendable {
  let first: UInt32
  let end: UInt32

  /// The edges.
  var edges: Range<Int> { Int(first)..<Int(end) }
}

/// The outlines of groups of areas as runs of edges: what is left when edges that two areas of a group have in common,
/// in opposite directions, cancel.
///
/// Every area's boundary goes round it once with the interior on the left. Two opposite edges add nothing to how often
/// the boundaries of a group go round a point, so that the runs of a group go round every point as often as areas of
/// the group lie there.
struct EdgeRuns: Sendable {
  private let runs: [EdgeRun]
  private let offsets: [Int]

  /// The runs of a group.
  subscript(_ group: Int) -> ArraySlice<EdgeRun> { runs[offsets[group]..<offsets[group + 1]] }

  /// The runs of all groups. `groups` has the group of each area, -1 for none.
  init(
    of layer: GridLayer, _ owners: EdgeOwners, _ shared: SharedEdges, groups: [Int32], count: Int, jobs: Int
  ) throws(FootprintsError) {
    let pieces = layer.ringRuns(jobs: jobs)
    let found = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      LayerEdges.with(layer, owners) { edges in
        var found: [(group: Int32, run: EdgeRun)] = []
        let search = RunSearch(layer: layer, edges: edges, partners: shared.partners)
        for ring in pieces[piece] {
          let group = groups[Int(layer.areaOfRing[ring])]
          if group < 0 { continue }
          search.forEachRun(of: ring, among: { groups[Int($0)] == group }) { found.append((group, $0)) }
        }
        return found
      }
    }
    // A counting sort, in which the runs of a group keep the order of the layer.
    var ends = [Int](repeating: 0, count: count + 1)
    for piece in found { for item in piece { ends[Int(item.group) + 1] += 1 } }
    for group in 0..<count { ends[group + 1] += ends[group] }
    offsets = ends
    runs = Array(unsafeUninitializedCapacity: ends[count]) { buffer, total in
      for piece in found {
        for item in piece {
          buffer.initializeElement(at: ends[Int(item.group)], to: item.run)
          ends[Int(item.group)] += 1
        }
      }
      total = buffer.count
    }
  }

  /// The runs of some areas alone, as if they were a group.
  static func runs(
    ofAreas areas: [Int], in layer: GridLayer, _ owners: EdgeOwners, _ shared: SharedEdges
  ) -> [EdgeRun] {
    let members = Set(areas.map { UInt32($0) })
    return LayerEdges.with(layer, owners) { edges in
      var runs: [EdgeRun] = []
      let search = RunSearch(layer: layer, edges: edges, partners: shared.partners)
      for area in areas {
        for ring in layer.rings(ofArea: area) {
          search.forEachRun(of: ring, among: members.contains) { runs.append($0) }
        }
      }
      return runs
    }
  }
}

/// Looks for the edges of a ring that stay.
private struct RunSearch {
  let layer: GridLayer
  let edges: LayerEdges
  let partners: [UInt32]

  /// Calls `body` with each run of edges that do not cancel with one of the areas for which `isMember` holds.
  @inline(__always)
  func forEachRun(of ring: Int, among isMember: (UInt32) -> Bool, _ body: (EdgeRun) -> Void) {
    // Partners of edges that follow each other are mostly in one ring.
    var others = 0..<0
    var isOtherMember = false
    let own = layer.edges(of: ring)
    var start = own.lowerBound
    partners.withUnsafeBufferPointer { partners in
      for edge in own {
        let partner = partners[edge]
        guard partner != SharedEdges.none, Int(partners[Int(partner)]) == edge else { continue }
        if !others.contains(Int(partner)) {
          let ring = edges.ring(of: partner)
          others = layer.edges(of: ring)
          isOtherMember = isMember(layer.areaOfRing[ring])
        }
        guard isOtherMember else { continue }
        if start < edge {
          body(EdgeRun(first: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: edge)))
        }
        start = edge + 1
      }
    }
    if start < own.upperBound {
      body(EdgeRun(first: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: own.upperBound)))
    }
  }
}
