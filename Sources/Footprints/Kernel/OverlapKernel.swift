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
package struct KernelStatistics: Sendable {
  /// The edges of both layers.
  package var edges = 0
  /// The pairs of edges whose rounded boxes meet, counted in every cell where they do.
  package var candidates = 0
  /// The pairs of edges that cross, once one layer is displaced.
  package var crossings = 0
  /// How long each stage took, in the order they ran.
  package var stages: [(name: String, duration: Duration)] = []
}

/// Times one stage after another.
private struct Stopwatch {
  private(set) var laps: [(name: String, duration: Duration)] = []
  private var last = ContinuousClock.now

  /// Ends a stage.
  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    laps.append((name, now - last))
    last = now
  }
}

/// Areas, perimeters and centroids of all intersections of two polygon layers, without building one.
///
/// The method is Franklin's OVERPROP (Calculating the area of overlaid polygons without constructing the
/// overlay, Cartography and Geographic Information Systems, 1994), made exact for coincident boundaries
/// by integer coordinates and symbolic perturbation. The article "The overlap kernel" explains it.
package enum OverlapKernel {
  /// The masses of all intersections between the areas of two layers on the same grid.
  ///
  /// Areas must be valid (see `invalidAreas`), but may overlap others of their layer. The result is the same
  /// to the last digit for any number of `jobs`.
  package static func overlap(x: GridLayer, y: GridLayer, jobs: Int) throws(FootprintsError) -> KernelResult {
    guard x.grid == y.grid else { throw FootprintsError(.fault, "the layers of an overlay lie on two grids") }
    let jobs = max(1, jobs)
    var stopwatch = Stopwatch()
    let x = try SummedLayer(x, jobs: jobs)
    let y = try SummedLayer(y, jobs: jobs)
    stopwatch.lap("sums")
    var statistics = KernelStatistics(edges: x.layer.edgeCount + y.layer.edgeCount)
    var masses: [PairMass] = []
    if x.layer.edgeCount > 0 && y.layer.edgeCount > 0 {
      let none = Findings(xCount: x.layer.count, yCount: y.layer.count)
      let index = try OverlayIndex(x.layer, y.layer, jobs: jobs)
      stopwatch.lap("index")
      let searched = try onAllJobs(jobs, index.searchTaskCount) { run in
        LayerSums.with(x) { x in LayerSums.with(y) { y in run(SearchWorker(index, x, y, found: none)) } }
      }
      for worker in searched {
        statistics.candidates += worker.candidates
        statistics.crossings += worker.crossings
      }
      stopwatch.lap("crossings")
      let located = try onAllJobs(jobs, index.locationTaskCount) { run in
        x.withEdges { xEdges in
          y.withEdges { yEdges in run(LocationWorker(index, x.layer, xEdges, y.layer, yEdges, found: none)) }
        }
      }
      stopwatch.lap("ring starts")
      masses = try PairSummation(x, y, searched.map(\.found) + located).masses(jobs: jobs)
    }
    let (xAreas, yAreas) = (try x.ownAreas(jobs: jobs), try y.ownAreas(jobs: jobs))
    stopwatch.lap("masses")
    statistics.stages = stopwatch.laps
    return KernelResult(pairs: masses, xAreas: xAreas, yAreas: yAreas, statistics: statistics)
  }

  /// Lets a worker of each thread take tasks until none is left, and returns what they have. `withWorker`
  /// makes the worker and hands it to the loop, so that pointers it needs live as long as the loop runs.
  static func onAllJobs<Worker: OverlayWorker>(
    _ jobs: Int, _ taskCount: Int, _ withWorker: @Sendable ((Worker) -> Worker.Outcome) -> Worker.Outcome
  ) throws(FootprintsError) -> [Worker.Outcome] {
    let next = Atomic(0)
    return try parallelMap(count: jobs, jobs: jobs) { _ in
      withWorker { worker in
        var worker = worker
        while true {
          let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard task < taskCount else { return worker.outcome }
          worker.run(task)
        }
      }
    }
  }
}
