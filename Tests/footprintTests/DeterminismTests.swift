import Foundation
import Testing

/// Results depend neither on the number of threads nor on the order of features.
@Suite struct DeterminismTests {
  static let calls = [
    "layers", "overlap ltla trust --weights area --keep-slivers", "overlap ccg utla",
    "score ccg utla --membership apportion", "impact XT1 --process discharge-to-assess",
    "impact XT2 --process trusted-assessor --catchment proportional", "profile XC04",
    "profile XT1 --weights area", "dissolve bricks --lookup lookup --by utla_code", "check",
    "check ltla trust", "catchment --compare --threshold 0.2", "diff ltla utla",
    "whatif --layer ccg --suggest 3",
    "apportion population bricks utla --extensive population", "like XC04 --nearest 2",
    "overlap trust utla --weights flow", "sensitivity score ccg utla",
    "sensitivity impact XT1 --process discharge-to-assess",
  ]

  @Test(arguments: calls)
  func areTheSameOnAnyNumberOfThreads(call: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    // Each number of threads is tried with the JSON, which holds everything; one other number with the other formats.
    var runs = ["json": ["2", "7"], "csv": ["7"], "md": ["2"]]
    if ["overlap", "dissolve", "check", "catchment", "diff"].contains(where: call.hasPrefix) {
      runs["geojson"] = ["2"]
    }
    for (format, others) in runs {
      let arguments = call.split(separator: " ").map(String.init) + ["--format", format, "--jobs"]
      let one = try await tool.run(arguments + ["1"])
      #expect(one.status == 0, "\(one.errors)")
      for jobs in others {
        let more = try await tool.run(arguments + [jobs])
        #expect(more.output == one.output, "\(call), \(format), \(jobs) threads")
        #expect(more.errors == one.errors)
      }
    }
  }

  @Test func areTheSameInAnyOrderOfFeatures() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let region = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Boundaries/region")
    for layer in ["ltla", "trust"] {
      let data = try Data(contentsOf: region.appendingPathComponent("\(layer).geojson"))
      let text = String(decoding: data, as: UTF8.self)
      var collection = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let features = try #require(collection["features"] as? [Any])
      #expect(features.count > 1)
      collection["features"] = Array(features.reversed())
      try tool.write(text, to: "forward/\(layer).geojson")
      // Seventeen digits bring every coordinate back to the last bit.
      let reversed = try JSONSerialization.data(withJSONObject: collection)
      try tool.write(String(decoding: reversed, as: UTF8.self), to: "reversed/\(layer).geojson")
    }
    for command in ["overlap", "score"] {
      let forward = try await tool.run(
        command, "forward/ltla.geojson", "forward/trust.geojson", "--format", "csv")
      let reversed = try await tool.run(
        command, "reversed/ltla.geojson", "reversed/trust.geojson", "--format", "csv")
      #expect(forward.status == 0, "\(forward.errors)")
      #expect(forward.output.contains("\n"))
      #expect(forward.output == reversed.output, "\(command)")
    }
  }
}
