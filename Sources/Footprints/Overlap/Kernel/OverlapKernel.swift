import Synchronization

/// What the overlap kernel finds out about two layers.
package struct KernelResult: Sendable {
  /// All pairs of areas whose intersection has an area, by x, then y.
  package let pairs: [PairMass]
  /// The own area of every X area in square metres, on the same grid.
  package let xAreas: [Double]
  /// The own area of every Y area in square metres, on the same grid.
  package let yAreas: [Double]
  /// How much there was to do.
  package let statistics: KernelStatistics
}

/// How much the kernel had to do, for benchmarks.
package struct KernelStatistics: Sendable, Equatable {
  /// The edges of both layers.
  package var edges = 0
  /// The pairs of edges whose boxes meet, counted in every cell where they do.
  package var candidates = 0
  /// The pairs of edges that cross, once one layer is displaced.
  package var crossings = 0
}

/// Areas, perimeters and centroids of all intersections of two polygon layers, without building one.
///
/// The method is Franklin's OVERPROP (Calculating the area of overlaid polygons without constructing the
/// overlay, Cartography and Geographic Information Systems, 1994), made exact for coincident boundaries
/// by integer coordinates and symbolic perturbation. The article "The overlap kernel" explains it.
package enum OverlapKernel {
  /// The masses of all intersections between the areas of two layers on the same grid.
  ///
  /// Areas must be valid (see `GridLayer.invalidAreas`), but may overlap others of their layer. The result
  /// is the same to the last digit for any number of `jobs`.
  package static func overlap(x: GridLayer, y: GridLayer, jobs: Int) throws(FootprintsError) -> KernelResult {
    guard x.grid == y.grid else { throw FootprintsError(.fault, "the layers of an overlay lie on two grids") }
    let xSums = try RunningSums(x, jobs: jobs)
    let ySums = try RunningSums(y, jobs: jobs)
    let outcome = try pairs(x, xSums, y, ySums, jobs)
    var masses: [PairMass] = []
    for sum in outcome.pairs.sums.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      if let mass = try PairMass(sum, grid: x.grid) { masses.append(mass) }
    }
    return KernelResult(
      pairs: masses, xAreas: ownAreas(x, xSums), yAreas: ownAreas(y, ySums), statistics: outcome.statistics)
  }

  private struct Outcome: Sendable {
    var pairs = PairSums()
    var statistics = KernelStatistics()

    mutating func add(_ other: Outcome) {
      pairs.add(other.pairs)
      statistics.candidates += other.statistics.candidates
      statistics.crossings += other.statistics.crossings
    }
  }

  /// The sums of all pairs of areas that meet.
  private static func pairs(
    _ x: GridLayer, _ xSums: RunningSums, _ y: GridLayer, _ ySums: RunningSums, _ jobs: Int
  ) throws(FootprintsError) -> Outcome {
    var total = Outcome()
    total.statistics.edges = x.edgeCount + y.edgeCount
    if x.edgeCount == 0 || y.edgeCount == 0 { return total }
    let index = try OverlayIndex(x, y, jobs: jobs)
    let next = Atomic(0)
    let parts = try parallelMap(count: jobs, jobs: jobs) { _ in
      LayerSums.with(x, xSums) { xPointers in
        LayerSums.with(y, ySums) { yPointers in
          var worker = OverlayWorker(index, x, xPointers, y, yPointers)
          while true {
            let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard task < index.taskCount else { break }
            worker.run(task)
          }
          var part = Outcome()
          part.pairs = worker.search.visitor.pairs
          part.statistics.candidates = worker.search.visitor.candidates
          part.statistics.crossings = worker.search.visitor.crossings
          return part
        }
      }
    }
    for part in parts { total.add(part) }
    return total
  }

  /// The own area of every area of a layer, in square metres.
  private static func ownAreas(_ layer: GridLayer, _ sums: RunningSums) -> [Double] {
    LayerSums.with(layer, sums) { pointers in
      (0..<layer.count).map { area in
        var sum: Int128 = 0
        for ring in layer.rings(ofArea: area) { sum &+= pointers.sums(along: layer.edges(of: ring)).area }
        return PairMass.squareMetres(sum)
      }
    }
  }
}
