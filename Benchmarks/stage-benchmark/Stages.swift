/// The times of named stages over several runs.
struct Stages {
  private var names: [String] = []
  private var times: [String: [Duration]] = [:]
  private var current: [String: Duration] = [:]

  /// Runs a stage and times it. The times of a stage that runs more than once per run are added up.
  mutating func measure<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try body()
    add(name, ContinuousClock.now - start)
    return result
  }

  /// Adds a time measured elsewhere.
  mutating func add(_ name: String, _ time: Duration) {
    if !names.contains(name) { names.append(name) }
    current[name, default: .zero] += time
  }

  /// Ends a run.
  mutating func endRun() {
    for (name, time) in current { times[name, default: []].append(time) }
    current = [:]
  }

  /// Prints the median of each stage, and what that is per edge.
  func report(edges: Int) {
    for name in names {
      guard let sorted = times[name]?.sorted() else { continue }
      let seconds = sorted[sorted.count / 2] / .seconds(1)
      print(
        "\(name): \(rounded(seconds * 1e3)) ms, \(rounded(seconds * 1e9 / Double(max(1, edges)))) ns an edge")
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
