/// Cuts runs of edges at the vertices where more than one edge begins, so that only ends of runs can be such nodes.
///
/// Only vertices that hashes cannot tell apart are compared.
struct RunNodes {
  private let vertices: UnsafeBufferPointer<GridPoint>
  private var bits: HashBits

  /// The runs cut, in no particular order.
  static func cut(_ runs: some Collection<EdgeRun>, _ vertices: UnsafeBufferPointer<GridPoint>) -> [EdgeRun] {
    RunNodes(runs, vertices).cut(runs)
  }

  private init(_ runs: some Collection<EdgeRun>, _ vertices: UnsafeBufferPointer<GridPoint>) {
    self.vertices = vertices
    bits = HashBits(holding: runs.reduce(0) { $0 + $1.edges.count })
    for run in runs { for vertex in run.edges { bits.insert(EdgeHash.of(vertices[vertex])) } }
  }

  private func cut(_ runs: some Collection<EdgeRun>) -> [EdgeRun] {
    var candidates: [UInt32] = []
    for run in runs {
      for vertex in run.edges {
        if bits.isRepeated(EdgeHash.of(vertices[vertex])) {
          candidates.append(UInt32(truncatingIfNeeded: vertex))
        }
      }
    }
    candidates.sort { vertices[Int($0)].isBefore(vertices[Int($1)]) }
    var nodes: [UInt32] = []
    for (index, vertex) in candidates.enumerated() {
      let point = vertices[Int(vertex)]
      if index > 0 && vertices[Int(candidates[index - 1])] == point
        || index + 1 < candidates.count && vertices[Int(candidates[index + 1])] == point
      {
        nodes.append(vertex)
      }
    }
    nodes.sort()
    var pieces: [EdgeRun] = []
    pieces.reserveCapacity(runs.count + nodes.count)
    for run in runs {
      var start = run.first
      var next = nodes.partitioningIndex { $0 > start }
      while next < nodes.count, nodes[next] < run.end {
        pieces.append(EdgeRun(first: start, end: nodes[next]))
        start = nodes[next]
        next += 1
      }
      pieces.append(EdgeRun(first: start, end: run.end))
    }
    return pieces
  }
}

extension Array {
  /// The first position from which on a condition holds, given that it holds from some position on.
  func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
