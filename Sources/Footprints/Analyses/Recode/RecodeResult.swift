/// A table on the codes of another year, and what became of the old ones.
public struct RecodeResult: AnalysisResult {
  let request: RecodeRequest
  let table: RecodedTable
  /// The rows that are listed.
  private(set) var rows: [RecodedTable.Row]
  /// What became of each code that changed, or that could not be carried.
  let steps: [Step]
  /// By what was divided that the table of successions does not divide; nil where nobody asked.
  let unit: MassUnit?
  private let names: @Sendable (String) -> String

  /// What one old code has to do with one new one.
  struct Step: Sendable {
    let old, new: String
    let share: Double
    /// What the share is from: `table`, `people`, `ground`; empty where nothing was divided.
    let source: String
    let date, kind: String
    let obstacle: String
  }

  init(
    request: RecodeRequest, table: RecodedTable, succession: Succession, unit: MassUnit?,
    names: @escaping @Sendable (String) -> String, steps known: [SuccessionTable.Step]
  ) {
    (self.request, self.table, self.unit, self.names) = (request, table, unit, names)
    rows = table.rows
    steps = succession.fates.filter { $0.isChanged || $0.obstacle != nil }.flatMap { fate in
      fate.parts.map { part in
        let step = known.first { $0.old == fate.key && $0.new == part.key }
        let source =
          fate.parts.count < 2 ? "" : fate.isDivided ? (unit == .people ? "people" : "ground") : "table"
        return Step(
          old: fate.old, new: part.code, share: part.share, source: source, date: step?.date ?? "",
          kind: step?.kind ?? "", obstacle: fate.obstacle ?? "")
      }
    }
  }

  /// The codes, new and old.
  public var listable: [NamedCode] {
    Set(table.rows.flatMap { [$0.code] + $0.from }).filter { !$0.isEmpty }.sorted().map {
      NamedCode(code: $0, name: names($0))
    }
  }

  /// Rows about the new code, or from the old one.
  public mutating func list(_ choice: inout RowChoice) {
    rows = choice.rows(rows, rowFields) { row in ([row.code] + row.from).map { NamedCode(code: $0) } }
  }

  // MARK: Fields

  /// The table's own columns in their order, the code first; then where a row comes from.
  var rowFields: [Field<RecodedTable.Row>] {
    let names = names
    var fields: [Field<RecodedTable.Row>] = [
      .text(table.codeColumn, "code", Self.columns[0].meaning) { $0.code }
    ]
    if table.rows.contains(where: { !names($0.code).isEmpty }) {
      fields.append(.text("new_name", "name", Self.columns[1].meaning) { names($0.code) })
    }
    for (place, column) in table.columns.enumerated() {
      let meaning = Self.columns[2].meaning
      switch column.kind {
      case nil:
        fields.append(
          .text(column.name, column.name, meaning) { row in
            if case .text(let text) = row.values[place] { text } else { nil }
          })
      case .money?:
        fields.append(
          .money(column.name, column.name, meaning) { row in
            if case .money(let money) = row.values[place] { money } else { nil }
          })
      case .extensive?, .intensive?:
        fields.append(
          .number(column.name, column.name, decimals: column.kind == .extensive ? 1 : 3, meaning) { row in
            if case .number(let number) = row.values[place] { number } else { nil }
          })
      }
    }
    fields.append(.texts("old_codes", "was", Self.columns[3].meaning) { $0.from })
    if table.totals.isEmpty, !table.columns.contains(where: { $0.kind != nil }) {
      fields.append(.share("share_of_row", "share", Self.columns[4].meaning) { $0.share })
    }
    return fields
  }

  /// What the columns are like.
  static let columns: [FieldDescription] = [
    .init(
      name: "code", title: "CODE",
      meaning: "under the name that the column has in the table, the new code; empty for rows that had none",
      style: .text, isMap: true),
    .init(
      name: "new_name", title: "name", meaning: "its name, where the package or the new layer has one",
      style: .text),
    .init(
      name: "column", title: "COLUMN",
      meaning: "for each other column of the table, under its own name, what it says",
      style: .text, isMap: true),
    .init(name: "old_codes", title: "was", meaning: "the old codes that are in it", style: .text),
    .init(
      name: "share_of_row", title: "share", unit: .share,
      meaning: "the part of the old area that the row is about, where no numbers were named", style: .share),
  ]

