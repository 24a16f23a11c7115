import Footprints
import Testing

@Suite struct PrintableTests {
  @Test(
    arguments: [
      ("Größe, 1 km\u{B2}", "Größe, 1 km\u{B2}"), ("a\u{1B}[2Jb", #"a\u{1b}[2Jb"#), ("a\nb", #"a\u{a}b"#),
      ("\u{9B}31m", #"\u{9b}31m"#), ("a\u{202E}b", #"a\u{202e}b"#),
    ])
  func controlsAreShown(text: String, shown: String) { #expect(text.printable == shown) }

  @Test func quotesHoldLinesTogether() {
    #expect("a\nb\tc\r\n\u{7}".printableLines == "a\nb\tc\r\n\\u{7}")
  }

  @Test func whatIsTooLongForAMessageIsCut() {
    #expect("short".excerpt == "short" && "short".message == "short")
    #expect(String(repeating: "x", count: 80).excerpt.count == 80)
    #expect(String(repeating: "x", count: 81).excerpt == String(repeating: "x", count: 80) + "...")
    let message = "the cell " + String(repeating: "é", count: 50_000) + " is no number"
    #expect(message.message.count < 1100)
    #expect(message.message.hasPrefix("the cell é") && message.message.hasSuffix("é is no number"))
  }

  /// No message of any part of the program is longer, whoever made it.
  @Test func errorsAndNoticesAreCut() {
    let long = String(repeating: "x", count: 100_000)
    let error = FootprintsError(.badData, "it is " + long, file: "a.csv", place: long, remedy: "Use " + long)
    #expect(error.description.count < 2500)
    #expect(error.description.hasPrefix("a.csv: it is x"))
    #expect(Notice(.warning, "x", "it is " + long + " here").message.hasSuffix("x here"))
    #expect(Notice(.warning, "x", long).message.count < 1100)
  }
}
