extension PlanningWorkbookReader {
  /// Reads metrics: a row of headings with a metric in each row below, or a title with a small table below it.
  mutating func readMetrics(_ place: Int) -> Bool {
    let words = words
    let sheet = sheets[place]
    if let heading = headings(
      of: sheet, .metrics,
      where: { $0.contains("metric") && ($0.contains("baseline") || $0.contains("target")) })
    {
      return with(place) { sheet, result in
        Self.readMetricTable(heading, words, &sheet, &result)
      }
    }
    return with(place) { sheet, result in Self.readMetricBlocks(words, &sheet, &result) }
  }

  private static func readMetricTable(
    _ heading: Int, _ words: MeaningMemo, _ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook
  ) -> Bool {
    let columns = sheet.columns(sheet.rows[heading], .metrics, words)
    let at = Dictionary(columns.map { ($0.meaning, $0.cell.place.column) }) { first, _ in first }
    var isRead = false
    for row in sheet.rows.dropFirst(heading + 1) {
      func cell(_ meaning: String) -> SheetCell? { at[meaning].flatMap { sheet.cell(row[0].place.row, $0) } }
      guard let name = cell("metric"), case .text(let text) = name.value,
        cell("baseline") != nil || cell("target") != nil
      else { continue }
      var values: [String: TracedValue] = [
        "metric": TracedValue(words.meaning(of: text, .metric) ?? text, sheet.source(name)),
        "name": sheet.traced(name),
      ]
      if words.meaning(of: text, .metric) == nil {
        result.findings.append(
          ImportFinding(
            .information, "unknown-metric", sheet: sheet.name, name.place,
            "the metric '\(text.excerpt)' is none that is known; it is kept as it is"))
      }
      sheet.use(name)
      for meaning in ["baseline", "target"] {
        guard let cell = cell(meaning) else { continue }
        sheet.use(cell)
        values[meaning] = number(cell, sheet, &result)
        if case .percent = cell.value, values["unit"] == nil {
          values["unit"] = TracedValue("%", sheet.source(cell))
        }
      }
      for meaning in ["unit", "period", "rationale"] {
        guard let cell = cell(meaning) else { continue }
        sheet.use(cell)
        values[meaning] = sheet.traced(cell)
      }
      result.metrics.append(values)
      isRead = true
    }
    if isRead { for (_, cell) in columns { sheet.use(cell) } }
    return isRead
  }

  private static func number(
    _ cell: SheetCell, _ sheet: PlanningSheet, _ result: inout PlanningWorkbook
  ) -> TracedValue? {
    if let number = PlanningText.number(cell) { return TracedValue(number, sheet.source(cell)) }
    if case .text(let text) = cell.value {
      result.findings.append(
        ImportFinding(
          PlanningText.isNothing(text) ? .information : .warning, "not-a-number", sheet: sheet.name,
          cell.place,
          "\(cell.place.reference) holds '\(text.excerpt)' where a number is expected"))
    }
    return nil
  }

  /// A title that names a metric, a row of headings (quarters, years, plan or actual), rows of numbers.
  private static func readMetricBlocks(
    _ words: MeaningMemo, _ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook
  ) -> Bool {
    var title: (metric: String, cell: SheetCell)?
    var headings: [Int: (isTarget: Bool, period: String, cell: SheetCell)] = [:]
    var isRead = false
    for row in sheet.rows {
      let left = row.filter { !sheet.isUsed($0) }
      guard let label = left.first else { continue }
      let numbers = left.filter { cell in
        headings[cell.place.column] != nil && PlanningText.number(cell) != nil
      }
      if let title, !numbers.isEmpty {
        read(numbers, label, title, headings, &sheet, &result)
        isRead = true
        continue
      }
      if case .text(let text) = label.value, let metric = words.meaning(of: text, .metric) {
        title = (metric, label)
        headings = [:]
      }
      for cell in left where title != nil && cell != title?.cell {
        guard case .text(let text) = cell.value, let heading = self.heading(text) else { continue }
        headings[cell.place.column] = (heading.isTarget, heading.period, cell)
      }
    }
    return isRead
  }

  /// What the heading of a column of numbers says: whether they are aimed for, and of when.
  private static func heading(_ text: String) -> (isTarget: Bool, period: String)? {
    let words = text.phrase
    guard words.count <= 8 else { return nil }
    let quarter = words.first { $0.count == 2 && $0.first == "q" && "1234".contains($0.last ?? "x") }
    let years = PlanningText.years(in: text).map { "\($0.from)-\($0.to % 100)" }
    let isTarget = words.contains { ["plan", "planned", "target", "ambition"].contains($0) }
    let isActual = words.contains { ["actual", "baseline", "estimated", "latest", "current"].contains($0) }
    guard quarter != nil || years != nil || isTarget || isActual else { return nil }
    let period = [years, quarter?.uppercased()].compactMap(\.self).joined(separator: " ")
    return (isTarget || !isActual, period)
  }

  private static func read(
    _ numbers: [SheetCell], _ label: SheetCell, _ title: (metric: String, cell: SheetCell),
    _ headings: [Int: (isTarget: Bool, period: String, cell: SheetCell)], _ sheet: inout PlanningSheet,
    _ result: inout PlanningWorkbook
  ) {
    sheet.use(title.cell)
    sheet.use(label)
    var rows: [(period: String, values: [String: TracedValue])] = []
    for cell in numbers {
      guard let heading = headings[cell.place.column], let number = PlanningText.number(cell) else {
        continue
      }
      sheet.use(cell)
      sheet.use(heading.cell)
      // What was and what is aimed for stand in one row where they are of one time, or of none.
      let column = heading.isTarget ? "target" : "baseline"
      let place = rows.firstIndex { $0.period == heading.period && $0.values[column] == nil } ?? rows.count
      if place == rows.count {
        rows.append(
          (
            heading.period,
            [
              "metric": TracedValue(title.metric, sheet.source(title.cell)),
              "name": sheet.traced(title.cell),
              "period": TracedValue(heading.period, sheet.source(heading.cell)),
            ]
          ))
        if label != cell, label != title.cell { rows[place].values["detail"] = sheet.traced(label) }
      }
      rows[place].values[column] = TracedValue(number, sheet.source(cell))
      if case .percent = cell.value { rows[place].values["unit"] = TracedValue("%", sheet.source(cell)) }
    }
    result.metrics += rows.map(\.values)
  }
}
