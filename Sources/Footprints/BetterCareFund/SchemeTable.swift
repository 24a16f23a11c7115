/// A table of schemes, whose rows with the same plan and identifier are the funding lines of one scheme.
struct SchemeTable {
  private let table: CSVTable
  /// The column of the plan's identifier.
  let plan: Int
  private let id: Int?
  private let name: Int?
  private let type: Int
  private let subtype: Int?
  private let family: Int?
  private let changes: Int?
  private let commissioner: Int?
  private let fundingSource: Int?
  private let amount: Int?
  private let startDate: Int?
  private let configuration: Int?
  private let maturity: Int?

  private var money = MoneyCheck()
  private var groups: [Group] = []
  private var groupOfScheme: [[String]: Int] = [:]

  /// The rows of one scheme.
  private struct Group {
    var plan: Int
    var rows: [Int] = []
    var changes: [Int] = []
    var lines: [BetterCareFundPlan.FundingLine] = []
  }

  init(_ table: CSVTable) throws(FootprintsError) {
    self.table = table
    plan = try table.requiredColumn(PlanColumns.plan)
    type = try table.requiredColumn(PlanColumns.type)
    id = table.column(PlanColumns.scheme)
    name = table.column(PlanColumns.schemeName)
    subtype = table.column(PlanColumns.subtype)
    family = table.column(PlanColumns.family)
    changes = table.column(PlanColumns.changes)
    commissioner = table.column(PlanColumns.commissioner)
    fundingSource = table.column(PlanColumns.fundingSource)
    amount = table.column(PlanColumns.amount)
    startDate = table.column(PlanColumns.startDate)
    configuration = table.column(PlanColumns.configuration)
    maturity = table.column(PlanColumns.maturity)
  }

  /// Reads a row, which belongs to the plan at an index.
  mutating func read(_ row: Int, plan: Int) throws(FootprintsError) {
    let changes = try table.changeNumbers(row, changes)
    let amount = try money.money(table, row, amount)
    let id = table.word(row, id)
    // A row without an identifier says nothing about belonging to another.
    let key = [table.word(row, self.plan), id]
    let place = (id.isEmpty ? nil : groupOfScheme[key]) ?? groups.count
    if place == groups.count {
      groups.append(Group(plan: plan))
      if !id.isEmpty { groupOfScheme[key] = place }
    }
    groups[place].rows.append(row)
    groups[place].changes += changes
    groups[place].lines.append(.init(source: table.word(row, fundingSource), amount: amount))
  }

  /// The schemes read, each with the index of its plan, in the order of their first rows.
  func schemes(notices: inout [Notice]) -> [(plan: Int, scheme: BetterCareFundPlan.Scheme)] {
    notices += missingColumns() + repeatedRows() + strayRows()
    return groups.map { group in
      var differing: [String] = []
      /// The first value that is not empty. An empty cell contradicts nothing: often only the first line of a
      /// scheme is filled in.
      func value(_ column: Int?) -> String {
        guard let column else { return "" }
        if group.rows.count == 1 { return table.word(group.rows[0], column) }
        let values = group.rows.map { table.word($0, column) }.filter { !$0.isEmpty }
        guard let first = values.first else { return "" }
        if values.contains(where: { $0.lowercased() != first.lowercased() }) {
          differing.append(table.header[column])
        }
        return first
      }
      let scheme = BetterCareFundPlan.Scheme(
        id: table.word(group.rows[0], id), name: value(name), type: value(type), subtype: value(subtype),
        changes: group.changes, commissioner: value(commissioner), fundingLines: group.lines,
        startDate: value(startDate), configuration: value(configuration), maturity: value(maturity),
        family: value(family))
      if !differing.isEmpty {
        notices.append(
          Notice(
            .warning, "scheme-rows-differ",
            "\(table.file): the rows of \(words(group.rows[0])) differ in \(CodeList(differing)) "
              + "(\(table.lines(of: group.rows))); the first value counts"))
      }
      return (group.plan, scheme)
    }
  }

