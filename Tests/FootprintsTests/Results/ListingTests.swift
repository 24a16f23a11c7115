import Footprints
import Testing

/// Which rows of a result are listed, and in which order.
@Suite struct ListingTests {
  private static let rows = [
    MadeUpRow(name: "Beech", plans: 2, share: 0.5, cost: Money(pence: 900)),
    MadeUpRow(name: "Ash", plans: 30, share: nil, cost: Money(pence: 1000)),
    MadeUpRow(name: "Cedar", plans: 4, share: 0.25, cost: nil),
    MadeUpRow(name: "Ashdown", plans: 2, share: 0.125, cost: Money(pence: 20)),
  ]

  private func names(_ listing: Listing) throws -> [String] {
    try TreesResult(rows: Self.rows).listed(listing).map { $0.name ?? "" }
  }

  @Test func numbersGoDownAndWordsUp() throws {
    #expect(try names(Listing(sort: "plans")) == ["Ash", "Cedar", "Beech", "Ashdown"])
    #expect(try names(Listing(sort: "plans:asc")) == ["Beech", "Ashdown", "Cedar", "Ash"])
    #expect(try names(Listing(sort: "name")) == ["Ash", "Ashdown", "Beech", "Cedar"])
    #expect(try names(Listing(sort: "name:desc")) == ["Cedar", "Beech", "Ashdown", "Ash"])
  }

  @Test func whatHasNoValueComesLast() throws {
    #expect(try names(Listing(sort: "share")) == ["Beech", "Cedar", "Ashdown", "Ash"])
    #expect(try names(Listing(sort: "share:asc")) == ["Ashdown", "Cedar", "Beech", "Ash"])
    // Pounds are exact decimals, not words: 9 comes before 10.
    #expect(try names(Listing(sort: "amount_gbp:asc")) == ["Ashdown", "Beech", "Ash", "Cedar"])
  }

  /// Columns whose names depend on the data can be named as CSV names them.
  @Test func columnsOfEntriesHaveTheirNames() throws {
    let rows = [
      MadeUpRow(name: "a", verdicts: [("all-in", false)]), MadeUpRow(name: "b", verdicts: [("all-in", true)]),
    ]
    let sorted = try TreesResult(rows: rows).listed(Listing(sort: "passes_all_in"))
    #expect(sorted.map(\.name) == ["b", "a"])
    #expect(try TreesResult(rows: rows).listed(Listing(sort: "all-in")).map(\.name) == ["b", "a"])
  }

  @Test func aColumnMayBeCalledByItsTitle() throws {
    #expect(try names(Listing(sort: "Cost")) == ["Ash", "Beech", "Ashdown", "Cedar"])
  }

  /// An exact code goes before a part of a name; several are put together.
  @Test func rowsAboutACodeOrAName() throws {
    #expect(try names(Listing(only: ["ash"])) == ["Ash"])
    #expect(try names(Listing(only: ["ashd"])) == ["Ashdown"])
    #expect(try names(Listing(only: ["a"])) == ["Ash", "Ashdown"])
    #expect(try names(Listing(only: ["CEDAR", "Ash"])) == ["Ash", "Cedar"])
  }

  @Test func theLimitTakesTheMostImportantRows() throws {
    #expect(try names(Listing(limit: 2)) == ["Ash", "Cedar"])
    #expect(try names(Listing(limit: 4)) == ["Beech", "Ash", "Cedar", "Ashdown"])
    #expect(try names(Listing(sort: "name", limit: 3)) == ["Ash", "Ashdown", "Beech"])
    #expect(try names(Listing(only: ["a"], limit: 1)) == ["Ash"])
  }

  /// Lists of one result share the limit, the first one first.
  @Test func listsCountTogether() throws {
    var result = TreesResult(rows: Self.rows, others: Self.rows)
    var choice = try RowChoice(Listing(limit: 5), among: result.listable)
    result.list(&choice)
    #expect(result.rows.count == 4 && result.others.map(\.name) == ["Ash"])
    let report = try TreesResult(rows: Self.rows, others: Self.rows).report(listing: Listing(limit: 5))
    #expect(
      report.lines.first == "Listed as asked: the first 5 of 8 rows. Counts and sums in the text are of all.")
  }

  @Test func parametersAndLinesSayIt() throws {
    let report = try TreesResult(rows: Self.rows).report(
      listing: Listing(only: ["ash", "beech"], sort: "plans", limit: 9))
    #expect(
      report.header.first { $0.name == "parameters" }?.value
        == ["only": ["ash", "beech"], "sort": "plans", "limit": 9])
    #expect(
      report.lines.first
        == "Listed as asked: 2 of 4 rows, those about ‘ash’ and ‘beech’. Counts and sums in the text are of all."
    )
    let whole = try TreesResult(rows: Self.rows).report(listing: Listing(sort: "plans"))
    #expect(whole.lines.isEmpty)
  }

  @Test func whatIsNotThereIsRefused() throws {
    func message(_ listing: Listing) -> String {
      do {
        _ = try TreesResult(rows: Self.rows).report(listing: listing)
        return "nothing refused"
      } catch { return "\(error)" }
    }
    #expect(message(Listing(only: ["Ceder"])).hasSuffix("unknown code or name 'Ceder'. Did you mean Cedar?"))
    #expect(
      message(Listing(sort: "plan")).hasSuffix("there is no column 'plan' to sort by. Did you mean plans?"))
    #expect(message(Listing(sort: "plans:up")).contains("after the colon there can be asc or desc"))
    #expect(message(Listing(limit: 0)).contains("limit is 0, not 1 or more"))
    // A column that no row has because of how things are counted is not there either.
    #expect(message(Listing(sort: "population")).contains("there is no column 'population' to sort by"))
  }
}

/// A result with two lists.
private struct TreesResult: AnalysisResult {
  var rows: [MadeUpRow]
  var others: [MadeUpRow] = []

  static let parameters: [Field<TreesResult>] = []
  static let fields: [Field<TreesResult>] = [.records("rows", "rows", MadeUpRow.fields) { $0.rows }]

  var listable: [NamedCode] { rows.map(Self.unit) }
  static func unit(_ row: MadeUpRow) -> NamedCode {
    NamedCode(code: row.name ?? "", name: row.name ?? "")
  }

  mutating func list(_ choice: inout RowChoice) {
    rows = choice.rows(rows, MadeUpRow.fields, main: "plans") { [Self.unit($0)] }
    others = choice.rows(others, MadeUpRow.fields, main: "plans") { [Self.unit($0)] }
  }

  func report(listing: Listing) throws -> Report {
    try Report(command: "trees", result: self, inputs: Enquiry(try Study()).inputs, listing: listing)
  }

  func listed(_ listing: Listing) throws -> [MadeUpRow] {
    var choice = try RowChoice(listing, among: listable)
    var copy = self
    copy.list(&choice)
    return copy.rows
  }
}
