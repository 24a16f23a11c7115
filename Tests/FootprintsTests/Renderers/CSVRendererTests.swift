import Footprints
import Testing

/// The main table as CSV.
@Suite struct CSVRendererTests {
  private func lines(_ rows: [MadeUpRow], _ conditions: Set<Condition> = []) throws -> [String] {
    let text = try TabularResult(rows: rows, conditions: conditions, notes: [Note("Not here.")]).text(
      as: "csv")
    #expect(text.hasSuffix("\n"))
    return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static let header = "name,plans,area_m2,share,width_m,amount_gbp,is_open,tags,changes"

  @Test func anEmptyTableIsItsHeader() throws {
    #expect(try lines([]) == [Self.header])
  }

  @Test func everyKindOfValueInFull() throws {
    #expect(
      try lines([.full, MadeUpRow(verdicts: [("other", true)])], [.people]) == [
        "name,plans,area_m2,share,population,width_m,amount_gbp,is_open,tags,changes,passes_all_in,passes_half,passes_other",
        "Ay,1234,123456.0,0.452,1000.4,12.34,1234.50,true,a;b,4;5,true,false,",
        // The words for people appear in no CSV.
        ",,,,,,,,,,,,true",
      ])
  }

  @Test func numbersComeBackAsTheyWere() throws {
    func cell(_ number: Double) throws -> String {
      String(
        try lines([MadeUpRow(width: number)])[1].split(separator: ",", omittingEmptySubsequences: false)[4])
    }
    for number in [
      0.1, 1.0 / 3, -0.0, 1e-300, 1.5e300, .leastNonzeroMagnitude, 123_456_789.123_456_78, -5e-9,
    ] {
      #expect(try Double(cell(number))?.bitPattern == number.bitPattern)
    }
    #expect(try cell(.nan) == "" && cell(.infinity) == "" && cell(-.infinity) == "")
  }

  @Test func moneyIsExact() throws {
    for (pence, text) in [
      (5, "0.05"), (-5, "-0.05"), (9_007_199_254_740_993, "90071992547409.93"), (0, "0.00"),
    ] as [(Int64, String)] {
      let line = try lines([MadeUpRow(cost: Money(pence: pence))])[1]
      #expect(line == ",,,,,\(text),,,")
    }
  }

  @Test(
    arguments: [
      ("a,b", "\"a,b\""), ("say \"b\"", "\"say \"\"b\"\"\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""),
      ("a\t", "\"a\t\""),
      ("=1+1", "=1+1"), ("a;b", "a;b"), ("a'b", "a'b"), ("\u{1B}[0m", #"\u{1b}[0m"#),
      ("a\u{202E}b", #"a\u{202e}b"#), ("Größe", "Größe"),
      ("a b", "a b"),
    ])
  func cellsAreQuotedWhereTheyMustBe(text: String, cell: String) throws {
    #expect(try lines([MadeUpRow(name: text)])[1] == "\(cell),,,,,,,,")
  }

  /// Read back by the product's own reader, including line endings.
  @Test func rowsAreReadBack() throws {
    let names = [
      "a\nb", "c\r\nd", "\"", "\"\"", ",", "  ", "e", String(repeating: "long \"x\", ", count: 10_000),
    ]
    let text = try TabularResult(rows: names.map { MadeUpRow(name: $0, plans: 1) }).text(as: "csv")
    let table = try CSVTable(Array(text.utf8), file: "x.csv")
    #expect(table.count == names.count)
    #expect(table.header.joined(separator: ",") == Self.header)
    for (row, name) in names.enumerated() {
      #expect(table[row, 0] == name)
      #expect(table.word(row, 1) == "1")
    }
  }
}