  /// Columns without which schemes cost nothing, or match by their type alone.
  private func missingColumns() -> [Notice] {
    let read = PlanColumns.schemes
    return [
      table.missing(PlanColumns.amount, read: read, "no scheme has a cost"),
      table.missing(PlanColumns.changes, read: read, isUsual: true, "schemes are known by their type alone"),
    ].compactMap { $0 }
  }

  /// Rows that no process can find, and rows that look like sums of others: the amounts of both would be wrong in
  /// silence.
  private func strayRows() -> [Notice] {
    var unknown: [Int] = []
    var totals: [Int] = []
    let beyond = groups.filter { $0.changes.contains { !HighImpactChange.all.contains($0) } }.map {
      $0.rows[0]
    }
    for group in groups {
      let row = group.rows[0]
      let isNamed = group.rows.contains { !table.word($0, type).isEmpty } || !group.changes.isEmpty
      if !isNamed, group.lines.contains(where: { $0.amount != nil }) { unknown.append(row) }
      if [id, name, type].contains(where: { Self.isTotal(table.word(row, $0)) }) {
        totals.append(row)
      }
    }
    var notices: [Notice] = []
    if !beyond.isEmpty {
      notices.append(
        Notice(
          .warning, "hicm-unknown",
          "\(table.file): the High Impact Change Model has the changes 1 to 9, and \(Wording.plural(beyond.count, "row")) \(Wording.form(beyond.count, "names", "name")) another (\(table.lines(of: beyond))); several are joined by ;"
        ))
    }
    if !unknown.isEmpty {
      notices.append(
        Notice(
          .warning, "scheme-without-type",
          "\(table.file): \(Wording.plural(unknown.count, "row")) with an amount \(Wording.form(unknown.count, "has", "have")) neither type nor hicm and \(Wording.form(unknown.count, "belongs", "belong")) to no process (\(table.lines(of: unknown)))"
        ))
    }
    if !totals.isEmpty {
      notices.append(
        Notice(
          .warning, "scheme-total",
          "\(table.file): \(Wording.plural(totals.count, "row")) \(Wording.form(totals.count, "looks like a sum", "look like sums")) of others and \(Wording.form(totals.count, "counts as a scheme of its own", "count as schemes of their own")); remove \(Wording.form(totals.count, "it", "them")) if so (\(table.lines(of: totals)))"
        ))
    }
    return notices
  }

  /// Whether a cell says that its row is a sum: "Total", "Sub-total for carers", "Grand total".
  private static func isTotal(_ word: String) -> Bool {
    // Few cells begin like that, and the others need no closer look.
    guard let first = word.utf8.first, "tTsSgG".utf8.contains(first), word.utf8.count < 80 else {
      return false
    }
    return SumWords.beginSum(word.phrase)
  }

  /// Rows that are the same in every cell. Most likely one was pasted twice, but two equal payments look
  /// no different, so nothing is dropped in silence.
  private func repeatedRows() -> [Notice] {
    var places: [[String]: Int] = [:]
    var same: [[Int]] = []
    // Rows of two schemes with identifiers differ in those.
    let candidates = groups.filter { $0.rows.count > 1 || table.word($0.rows[0], id).isEmpty }
    for row in candidates.flatMap(\.rows).sorted() {
      let cells = table.header.indices.map { table.word(row, $0) }
      let place = places[cells] ?? same.count
      if place == same.count {
        places[cells] = place
        same.append([])
      }
      same[place].append(row)
    }
    return same.filter { $0.count > 1 }.map { rows in
      Notice(
        .warning, "scheme-row-repeated",
        "\(table.file): \(table.lines(of: rows)) are one and the same row of \(words(rows[0])); each counts, with "
          + "its amount: remove all but one if it is a repetition")
    }
  }

  /// "scheme S1 of plan P1".
  private func words(_ row: Int) -> String {
    let id = table.word(row, id)
    return "\(id.isEmpty ? "a scheme without scheme_id" : "scheme \(id)") of plan \(table.word(row, plan))"
  }
}
