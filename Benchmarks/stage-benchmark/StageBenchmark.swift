import Footprints

/// Prints how long each stage of an overlap takes, so that the next slow thing is always known:
///
///     stage-benchmark X.geojson Y.geojson [--jobs N] [--runs N]
///
/// Medians of several runs in one process. Whole processes, and other tools, are measured by
/// `scripts/benchmark`.
@main
struct StageBenchmark {
  static func main() throws {
    let options = Options(CommandLine.arguments)
    guard options.files.count == 2 else {
      print("usage: stage-benchmark X.geojson Y.geojson [--jobs N] [--runs N]")
      return
    }
    var stages = Stages()
    var counts = Counts()
    for _ in 0..<options.runs {
      let total = ContinuousClock.now
      let working = try stages.measure("reference systems") {
        try ReferenceSystem.working(ReferenceSystem.britishNationalGrid)
      }
      let reader = LayerReader(working: working, jobs: options.jobs)
      var layers: [Layer] = []
      for path in options.files {
        let bytes = try FileBytes(path: path)
        let start = ContinuousClock.now
        let table = try GeoJSONReader.read(bytes, jobs: options.jobs)
        let parsed = ContinuousClock.now
        stages.add("parse", parsed - start)
        // Given away, as the command does: a copy would count as projection.
        let layer = try reader.layer(
          consume table, from: [bytes], format: "GeoJSON", request: LayerRequest(name: path))
        stages.add("fields, projection", ContinuousClock.now - parsed)
        layers.append(layer)
        counts.bytes += bytes.count
      }
      let vertices = layers.reduce(0) { $0 + $1.geometry.coordinates.count }
      let grids = try stages.measure("grid") {
        let grid = IntegerGrid(covering: layers[0].geometry, layers[1].geometry, jobs: options.jobs)
        return try layers.map { try GridLayer($0.geometry, grid: grid, jobs: options.jobs) }
      }
      try stages.measure("validity") {
        for layer in grids { _ = try OverlapKernel.invalidAreas(of: layer, jobs: options.jobs) }
      }
      let result = try stages.measure("kernel") {
        try OverlapKernel.overlap(a: grids[0], b: grids[1], jobs: options.jobs)
      }
      for stage in result.statistics.stages { stages.add("  " + stage.name, stage.duration) }
      stages.add("total", ContinuousClock.now - total)
      if options.pieces {
        let walks = try stages.measure("outlines") {
          try result.evidence.outlines(of: result.pairs.map { ($0.a, $0.b) }, jobs: options.jobs)
        }
        counts.pieceVertices = walks.coordinates.count
      }
      stages.endRun()
      counts.vertices = vertices
      counts.edges = result.statistics.edges
      counts.candidates = result.statistics.candidates
      counts.crossings = result.statistics.crossings
      counts.pairs = result.pairs.count
    }
    counts.bytes /= options.runs
    print(
      "\(counts.bytes) bytes, \(counts.vertices) vertices, \(counts.edges) edges,",
      "\(counts.candidates) candidates, \(counts.crossings) crossings,",
      "\(counts.pairs) pairs, \(counts.pieceVertices) vertices of pieces; \(options.jobs) jobs, medians of \(options.runs) runs")
    stages.report(edges: counts.edges)
  }
}

private struct Options {
  var files: [String] = []
  var jobs = availableJobs
  var pieces = false
  var runs = 5

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--jobs": jobs = max(1, rest.popFirst().flatMap { Int($0) } ?? jobs)
      case "--pieces": pieces = true
      case "--runs": runs = max(1, rest.popFirst().flatMap { Int($0) } ?? runs)
      default: files.append(argument)
      }
    }
  }
}

private struct Counts {
  var bytes = 0
  var vertices = 0
  var edges = 0
  var candidates = 0
  var crossings = 0
  var pairs = 0
  var pieceVertices = 0
}
