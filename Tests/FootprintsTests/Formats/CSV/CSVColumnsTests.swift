import Footprints
import Testing

/// Columns read from mapped bytes are those that the reader of whole tables finds, on any number of threads.
@Suite struct CSVColumnsTests {
  /// Text of a cell with what could be taken for something else.
  private static func cell(_ random: inout SeededGenerator) -> String {
    let texts = [
      "", " ", "a", "long text without anything special in it", "\"quoted\"", "\"a,b\"", "\"a\nb\"",
      "\"a\r\nb\"",
      "\"say \"\"so\"\"\"", "5\"", "a\"b", " \"padded\" ", "\"\n\n1,2\n\"", "\t", "é", "\"\"",
    ]
    return texts.randomElement(using: &random) ?? ""
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let lineEnd = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    let columns = Int.random(in: 1...6, using: &random)
    var text = (0..<columns).map { "c\($0)" }.joined(separator: ",") + lineEnd
    for row in 0..<Int.random(in: 1...40, using: &random) {
      // A first cell that is never empty, since rows without any text are no rows.
      var cells = ["r\(row)"]
      let count = Int.random(in: 0...5, using: &random) == 0 ? Int.random(in: 1...7, using: &random) : columns
      while cells.count < count { cells.append(cell(&random)) }
      text += cells.joined(separator: ",") + lineEnd
      if Int.random(in: 0...5, using: &random) == 0 { text += lineEnd }
    }
    return text
  }

  @Test(arguments: UInt64(0)..<300) func areThoseOfTheWholeTable(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Self.text(&random)
    let bytes = FileBytes(Array(text.utf8), name: "x.csv")
    let whole = try CSVTable(Array(text.utf8), file: "x.csv")
    let file = try CSVFile(bytes)
    #expect(file.header == whole.header, "seed \(seed)")
    let wanted = whole.header.indices.filter { _ in Bool.random(using: &random) }
    for (jobs, stretch) in [(1, 1 << 18), (4, 1), (3, 17), (8, 64)] {
      let columns = try file.columns(texts: wanted, jobs: jobs, leastStretch: stretch)
      #expect(columns.rows.count == whole.count, "seed \(seed), \(jobs) jobs")
      for (place, column) in wanted.enumerated() {
        #expect(
          columns.texts[place] == (0..<whole.count).map { whole.word($0, column) },
          "seed \(seed), \(jobs) jobs, column \(column)")
      }
    }
  }

  @Test func numbersAreNumbersOrNothing() throws {
    let texts = [
      "1", "-2.5", "0.1", "530047", "51.4995421", "+3", "1e3", "\"530,000\"", "12345678901234567890.5", "",
      "NA", "null", " 7 ", ".5", "1.",
    ]
    let rows = texts.enumerated().map { "\($0.offset),\($0.element)" }.joined(separator: "\n")
    let file = try CSVFile(FileBytes(Array("id,n\n\(rows)\n".utf8), name: "x.csv"))
    let found = try file.columns(numbers: [1], jobs: 1).numbers[0]
    let expected: [Double] = [
      1, -2.5, 0.1, 530047, 51.4995421, 3, 1000, 530000, 12345678901234567890.5, .nan, .nan, .nan, 7, 0.5, 1,
    ]
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) {
      #expect(one == other || (one.isNaN && other.isNaN), "\(one), \(other)")
    }
  }

  /// A text, and words that the message must have.
  struct Bad: Sendable, CustomTestStringConvertible {
    let text: String
    let words: [String]
    var testDescription: String { words.joined(separator: ", ") }
  }

  @Test(arguments: [
    Bad(text: "id,n\n1,5\n2,x1\n", words: ["x.csv", "'x1' is not a number", "line 3", "column n"]),
    Bad(text: "id,n\n1,\"5\n2,6\n", words: ["quoted cell is not closed", "line 2"]),
    Bad(text: "id,n\n1,\"5\"6\n", words: ["text follows the closing quote", "line 2"]),
    Bad(text: "id,n\n1,530,000\n2,531,000\n", words: ["every row has more cells", "line 2"]),
    Bad(text: "", words: ["empty"]), Bad(text: "\u{FEFF}", words: ["empty"]),
    Bad(text: "PK\u{3}\u{4}zip", words: ["compressed"]), Bad(text: "a,b\0\n", words: ["NUL"]),
  ])
  func saysWhatIsWrongAndWhere(bad: Bad) throws {
    let error = SmallPackage.error {
      _ = try CSVFile(FileBytes(Array(bad.text.utf8), name: "x.csv")).columns(
        numbers: [1], jobs: 4, leastStretch: 1)
    }
    let description = try #require(error).description
    for word in bad.words { #expect(description.contains(word), "\(description)") }
  }

  @Test func semicolonsAndTabsAreFound() throws {
    for separator in [";", "\t"] {
      let text = "id\(separator)n\n1\(separator)5,5\n".replacing("5,5", with: "55")
      let file = try CSVFile(FileBytes(Array(text.utf8), name: "x.csv"))
      #expect(file.header == ["id", "n"] && file.notices.map(\.code) == ["delimiter"])
      #expect(try file.columns(numbers: [1], jobs: 1).numbers == [[55]])
    }
  }

  @Test func textThatIsNotUTF8IsRecovered() throws {
    let bytes = Array("id,name\n1,Caf".utf8) + [0xE9] + Array("\n2,ok\n".utf8)
    let file = try CSVFile(FileBytes(bytes, name: "x.csv"))
    let columns = try file.columns(texts: [1], jobs: 1)
    #expect(columns.texts == [["Café", "ok"]])
    #expect(file.notices(of: columns).map(\.code) == ["not-utf-8"])
  }
}
