import Testing

@testable import Footprints

@Suite struct PlanningWorkbookTests {
  private func kinds(_ plan: PlanningWorkbook) -> [String] {
    plan.findings.filter { $0.severity != .information }.map(\.kind)
  }

  /// What every change of a template must leave as it is.
  private func expectWhole(_ plan: PlanningWorkbook, _ comment: Comment = "") {
    #expect(plan.board.text == "Saltholme Vale", comment)
    #expect(plan.years?.from == 2023 && plan.years?.to == 2025, comment)
    #expect(plan.contributions.map(\.kind.text) == ["dfg", "ibcf", "nhsMinimum", "nhsMinimum"], comment)
    #expect(plan.contributions.map(\.amount.pence) == [100_000, 250_050, 700_000, 300_000], comment)
    #expect(plan.schemes.map(\.amount?.pence) == [100_000, 600_000, 400_000, 250_050], comment)
    #expect(plan.schemes.map(\.source) == ["dfg", "nhsMinimum", "nhsMinimum", "ibcf"], comment)
    #expect(plan.schemes.map { $0.values["family"]?.text }[1] == "Intermediate Care Services", comment)
    #expect(plan.metrics.map { $0["metric"]?.text }.count == 2, comment)
    #expect(plan.conditions.map { $0["met"]?.text } == ["true", "false"], comment)
    #expect(!plan.findings.contains { $0.severity == .error }, "\(comment) \(plan.findings)")
  }

