/// The border of a layer: the edges of all its areas, each once, however many areas have it.
///
/// A border between two neighbours, which both draw, in opposite directions, is one segment with two owners. It is
/// *inner*: an area lies on either side. All others, coasts and the border of the whole, are *outer*.
struct LayerBorder: Sendable {
  /// The segments, in metres from the origin of the grid, in the order in which areas have them first.
  var segments: [LineSegment] { tree?.segments ?? [] }
  /// The segments as a tree; nil where there are none.
  let tree: SegmentTree?
  /// Whether areas lie on both sides of each segment.
  let isInner: [Bool]
  /// The areas that have each segment: pairs of both, by ascending segment, then area; every segment has at least one.
  let owners: [Owner]
  /// The number of areas.
  let areaCount: Int

  /// A segment and an area whose outline it belongs to.
  struct Owner: Sendable, Equatable {
    let segment: UInt32
    let area: UInt32
  }

  /// Collects the border of a layer. A vertex of one area on an edge of another cuts that edge, so that neighbours share
  /// their border wherever they have set their vertices.
  ///
  /// Throws `badData` where that takes too many steps.
  init(of layer: GridLayer, jobs: Int) throws(FootprintsError) {
    areaCount = layer.count
    var book = SegmentBook(expecting: layer.edgeCount)
    for area in 0..<layer.count {
      for ring in layer.rings(ofArea: area) where !layer.edges(of: ring).isEmpty {
        let edges = layer.edges(of: ring)
        var from = layer.metres(edges.lowerBound)
        for edge in edges {
          let to = layer.metres(edge + 1)
          book.add(from, to, area: UInt32(area))
          from = to
        }
      }
    }
    var tree = book.segments.isEmpty ? nil : SegmentTree(book.segments)
    if let uncut = tree {
      let cuts = try BorderCuts(of: book, tree: uncut, unit: 1 / layer.grid.unitsPerMetre, jobs: jobs)
      if !cuts.isEmpty {
        book = cuts.apply(to: book)
        tree = SegmentTree(book.segments)
      }
    }
    self.tree = tree
    isInner = book.sides.map { $0 == SegmentBook.bothSides }
    owners = book.owners()
  }
}

extension GridLayer {
  /// A vertex in metres from the origin of the grid, exactly.
  fileprivate func metres(_ vertex: Int) -> Coordinate {
    let point = vertices[vertex]
    return Coordinate(Double(point.x) / grid.unitsPerMetre, Double(point.y) / grid.unitsPerMetre)
  }
}
