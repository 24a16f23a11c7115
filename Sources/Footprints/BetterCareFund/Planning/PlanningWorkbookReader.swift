/// Reads one planning workbook. Sheets and rows of headings are found by what is in them, never by their names, numbers or
/// places, which people and templates change.
struct PlanningWorkbookReader {
  let words: MeaningMemo
  var sheets: [PlanningSheet]
  var result: PlanningWorkbook
  /// Which sheets hold a table that was read.
  private var read: Set<Int> = []

  /// Reads a workbook. Throws `badData` for one without any part of a plan.
  static func read(
    _ workbook: SpreadsheetWorkbook, words: PlanningWords
  ) throws(FootprintsError) -> PlanningWorkbook {
    var reader = PlanningWorkbookReader(workbook, words)
    reader.readAll()
    guard !reader.read.isEmpty else {
      throw FootprintsError(
        .badData, "has no sheet with income, expenditure, metrics or conditions of a Better Care Fund plan",
        file: workbook.file,
        remedy:
          "Name a planning workbook; words that are not known go into a table for --words ('footprint import words' has the present ones)."
      )
    }
    return reader.result
  }

  private init(_ workbook: SpreadsheetWorkbook, _ words: PlanningWords) {
    self.words = MeaningMemo(words)
    sheets = workbook.sheets.map(PlanningSheet.init)
    result = PlanningWorkbook(file: workbook.file)
  }

  private mutating func readAll() {
    for place in sheets.indices {
      readLabels(place)
      if readSignatures(place) { read.insert(place) }
    }
    for place in sheets.indices {
      if readBalances(place) { read.insert(place) }
      if readRequired(place) { read.insert(place) }
    }
    for place in sheets.indices where readExpenditure(place) { read.insert(place) }
    for place in sheets.indices where readMetrics(place) { read.insert(place) }
    for place in sheets.indices where readConditions(place) { read.insert(place) }
    // What is left with kinds of contributions and amounts is income.
    for place in sheets.indices where readIncome(place) { read.insert(place) }
    findYears()
    for place in sheets.indices { listUnread(place) }
    reconcile()
  }

  /// Works on a sheet, and keeps what became of it.
  mutating func with(
    _ place: Int, _ body: (inout PlanningSheet, inout PlanningWorkbook) -> Bool
  ) -> Bool {
    body(&sheets[place], &result)
  }

  // MARK: What is left

  private mutating func listUnread(_ place: Int) {
    let sheet = sheets[place]
    let all = sheet.rows.joined()
    for cell in all {
      switch cell.value {
      case .uncomputed:
        result.findings.append(
          ImportFinding(
            .warning, "no-value", sheet: sheet.name, cell.place,
            "the formula in \(cell.place.reference) has no value: open the workbook in a spreadsheet program, let it calculate, and save it"
          ))
      case .error(let code):
        result.findings.append(
          ImportFinding(
            .warning, "error-value", sheet: sheet.name, cell.place,
            "\(cell.place.reference) holds the error \(code) and counts as empty"))
      default: break
      }
    }
    guard read.contains(place) || all.contains(where: sheet.isUsed) else {
      if all.isEmpty { return }
      // Guidance is text alone.
      let numbers = all.count { if case .text = $0.value { false } else { true } }
      result.findings.append(
        ImportFinding(
          numbers > 0 && sheet.state == .visible ? .warning : .information, "unread-sheet", sheet: sheet.name,
          nil,
          "nothing was read of the sheet '\(sheet.name)', which has \(Wording.plural(all.count, "cell")), \(Wording.grouped(numbers)) of them other than text"
        ))
      return
    }
    if sheet.state != .visible {
      result.findings.append(
        ImportFinding(
          .information, "hidden-sheet", sheet: sheet.name, nil,
          "the sheet '\(sheet.name)' is hidden (\(sheet.state.rawValue)), and was read all the same"))
    }
    for row in sheet.rows {
      let left = row.filter { cell in
        !cell.isBroken && !sheet.isUsed(cell)
      }
      guard let first = left.first else { continue }
      let hasNumber = left.contains { if case .text = $0.value { false } else { true } }
      let shown = CodeList(left.map { "\($0.place.reference) '\($0.text.excerpt)'" }, limit: 4, joinedBy: nil)
      result.findings.append(
        ImportFinding(
          hasNumber ? .warning : .information, "unread-cells", sheet: sheet.name, first.place,
          "row \(first.place.row + 1) has \(Wording.plural(left.count, "cell")) that went into no table: \(shown)"
        ))
    }
  }
}

extension PlanningWorkbookReader {
  /// The position of the row with the headings of a table: the one that has most of them, and those that are needed.
  func headings(
    of sheet: PlanningSheet, _ subject: PlanningWords.Subject, where isEnough: (Set<String>) -> Bool
  ) -> Int? {
    var best: (count: Int, row: Int)?
    for (place, row) in sheet.rows.enumerated() where row.count > 1 && !row.allSatisfy(sheet.isUsed) {
      let meanings = Set(sheet.columns(row, subject, words).map(\.meaning))
      if isEnough(meanings), meanings.count > best?.count ?? 0 { best = (meanings.count, place) }
    }
    return best?.row
  }
}
