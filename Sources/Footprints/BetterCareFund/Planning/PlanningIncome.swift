extension PlanningWorkbookReader {
  /// Reads contributions: rows of organisations below a line that names a kind, or kinds with amounts beside them.
  mutating func readIncome(_ place: Int) -> Bool {
    let words = words
    let sheet = sheets[place]
    // One line alone may be a note.
    let kinds = sheet.rows.compactMap { row in
      row.first { !sheet.isUsed($0) }.flatMap { words.meaning(of: $0.text, .contribution) }
    }
    let hasAmount = sheet.rows.joined().contains { cell in
      guard !sheet.isUsed(cell), case .number = cell.value else {
        if case .text(let text) = cell.value { return text.contains("£") && PlanningText.money(cell) != nil }
        return false
      }
      return true
    }
    guard Set(kinds).count >= 2, hasAmount else { return false }
    return with(place) { sheet, result in
      var table = IncomeTable(words)
      for row in sheet.rows { table.read(row, &sheet, &result) }
      return table.found
    }
  }
}

/// A sheet of income on the way down.
private struct IncomeTable {
  private let words: MeaningMemo
  private(set) var found = false
  /// The kind that the rows are of, and where it is said.
  private var kind: TracedValue?
  /// The headings of amounts of the part: columns with their years.
  private var headings: [Int: String] = [:]
  private var comments: Set<Int> = []
  /// The sums of the part, by columns, and of each kind.
  private var part: [Int: Money] = [:]
  private var byKind: [String: [Int: Money]] = [:]
  private var all: [Int: Money] = [:]

  init(_ words: MeaningMemo) { self.words = words }

  mutating func read(
    _ row: [SheetCell], _ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook
  ) {
    let left = row.filter { !sheet.isUsed($0) }
    guard let label = left.first, case .text(let text) = label.value else { return }
    let amounts = left.dropFirst().compactMap { cell -> (Money, SheetCell)? in
      if case .percent = cell.value { return nil }
      if comments.contains(cell.place.column) { return nil }
      return PlanningText.money(cell).map { ($0, cell) }
    }
    let meaning = words.meaning(of: text, .contribution)
    if text.phrase.first.map(SumWords.totals.contains) == true || text.phrase.first == "subtotal" {
      compare(text, label, meaning, amounts, &sheet, &result)
    } else if let meaning, amounts.isEmpty {
      begin(meaning, label, left, &sheet)
    } else if let meaning {
      // The kind and its amount in one line.
      let organisation = left.dropFirst().first { cell in
        if case .text = cell.value {
          PlanningText.money(cell) == nil && !comments.contains(cell.place.column)
        } else {
          false
        }
      }
      if kind?.text != meaning { (kind, part) = (TracedValue(meaning, sheet.source(label)), [:]) }
      add(amounts, organisation, label, left, &sheet, &result)
    } else if !amounts.isEmpty, kind != nil {
      add(amounts, label, label, left, &sheet, &result)
    } else if amounts.isEmpty {
      headings(left, &sheet)
    }
  }

  private mutating func begin(
    _ meaning: String, _ label: SheetCell, _ row: [SheetCell], _ sheet: inout PlanningSheet
  ) {
    kind = TracedValue(meaning, sheet.source(label))
    (headings, comments, part) = ([:], [], [:])
    sheet.use(label)
    headings(Array(row.dropFirst()), &sheet)
  }

  /// Reads headings beside or below the name of a kind: years, and where comments stand.
  private mutating func headings(_ row: [SheetCell], _ sheet: inout PlanningSheet) {
    for cell in row {
      // Questions and notes are no headings, whatever years they name.
      guard case .text(let text) = cell.value, text.utf8.count <= 60 else { continue }
      let words = text.phrase
      if words.contains(where: {
        ["comment", "comments", "explanation", "detail", "uses", "source"].contains($0)
      }) {
        comments.insert(cell.place.column)
        sheet.use(cell)
      } else if words.contains(where: {
        ["contribution", "amount", "allocation", "income", "gross"].contains($0)
      })
        || PlanningText.years(in: text) != nil
      {
        headings[cell.place.column] = PlanningText.years(in: text).map { "\($0.from)-\($0.to % 100)" } ?? ""
        sheet.use(cell)
      }
    }
  }

