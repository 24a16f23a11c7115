/// For every edge of a layer, the edge that runs back along it: where areas have borders in common, edge by edge.
///
/// Borders are shared in long runs, and once one edge has found its partner, those after it have theirs one step
/// further back in the other ring. So only one edge in thirty-two, chosen by a hash of its ends and therefore the same on
/// both sides of a border, is looked up in a table; a walk along each ring finds the rest. Edges that no walk reaches,
/// such as those of a coast or of very short runs, are looked up one by one.
///
/// Every ring finds the partners of its own edges, so that nothing depends on the number of threads. Where an edge is
/// repeated, as it is where areas overlap, several edges may name the same partner: only two that name each other cancel.
/// 4 bytes per edge, and a few for each that is looked up.
struct SharedEdges: Sendable {
  /// No partner.
  static let none = EdgeTable.none
  /// The edges that run back, for each place of the layer's vertices; what is there for a place without an edge means
  /// nothing.
  let partners: [UInt32]

  /// Finds the partners of all edges. Of 2^`sampling` edges one is looked up at first; all in small layers, if nil.
  init(_ layer: GridLayer, _ owners: EdgeOwners, sampling: UInt64? = nil, jobs: Int) throws(FootprintsError) {
    let bits = sampling ?? (layer.edgeCount < 1 << 15 ? 0 : 5)
    let mask = (1 as UInt64) << bits - 1
    let runs = layer.ringRuns(jobs: jobs)
    var outcome = Result<Void, FootprintsError>.success(())
    partners = Array(unsafeUninitializedCapacity: layer.vertices.count) { buffer, count in
      preferLargePages(UnsafeRawBufferPointer(buffer))
      // The element of every edge is written by the walk along its ring alone.
      let partners = DisjointElements(buffer: buffer)
      outcome = Result { () throws(FootprintsError) in
        try Self.fill(partners, layer, owners, mask, runs, jobs: jobs)
      }
      if case .success = outcome { count = layer.vertices.count }
    }
    try outcome.get()
  }

  private static func fill(
    _ partners: DisjointElements<UInt32>, _ layer: GridLayer, _ owners: EdgeOwners, _ mask: UInt64,
    _ runs: [Range<Int>], jobs: Int
  ) throws(FootprintsError) {
    let sampled = try layer.vertices.withUnsafeBufferPointer { (vertices) throws(FootprintsError) in
      try EdgeTable(
        entries(of: layer, runs, jobs: jobs, among: { _ in true }) { $0 & mask == 0 }, vertices, jobs: jobs)
    }
    _ = try parallelMap(count: runs.count, jobs: jobs) { run in
      LayerEdges.with(layer, owners) { edges in
        let walk = BorderWalk(layer: layer, edges: edges, table: sampled, mask: mask, partners: partners)
        for ring in runs[run] { walk.follow(ring) }
      }
    }
    if mask == 0 { return }
    // Along a coast hardly any edge has the ends of another.
    let bits = try hashes(of: layer, runs, jobs: jobs) { partners[$0] == none }
    let left = try entries(
      of: layer, runs, jobs: jobs, among: { partners[$0] == none }, choosing: bits.isRepeated)
    let table = try layer.vertices.withUnsafeBufferPointer { (vertices) throws(FootprintsError) in
      try EdgeTable(left, vertices, jobs: jobs)
    }
    _ = try parallelMap(count: left.count, jobs: jobs) { run in
      layer.vertices.withUnsafeBufferPointer { vertices in
        for entry in left[run].joined() {
          let edge = Int(entry.edge)
          partners[edge] = table.edge(
            from: vertices[edge &+ 1], to: vertices[edge], hash: entry.hash, vertices)
        }
      }
    }
  }

  /// The hashes of some edges, chosen by their number.
  private static func hashes(
    of layer: GridLayer, _ runs: [Range<Int>], jobs: Int, among isCandidate: @Sendable (Int) -> Bool
  ) throws(FootprintsError) -> HashBits {
    let counts = try parallelMap(count: runs.count, jobs: jobs) { run in
      runs[run].reduce(0) { $0 + layer.edges(of: $1).count(where: isCandidate) }
    }
    let total = counts.reduce(0, +)
    // One set for each thread: to write into a common one they would have to wait for each other.
    let shares = max(1, min(jobs, runs.count))
    var sets = try parallelMap(count: shares, jobs: jobs) { share in
      var bits = HashBits(holding: total)
      for run in stride(from: share, to: runs.count, by: shares) {
        layer.forEachHash(of: runs[run], among: isCandidate) { bits.insert($1) }
      }
      return bits
    }
    var all = sets.removeFirst()
    for bits in sets { all.formUnion(bits) }
    return all
  }

