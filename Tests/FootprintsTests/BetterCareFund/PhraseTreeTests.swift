import Testing

@testable import Footprints

@Suite struct PhraseTreeTests {
  private let tree = PhraseTree(["Intermediate Care", "Home Care", "HICM", "", "length of stay"])

  @Test(
    arguments: [
      ("Intermediate Care Services", true), ("Intermediate", true), ("intermediate care", true),
      ("Intermediate Beds", false), ("Home", true), ("Care", false), ("", false), ("HICM 4", true),
    ])
  func oneBeginsTheOther(text: String, isSo: Bool) {
    #expect(tree.sharesBeginning(with: text.phrase) == isSo)
  }

  @Test(
    arguments: [
      ("Length of stay, 21 days or more", true), ("the length of stay", true), ("length of", false),
      ("length of the stay", false), ("", false),
    ])
  func wordsAreTogether(text: String, isSo: Bool) { #expect(tree.isIn(text.phrase) == isSo) }

  @Test func noPhraseBeginsNothing() {
    let empty = PhraseTree(["", "-"])
    #expect(!empty.sharesBeginning(with: ["a"]) && !empty.sharesBeginning(with: []) && !empty.isIn(["a"]))
  }

  /// A text is compared with all phrases at once: a book in a cell, against another, costs what its words do.
  @Test func longTextsAreHarmless() {
    let words = [String](repeating: "a", count: 200_000)
    let book = PhraseTree([(words + ["b"]).joined(separator: " ")])
    #expect(book.sharesBeginning(with: words + ["c"]))
    #expect(book.isIn(words))
    #expect(!PhraseTree([[String](repeating: "a", count: 60).joined(separator: " ") + " b"]).isIn(words))
  }
}
