import Testing

/// What the command says about the demonstration region, word by word.
@Suite struct GoldenTests {
  private static let analyses = [
    ("overlap", ["overlap", "ccg", "utla"]), ("score", ["score", "ccg", "utla"]),
    ("borders", ["borders", "ccg", "utla"]), ("check", ["check", "utla", "ccg"]),
    ("impact", ["impact", "XT1", "--process", "discharge-to-assess"]), ("profile", ["profile", "XU02"]),
    ("partnerships", ["partnerships"]),
    ("processes", ["processes"]),
    ("dissolve", ["dissolve", "bricks", "--lookup", "lookup", "--by", "utla_code"]),
    ("catchment", ["catchment", "--compare"]), ("diff", ["diff", "ltla", "utla"]),
    ("whatif", ["whatif", "--layer", "ccg", "--suggest", "3"]),
    ("like", ["like", "XC01"]), ("sensitivity", ["sensitivity", "score", "ccg", "utla"]),
    ("audit", ["audit"]),
  ]
  /// Those that do not weigh areas.
  private static let weightless: Set<String> = [
    "processes", "dissolve", "borders", "check", "catchment", "whatif", "sensitivity",
  ]

  @Test(arguments: analyses, ["table", "csv", "json", "md"])
  func sayWhatWasReadAndAccepted(analysis: (name: String, arguments: [String]), format: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(analysis.arguments + ["--format", format])
    #expect(outcome.status == 0, "\(outcome.errors)")
    try Golden.expect(outcome.output, matches: "\(analysis.name).\(format)")
    if format == "csv" {
      try Golden.expect(outcome.errors, matches: "\(analysis.name).csv.notes")
    } else {
      #expect(outcome.errors == "")
    }
  }

  @Test(arguments: ["table", "md"])
  func sayWhatThePackageHolds(format: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("layers", "--format", format)
    #expect(outcome.status == 0, "\(outcome.errors)")
    try Golden.expect(outcome.output, matches: "layers.\(format)")
  }

  @Test func weighByAreaInOtherWords() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    for (name, arguments) in Self.analyses where !Self.weightless.contains(name) {
      let outcome = try await tool.run(arguments + ["--weights", "area"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      try Golden.expect(outcome.output, matches: "\(name).area.table")
    }
  }

  @Test(arguments: [
    ("overlap", ["overlap", "trust", "utla"]), ("score", ["score", "trust", "utla"]),
    ("impact", ["impact", "XT1", "--process", "discharge-to-assess"]), ("profile", ["profile", "XU02"]),
  ])
  func weighByFlowsOfPatientsAndSideBySide(analysis: (name: String, arguments: [String])) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    for weights in ["flow", "all"] {
      let outcome = try await tool.run(analysis.arguments + ["--weights", weights])
      #expect(outcome.status == 0, "\(outcome.errors)")
      try Golden.expect(outcome.output, matches: "\(analysis.name).\(weights).table")
    }
  }

  /// Help and reports are typeset like a book; plain quotes stand around what is typed or found in a file.
  @Test(.disabled(if: Golden.isRecording)) func apostrophesAreTypographic() throws {
    for (name, text) in try Golden.all() {
      #expect(text.matches(of: /\w+'(?:s|t|re|ve|ll)\b/).map(\.output) == [], "\(name)")
    }
  }

  @Test(arguments: [
    "", "layers", "check", "overlap", "score", "borders", "impact", "profile", "partnerships",
    "catchment", "apportion", "whatif", "diff", "locate", "processes", "dissolve", "like", "sensitivity",
    "recode", "rehearse", "audit", "fetch",
  ])
  func helpWithEveryCommand(command: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run((command.isEmpty ? [] : [command]) + ["--help"])
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, matches: "\(command.isEmpty ? "root" : command).help")
    #expect(outcome.output.contains("footprint \(command)"))
  }

  @Test(arguments: ["", "bcf", "flows", "words"])
  func helpWithImporting(command: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(["import"] + (command.isEmpty ? [] : [command]) + ["--help"])
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, matches: "import\(command.isEmpty ? "" : "-\(command)").help")
    #expect(outcome.output.contains("footprint import \(command)"))
  }
}
