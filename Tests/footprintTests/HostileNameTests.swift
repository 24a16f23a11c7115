import Foundation
import Testing

/// Names come from files: they can neither move a cursor nor break a table, and lose nothing for programs.
@Suite struct HostileNameTests {
  private static let name =
    #"Al\u001b]0;x\u0007pha, \"q\" <b>|*_`\n# two\u202eabc"#
  private static let plain = "Al\u{1B}]0;x\u{7}pha, \"q\" <b>|*_`\n# two\u{202E}abc"

  private func outcome(_ format: String) async throws -> Tool.Outcome {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      Squares.collection([
        Squares.feature(#"E\u001b[31m1"#, Self.name, at: -1),
        Squares.feature("E2", "=1+1 & <script>", at: -0.9),
      ]), to: "evil.geojson")
    try tool.write(Squares.b, to: "b.geojson")
    let outcome = try await tool.run("overlap", "evil.geojson", "b.geojson", "--format", format)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  @Test(arguments: ["table", "md", "json", "geojson"])
  func hideNoControls(format: String) async throws {
    let output = try await outcome(format).output
    let controls = output.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" }
    #expect(controls.isEmpty)
  }

  @Test func keepTableRowsWhole() async throws {
    let lines = try await outcome("table").output.split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("E") && $0.contains(" km2 ") }
    #expect(rows.count == 3)
    #expect(!lines.contains { $0.hasPrefix("# two") })
  }

  @Test func escapeMarkdown() async throws {
    let output = try await outcome("md").output
    #expect(!output.contains("<b>") && !output.contains("<script>"))
    #expect(output.contains(#"&lt;b&gt;\|\*\_\`"#))
    let rows = output.split(separator: "\n").filter { $0.hasPrefix("| E") }
    #expect(rows.count == 3)
    for row in rows {
      let bars = row.replacing(#"\|"#, with: "").count { $0 == "|" }
      #expect(bars == 9, "\(row)")
    }
  }

  @Test func quoteCSVAndJSON() async throws {
    let csv = try await outcome("csv").output
    #expect(csv.contains("\"" + Self.plain.replacing("\"", with: "\"\"") + "\""))
    let json = try JSONSerialization.jsonObject(with: Data(try await outcome("json").output.utf8))
    let results = (json as? [String: Any])?["results"] as? [String: Any]
    let pairs = try #require(results?["pairs"] as? [[String: Any]])
    #expect(pairs.contains { $0["x_name"] as? String == Self.plain })
  }

  @Test func distinguishLayersOfTheSameName() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "one/area.geojson")
    try tool.write(Squares.b, to: "two/area.geojson")
    let different = try await tool.run("overlap", "one/area.geojson", "two/area.geojson")
    #expect(different.output.hasPrefix("Overlap of one/area.geojson and two/area.geojson\n"))
    let same = try await tool.run("overlap", "one/area.geojson", "one/area.geojson")
    #expect(same.status == 0)
    #expect(same.errors.contains("the same layer"))
    #expect(same.output.contains("2 of the areas of area lie within one area of area"))
  }
}
