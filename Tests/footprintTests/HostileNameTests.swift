import Foundation
import Footprints
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

  private static func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
        || (0x202A...0x202E).contains($0.value)
    }
  }

  @Test(arguments: ["table", "md", "json", "ndjson", "csv", "geojson"])
  func hideNoControls(format: String) async throws {
    #expect(Self.controls(in: try await outcome(format).output).isEmpty)
  }

  /// The names of a package's resources, of files and of columns come from files as well.
  @Test(arguments: ["table", "md", "json", "ndjson", "csv"])
  func hideNoControlsOfAPackage(format: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "p/a\u{1B}[31m.geojson")
    try tool.write("code,na\u{1B}[31mme\nA1,x\n", to: "p/t\u{9B}31m.csv")
    try tool.write(
      #"""
      {"name": "p\u001b[31m", "title": "T\u0007", "resources": [
        {"name": "a\u001b[31m", "path": "a\u001b[31m.geojson", "footprint": {"role": "r\u001b[31m", "vintage": "\u009b31m"}},
        {"name": "t\u202e", "path": "t\u009b31m.csv", "footprint": {"role": "organisations"}},
        {"name": "gone\u001b[31m", "path": "gone\u001b[31m.geojson"}]}
      """#, to: "p/datapackage.json")
    let outcome = try await tool.run("layers", "--package", "p", "--format", format)
    #expect(outcome.status == 66, "\(outcome.errors)")
    #expect(Self.controls(in: outcome.output).isEmpty && Self.controls(in: outcome.errors).isEmpty)
    #expect(outcome.output.contains("[31m"), "shown, not left out")
  }

  /// Of very many warnings of one kind the first are said; nothing is lost where everything is asked for.
  @Test func sayTheFirstOfManyWarnings() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "p/utla.geojson")
    let plans = (1...50).map { "P\($0),\($0 == 1 ? "A1" : "X\($0)")" }
    try tool.write("plan_id,hwb_code\n" + plans.joined(separator: "\n"), to: "p/plans.csv")
    try tool.write(
      """
      {"name": "p", "resources": [{"name": "utla", "path": "utla.geojson", "footprint": {"role": "utla"}},
        {"name": "plans", "path": "plans.csv", "footprint": {"role": "bcf-plans"}}]}
      """, to: "p/datapackage.json")
    let few = try await tool.run("layers", "--package", "p", "--format", "json")
    #expect(few.errorLines.count == 23 && few.errors.contains("29 warnings of the same kinds left out"))
    #expect(few.output.matches(of: /unknown-board/).count == 98)
    let all = try await tool.run("layers", "--package", "p", "--format", "json", "--verbose")
    // Two of another kind: the package has neither schemes nor partners.
    #expect(all.errorLines.count == 51)
  }

  /// However long what a file holds, what is said of it is not.
  @Test func cutWhatIsTooLongToRead() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let long = String(repeating: "x", count: 20_000)
    let many = (0..<2_000).map { "column\($0)" }.joined(separator: ",")
    try tool.write(Squares.collection([Squares.feature("A1", long, at: -1)]), to: "p/a.geojson")
    try tool.write("code,population\nA1,\(long)\n", to: "p/population.csv")
    try tool.write("\(many)\n1\n", to: "p/organisations.csv")
    try tool.write("plan_id,hwb_code\n\(long),\(long)\n", to: "p/plans.csv")
    try tool.write(
      """
      {"name": "p", "resources": [{"name": "a", "path": "a.geojson", "footprint": {"role": "brick"}},
        {"name": "b", "path": "a.geojson", "footprint": {"role": "utla"}},
        {"name": "population", "path": "population.csv", "footprint": {"role": "population"}},
        {"name": "organisations", "path": "organisations.csv", "footprint": {"role": "organisations"}},
        {"name": "plans", "path": "plans.csv", "footprint": {"role": "bcf-plans"}}]}
      """, to: "p/datapackage.json")
    let outcome = try await tool.run("layers", "--package", "p", "--format", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("the population of A1 is x"))
    #expect(outcome.errors.contains("column0, column1") && outcome.errors.contains("and 1980 more"))
    #expect(outcome.errors.contains("it has 'xxx"))
    for line in outcome.errorLines { #expect(line.utf8.count < 2_500, "\(line.prefix(200))") }
    for call in ["overlap \(long) b", "profile \(long)y", "overlap a b --\(long)"] {
      let refused = try await tool.run(
        call.split(separator: " ").map(String.init) + ["--package", "p", "--weights", "area"])
      #expect(
        (64...65).contains(refused.status) && refused.errors.utf8.count < 2_500,
        "\(refused.errors.prefix(200))")
    }
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
    let shown = Self.plain.printableLines
    #expect(csv.contains("\"" + shown.replacing("\"", with: "\"\"") + "\""))
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
