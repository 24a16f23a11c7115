/// What outputs say about imported plans.
enum ImportFields {
  static let plans: [Field<ImportedPlan>] = [
    .text("plan_id", "plan", "the identifier of the plan") { $0.id },
    .text("hwb_code", "board", "the code of its board; empty where it is not known") { $0.board.code },
    .text("hwb_name", "name", "the name of its board") { $0.board.name },
    .text("workbook", "workbook", "the workbook") { $0.workbook },
    .money("income_gbp", "income", "all contributions together") { $0.income },
    .money("expenditure_gbp", "expenditure", "all funding lines of schemes together") { $0.expenditure },
    .count("contributions", "contributions", "how many contributions it has") { $0.counts.contributions },
    .count("schemes", "funding lines", "how many funding lines its schemes have") { $0.counts.schemes },
    .count("metrics", "metrics", "how many rows of metrics it has") { $0.counts.metrics },
    .count("conditions", "conditions", "how many conditions it has") { $0.counts.conditions },
    .count("errors", "errors", "how many findings about it are errors") { $0.errors },
    .count("warnings", "warnings", "how many findings about it are warnings") { $0.warnings },
  ]

  static let findings: [Field<ImportFinding>] = [
    .text("plan_id", "plan", "the identifier of the plan") { $0.plan },
    .text("severity", "severity", "error, warning or information") { $0.severity.rawValue },
    .text("kind", "kind", "what kind of thing it is, a stable word") { $0.kind },
    .text("workbook", "workbook", "the workbook") { $0.workbook },
    .text("sheet", "sheet", "the sheet; empty for the workbook as a whole") { $0.sheet },
    .text("cell", "cell", "the cell, such as B12; empty for the sheet as a whole") { $0.cell },
    .money("expected_gbp", "expected", "the amount that it should be; empty where it is not about money") {
      $0.expected
    },
    .money("found_gbp", "found", "the amount that it is") { $0.found },
    .money("difference_gbp", "difference", "how much more there is than should be") { $0.difference },
    .text("message", "what", "the same in a sentence") { $0.message },
  ]

  static let counts: [Field<[ImportFinding.Severity: Int]>] = [
    .count("errors", "errors", "how many are errors") { $0[.error] ?? 0 },
    .count("warnings", "warnings", "how many are warnings") { $0[.warning] ?? 0 },
    .count("information", "information", "how many are information") { $0[.information] ?? 0 },
  ]

  static let errors: [Field<FootprintsError>] = [
    .text("workbook", "workbook", "the workbook") { $0.file },
    .text("message", "message", "why it could not be read, and what to do") { $0.description },
  ]
}
