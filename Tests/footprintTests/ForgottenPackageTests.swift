import Testing

/// Who forgets to name a package asks the demonstration region, and is told so where a name is not known to it.
@Suite struct ForgottenPackageTests {
  private static let said =
    "It was looked for in the demonstration region, which is fictional. --package names another.\n"

  @Test(
    arguments: [
      (["impact", "RXC", "--process", "d2a"], "unknown trust 'RXC'"),
      (["impact", "Kestral", "--process", "d2a"], "unknown trust 'Kestral'"),
      (["profile", "E06000001"], "unknown organisation 'E06000001'"),
      (["profile", "XU03", "--tier", "icb"], "there is no tier 'icb'"),
      (["overlap", "ccg", "utla", "--only", "E06000001"], "unknown code or name 'E06000001'"),
      (["overlap", "ccg", "ward"], "unknown layer 'ward'"), (["layers", "ward"], "unknown layer 'ward'"),
    ])
  func unknownNamesSayWhatWasAsked(arguments: [String], message: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message) && outcome.errors.contains(Self.said), "\(outcome.errors)")
    #expect(outcome.errors.contains(". Did you mean") || outcome.errors.contains(". The "))
  }

  @Test func aPackageOfOnesOwnIsNotTheRegion() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    try tool.write(
      #"{"name":"own","resources":[{"name":"a","path":"a.geojson","footprint":{"role":"ccg"}}]}"#,
      to: "datapackage.json")
    let outcome = try await tool.run("layers", "b")
    #expect(outcome.errors.contains("unknown layer 'b'") && !outcome.errors.contains("fictional"))
  }
}
