import Foundation
import Testing

@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func offerEveryCommand(shell: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("--generate-completion-script", shell)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for command in [
      "layers", "check", "overlap", "score", "borders", "impact", "profile", "locate", "processes",
      "dissolve", "convert", "catchment", "apportion", "diff", "whatif", "like", "sensitivity", "import",
      "recode", "rehearse", "audit", "fetch",
    ] {
      #expect(outcome.output.contains(command))
    }
    if shell == "bash" {
      try tool.write(outcome.output, to: "completions")
      #expect(try await tool.shell("bash -n completions").status == 0)
    }
  }

  /// What the command answers the script of a shell about the last of some words.
  private func offered(
    _ words: [String], _ argument: String, shell: String = "fish", in tool: Tool, package: String? = nil
  ) async throws -> [String] {
    let index = String(words.count)
    let cursor = String(words.last?.count ?? 0)
    let outcome = try await tool.run(
      ["---completion", words[0], "--", argument, index, cursor, "footprint"] + words,
      environment: ["SAP_SHELL": shell].merging(package.map { ["FOOTPRINT_PACKAGE": $0] } ?? [:]) { $1 })
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map(String.init).filter { $0 != " " }
  }

  @Test func offerLayersAndFiles() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "cc.geojson")
    try tool.write("", to: "cc.txt")
    try tool.write("", to: ".hidden.geojson")
    try tool.write(Squares.a, to: "folder/b c.SHP")
    let layers = try await offered(["overlap", ""], "positional@0", in: tool)
    #expect(Set(layers).isSuperset(of: ["ccg", "utla", "stp", "bricks", "brick", "cc.geojson", "folder/"]))
    #expect(
      !layers.contains("cc.txt") && !layers.contains(".hidden.geojson") && !layers.contains("population"))
    #expect(Set(layers).count == layers.count)
    #expect(
      try await offered(["overlap", "ccg", "folder/"], "positional@1", in: tool).contains("folder/b c.SHP"))
    #expect(
      try await offered(["layers", "ccg", "folder/b\\ "], "positional@0", in: tool).contains("folder/b c.SHP")
    )
    #expect(
      try await offered(["layers", "\"folder/b "], "positional@0", in: tool).contains("folder/b c.SHP"))
  }

  @Test func offerPoints() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("id,x,y\n", to: "sites.csv")
    try tool.write("", to: "sites.txt")
    let points = try await offered(["locate", ""], "positional@0", in: tool)
    #expect(points == ["sites.csv"])
    #expect(try await offered(["locate", "sites.csv", ""], "positional@1", in: tool).contains("utla"))
  }

  @Test func offerTrustsProcessesTiersAndFormats() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try await offered(["impact", ""], "positional@0", in: tool) == ["XT1", "XT2", "XT3", "XT4"])
    #expect(
      try await offered(["impact", "kes"], "positional@0", in: tool) == [
        "Kestrel Hundred Hospitals NHS Trust"
      ])
    let everybody = try await offered(["profile", "X"], "positional@0", in: tool)
    #expect(Set(everybody).isSuperset(of: ["XT1", "XU03", "XC01"]))
    let processes = try await offered(["impact", "XT1", "--process", ""], "--process", in: tool)
    #expect(processes.contains("discharge-to-assess") && processes.count == 11)
    #expect(
      try await offered(["fetch", "icb-2026"], "positional@0", in: tool) == ["icb-2026", "icb-2026-bsc"])
    let tiers = try await offered(["profile", "XU03", "--tier", ""], "--tier", in: tool)
    #expect(tiers.contains("utla") && !tiers.contains("brick"))
    let formats = try await offered(["overlap", "a", "b", "--format", ""], "--format", in: tool)
    #expect(formats.contains("geojson") && formats.contains("md"))
    #expect(
      try await !offered(["processes", "--format", ""], "--format", in: tool).contains("geojson"))
  }

  /// The package is the one that the command itself would use.
  @Test func offerWhatThePackageHas() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    func put(_ layer: String, to folder: String, _ more: String = "") throws {
      try tool.write(Squares.a, to: "\(folder)/a.geojson")
      try tool.write(
        #"{"name": "p", "resources": [{"name": "\#(layer)", "path": "a.geojson"}\#(more)]}"#,
        to: "\(folder)/datapackage.json")
    }
    try put("stated", to: "one")
    try put("named", to: "two")
    func layers(_ words: [String], package: String? = nil) async throws -> [String] {
      try await offered(words, "positional@0", in: tool, package: package).filter { !$0.hasSuffix("/") }
    }
    #expect(try await layers(["overlap", "--package", "one", ""], package: "two") == ["stated"])
    #expect(try await layers(["overlap", "--package=one", ""], package: "two") == ["stated"])
    #expect(try await layers(["overlap", ""], package: "two") == ["named"])
    try put("here", to: ".")
    #expect(try await layers(["overlap", ""]) == ["here", "a.geojson"])
    #expect(try await layers(["overlap", ""], package: "nowhere") == ["a.geojson"])
    // Without a table of organisations a small layer says who there is; without processes of its own, the usual ones.
    try put(
      "trusts", to: "three", #", {"name": "t", "path": "a.geojson", "footprint": {"role": "trust"}}"#)
    #expect(try await offered(["impact", ""], "positional@0", in: tool, package: "three") == ["A1", "A2"])
    try tool.write("process,hicm\nvirtual-ward,4\n", to: "three/map.csv")
    try put(
      "trusts", to: "three",
      #", {"name": "m", "path": "map.csv", "footprint": {"role": "process-map"}}, {"name": "g", "path": "gone.geojson", "footprint": {"role": "trust"}}"#
    )
    #expect(
      try await offered(["impact", "--process", ""], "--process", in: tool, package: "three") == [
        "virtual-ward"
      ])
    #expect(try await offered(["impact", ""], "positional@0", in: tool, package: "three").isEmpty)
  }

  /// The script of bash, as bash runs it.
  private func bash(_ words: String, in tool: Tool, package: String) async throws -> [String] {
    let outcome = try await tool.shell(
      """
      mkdir -p bin && ln -sf "$footprint" bin/footprint && PATH="$PWD/bin:$PATH"
      source <(footprint --generate-completion-script bash)
      COMP_LINE=\(words.shellQuoted); COMP_POINT=${#COMP_LINE}
      read -ra COMP_WORDS <<< "$COMP_LINE"
      case "$COMP_LINE" in *' ') COMP_WORDS+=('');; esac
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _footprint footprint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """, environment: ["FOOTPRINT_PACKAGE": package])
    #expect(outcome.errors == "")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func areOfferedByBash() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "p/a.geojson")
    try tool.write(
      "code,name,kind\nT1,Ashford and St Peter's \"Hospitals\",trust\nT2,A $(touch evil) `touch evil` \\\\ b,trust\n",
      to: "p/o.csv")
    try tool.write(
      #"""
      {"name": "p", "resources": [{"name": "lay$(touch evil)`touch evil`'\"", "path": "a.geojson"},
        {"name": "layer", "path": "a.geojson"}, {"name": "lay\u001b[31m", "path": "a.geojson"},
        {"name": "o", "path": "o.csv", "footprint": {"role": "organisations"}}]}
      """#, to: "p/datapackage.json")
    #expect(try await bash("footprint ov", in: tool, package: "p") == ["overlap"])
    #expect(
      try await bash("footprint overlap lay", in: tool, package: "p")
        == [#"lay$(touch evil)`touch evil`'""#, "layer"])
    #expect(try await bash("footprint impact ", in: tool, package: "p") == ["T1", "T2"])
    #expect(
      try await bash("footprint impact As", in: tool, package: "p")
        == [#"Ashford and St Peter's "Hospitals""#])
    #expect(
      try await bash("footprint impact T1 --process disch", in: tool, package: "p") == ["discharge-to-assess"]
    )
    #expect(try await bash("footprint overlap a b --weights p", in: tool, package: "p") == ["population"])
    #expect(!(try tool.names().contains("evil")), "nothing in a package is run")
  }

  @Test func giveTheVersion() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /footprint \d+\.\d+\.\d+\n/) != nil)
  }
}

extension String {
  fileprivate var shellQuoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
