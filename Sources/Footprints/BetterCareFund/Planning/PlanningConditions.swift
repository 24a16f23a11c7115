extension PlanningWorkbookReader {
  /// Reads conditions: a row of headings with a condition and an answer in each row below.
  mutating func readConditions(_ place: Int) -> Bool {
    let words = words
    let sheet = sheets[place]
    guard
      let heading = headings(
        of: sheet, .conditions,
        where: { $0.contains("met") && ($0.contains("condition") || $0.contains("code")) })
    else { return false }
    return with(place) { sheet, result in
      let columns = sheet.columns(sheet.rows[heading], .conditions, words)
      // Of several columns of one meaning the first that has something in a row.
      let at = Dictionary(grouping: columns, by: \.meaning).mapValues { $0.map(\.cell.place.column) }
      var isRead = false
      for row in sheet.rows.dropFirst(heading + 1) {
        func cell(_ meaning: String) -> SheetCell? {
          for column in at[meaning] ?? [] {
            if let cell = sheet.cell(row[0].place.row, column) { return cell }
          }
          return nil
        }
        guard let met = cell("met"), let text = cell("condition") ?? cell("code") else { continue }
        let answer = PlanningText.answer(met)
        if answer == nil, !PlanningText.isNothing(met.text) {
          result.findings.append(
            ImportFinding(
              .warning, "not-an-answer", sheet: sheet.name, met.place,
              "\(met.place.reference) holds '\(met.text.excerpt)' where yes or no is expected"))
        }
        let code =
          cell("code").flatMap { words.meaning(of: $0.text, .condition) }
          ?? words.meaning(of: text.text, .condition)
        var values: [String: TracedValue] = [
          "condition": TracedValue(code ?? cell("code")?.text ?? "", sheet.source(cell("code") ?? text)),
          "name": sheet.traced(text),
          "met": TracedValue(answer.map { $0 ? "true" : "false" } ?? "", sheet.source(met)),
        ]
        if code == nil {
          result.findings.append(
            ImportFinding(
              .information, "unknown-condition", sheet: sheet.name, text.place,
              "the condition '\(text.text.excerpt)' is none that is known; it is kept as it is"))
        }
        for meaning in ["comment", "timeframe"] {
          if let cell = cell(meaning) {
            values[meaning] = sheet.traced(cell)
            sheet.use(cell)
          }
        }
        for cell in [met, text] + [cell("code")].compactMap(\.self) { sheet.use(cell) }
        result.conditions.append(values)
        isRead = true
      }
      if isRead { for (_, cell) in columns { sheet.use(cell) } }
      return isRead
    }
  }
}
