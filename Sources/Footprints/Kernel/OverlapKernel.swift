import Synchronization

/// What the overlap kernel finds out about two layers.
package struct KernelResult: Sendable {
  /// All pairs of areas whose intersection has an area, by a, then b.
  package let pairs: [PairMass]
  /// How large each area of A is in square metres, on the same grid.
  package let aAreas: [Double]
  /// How large each area of B is in square metres, on the same grid.
  package let bAreas: [Double]
  /// What the boundaries of pieces are traced from.
  package let evidence: OverlayEvidence
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
  package static func overlap(a: GridLayer, b: GridLayer, jobs: Int) throws(FootprintsError) -> KernelResult {
    guard a.grid == b.grid else { throw FootprintsError(.fault, "the layers of an overlay lie on two grids") }
    let jobs = max(1, jobs)
    var stopwatch = Stopwatch()
    let a = try IntegratedLayer(a, jobs: jobs)
    let b = try IntegratedLayer(b, jobs: jobs)
    stopwatch.lap("integrals")
    var statistics = KernelStatistics(edges: a.layer.edgeCount + b.layer.edgeCount)
    var masses: [PairMass] = []
    var evidence = OverlayEvidence(a: a.layer, b: b.layer, crossings: [], rings: [])
    if a.layer.edgeCount > 0 && b.layer.edgeCount > 0 {
      let none = Contributions(aCount: a.layer.count, bCount: b.layer.count)
      let index = try OverlayIndex(a.layer, b.layer, jobs: jobs)
      stopwatch.lap("index")
      let searched = try onAllJobs(jobs, index.searchTaskCount) { run in
        a.withIntegrals { a in b.withIntegrals { b in run(CrossingWorker(index, a, b, found: none)) } }
      }
      for worker in searched {
        statistics.candidates += worker.candidates
        statistics.crossings += worker.crossings.count
      }
      stopwatch.lap("crossings")
      let located = try onAllJobs(jobs, index.locationTaskCount) { run in
        a.withEdges { aEdges in
          b.withEdges { bEdges in run(RingStartWorker(index, a.layer, aEdges, b.layer, bEdges, found: none)) }
        }
      }
      stopwatch.lap("ring starts")
      evidence = OverlayEvidence(
        a: a.layer, b: b.layer, crossings: searched.map(\.crossings), rings: located)
      masses = try PairAssembly(a, b, searched.map(\.found) + located).masses(jobs: jobs)
    }
    let (aAreas, bAreas) = (try a.ownAreas(jobs: jobs), try b.ownAreas(jobs: jobs))
    stopwatch.lap("masses")
    statistics.stages = stopwatch.laps
    return KernelResult(
      pairs: masses, aAreas: aAreas, bAreas: bAreas, evidence: evidence, statistics: statistics)
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
