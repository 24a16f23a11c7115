/// Finds which areas of a layer hold each of many points, by exact predicates on the layer's integer grid.
///
/// Points play the part of layer A and the layer that of B: it is thought of as displaced by (e, e^2), where e is
/// positive and smaller than any number (see `Predicates.swift`). So no point lies on a border, and of areas that
/// divide the ground each point has exactly one. A point on the border counts where it lies once the areas have moved a
/// hair's breadth to the right and less than that upwards: on a vertical border in the area on its left, on a
/// horizontal one in the area below.
package struct PointLocator: Sendable {
  private let layer: GridLayer
  private let owners: EdgeOwners

  /// Prepares a layer, whose areas must be valid; they may overlap each other.
  package init(_ layer: GridLayer) {
    self.layer = layer
    owners = EdgeOwners(layer)
  }

  /// The areas that hold each point, given in metres like the layer. A point that is not finite or beyond the grid lies
  /// in none. The result is the same for any number of `jobs`.
  package func locate(_ points: [Coordinate], jobs: Int) throws(FootprintsError) -> LocatedPoints {
    guard points.count < Int(UInt32.max) else {
      throw FootprintsError(.badData, "\(points.count) points are too many; the most is 4,294,967,294")
    }
    var sets = [UInt32](repeating: 0, count: points.count)
    if points.isEmpty || layer.edgeCount == 0 {
      return LocatedPoints(sets, areaCount: layer.count, several: [])
    }
    let jobs = max(1, jobs)
    let index = try PointIndex(points, layer, jobs: jobs)
    let edges = LayerIndex(layer, index.division)
    var outcome = Result<[PointCombinations], FootprintsError>.success([])
    sets.withUnsafeMutableBufferPointer { buffer in
      let sets = DisjointElements(buffer: buffer)
      outcome = Result { () throws(FootprintsError) in
        try OverlapKernel.onAllJobs(jobs, index.division.rows) { run in
          LayerEdges.with(layer, owners) {
            run(PointWorker(index, edges.lists, $0, areaCount: layer.count, sets))
          }
        }
      }
    }
    return LocatedPoints(sets, areaCount: layer.count, several: try outcome.get())
  }
}

/// Locates the points of one row of cells after another.
private struct PointWorker: OverlayWorker {
  private let index: PointIndex
  private let lists: CellLists
  private let sets: DisjointElements<UInt32>
  private let queries = Scratch<RingLocator.Query>()
  private var locator: RingLocator
  private(set) var outcome = PointCombinations()

  /// `sets` takes the set of each point that lies in one area.
  init(
    _ index: PointIndex, _ lists: CellLists, _ edges: LayerEdges, areaCount: Int,
    _ sets: DisjointElements<UInt32>
  ) {
    (self.index, self.lists, self.sets) = (index, lists, sets)
    locator = RingLocator(edges.vertices, labelCount: areaCount, role: .a) { edges.area(of: $0) }
  }

  mutating func run(_ row: Int) {
    index.withQueries(inRow: row, queries) { [sets] queries in
      locator.locate(row: row, of: index.division, lists, queries, &outcome) {
        found, point, members in
        if let first = members.first, members.count == 1 {
          sets[Int(point)] = first.label + 1
        } else if !members.isEmpty {
          found.add(point, members.map(\.label).sorted())
        }
      }
    }
  }
}
