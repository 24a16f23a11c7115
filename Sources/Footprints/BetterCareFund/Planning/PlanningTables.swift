/// The tables of planning workbooks, as a data package has them, and where each of their values stands.
package struct PlanningTables: Sendable {
  /// One table.
  package struct Table: Sendable {
    /// Its role in a data package, which is its name as well: `bcf-plans`.
    package let role: String
    /// Its columns.
    package let columns: [String]
    /// Its rows by columns.
    package fileprivate(set) var rows: [[String: TracedValue]] = []
    /// The workbook of each row.
    fileprivate(set) var workbooks: [String] = []

    fileprivate mutating func add(_ row: [String: TracedValue], _ workbook: String) {
      rows.append(row.mapValues { TracedValue($0.text.singleLine, $0.source) })
      workbooks.append(workbook)
    }
  }

  /// The tables, in the order of a package.
  package private(set) var tables: [Table] = [
    Table(
      role: "bcf-plans",
      columns: ["plan_id", "hwb_code", "name", "period_start", "period_end", "status", "hwb_name"]),
    Table(
      role: "bcf-partners",
      columns: ["plan_id", "org_code", "org_kind", "org_name", "signatory", "signed_by"]),
    Table(
      role: "bcf-contributions",
      columns: ["plan_id", "org_code", "kind", "amount_gbp", "org_name", "year", "comment"]),
    Table(
      role: "bcf-schemes",
      columns: [
        "plan_id", "scheme_id", "name", "type", "subtype", "hicm", "commissioner", "funding_source",
        "amount_gbp",
        "start_date", "configuration", "maturity", "year", "family", "description", "area_of_spend",
        "provider",
        "nhs_share", "la_share", "new_or_existing", "source_as_written", "end_date", "expected_outputs",
        "output_unit", "link_to_metric",
      ]),
    Table(
      role: "bcf-metrics",
      columns: ["plan_id", "metric", "baseline", "target", "unit", "period", "detail", "name", "rationale"]),
    Table(role: "bcf-conditions", columns: ["plan_id", "condition", "name", "met", "comment", "timeframe"]),
  ]

  /// The columns of the table of cells.
  package static let cellColumns = ["table", "row", "column", "workbook", "sheet", "cell"]
  /// The name of the table of cells, and its role.
  package static let cells = "bcf-cells"

  /// The names of all roles.
  package static let roles = PlanningTables().tables.map(\.role) + [cells]

  init() {}

  private mutating func add(_ role: String, _ row: [String: TracedValue], _ workbook: String) {
    guard let place = tables.firstIndex(where: { $0.role == role }) else { return }
    tables[place].add(row, workbook)
  }

  /// Adds a plan with the codes that were found for its names.
  mutating func add(_ plan: PlanningWorkbook, id: String, codes: OrganisationCodes) {
    let file = plan.file
    let own = TracedValue(id)
    func date(_ year: Int?, _ day: String) -> TracedValue {
      TracedValue(year.map { "\($0)-\(day)" } ?? "", plan.yearsSource)
    }
    let board = codes.board(of: plan)
    add(
      "bcf-plans",
      [
        "plan_id": own, "hwb_code": board,
        "name": TracedValue(Self.title(of: plan), plan.board.source),
        "period_start": date(plan.years?.from, "04-01"),
        "period_end": date(plan.years?.to, "03-31"), "status": plan.status, "hwb_name": plan.board,
      ], file)
    for partner in codes.partners(of: plan, board: board) {
      add(
        "bcf-partners",
        [
          "plan_id": own, "org_code": TracedValue(partner.code), "org_kind": TracedValue(partner.kind),
          "org_name": partner.name, "signatory": TracedValue("true"), "signed_by": partner.signedBy,
        ], file)
    }
    for line in plan.contributions {
      let name = codes.payer(of: line, plan)
      add(
        "bcf-contributions",
        [
          "plan_id": own,
          "org_code": TracedValue(
            codes.code(of: name.text, isNHS: line.kind.text.isNHSContribution, board: board.text, plan)),
          "kind": line.kind, "amount_gbp": TracedValue(line.amount.description, line.source),
          "org_name": name,
          "year": TracedValue(line.year), "comment": line.comment,
        ], file)
    }
    for scheme in plan.schemes {
      var row = scheme.values
      row["plan_id"] = own
      add("bcf-schemes", row, file)
    }
    for metric in plan.metrics { add("bcf-metrics", metric.merging(["plan_id": own]) { $1 }, file) }
    for condition in plan.conditions {
      add("bcf-conditions", condition.merging(["plan_id": own]) { $1 }, file)
    }
  }

  private static func title(of plan: PlanningWorkbook) -> String {
    let years =
      plan.years.map { " \($0.from)-\(String($0.to % 100).count < 2 ? "0" : "")\($0.to % 100)" } ?? ""
    return plan.board.text.isEmpty ? "Better Care Fund plan\(years)" : "\(plan.board.text) BCF plan\(years)"
  }

  /// A table as CSV.
  package func csv(_ table: Table) -> String {
    var text = CSVWriter.line(table.columns)
    for row in table.rows {
      text += CSVWriter.line(table.columns.map { JSONValue.string(row[$0]?.text ?? "") })
    }
    return text
  }

  /// Where every value stands, as CSV: rows are counted from 1 below the header.
  package var cellsCSV: String {
    var text = CSVWriter.line(Self.cellColumns)
    for table in tables {
      for (place, row) in table.rows.enumerated() {
        for column in table.columns {
          guard let value = row[column], let source = value.source, !value.text.isEmpty else { continue }
          text += CSVWriter.line([
            .string(table.role), .integer(place + 1), .string(column), .string(table.workbooks[place]),
            .string(source.sheet), .string(source.place.reference),
          ])
        }
      }
    }
    return text
  }
}

extension String {
  /// The text in one line: cells have line breaks, and a list in one cell is joined by semicolons elsewhere.
  fileprivate var singleLine: String {
    contains(where: \.isNewline)
      ? split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }.joined(
        separator: " ")
      : self
  }
}
