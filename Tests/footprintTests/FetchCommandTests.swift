import Foundation
import Testing

/// Against a server on this machine, never the network.
@Suite(.enabled(if: FeatureServerScript.canRun, "python3 is not here"))
struct FetchCommandTests {
  private let squares = "squares=Squares_2021_EN_BGC"

  /// Runs the command in a folder of its own against the server in a mood.
  private func fetch(
    _ tool: Tool, _ server: FeatureServerScript, _ mood: String, _ arguments: [String],
    _ more: [String: String] = [:]
  ) async throws -> Tool.Outcome {
    let environment = [
      "FOOTPRINT_FETCH_BASE": server.base(mood), "FOOTPRINT_FETCH_WAIT": "0.01",
      "XDG_CACHE_HOME": tool.folder.path + "/cache",
    ]
    return try await tool.run(["fetch"] + arguments, environment: environment.merging(more) { $1 })
  }

  private func scene(_ body: (Tool, FeatureServerScript) async throws -> Void) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let server = try FeatureServerScript()
    defer { server.stop() }
    try await body(tool, server)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// All features come, whatever the server does that asking again helps against.
  @Test(arguments: [
    "good", "properties", "empty", "busy", "wait-none", "wait", "error", "cut", "short", "slow",
    "moved-within",
  ])
  func bringEveryFeature(mood: String) async throws {
    try await scene { tool, server in
      let outcome = try await fetch(
        tool, server, mood, [squares, "-o", "p"], mood == "slow" ? ["FOOTPRINT_FETCH_TIMEOUT": "0.7"] : [:])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == "" && outcome.errors.contains("squares: 7 features from Squares_2021_EN_BGC"))
      let file = try tool.text(of: "p/squares.geojson")
      let features = try #require(try object(file)["features"] as? [[String: Any]])
      let ids = features.compactMap { ($0["properties"] as? [String: Any])?["OBJECTID"] as? Int }
      #expect(ids == Array(1...7))
      // To the last digit.
      #expect(file.contains("52.1000000000001"))
      let manifest = try object(tool.text(of: "p/datapackage.json"))
      let resource = try #require((manifest["resources"] as? [[String: Any]])?.first)
      let fetched = try #require((resource["footprint"] as? [String: Any])?["fetched"] as? [String: Any])
      #expect(fetched["count"] as? Int == 7 && fetched["service"] as? String == "Squares_2021_EN_BGC")
      #expect(
        (fetched["sha256"] as? String)?.count == 64 && (fetched["time"] as? String)?.hasSuffix("Z") == true)
      #expect(try await tool.run("layers", "--package", "p").status == 0)
      // Nothing is left to go on from.
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: tool.folder.path + "/cache/footprint/fetch") == []
      )
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let mood: String
    let status: Int32
    let words: [String]
    var more: [String: String] = [:]
    var testDescription: String { mood }
  }

  /// Nothing is written where something is wrong, and what is wrong is said on one line.
  @Test(arguments: [
    Refusal(mood: "lying", status: 65, words: ["sent 7 features and says that it has 8"]),
    Refusal(mood: "twice", status: 65, words: ["the feature with OBJECTID 3 twice"]),
    Refusal(mood: "endless", status: 65, words: ["three empty pages in a row"]),
    Refusal(
      mood: "elsewhere", status: 66, words: ["elsewhere, to http://localhost:1/evil?f=json", "--base"]),
    Refusal(
      mood: "large", status: 65, words: ["larger than 100000 bytes", "FOOTPRINT_FETCH_MOST_BYTES"],
      more: ["FOOTPRINT_FETCH_MOST_BYTES": "100000"]),
    Refusal(mood: "gone", status: 66, words: ["no service", "Squares_2021_EN_BGC_V2", "NAME=SERVICE"]),
    Refusal(mood: "refused", status: 66, words: ["Token Required\\u{1b}[2J (code 499)"]),
    Refusal(mood: "broken", status: 66, words: ["busy (status 503)", "(5 times)", "is kept"]),
    Refusal(mood: "odd", status: 65, words: ["which field tells its features apart"]),
  ])
  func refuse(case refusal: Refusal) async throws {
    try await scene { tool, server in
      let outcome = try await fetch(tool, server, refusal.mood, [squares, "-o", "p"], refusal.more)
      #expect(outcome.status == refusal.status, "\(outcome.errors)")
      #expect(outcome.errorLines.count == 1)
      for word in refusal.words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
      #expect(!outcome.errors.contains("\u{1B}"))
      #expect(try !tool.names().contains("p"))
    }
  }

  @Test func goOnWhereItBroke() async throws {
    try await scene { tool, server in
      let broken = try await fetch(tool, server, "broken", [squares, "-o", "p"])
      #expect(broken.status == 66)
      #expect(try server.requests().filter { $0.contains("resultOffset=3") }.count == 5)
      let before = try server.requests().count
      let again = try await fetch(tool, server, "broken", [squares, "-o", "p"])
      #expect(again.status == 0, "\(again.errors)")
      // What came is not asked for again.
      #expect(try !server.requests().dropFirst(before).contains { $0.contains("resultOffset=0") })
      #expect(try server.requests().count == before + 4)
      #expect(try tool.text(of: "p/squares.geojson").contains("E00000007"))
    }
  }

  @Test func makeTablesOfWhatHasNoPlace() async throws {
    try await scene { tool, server in
      let outcome = try await fetch(tool, server, "good", ["rows=Rows_2021_LU", "-o", "p", "-q"])
      #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
      #expect(
        try tool.text(of: "p/rows.csv").hasPrefix("OBJECTID,SQ21CD,SQ21NM\n1,E00000001,Square 1\n"))
    }
  }

  @Test func keepEverythingAPackageSays() async throws {
    try await scene { tool, server in
      try tool.write(Squares.a, to: "p/a.geojson")
      try tool.write(
        #"""
        {"name": "mine", "odd": [1, 2.5, {"x": null}], "resources": [
          {"name": "a", "path": "a.geojson", "note": "kept", "footprint": {"role": "ccg", "mine": true}}]}
        """#, to: "p/datapackage.json")
      let first = try await fetch(tool, server, "good", [squares, "rows=Rows_2021_LU", "-o", "p"])
      #expect(first.status == 0, "\(first.errors)")
      var manifest = try object(tool.text(of: "p/datapackage.json"))
      #expect(manifest["name"] as? String == "mine" && (manifest["odd"] as? [Any])?.count == 3)
      var resources = try #require(manifest["resources"] as? [[String: Any]])
      #expect(resources.compactMap { $0["name"] as? String } == ["a", "squares", "rows"])
      #expect(resources[0]["note"] as? String == "kept")
      #expect((resources[0]["footprint"] as? [String: Any])?["mine"] as? Bool == true)
      let before = try tool.text(of: "p/datapackage.json")
      let again = try await fetch(tool, server, "good", [squares, "-o", "p"])
      #expect(again.status == 64 && again.errors.contains("--force"), "\(again.errors)")
      #expect(try tool.text(of: "p/datapackage.json") == before)
      try tool.write(
        before.replacing("\"name\": \"squares\"", with: "\"name\": \"squares\", \"title\": \"Mine\""),
        to: "p/datapackage.json")
      let forced = try await fetch(tool, server, "good", [squares, "-o", "p", "--force"])
      #expect(forced.status == 0, "\(forced.errors)")
      manifest = try object(tool.text(of: "p/datapackage.json"))
      resources = try #require(manifest["resources"] as? [[String: Any]])
      #expect(resources.count == 3 && resources[1]["title"] as? String == "Mine")
      // A file that belongs to nobody in the package is somebody’s all the same.
      try tool.write("mine", to: "p/other.csv")
      let stranger = try await fetch(tool, server, "good", ["other=Rows_2021_LU", "-o", "p"])
      #expect(stranger.status == 64 && stranger.errors.contains("other.csv"), "\(stranger.errors)")
      #expect(try tool.text(of: "p/other.csv") == "mine")
    }
  }

  @Test func checkWhatWasFetched() async throws {
    try await scene { tool, server in
      #expect(try await fetch(tool, server, "good", [squares, "rows=Rows_2021_LU", "-o", "p"]).status == 0)
      let same = try await fetch(tool, server, "good", ["--check", "--package", "p"])
      #expect(same.status == 0, "\(same.errors)")
      #expect(same.output == "squares: is what is published\nrows: is what is published\n")
      // Another address is not asked on the word of the package.
      let elsewhere = try await fetch(tool, server, "moved", ["--check", "--package", "p"])
      #expect(elsewhere.status == 64 && elsewhere.errors.contains("--base"), "\(elsewhere.errors)")
      func move(to mood: String) throws {
        let text = try tool.text(of: "p/datapackage.json")
        try tool.write(
          text.replacing(/127\.0\.0\.1:(\d+)\/[a-z]+/) { "127.0.0.1:\($0.output.1)/\(mood)" },
          to: "p/datapackage.json")
      }
      try move(to: "moved")
      let moved = try await fetch(tool, server, "moved", ["--check", "squares", "--package", "p"])
      #expect(moved.status == 1)
      #expect(moved.output.contains("codes that are dead: E00000007"), "\(moved.output)\(moved.errors)")
      #expect(moved.output.contains("codes that are new: E00000099"))
      try move(to: "gone")
      try tool.write("{}", to: "p/squares.geojson")
      try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("p/rows.csv"))
      let gone = try await fetch(tool, server, "gone", ["--check", "--package", "p", "--format", "json"])
      #expect(gone.status == 1, "\(gone.errors)")
      let results = try #require(try object(gone.output)["results"] as? [String: Any])
      let resources = try #require(results["resources"] as? [[String: Any]])
      #expect(resources.compactMap { $0["file"] as? String } == ["changed", "missing"])
      #expect(resources.compactMap { $0["published"] as? String } == ["gone", "gone"])
    }
  }

  @Test func doNothingToATerminal() async throws {
    try await scene { tool, server in
      let outcome = try await fetch(tool, server, "hostile", [squares, "-o", "p"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try !tool.text(of: "p/squares.geojson").contains("\u{1B}"))
      for name in ["../x", "a/b", "x;y", "", ".x", "datapackage"] {
        let refused = try await fetch(tool, server, "good", ["\(name)=Squares_2021_EN_BGC", "-o", "q"])
        #expect(refused.status == 64, "\(name) \(refused.errors)")
      }
      for service in ["../x", "a?f=x", "a b", "a/b/c", "\u{1B}[31m", ""] {
        let refused = try await fetch(tool, server, "good", ["x=\(service)", "-o", "q"])
        #expect(refused.status == 64 && !refused.errors.contains("\u{1B}"), "\(service) \(refused.errors)")
      }
      for base in [
        "http://example.org/x", "ftp://localhost/x", "https://u:p@localhost/", "https://", "x",
        "http://localhost@example.org/",
      ] {
        let refused = try await fetch(tool, server, "good", [squares, "-o", "q", "--base", base])
        #expect(refused.status == 64, "\(base) \(refused.errors)")
      }
      #expect(try !tool.names().contains("q"))
    }
  }

  /// Every name of the catalogue is one that the command takes, and there once.
  @Test func haveACatalogueOfUsableNames() async throws {
    try await scene { tool, server in
      let listed = try await fetch(tool, server, "good", ["--list", "--format", "json"])
      let results = try #require(try object(listed.output)["results"] as? [String: Any])
      let entries = try #require(results["entries"] as? [[String: Any]])
      let names = entries.compactMap { $0["name"] as? String }
      #expect(names.count == entries.count && Set(names).count == names.count && names.count > 30)
      for entry in entries {
        let name = try #require(entry["name"] as? String)
        let service = try #require(entry["service"] as? String)
        #expect(name.wholeMatch(of: /[a-z0-9-]+/) != nil && service.wholeMatch(of: /\w+/) != nil, "\(name)")
      }
      #expect(try server.requests() == [])
      // A package of the office’s says under which licence it is.
      let outcome = try await fetch(
        tool, server, "good", ["ccg-2021=Squares_2021_EN_BGC", "-o", "p", "-q"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let manifest = try object(tool.text(of: "p/datapackage.json"))
      #expect((manifest["licenses"] as? [Any])?.count == 1)
    }
  }

  @Test func takeACatalogue() async throws {
    try await scene { tool, server in
      try tool.write(
        #"{"entries": [{"name": "mine", "service": "Squares_2021_EN_BGC", "role": "ccg", "vintage": "2021-04", "resolution": "BGC"}]}"#,
        to: "c.json")
      let listed = try await fetch(tool, server, "good", ["--list", "--catalogue", "c.json"])
      #expect(listed.output.contains("icb-2026") && listed.output.contains("mine"), "\(listed.errors)")
      #expect(try server.requests() == [])
      let outcome = try await fetch(tool, server, "good", ["mine", "-o", "p", "--catalogue", "c.json"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try tool.text(of: "p/datapackage.json").contains(#""role": "ccg""#))
      #expect(try await tool.run("overlap", "ccg", "ccg", "--package", "p").status == 0)
      let unknown = try await fetch(tool, server, "good", ["icb-2062", "-o", "q"])
      #expect(unknown.status == 64 && unknown.errors.contains("icb-2026"), "\(unknown.errors)")
      try tool.write(#"{"replace": true, "entries": [{"name": "../x", "service": "A"}]}"#, to: "evil.json")
      let evil = try await fetch(tool, server, "good", ["--list", "--catalogue", "evil.json"])
      #expect(evil.status == 65 && evil.errors.contains("../x"), "\(evil.errors)")
    }
  }
}
