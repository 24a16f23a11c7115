import Testing

@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func offerEveryCommand(shell: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("--generate-completion-script", shell)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for command in ["layers", "overlap", "score", "impact", "profile", "processes"] {
      #expect(outcome.output.contains(command))
    }
    if shell == "bash" {
      try tool.write(outcome.output, to: "completions")
      #expect(try await tool.shell("bash -n completions").status == 0)
    }
  }

  @Test func giveTheVersion() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /footprint \d+\.\d+\.\d+\n/) != nil)
  }
}
