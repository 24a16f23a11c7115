import Foundation
import Testing

/// `check` as a process: exit status, messages, and options.
@Suite struct CheckCommandTests {
  @Test func theExitStatusSaysWhetherThereAreErrors() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "good.geojson")
    try tool.write(
      Squares.collection([Squares.feature("A1", "Alpha", at: -1), Squares.feature("A2", "Beta", at: -0.95)]),
      to: "bad.geojson")
    let good = try await tool.run("check", "good.geojson")
    #expect(good.status == 0 && good.output.contains("Nothing was found."))
    let bad = try await tool.run("check", "bad.geojson", "--format", "csv")
    #expect(bad.status == 1 && bad.output.contains("bad,A1,Alpha,A2,overlap,error,"))
    // Only one of them, and still an error.
    let listed = try await tool.run("check", "bad.geojson", "--format", "json", "--only", "A2")
    #expect(listed.status == 1 && listed.output.contains(#""errors": 1"#))
    let file = try await tool.run("check", "bad.geojson", "-o", "found.geojson")
    let found = try tool.text(of: "found.geojson")
    #expect(file.status == 1 && found.contains(#""kind": "overlap""#))
    // Slivers by a width of one's own.
    let sliver = try await tool.run("check", "bad.geojson", "--sliver-width", "100000", "--format", "csv")
    #expect(sliver.status == 0 && sliver.output.contains("sliver-overlap,warning"))
    let wrong = try await tool.run("check", "bad.geojson", "--sliver-width", "-1")
    #expect(wrong.status == 64)
    let missing = try await tool.run("check", "none.geojson")
    #expect(missing.status == 66)
  }

  /// What a finding says need not be said beside it, unless it is asked for.
  @Test func findingsAreNoWarnings() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let bow = [(-1.0, 52.0), (-0.9, 52.1), (-0.9, 52.0), (-1.0, 52.1), (-1.0, 52.0)]
    try tool.write(Squares.collection([Squares.feature("A1", "Alpha", ring: bow)]), to: "bow.geojson")
    let outcome = try await tool.run("check", "bow.geojson")
    #expect(outcome.status == 1 && !outcome.errors.contains("was repaired"))
    #expect(try await tool.run("check", "bow.geojson", "-v").errors.contains("was repaired"))
    #expect(outcome.output.contains("The boundary of Alpha (A1) is invalid: self-intersection at"))
  }

  @Test func unreadableFilesAreFindings() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(String(Squares.a.dropLast(30)), to: "cut.geojson")
    let outcome = try await tool.run("check", "cut.geojson", "--format", "csv")
    #expect(outcome.status == 1 && outcome.output.contains("cut.geojson,,,,truncated,error,"))
  }

  @Test func theDemonstrationRegionHasNoErrors() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("check", "--format", "json")
    #expect(outcome.status == 0 && outcome.output.contains(#""errors": 0"#))
    #expect(outcome.output.contains(#""fictional": true"#))
  }

  /// Names and codes of a file can hold anything; none of it reaches a terminal as it is.
  @Test func hostileNamesAreEscaped() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let name = #"\u001b[31mred\u0007"#
    try tool.write(
      Squares.collection([Squares.feature("A1", name, at: -1), Squares.feature("A2", name, at: -0.95)]),
      to: "hostile.geojson")
    for format in ["table", "csv", "md", "json", "geojson", "html"] {
      let outcome = try await tool.run("check", "hostile.geojson", "--format", format)
      #expect(outcome.status == 1)
      #expect(
        !(outcome.output + outcome.errors).unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 })
    }
  }
}
