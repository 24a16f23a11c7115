/// What one planning workbook says: rows of the tables, each value with its cell, and what has to be known about them.
struct PlanningWorkbook: Sendable {
  /// The workbook, as it was named.
  let file: String
  /// The health and wellbeing board, by its name.
  var board = TracedValue("")
  /// Its code.
  var boardCode = TracedValue("")
  /// The local authority, by its name.
  var authority = TracedValue("")
  /// The financial years of the plan, as the workbook says them: the first and the year after the last.
  var years: (from: Int, to: Int)?
  /// Where the years are said.
  var yearsSource: CellSource?
  var status = TracedValue("")
  /// Who signs, by role: `la`, `nhs`, `board`, `lead`.
  var signatures: [(role: String, organisation: String, name: TracedValue)] = []
  var contributions: [Contribution] = []
  var schemes: [Scheme] = []
  var metrics: [[String: TracedValue]] = []
  var conditions: [[String: TracedValue]] = []
  /// The least that is to be spent on something, by the workbook: `socialCare`, `outOfHospital`.
  var required: [(what: String, amount: Money, source: CellSource)] = []
  /// Sums that the workbook gives by kind: of income or of expenditure.
  var balances: [(kind: String, income: Money?, expenditure: Money?, source: CellSource)] = []
  var findings: [ImportFinding] = []

  /// Money that somebody pays in.
  struct Contribution: Sendable {
    let organisation: TracedValue
    let kind: TracedValue
    let amount: Money
    let source: CellSource
    let year: String
    var comment = TracedValue("")
  }

  /// A funding line of a scheme.
  struct Scheme: Sendable {
    /// Its values by the columns of the table.
    var values: [String: TracedValue]
    var amount: Money?
    /// The kind of contribution that pays; empty where it is not known.
    var source: String
    /// Whether it is social care.
    var isSocialCare: Bool
    var sheet: String
  }
}
