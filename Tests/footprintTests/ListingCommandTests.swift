import Foundation
import Testing

/// `--only`, `--sort` and `--limit` of every command.
@Suite struct ListingCommandTests {
  private func rows(_ arguments: String...) async throws -> [[Substring]] {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(arguments + ["--format", "csv", "--quiet"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func eitherSideOfAPair() async throws {
    let northmere = try await rows("overlap", "ccg", "utla", "--only", "XU01")
    #expect(northmere.count == 6 && northmere.allSatisfy { $0[2] == "XU01" })
    let both = try await rows("overlap", "ccg", "utla", "--only", "XU04", "--only", "larkstow")
    #expect(Set(both.map { [$0[0], $0[2]] }).isSuperset(of: [["XC04", "XU04"], ["XC03", "XU01"]]))
    #expect(both.allSatisfy { $0[0] == "XC03" || $0[2] == "XU04" })
  }

  @Test func theFirstBySort() async throws {
    let three = try await rows("overlap", "ccg", "utla", "--sort", "area_m2", "--limit", "3")
    #expect(three.map { [$0[0], $0[2]] } == [["XC02", "XU01"], ["XC01", "XU01"], ["XC04", "XU02"]])
    let corner = try await rows("score", "ccg", "utla", "--sort", "corner_index", "--limit", "1")
    #expect(corner.map { $0[1] } == ["XC06"])
    let partners = try await rows("profile", "XU01", "--sort", "population", "--limit", "2")
    #expect(partners.count == 2)
    #expect(try await rows("layers", "--only", "brick").map { $0[0] } == ["bricks"])
    #expect(
      try await rows("processes", "--sort", "process", "--limit", "1").map { $0[0] } == [
        "admission-avoidance"
      ])
    #expect(try await rows("impact", "XT1", "--process", "discharge-to-assess", "--only", "XU04").count == 1)
  }

  /// The rows that are listed are all there is of them, in every format; the whole stays the whole.
  @Test func everyFormatListsTheSame() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let arguments = ["overlap", "ccg", "utla", "--only", "XU02", "--quiet"]
    let json = try await tool.run(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let results = try #require(object?["results"] as? [String: Any])
    #expect((results["pairs"] as? [Any])?.count == 4 && (results["leftovers"] as? [Any])?.count == 1)
    #expect((results["slivers"] as? [String: Any])?["count"] as? Int == 4)
    #expect((object?["parameters"] as? [String: Any])?["only"] as? [String] == ["XU02"])
    let shapes = try await tool.run(arguments + ["--format", "geojson"])
    #expect(shapes.output.matches(of: /"type": ?"Feature"/).count == 5)
    let text = try await tool.run(arguments)
    #expect(text.output.contains("Listed as asked: 5 of 21 rows, those about ‘XU02’."))
    #expect(text.output.contains("11 pairs between"))
    let lines = try await tool.run(arguments + ["--format", "ndjson"])
    #expect(lines.output.split(separator: "\n").count == 5)
  }

  @Test(arguments: [
    (["--only", "Kestral"], "unknown code or name 'Kestral'. Did you mean Kestrel Hundred (XU02)?"),
    (["--sort", "populaton"], "there is no column 'populaton' to sort by. Did you mean population"),
    (["--limit", "0"], "limit is 0, not 1 or more. Correct --limit."),
    (["--sort", "population:down"], "after the colon there can be asc or desc"),
  ]) func whatIsNotThereIsRefused(options: [String], message: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(["overlap", "ccg", "utla"] + options)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
