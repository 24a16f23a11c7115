import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints how long each stage of the kernel takes on two layers.
///
///     kernel-benchmark X.bin Y.bin [jobs [repetitions [pairs.csv]]]
///
/// The last argument names a file for all pairs, to be compared with other tools.
@main enum KernelBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let x = LayerDump.read(arguments[1]), let y = LayerDump.read(arguments[2])
    else {
      print("usage: kernel-benchmark X.bin Y.bin [jobs [repetitions [pairs.csv]]]")
      return
    }
    let jobs = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
    let repetitions = arguments.count > 4 ? Int(arguments[4]) ?? 5 : 5
    var best: [String: Duration] = [:]
    var order: [String] = []
    func record(_ stage: String, _ time: Duration) {
      if best[stage] == nil { order.append(stage) }
      best[stage] = min(best[stage] ?? time, time)
    }
    func measure<Result>(_ stage: String, _ body: () throws -> Result) rethrows -> Result {
      let clock = ContinuousClock()
      let (start, processor) = (clock.now, processorTime())
      let result = try body()
      record(stage, clock.now - start)
      record(stage + " (processor time of all jobs)", processorTime() - processor)
      return result
    }
    var last: KernelResult?
    var invalidCount = 0
    for _ in 0..<repetitions {
      let grid = try measure("grid") { try IntegerGrid(covering: x, y, jobs: jobs) }
      let layers = try measure("rounding") {
        (try GridLayer(x, grid: grid, jobs: jobs), try GridLayer(y, grid: grid, jobs: jobs))
      }
      let invalid = try measure("validity") {
        try OverlapKernel.invalidAreas(of: layers.0, jobs: jobs)
          + OverlapKernel.invalidAreas(of: layers.1, jobs: jobs)
      }
      invalidCount = invalid.count
      last = try measure("kernel") {
        try OverlapKernel.overlap(x: layers.0, y: layers.1, jobs: jobs)
      }
      for stage in last?.statistics.stages ?? [] { record("  " + stage.name, stage.duration) }
    }
    guard let last else { return }
    if arguments.count > 5, let file = fopen(arguments[5], "w") {
      fputs("x,y,area,perimeter,centroid_x,centroid_y\n", file)
      for p in last.pairs {
        fputs("\(p.x),\(p.y),\(p.area),\(p.perimeter),\(p.centroid.x),\(p.centroid.y)\n", file)
      }
      fclose(file)
    }
    let edges = last.statistics.edges
    print("edges \(edges), candidates \(last.statistics.candidates), crossings \(last.statistics.crossings)")
    print(
      "pairs \(last.pairs.count), area \(last.pairs.reduce(0) { $0 + $1.area } / 1e6) km2, invalid \(invalidCount), jobs \(jobs)"
    )
    for stage in order {
      guard let time = best[stage] else { continue }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
      print("\(stage): \(rounded(seconds * 1e3)) ms, \(rounded(seconds * 1e9 / Double(edges))) ns/edge")
    }
  }

  /// What the process has used of all cores; it tells more than the wall clock where others use them too.
  static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
