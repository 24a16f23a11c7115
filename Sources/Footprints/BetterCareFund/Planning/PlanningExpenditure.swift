extension PlanningWorkbookReader {
  /// Reads schemes: a row for each funding line, below a row of headings that names the expenditure.
  mutating func readExpenditure(_ place: Int) -> Bool {
    let words = words
    let sheet = sheets[place]
    guard
      let heading = headings(
        of: sheet, .expenditure,
        where: {
          $0.contains("amount_gbp") && $0.count >= 3
            && ($0.contains("name") || $0.contains("type") || $0.contains("scheme_id"))
        })
    else { return false }
    return with(place) { sheet, result in
      ExpenditureTable(&sheet, heading, words).read(&sheet, &result)
      return true
    }
  }
}

/// The columns of a table of expenditure.
private struct ExpenditureTable {
  private let words: MeaningMemo
  private let heading: Int
  private var columns: [String: Int] = [:]
  /// The columns of amounts with the years they are of.
  private var amounts: [(column: Int, year: String)] = []

  init(_ sheet: inout PlanningSheet, _ heading: Int, _ words: MeaningMemo) {
    (self.words, self.heading) = (words, heading)
    for (meaning, cell) in sheet.columns(sheet.rows[heading], .expenditure, words) {
      if meaning == "amount_gbp" {
        let year = PlanningText.years(in: cell.text).map { "\($0.from)-\($0.to % 100)" } ?? ""
        // A second column of amounts counts where it is of another year.
        if amounts.contains(where: { $0.year == year }) { continue }
        amounts.append((cell.place.column, year))
      } else if columns[meaning] == nil {
        columns[meaning] = cell.place.column
      } else {
        continue
      }
      sheet.use(cell)
    }
    // An amount without a year beside one with a year is a sum, or of years gone.
    if amounts.count > 1, amounts.contains(where: { !$0.year.isEmpty }) {
      amounts.removeAll { $0.year.isEmpty }
    }
  }

  private static let texts = [
    "scheme_id", "name", "description", "type", "type_other", "subtype", "area_of_spend", "area_other",
    "commissioner", "provider", "new_or_existing", "configuration", "maturity", "start_date",
  ]

  func read(_ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook) {
    for cell in sheet.rows[heading] where !sheet.isUsed(cell) {
      guard case .text = cell.value else { continue }
      let below = sheet.rows.dropFirst(heading + 1).joined().contains {
        $0.place.column == cell.place.column
      }
      result.findings.append(
        ImportFinding(
          below ? .warning : .information, "unread-column", sheet: sheet.name, cell.place,
          "the column '\(cell.text.excerpt)' (\(CellPlace.letters(cell.place.column))) has a heading that is not known and went into no table"
        ))
      sheet.use(cell)
      for other in sheet.rows.dropFirst(heading + 1).joined()
      where other.place.column == cell.place.column { sheet.use(other) }
    }
    var sums: [Int: Money] = [:]
    for row in sheet.rows.dropFirst(heading + 1) { read(row, &sheet, &result, &sums) }
  }

  private func read(
    _ row: [SheetCell], _ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook,
    _ sums: inout [Int: Money]
  ) {
    let number = row[0].place.row
    if row.allSatisfy({ sheet.isUsed($0) }) { return }
    var values: [String: TracedValue] = [:]
    var cells: [SheetCell] = []
    for meaning in Self.texts {
      guard let column = columns[meaning], let cell = sheet.cell(number, column) else { continue }
      cells.append(cell)
      if cell.isBroken { continue }
      // Drop-down lists begin with an invitation.
      if ["please select", "select", "choose"].contains(cell.text.phrase.joined(separator: " ")) { continue }
      values[meaning] = sheet.traced(cell)
    }
    let own = values.values.filter { $0.source?.place.row == number }
    if isSum(row, values) {
      compare(row, &sheet, &result, sums)
      return
    }
    var lines: [(amount: Money, cell: SheetCell, year: String)] = []
    for (column, year) in amounts {
      guard let cell = sheet.own(number, column) else { continue }
      cells.append(cell)
      if let money = PlanningText.money(cell) {
        lines.append((money, cell, year))
      } else if !cell.isBroken {
        let text = cell.text
        result.findings.append(
          ImportFinding(
            PlanningText.isNothing(text) ? .information : .warning, "not-a-number", sheet: sheet.name,
            cell.place,
            "\(cell.place.reference) holds '\(text.excerpt)' where an amount is expected: the scheme has no amount"
          ))
      }
    }
    let isNamed = ["name", "type", "description"].contains {
      values[$0].map { !$0.text.isEmpty && $0.source?.place.row == number } ?? false
    }
    let isBlank = !isNamed && lines.allSatisfy { $0.amount == .zero }
    if isBlank {
      // Rows of a template are numbered before anybody fills them in; a line of a note is none.
      let isTemplate = own.allSatisfy { $0 == values["scheme_id"] && Int($0.text) != nil }
      if isTemplate { for cell in row where !hasWords(cell) || Int(cell.text) != nil { sheet.use(cell) } }
      return
    }
    let isNote = lines.isEmpty && own.count == 1 && row.count == 1
    if isNote { return }
    for cell in cells { sheet.use(cell) }
    readShares(number, &values, &sheet, &result)
    readSource(number, &values, &sheet, &result)
    if let line = lines.first(where: { $0.amount != .zero }) ?? lines.first, values["type"] == nil {
      result.findings.append(
        ImportFinding(
          .warning, "scheme-without-type", sheet: sheet.name, line.cell.place,
          "the scheme in row \(number + 1) has an amount and no type: no process finds it by its type"))
    }
    if let type = values["type"] {
      if let family = words.meaning(of: type.text, .type) {
        values["family"] = TracedValue(family, type.source)
      } else {
        result.findings.append(
          ImportFinding(
            .information, "unknown-type", sheet: sheet.name, type.source?.place,
            "the type '\(type.text.excerpt)' belongs to no family that is known; it is kept as it is"))
      }
    }
    if let other = values.removeValue(forKey: "type_other"), !other.text.isEmpty {
      if values["subtype"]?.text.isEmpty ?? true { values["subtype"] = other }
    }
    if let other = values.removeValue(forKey: "area_other"), !PlanningText.isNothing(other.text) {
      values["area_of_spend"]?.text += ": \(other.text)"
    }
    let area = (values["area_of_spend"]?.text ?? "").phrase
    var scheme = PlanningWorkbook.Scheme(
      values: values, amount: nil, source: values["funding_source"]?.text ?? "",
      isSocialCare: area.starts(with: ["social", "care"]) || area.starts(with: ["adult", "social", "care"]),
      sheet: sheet.name)
    let filled = lines.filter { $0.amount != .zero || lines.count == 1 }
    for line in filled {
      scheme.amount = line.amount
      scheme.values["amount_gbp"] = TracedValue(line.amount.description, sheet.source(line.cell))
      scheme.values["year"] = TracedValue(line.year)
      result.schemes.append(scheme)
      sums[line.cell.place.column] = (sums[line.cell.place.column] ?? .zero).adding(line.amount)
    }
    if filled.isEmpty { result.schemes.append(scheme) }
  }