  @Test func aFilledTemplateIsReadWhole() throws {
    let plan = try PlanningFixture().read()
    expectWhole(plan)
    #expect(kinds(plan) == [], "\(plan.findings)")
    // Chief executives of the local authority are not the local authority.
    #expect(plan.status.text == "agreed" && plan.authority.text == "")
    #expect(plan.signatures.map(\.name.text) == ["Cllr Ann Able", "Dr Bo Best", "Cy Cole", "Di Dent"])
    #expect(plan.contributions.map(\.organisation.text).suffix(2) == ["NHS Fenwold ICB", "NHS Osmarsh ICB"])
    let beds = plan.schemes[2]
    #expect(beds.values["nhs_share"]?.text == "0.25" && beds.values["la_share"]?.text == "0.75")
    #expect(
      beds.values["amount_gbp"]?.source == CellSource(sheet: "5. Expenditure", place: CellPlace(11, 11)))
    #expect(plan.metrics[1]["target"]?.text == "90.2" && plan.metrics[1]["unit"]?.text == "%")
    #expect(plan.conditions[0]["condition"]?.text == "NC1")
  }

  /// Names, order and places of sheets and rows mean nothing.
  @Test func changesOfTheTemplateChangeNothing() throws {
    var renamed = PlanningFixture()
    renamed.names = ["a", "b", "c", "d", "e", "f"]
    renamed.order = [5, 3, 1, 4, 2, 0]
    expectWhole(try renamed.read(), "renamed and in another order")
    var hidden = PlanningFixture()
    hidden.states[2] = "veryHidden"
    let plan = try hidden.read()
    expectWhole(plan, "hidden")
    #expect(plan.findings.contains { $0.kind == "hidden-sheet" && $0.sheet == "4. Income" })
    var moved = PlanningFixture()
    moved.expenditure.insert(contentsOf: [[], ["Please see the note of the finance team."], []], at: 5)
    moved.income.insert(["Note: figures agreed in March"], at: 3)
    expectWhole(try moved.read(), "rows moved and notes inserted")
    var columns = PlanningFixture()
    columns.expenditure = columns.expenditure.map { row in
      row.count == 1
        ? [.empty, .empty, .empty] + row
        : row.count < 12 ? [.empty] + row : [.empty, row[11], row[3]] + row[..<3] + row[4..<11] + row[12...]
    }
    // Labels stand right of what they are about, whichever column that is.
    expectWhole(try columns.read(), "columns in another order")
  }

  @Test func mergedCellsHoldForAllTheirRows() throws {
    var fixture = PlanningFixture()
    for column in 0..<5 { fixture.expenditure[11][column] = .empty }
    fixture.merged[3] = ["A11:A12", "B11:B12", "C11:C12", "D11:D12", "E11:E12"]
    let plan = try fixture.read()
    expectWhole(plan)
    #expect(plan.schemes[2].values["scheme_id"]?.source?.place == CellPlace(10, 0))
  }

  @Test func differencesAreFoundToThePenny() throws {
    var fixture = PlanningFixture()
    fixture.expenditure[10][11] = 5_999.99
    let plan = try fixture.read()
    let money = plan.findings.filter { $0.severity == .error }
    #expect(money.map(\.difference?.pence) == [1, -1, -1, 1], "\(money)")
    #expect(Set(money.map(\.kind)) == ["total-differs", "income-expenditure"])
    #expect(money.contains { $0.cell == "L16" })
    var minimum = PlanningFixture()
    minimum.expenditure[6][1] = 5_000
    let below = try minimum.read().findings.filter { $0.kind == "below-required" }
    #expect(below.map(\.difference?.pence) == [-100_000, -100_000])
  }

  @Test func totalsOfIncomeAreComparedWithTheirParts() throws {
    var fixture = PlanningFixture()
    fixture.income[14][1] = 9_999
    let plan = try fixture.read()
    let total = try #require(plan.findings.first { $0.kind == "total-differs" })
    #expect(total.cell == "B15" && total.sheet == "4. Income" && total.difference?.pence == -100)
  }

  /// Nothing with something in it goes away in silence.
  @Test func whatIsNotUnderstoodIsListed() throws {
    var fixture = PlanningFixture()
    for row in 8..<13 { fixture.expenditure[row].append(row == 8 ? "Innovation code" : 7) }
    fixture.expenditure[9][11] = "n/a"
    fixture.expenditure[12][10] = "Lottery"
    fixture.expenditure[12][3] = "Magic"
    fixture.expenditure[10][2] = .formula(nil)
    fixture.expenditure[11][2] = .error("#REF!")
    fixture.metrics.append(["Happiness", "high", 3, ""])
    fixture.conditions.append(["X", "Be good", "Maybe", ""])
    let plan = try fixture.read()
    let found = Set(plan.findings.map(\.kind))
    #expect(
      found.isSuperset(of: [
        "unread-column", "not-a-number", "unknown-source", "unknown-type", "no-value", "error-value",
        "unknown-metric", "not-an-answer", "unknown-condition", "unread-sheet",
      ]), "\(found)")
    #expect(plan.schemes.map(\.source).last == "Lottery" && plan.schemes[3].values["type"]?.text == "Magic")
    #expect(plan.findings.contains { $0.kind == "no-value" && $0.cell == "C11" })
  }

  @Test func contributionsAndSchemesOfTwoYearsAreRowsOfTheirOwn() throws {
    var fixture = PlanningFixture()
    fixture.income[11] = ["NHS Minimum Contribution", "Contribution 2023-24", "Contribution 2024-25"]
    fixture.income[12].append(8_000)
    fixture.income[13].append(2_000)
    fixture.expenditure[8][11] = "Expenditure 23/24 (£)"
    fixture.expenditure[8].append("Expenditure 24/25 (£)")
    for row in 9..<13 { fixture.expenditure[row].append(row == 10 ? 10_000 : "") }
    let plan = try fixture.read()
    let nhs = plan.contributions.filter { $0.kind.text == "nhsMinimum" }
    #expect(nhs.map(\.year) == ["2023-24", "2024-25", "2023-24", "2024-25"])
    #expect(plan.schemes.map { $0.values["year"]?.text }.filter { $0 == "2024-25" }.count == 1)
    #expect(plan.schemes.compactMap(\.amount).sum().pence == 1_350_050 + 1_000_000)
  }

  @Test func aWorkbookWithoutAPlanIsRefused() {
    do throws(FootprintsError) {
      var fixture = PlanningFixture()
      fixture.order = [0]
      _ = try fixture.read("x.xlsx")
      Issue.record("it was read")
    } catch {
      #expect(error.description.hasPrefix("x.xlsx: has no sheet with income"))
    }
  }

  @Test(arguments: [
    ("£1,234.50", 123_450), ("1 234", 123_400), ("1\u{A0}234.5", 123_450), ("(500)", -50_000), ("GBP 7", 700),
  ])
  func textsOfMoneyAreMoney(text: String, pence: Int64) {
    #expect(PlanningText.money(SheetCell(CellPlace(0, 0), .text(text)))?.pence == pence)
  }

  @Test(arguments: ["n/a", "tbc", "1,23", "12 apples", "-", ""])
  func othersAreNone(text: String) {
    #expect(PlanningText.money(SheetCell(CellPlace(0, 0), .text(text))) == nil)
  }

  @Test(arguments: [
    ("Better Care Fund 2025-26", 2025, 2026), ("BCF 2017-19", 2017, 2019), ("2023/2024", 2023, 2024),
    ("23/24", 2023, 2024),
  ])
  func yearsAreFoundInTitles(text: String, from: Int, to: Int) {
    let years = PlanningText.years(in: text)
    #expect(years?.from == from && years?.to == to)
  }

  @Test(arguments: ["31/03/2023", "2023", "version 1-2", "12-13-14", ""])
  func whatIsNoPeriodIsNone(text: String) { #expect(PlanningText.years(in: text) == nil) }
}
