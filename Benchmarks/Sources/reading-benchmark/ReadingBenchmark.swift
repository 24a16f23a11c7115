import Footprints

/// Prints how fast GeoJSON files are parsed, without projection: `reading-benchmark FILE... [--jobs N]`.
///
/// Each file is read seven times; the fastest counts, because everything else is the machine's other work.
@main
struct ReadingBenchmark {
  static func main() throws {
    var files = Array(CommandLine.arguments.dropFirst())
    var jobs = availableJobs
    if let option = files.firstIndex(of: "--jobs"), option + 1 < files.count {
      jobs = Int(files[option + 1]) ?? jobs
      files.removeSubrange(option...option + 1)
    }
    let clock = ContinuousClock()
    for path in files {
      var fastest = Duration.seconds(1_000_000)
      var vertices = 0
      var size = 0
      for _ in 0..<7 {
        let start = clock.now
        let bytes = try FileBytes(path: path)
        vertices = try GeoJSONReader.read(bytes, jobs: jobs).geometry.coordinates.count
        size = bytes.count
        fastest = min(fastest, clock.now - start)
      }
      let seconds =
        Double(fastest.components.seconds) + Double(fastest.components.attoseconds) / 1e18
      let speed = Double(size) / 1e6 / seconds
      let each = seconds * 1e9 / Double(max(1, vertices))
      print(
        "\(path): \(size) bytes, \(vertices) vertices, \(jobs) jobs: \(Int(seconds * 1e3)) ms,",
        "\(Int(speed)) MB/s, \(Int(each)) ns a vertex")
    }
  }
}