  /// Some edges, chosen by their number and then by their hash: for each run one list for each part of a table.
  private static func entries(
    of layer: GridLayer, _ runs: [Range<Int>], jobs: Int, among isCandidate: @Sendable (Int) -> Bool,
    choosing isChosen: @Sendable (UInt64) -> Bool
  ) throws(FootprintsError) -> [[[EdgeTable.Entry]]] {
    try parallelMap(count: runs.count, jobs: jobs) { run in
      var lists = [[EdgeTable.Entry]](repeating: [], count: 1 << EdgeTable.partBits)
      layer.forEachHash(of: runs[run], among: isCandidate) { edge, hash in
        if isChosen(hash) {
          lists[EdgeHash.part(hash)].append(.init(hash: hash, edge: UInt32(truncatingIfNeeded: edge)))
        }
      }
      return lists
    }
  }
}

/// Follows rings along the borders that they share.
private struct BorderWalk {
  let layer: GridLayer
  let edges: LayerEdges
  let table: EdgeTable
  /// An edge is in the table if these bits of its hash are 0.
  let mask: UInt64
  let partners: DisjointElements<UInt32>

  /// An edge of another ring, or the same, with the edges of that ring.
  private struct Place {
    var edge: Int
    let first: Int
    let end: Int

    /// The edge before.
    var previous: Int { edge == first ? end &- 1 : edge &- 1 }
    /// The edge after.
    var next: Int { edge &+ 1 == end ? first : edge &+ 1 }
  }

  /// Finds the partners of a ring's edges, except of those that only a look at all others finds.
  func follow(_ ring: Int) {
    let vertices = edges.vertices
    let own = layer.edges(of: ring)
    for edge in own { partners[edge] = SharedEdges.none }
    var place: Place?
    for edge in own {
      // The partner of the edge before ends where this one begins.
      if let last = place, vertices[last.previous] == vertices[edge &+ 1] {
        place?.edge = last.previous
        partners[edge] = UInt32(truncatingIfNeeded: last.previous)
        continue
      }
      place = found(edge)
      if let place {
        partners[edge] = UInt32(truncatingIfNeeded: place.edge)
        followBack(from: edge, place, own)
      }
    }
    // The border may go on over the ring's start.
    guard var last = place else { return }
    for edge in own {
      guard partners[edge] == SharedEdges.none, vertices[last.previous] == vertices[edge &+ 1] else { return }
      last.edge = last.previous
      partners[edge] = UInt32(truncatingIfNeeded: last.edge)
    }
  }

  /// Finds the partners of the edges before one, over the ring's start as well.
  private func followBack(from edge: Int, _ place: Place, _ own: Range<Int>) {
    var place = place
    var edge = edge == own.lowerBound ? own.upperBound &- 1 : edge &- 1
    while partners[edge] == SharedEdges.none, edges.vertices[place.next &+ 1] == edges.vertices[edge] {
      place.edge = place.next
      partners[edge] = UInt32(truncatingIfNeeded: place.edge)
      edge = edge == own.lowerBound ? own.upperBound &- 1 : edge &- 1
    }
  }

  /// The partner of an edge by the table.
  private func found(_ edge: Int) -> Place? {
    let (p, q) = (edges.vertices[edge], edges.vertices[edge &+ 1])
    let hash = EdgeHash.of(p, q)
    guard hash & mask == 0 else { return nil }
    let partner = table.edge(from: q, to: p, hash: hash, edges.vertices)
    guard partner != SharedEdges.none else { return nil }
    let own = layer.edges(of: edges.ring(of: partner))
    return Place(edge: Int(partner), first: own.lowerBound, end: own.upperBound)
  }
}

extension GridLayer {
  /// Calls `body` with the number and the hash of some edges of some rings.
  @inline(__always)
  fileprivate func forEachHash(
    of rings: Range<Int>, among isCandidate: (Int) -> Bool, _ body: (Int, UInt64) -> Void
  ) {
    vertices.withUnsafeBufferPointer { vertices in
      // The last vertex whose hash is known: mostly the start of the next edge.
      var (known, start): (Int, UInt64) = (-1, 0)
      for ring in rings {
        for edge in edges(of: ring) where isCandidate(edge) {
          if known != edge { start = EdgeHash.of(vertices[edge]) }
          let end = EdgeHash.of(vertices[edge &+ 1])
          body(edge, EdgeHash.of(ofEnds: start, end))
          (known, start) = (edge &+ 1, end)
        }
      }
    }
  }

  /// Runs of rings with roughly the same number of vertices, for parallel work.
  func ringRuns(jobs: Int) -> [Range<Int>] {
    let target = max(1 << 12, vertices.count / (16 * max(1, jobs)))
    var runs: [Range<Int>] = []
    var start = 0
    for ring in 0..<ringCount
    where ring + 1 == ringCount || Int(ringStarts[ring + 1] - ringStarts[start]) >= target {
      runs.append(start..<ring + 1)
      start = ring + 1
    }
    return runs
  }
}