  private func hasWords(_ cell: SheetCell) -> Bool { if case .text = cell.value { true } else { false } }

  private func readShares(
    _ number: Int, _ values: inout [String: TracedValue], _ sheet: inout PlanningSheet,
    _ result: inout PlanningWorkbook
  ) {
    for meaning in ["nhs_share", "la_share"] {
      guard let column = columns[meaning], let cell = sheet.cell(number, column) else { continue }
      sheet.use(cell)
      if let share = PlanningText.share(cell) {
        values[meaning] = TracedValue(share, sheet.source(cell))
      } else if !PlanningText.isNothing(cell.text) {
        result.findings.append(
          ImportFinding(
            .warning, "not-a-number", sheet: sheet.name, cell.place,
            "\(cell.place.reference) holds '\(cell.text.excerpt)' where a percentage is expected"))
      }
    }
    if let column = columns["hicm"], let cell = sheet.cell(number, column) {
      sheet.use(cell)
      let numbers = cell.text.split { !$0.isNumber }.compactMap { Int($0) }.filter(
        HighImpactChange.all.contains)
      let known = numbers.isEmpty ? HighImpactChange.numbers(in: cell.text) : numbers
      values["hicm"] = TracedValue(known.map(String.init).joined(separator: ";"), sheet.source(cell))
      if known.isEmpty, !PlanningText.isNothing(cell.text) {
        result.findings.append(
          ImportFinding(
            .warning, "unknown-change", sheet: sheet.name, cell.place,
            "'\(cell.text.excerpt)' names no change of the High Impact Change Model"))
      }
    }
    for meaning in ["end_date", "expected_outputs", "output_unit", "link_to_metric"] {
      guard let column = columns[meaning], let cell = sheet.cell(number, column) else { continue }
      sheet.use(cell)
      values[meaning] = sheet.traced(cell)
    }
  }

  private func readSource(
    _ number: Int, _ values: inout [String: TracedValue], _ sheet: inout PlanningSheet,
    _ result: inout PlanningWorkbook
  ) {
    guard let column = columns["funding_source"], let cell = sheet.cell(number, column) else { return }
    sheet.use(cell)
    let text = cell.text
    if PlanningText.isNothing(text) { return }
    values["source_as_written"] = sheet.traced(cell)
    let kind = words.meaning(of: text, .contribution)
    values["funding_source"] = TracedValue(kind ?? text, sheet.source(cell))
    if kind == nil {
      result.findings.append(
        ImportFinding(
          .warning, "unknown-source", sheet: sheet.name, cell.place,
          "the source of funding '\(text.excerpt)' is no kind of contribution that is known; it is kept as it is"
        ))
    }
  }

  /// Whether a row sums others up.
  private func isSum(_ row: [SheetCell], _ values: [String: TracedValue]) -> Bool {
    guard let first = row.first(where: { hasWords($0) }) else { return false }
    return SumWords.beginSum(first.text.phrase) && values["type"]?.text.isEmpty ?? true
  }

  private func compare(
    _ row: [SheetCell], _ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook, _ sums: [Int: Money]
  ) {
    for cell in row where !(hasWords(cell) && cell.place.column > (amounts.map(\.column).max() ?? 0)) {
      sheet.use(cell)
    }
    for (column, _) in amounts {
      guard let cell = sheet.own(row[0].place.row, column), let stated = PlanningText.money(cell) else {
        continue
      }
      let sum = sums[column] ?? .zero
      if stated != sum {
        result.findings.append(
          .money(
            "total-differs", sheet: sheet.name, cell.place, expected: sum, found: stated,
            "the total in \(cell.place.reference) is not the sum of the schemes above it"))
      }
    }
  }
}

extension Money {
  /// The sum, as far as it fits: amounts of workbooks are small.
  func adding(_ other: Money) -> Money {
    let (sum, overflow) = pence.addingReportingOverflow(other.pence)
    return Money(pence: overflow ? .max : sum)
  }
}
