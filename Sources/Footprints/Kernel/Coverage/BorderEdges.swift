/// The edges of a layer that no other area shares, in a tree.
struct BorderEdges: Sendable {
  let tree: SegmentTree
  /// The area of each edge, by position.
  let areas: [UInt32]
  /// Whether the area has the edge from its second end to its first.
  let isTurned: [Bool]

  /// The edges of some runs; nil where there are none.
  init?(of layer: GridLayer, _ owners: EdgeOwners, _ runs: ArraySlice<EdgeRun>) {
    var segments: [LineSegment] = []
    var areas: [UInt32] = []
    var isTurned: [Bool] = []
    LayerEdges.with(layer, owners) { edges in
      for run in runs {
        let area = edges.area(of: run.first)
        for vertex in run.edges {
          let side = LineSegment.between(
            layer.grid.coordinate(edges.vertices[vertex]), layer.grid.coordinate(edges.vertices[vertex + 1]))
          segments.append(side.segment)
          isTurned.append(side.isTurned)
          areas.append(area)
        }
      }
    }
    if segments.isEmpty { return nil }
    tree = SegmentTree(segments)
    (self.areas, self.isTurned) = (areas, isTurned)
  }

  var count: Int { areas.count }
}
