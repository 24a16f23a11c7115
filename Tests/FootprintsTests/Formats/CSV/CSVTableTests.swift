import Footprints
import Testing

@Suite struct CSVTableTests {
  static func table(_ text: String) throws(FootprintsError) -> CSVTable {
    try CSVTable(Array(text.utf8), file: "test.csv")
  }

  private func cells(_ table: CSVTable) -> [[String]] {
    (0..<table.count).map { row in table.header.indices.map { table[row, $0] } }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func lineEnds(end: String) throws {
    let table = try Self.table("a,b\(end)1,2\(end)\(end)\"x\(end)y\",4\(end)5,6")
    #expect(table.header == ["a", "b"])
    #expect(cells(table) == [["1", "2"], ["x\(end)y", "4"], ["5", "6"]])
    #expect((0..<3).map(table.line) == [2, 4, 6])
    #expect(table.notices.isEmpty)
  }

  @Test func byteOrderMarkQuotesAndPadding() throws {
    let table = try Self.table(
      "\u{FEFF}code , \"name\" ,note\n  E1 ,\t\"Bath, \"\"the\"\" city \" , 5\" pipe\n,\"\",x\n")
    #expect(table.header == ["code", "name", "note"])
    #expect(cells(table) == [["E1", "Bath, \"the\" city ", "5\" pipe"], ["", "", "x"]])
    #expect(table.word(0, 1) == "Bath, \"the\" city")
  }

  @Test func columnsAreFoundWhateverTheirSpelling() throws {
    let table = try Self.table("Plan ID,HWB-Code,AMOUNT_GBP,amount_gbp\n1,2,3,4\n")
    #expect(table.column(named: "plan_id") == 0)
    #expect(table.column(named: "nothing", "hwb_code") == 1)
    #expect(table.column(named: "amount_gbp") == 2)
    #expect(table.column(named: "people") == nil)
    #expect(table.notices.map(\.code) == ["repeated-column"])
    let error = #expect(throws: FootprintsError.self) { try table.requiredColumn(named: "people") }
    #expect(
      error?.description
        == "test.csv: there is no column people (line 1). The columns are: Plan ID, HWB-Code, AMOUNT_GBP, amount_gbp."
    )
  }

  @Test func blankLinesAndTrailingCommasAreNothing() throws {
    let table = try Self.table("\n\na,b\n , \n1,2,,\n,,,\n\n")
    #expect(cells(table) == [["1", "2"]])
    #expect(table.line(of: 0) == 5)
    #expect(table.notices.isEmpty)
  }

  @Test func raggedRowsAreReportedByLine() throws {
    let table = try Self.table("a,b,c\n1,2\n1,2,3\n1,2,3,4\n1\n")
    #expect(table[0, 2] == "" && table[3, 1] == "")
    #expect(table.notices.map(\.code) == ["short-rows", "long-rows"])
    #expect(table.notices[0].message.contains("rows with fewer cells than the header: 2 (lines 2, 5)"))
    #expect(table.notices[1].message.contains("rows with more cells than the header: 1 (line 4)"))
  }

  @Test func rowNumbersWithoutAHeader() throws {
    let table = try Self.table("code,people\n\"1\",E1,5\n\"2\",E2,6\n")
    #expect(table.column(named: "people").map { table[1, $0] } == "6")
    #expect(table.notices.map(\.code) == ["row-numbers"])
    // Not counting up: nothing says which column is which.
    #expect(throws: FootprintsError.self) { try Self.table("code,people\nE1,5,x\nE2,6,y\n") }
  }

  @Test func windows1252IsRepaired() throws {
    let table = try CSVTable(Array("name\nYnys M".utf8) + [0xF4, 0x6E, 0x20, 0x80, 0x81], file: "old.csv")
    #expect(table[0, 0] == "Ynys Môn €\u{FFFD}")
    #expect(table.notices.map(\.code) == ["not-utf-8"])
  }

  @Test(arguments: [
    ("", "test.csv: the table is empty. A header row with the column names is needed."),
    ("\u{FEFF}\r\n \n", "test.csv: the table is empty. A header row with the column names is needed."),
    ("a,b\n1,é \"x\n", nil),
    ("a,b\n1,  \"x\ny", "test.csv: a quoted cell is not closed (line 2, column 5). Add the closing quote."),
    (
      "a,b\né,\"x\"y\n",
      "test.csv: text follows the closing quote of a cell (line 2, column 6). Double the quotes inside a quoted cell."
    ),
    ("a\n\0\n", "test.csv: byte 2 is NUL, so this is not text (line 2). Save the table as CSV in UTF-8."),
  ])
  func unreadable(text: String, message: String?) throws {
    if let message {
      let error = #expect(throws: FootprintsError.self) { try Self.table(text) }
      #expect(error?.description == message)
      #expect(error?.kind == .badData)
    } else {
      _ = try Self.table(text)
    }
  }

  @Test func utf16IsRefused() {
    let error = #expect(throws: FootprintsError.self) {
      try CSVTable([0xFF, 0xFE, 0x61, 0x00], file: "excel.csv")
    }
    #expect(error?.message == "the text is UTF-16")
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "é", ",", "\"", "\n", "\r", " ", "\t", "1.5", "🙂", ""]
    let rows = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      (0..<3).map { column in
        let text = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
        // Rows without any text are skipped by design.
        return column == 0 ? "x" + text : text
      }
    }
    let text = ([["a", "b", "c"]] + rows).map { CSVWriter.line($0) }.joined()
    let table = try Self.table(text)
    #expect(cells(table) == rows, "seed \(seed)")
    #expect(table.notices.isEmpty, "seed \(seed)")
  }

  @Test(arguments: 0..<500 as Range<UInt64>) func randomBytesNeverCrash(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = Array("a,\"\n\r \t;1".utf8) + [0xC3, 0xA9, 0xFF, 0x80]
    let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    do throws(FootprintsError) {
      let table = try CSVTable(bytes, file: "random.csv")
      for row in 0..<table.count {
        #expect(table.line(of: row) >= 1)
        for column in table.header.indices { _ = table[row, column] }
      }
    } catch {
      #expect(error.kind == .badData, "seed \(seed)")
    }
  }
}