  static let stepFields: [Field<Step>] = [
    .text("old_code", "was", "the old code") { $0.old },
    .text("new_code", "is", "the new code; the old one where it could not be carried") { $0.new },
    .share("share", "share", "the part of the old one that is in the new one") { $0.share },
    .text("share_by", "by", "what says so: table, people or ground; empty where nothing was divided") {
      $0.source
    },
    .text("date", "date", "when, for a single step; empty where the table does not say") { $0.date },
    .text("kind", "how", "how, likewise") { $0.kind },
    .text("obstacle", "obstacle", "why it could not be carried; empty where it could") { $0.obstacle },
  ]

  static let totalFields: [Field<RecodedTable.Total>] = [
    .text("column", "column", "the column") { $0.column },
    .number("before", "before", decimals: 2, "its sum over the old codes") { $0.before },
    .number("after", "after", decimals: 2, "its sum over the new ones") { $0.after },
    .number("moved", "under codes that changed", decimals: 2, "the part of it under codes that changed") {
      $0.moved
    },
  ]

  /// What was asked for.
  public static let parameters: [Field<RecodeResult>] = [
    .text("table", "table", "the table") { $0.request.table },
    .text("code", "code", "the column of codes") { $0.table.codeColumn },
    .text("since", "since", "the date of the table; null where all successions count") { $0.request.since },
    .text("until", "until", "the date whose codes are wanted; null for the latest") { $0.request.until },
    .text("from", "from", "the layer of the old areas; null without one") { $0.request.from },
    .text("into", "into", "the layer of the new areas; null without one") { $0.request.into },
    .text("weights", "weights", "by what that is divided which was split; null without layers") {
      $0.unit.map { $0 == .people ? "population" : "area" }
    },
  ]

  /// Sums, what became of codes, then the rows.
  public static let fields: [Field<RecodeResult>] = [
    .records("columns", "what became of each column of counts and pounds", totalFields) { $0.table.totals },
    .records("successions", "what became of the codes that changed", stepFields) { $0.steps },
    .records("rows", "the table on the new codes", parts: columns, fields: { $0.rowFields }) { $0.rows },
  ]

  /// The table, and what became of codes.
  public static let tables: [TableDeclaration<RecodeResult>] = [
    TableDeclaration(
      "rows", "one row per new code and value of the dividing columns; without numbers, per row of the table",
      columns: columns, fields: { $0.rowFields }, rows: { $0.rows }),
    TableDeclaration("successions", "one row per old and new code", stepFields) { (result: RecodeResult) in
      result.steps
    },
  ]
}

extension RecodeResult: DocumentedResult {
  /// What changed, and the table.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(summary)]
    if !steps.isEmpty {
      let table = Table("successions", Self.stepFields, rows: steps)
      let columns = table.columns.map(\.description.name).filter { name in
        name != "obstacle" && (name != "share_by" || steps.contains { !$0.source.isEmpty })
      }
      blocks += [.heading("What became of the codes"), .table(table.selecting(columns))]
    }
    if !table.totals.isEmpty {
      blocks += [.heading("Sums"), .table(Table("columns", Self.totalFields, rows: table.totals))]
    }
    blocks += [
      .heading("The table"), .table(Table("rows", rowFields, rows: rows).showing(leavingOut: ["new_name"])),
    ]
    return Document(title: "\(request.table) on other codes", blocks: blocks)
  }

  private var summary: String {
    let stuck = Set(steps.filter { !$0.obstacle.isEmpty }.map(\.old))
    let changed = Set(steps.map(\.old)).subtracting(stuck)
    let all = Set(table.rows.flatMap(\.from))
    let moved = table.totals.first.map { total in
      total.before == 0 ? "" : " They have \(Wording.percent(total.moved / total.before)) of \(total.column)."
    }
    let left =
      stuck.isEmpty
      ? "" : " \(Wording.plural(stuck.count, "code")) could not be carried: \(CodeList(stuck.sorted()))."
    return
      "\(Wording.grouped(changed.count)) of \(Wording.plural(all.count, "code")) \(Wording.form(changed.count, "has", "have")) another code now, or several.\(changed.isEmpty ? "" : moved ?? "")\(left)"
  }
}
