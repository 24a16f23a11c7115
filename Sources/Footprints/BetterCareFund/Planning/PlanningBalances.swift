extension PlanningWorkbookReader {
  /// Reads a small table of income against expenditure by kind, as summaries have it: it repeats what stands elsewhere, and is
  /// only compared with that.
  mutating func readBalances(_ place: Int) -> Bool {
    let words = words
    return with(place) { sheet, result in
      var isRead = false
      for (start, heading) in sheet.rows.enumerated() {
        func column(_ name: String) -> Int? {
          heading.first { $0.text.phrase.first == name && $0.text.phrase.count <= 2 }?.place.column
        }
        guard let income = column("income"), let expenditure = column("expenditure"), income != expenditure
        else {
          continue
        }
        for row in sheet.rows.dropFirst(start + 1) {
          guard let label = row.first, case .text(let text) = label.value,
            label.place.column < min(income, expenditure)
          else { break }
          let isTotal = SumWords.totals.contains(text.phrase.first ?? "")
          let meaning = isTotal ? "total" : words.meaning(of: text, .contribution)
          guard let kind = meaning else { break }
          let number = label.place.row
          let amounts = [income, expenditure].map { sheet.own(number, $0).flatMap(PlanningText.money) }
          result.balances.append((kind, amounts[0], amounts[1], sheet.source(label)))
          sheet.use(row)
          isRead = true
        }
        if isRead { sheet.use(heading) }
      }
      return isRead
    }
  }

  /// Reads a small table of what must be spent at least, and what is planned.
  mutating func readRequired(_ place: Int) -> Bool {
    let words = words
    return with(place) { sheet, result in
      var isRead = false
      for (start, heading) in sheet.rows.enumerated() {
        let columns = sheet.columns(heading, .required, words)
        // The title of the block says the same as the heading of its column.
        guard let required = columns.last(where: { $0.meaning == "required" })?.cell,
          let planned = columns.first(where: { $0.meaning == "planned" })?.cell
        else { continue }
        for row in sheet.rows.dropFirst(start + 1).prefix(6) {
          guard let label = row.first, case .text(let text) = label.value,
            let what = words.meaning(of: text, .required), ["outOfHospital", "socialCare"].contains(what)
          else { continue }
          let number = label.place.row
          guard let cell = sheet.own(number, required.place.column), let least = PlanningText.money(cell)
          else {
            continue
          }
          result.required.append((what, least, sheet.source(cell)))
          if let cell = sheet.own(number, planned.place.column), let stated = PlanningText.money(cell),
            stated < least
          {
            result.findings.append(
              .money(
                "below-required", sheet: sheet.name, cell.place, expected: least, found: stated,
                "the planned spend for '\(text.excerpt)' is below what is required"))
          }
          sheet.use(row)
          isRead = true
        }
        if isRead { sheet.use(heading) }
      }
      return isRead
    }
  }

  /// Compares income with expenditure, kind by kind, and what the NHS minimum pays for social care with what it must.
  mutating func reconcile() {
    var income: [String: Money] = [:]
    var expenditure: [String: Money] = [:]
    for line in result.contributions {
      income[line.kind.text] = (income[line.kind.text] ?? .zero).adding(line.amount)
    }
    for scheme in result.schemes {
      guard let amount = scheme.amount else { continue }
      expenditure[scheme.source] = (expenditure[scheme.source] ?? .zero).adding(amount)
    }
    // The same money under its name before and after 2022.
    let hasBoth = !income.isEmpty && !expenditure.isEmpty
    let kinds = Set(income.keys).union(expenditure.keys).subtracting([""]).sorted()
    for kind in kinds where hasBoth {
      let (paid, spent) = (income[kind] ?? .zero, expenditure[kind] ?? .zero)
      if paid != spent {
        result.findings.append(
          .money(
            "income-expenditure", sheet: result.schemes.first?.sheet ?? "", nil, expected: paid, found: spent,
            "the expenditure from \(kind) is not its income"))
      }
    }
    let (paid, spent) = (
      income.values.reduce(Money.zero) { $0.adding($1) },
      expenditure.values.reduce(Money.zero) { $0.adding($1) }
    )
    if hasBoth, paid != spent {
      result.findings.append(
        .money(
          "income-expenditure", sheet: result.schemes.first?.sheet ?? "", nil, expected: paid, found: spent,
          "all expenditure together is not all income"))
    }
    for balance in result.balances {
      let isTotal = balance.kind == "total"
      for (stated, sum, what) in [
        (balance.income, isTotal ? paid : income[balance.kind] ?? Money.zero, "income"),
        (balance.expenditure, isTotal ? spent : expenditure[balance.kind] ?? Money.zero, "expenditure"),
      ] {
        guard let stated, stated != sum else { continue }
        result.findings.append(
          .money(
            "total-differs", sheet: balance.source.sheet, balance.source.place, expected: sum, found: stated,
            "the \(what) of \(isTotal ? "all kinds" : balance.kind) in row \(balance.source.place.row + 1) is not what the other sheets add up to"
          ))
      }
    }
    let social = result.schemes.filter {
      $0.isSocialCare && ["nhsMinimum", "ccgMinimum"].contains($0.source)
    }
    .compactMap(\.amount).reduce(Money.zero) { $0.adding($1) }
    for required in result.required where required.what == "socialCare" && hasBoth && social < required.amount
    {
      result.findings.append(
        .money(
          "below-required", sheet: required.source.sheet, required.source.place, expected: required.amount,
          found: social, "the schemes of social care that the NHS minimum pays for are below what is required"
        ))
    }
  }
}