  private mutating func add(
    _ amounts: [(Money, SheetCell)], _ organisation: SheetCell?, _ label: SheetCell, _ row: [SheetCell],
    _ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook
  ) {
    guard let kind else { return }
    sheet.use(label)
    if let organisation { sheet.use(organisation) }
    let comment = row.dropFirst().first { cell in
      if case .text = cell.value {
        return comments.contains(cell.place.column) || PlanningText.money(cell) == nil && cell != organisation
      }
      return false
    }
    if let comment { sheet.use(comment) }
    let known = amounts.filter { headings.isEmpty || headings[$0.1.place.column] != nil }
    for (amount, cell) in known.isEmpty ? Array(amounts.prefix(1)) : known {
      sheet.use(cell)
      found = true
      if kind.text == "dfgBreakdown" {
        result.findings.append(
          ImportFinding(
            .information, "breakdown", sheet: sheet.name, cell.place,
            "\(Wording.money(amount)) in \(cell.place.reference) is a part of the Disabled Facilities Grant and does not count again"
          ))
        continue
      }
      let column = cell.place.column
      part[column] = (part[column] ?? .zero).adding(amount)
      byKind[kind.text, default: [:]][column] = (byKind[kind.text]?[column] ?? .zero).adding(amount)
      all[column] = (all[column] ?? .zero).adding(amount)
      // An empty line of a template with a nought in it.
      if amount == .zero, known.count < 2 { continue }
      result.contributions.append(
        .init(
          organisation: organisation.map { sheet.traced($0) } ?? TracedValue(""), kind: kind, amount: amount,
          source: sheet.source(cell), year: headings[column] ?? "",
          comment: comment.map { sheet.traced($0) } ?? TracedValue("")))
    }
  }

  /// Compares a total with what it is the total of: of a kind, of what local authorities or the NHS pay, of all.
  private mutating func compare(
    _ text: String, _ label: SheetCell, _ meaning: String?, _ amounts: [(Money, SheetCell)],
    _ sheet: inout PlanningSheet, _ result: inout PlanningWorkbook
  ) {
    sheet.use(label)
    let words = text.phrase
    for (stated, cell) in amounts {
      sheet.use(cell)
      let column = cell.place.column
      let (sum, what): (Money, String)
      if let meaning {
        (sum, what) = (byKind[meaning]?[column] ?? .zero, "the contributions of kind \(meaning)")
      } else if words.contains("pooled") || words.contains("budget") || words.contains("bcf")
        || words.contains("income")
        || words.contains("fund")
      {
        (sum, what) = (all[column] ?? .zero, "all contributions")
      } else if words.contains("nhs") || words.contains("icb") || words.contains("ccg") {
        (sum, what) = (sumOf(column) { !Self.isLocal($0) }, "the contributions of the NHS")
      } else if words.contains("la") || words.contains("local") {
        let isMinimum = words.contains("minimum")
        let isExcluding = words.contains("exclude") || words.contains("excluding")
        (sum, what) = (
          sumOf(column) { isMinimum ? $0 == "dfg" || !isExcluding && $0 == "ibcf" : Self.isLocal($0) },
          "the contributions of local authorities"
        )
      } else {
        (sum, what) = (part[column] ?? .zero, "the lines above it")
      }
      if stated != sum {
        result.findings.append(
          .money(
            "total-differs", sheet: sheet.name, cell.place, expected: sum, found: stated,
            "'\(text.excerpt)' in \(cell.place.reference) is not the sum of \(what)"))
      }
    }
  }

  private func sumOf(_ column: Int, _ isMeant: (String) -> Bool) -> Money {
    byKind.filter { isMeant($0.key) }.values.compactMap { $0[column] }.reduce(.zero) { $0.adding($1) }
  }

  static func isLocal(_ kind: String) -> Bool { !kind.isNHSContribution }
}

extension String {
  /// Whether a kind of contribution comes from the NHS.
  var isNHSContribution: Bool { hasPrefix("nhs") || hasPrefix("ccg") || self == "dischargeIcb" }
}
