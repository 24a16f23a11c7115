import Footprints
import Testing

/// Columns and rows made from declared fields.
@Suite struct ResultTableTests {
  private let fields: [Field<MadeUpRow>] = [
    .text("x", "share of {x} in {y}", "") { $0.name }, .flags("verdicts", prefix: "is_", "") { $0.verdicts },
    .people("people", "people", "") { $0.people }.when(.people),
  ]

  private func table(
    _ rows: [MadeUpRow], _ conditions: Set<Condition> = [], names: [String: String] = [:]
  ) -> Table {
    Table("rows", fields, rows: rows, showing: conditions, names: names)
  }

  @Test func placeholdersAreReplacedOnce() {
    #expect(table([], names: ["x": "ccg", "y": "utla"]).columns[0].title == "share of ccg in utla")
    #expect(table([], names: ["x": "ccg"]).columns[0].title == "share of ccg in {y}")
    // A layer may have the name of the other's placeholder.
    #expect(table([], names: ["x": "{y}", "y": "{x}"]).columns[0].title == "share of {y} in {x}")
  }

  /// A column for every name that any row has, in the order in which they turn up.
  @Test func flagsAreColumns() {
    let rows = [
      MadeUpRow(verdicts: [("b-c", true)]), MadeUpRow(verdicts: [("a", false), ("b-c", false)]), MadeUpRow(),
    ]
    let table = table(rows)
    #expect(table.columns.map(\.description.name) == ["x", "is_b_c", "is_a"])
    #expect(table.columns.map(\.title) == ["share of {x} in {y}", "b-c", "a"])
    #expect((0..<3).map { table[$0] } == [[nil, true, nil], [nil, false, false], [nil, nil, nil]])
    #expect(self.table([]).columns.count == 1)
  }

  @Test func columnsAreChosenByName() {
    let table = table([MadeUpRow(name: "a", people: 5, verdicts: [("b", true)])], [.people])
    let chosen = table.selecting(["people", "none", "is_b", "people"])
    #expect(chosen.columns.map(\.description.name) == ["people", "is_b", "people"])
    #expect(chosen[0] == [5, true, 5])
    #expect(chosen.count == 1 && chosen.name == "rows")
    #expect(table.selecting([]).columns.isEmpty)
  }

  @Test func aFieldUnderAConditionIsThereOrNot() {
    #expect(table([]).columns.map(\.description.name) == ["x"])
    #expect(table([], [.people]).columns.map(\.description.name) == ["x", "people"])
  }
}
