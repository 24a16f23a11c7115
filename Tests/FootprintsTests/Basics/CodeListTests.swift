import Footprints
import Testing

@Suite struct CodeListTests {
  @Test(
    arguments: [
      ([], "nothing"), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"),
      (["A", "B", "C", "D"], "A, B, C and 1 more"),
    ] as [([String], String)])
  func namesUpToALimit(names: [String], words: String) {
    #expect(CodeList(names, limit: 3).description == words)
  }

  @Test func isJoinedByOtherWords() {
    #expect(CodeList(["A", "B"], joinedBy: "or").description == "A or B")
    #expect(CodeList(["A", "B"], joinedBy: nil).description == "A, B")
    #expect(CodeList(["A", "B", "C"], limit: 2, joinedBy: nil).description == "A, B and 1 more")
  }

  /// However much a file holds, a list in a message stays short.
  @Test func cutsLongNames() {
    let long = String(repeating: "é", count: 20_000)
    let words = CodeList(Array(repeating: long, count: 20_000)).description
    #expect(words.count < 1000)
    #expect(words.hasSuffix("... and 19990 more"))
  }
}
