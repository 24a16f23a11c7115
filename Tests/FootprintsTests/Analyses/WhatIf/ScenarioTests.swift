import Testing

@testable import Footprints

/// Scenarios as files have them.
@Suite struct ScenarioTests {
  private func scenario(_ text: String) throws -> Scenario {
    try Scenario(FileBytes(Array(text.utf8), name: "s.yaml"))
  }

  private func error(_ text: String) -> String {
    SmallPackage.error { _ = try scenario(text) }?.description ?? "none"
  }

  @Test func yamlAndJSONSayTheSame() throws {
    let yaml = """
      # A comment.
      name: Coast
      layer: ccg
      changes:
        - {merge: [A, 07E5], code: "0012", name: 'One: two'}
        - move: [b1]
          to: A
        - split: A
          bricks:
            - b2
            - b3
          code: N
        - catchment: RAA
          method: threshold
          threshold: 0.2
        - catchments: fptp
        - plan: P1
          add: [X, {code: Y, name: Yew, kind: ccg, signatory: false}]
          remove: Z
      """
    let json = """
      {"name": "Coast", "layer": "ccg", "changes": [
        {"merge": ["A", "07E5"], "code": "0012", "name": "One: two"}, {"move": ["b1"], "to": "A"},
        {"split": "A", "bricks": ["b2", "b3"], "code": "N"}, {"catchment": "RAA", "method": "threshold", "threshold": 0.2},
        {"catchments": "fptp"},
        {"plan": "P1", "add": ["X", {"code": "Y", "name": "Yew", "kind": "ccg", "signatory": false}], "remove": ["Z"]}]}
      """
    let one = try scenario(yaml)
    #expect(try one == scenario(json))
    #expect(one.changes.count == 6 && one.name == "Coast" && one.against == nil)
    #expect(one.changes[0] == .merge(["A", "07E5"], code: "0012", name: "One: two"))
    #expect(one.changes[3] == .method(.threshold, threshold: 0.2, of: "RAA"))
    #expect(one.changes.map(\.sentence).first == "A and 07E5 become one area, 0012 (One: two)")
  }

  @Test(arguments: [
    ("", "is empty"), ("[]", "is no object"), ("layer: ccg", "has no list of 'changes'"),
    ("changes: []", "has no list"),
    ("changes: [{merg: [A, B]}]", "is no change that is known (change 1)"),
    ("changes: [{merge: [A]}]", "merges fewer than two areas (change 1)"),
    ("changes: [{merge: [A, B], to: C}]", "has a member 'to' that means nothing here"),
    ("changes: [{merge: [A, B], move: [b], to: A}]", "is several changes in one"),
    ("changes: [{move: [b]}]", "has no 'to'"), ("changes: [{split: A, code: B}]", "has no 'bricks'"),
    ("changes: [{catchments: nearest}]", "'nearest' is no way to make catchments"),
    ("changes: [{catchments: threshold, threshold: 3}]", "is no share above 0"),
    ("changes: [{plan: P}]", "changes no partner"),
    ("layer: [a]\nchanges: [{move: [b], to: c}]", "'layer' is no text"),
    ("changes: [{move: [{a: b}], to: c}]", "'move' is no list of codes"),
    ("a: [", "is neither YAML nor JSON"),
    ("{\"changes\": ", "s.yaml"),
  ])
  func whatIsWrongIsSaid(text: String, message: String) {
    #expect(error(text).contains(message), "\(error(text))")
  }

  /// A few lines that stand for more values than there is memory, and depth that no stack has.
  @Test func hostileDocumentsEnd() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let alias = "*a\(level - 1)"
      bomb += "a\(level): &a\(level) [\((0..<10).map { _ in alias }.joined(separator: ", "))]\n"
    }
    #expect(error(bomb).contains("has more than 1,000,000 values"))
    #expect(error("changes: " + String(repeating: "[", count: 200_000)).contains("s.yaml"))
    #expect(error(String(repeating: "- ", count: 50_000)).contains("s.yaml"))
  }
}
