/// What was read of planning workbooks: the tables, one plan each, and what has to be known about them.
public struct ImportPlansResult: AnalysisResult {
  /// What was asked.
  public let request: ImportPlansAnalysis.Request
  /// The plans, by their identifiers.
  public private(set) var plans: [ImportedPlan]
  /// What has to be known, by plans, what matters most first.
  public private(set) var findings: [ImportFinding]
  /// Why some workbooks could not be read.
  public let errors: [FootprintsError]
  /// All tables.
  package let tables: PlanningTables
  /// How many findings there are of each severity, whatever is listed.
  let counts: [ImportFinding.Severity: Int]

  init(
    request: ImportPlansAnalysis.Request, plans read: [PlanningWorkbook], codes: OrganisationCodes,
    errors: [FootprintsError]
  ) {
    self.request = request
    var tables = PlanningTables()
    var plans: [ImportedPlan] = []
    var findings: [ImportFinding] = []
    var errors = errors
    let named = read.map { plan in (id: Self.identifier(of: plan, codes), plan: plan) }
      .sorted { ($0.id, $0.plan.file) < ($1.id, $1.plan.file) }
    for (id, plan) in named {
      if let other = plans.last, other.id == id {
        errors.append(
          FootprintsError(
            .badData, "is of the same board and years (\(id)) as \(other.workbook), and was left out",
            file: plan.file,
            remedy: "Remove one of the two."))
        continue
      }
      tables.add(plan, id: id, codes: codes)
      let own = plan.findings + Self.unknown(plan, codes)
      findings += own.map { finding in
        var copy = finding
        (copy.workbook, copy.plan) = (plan.file, id)
        return copy
      }.enumerated().sorted { ($0.element.severity.rank, $0.offset) < ($1.element.severity.rank, $1.offset) }
        .map(\.element)
      plans.append(ImportedPlan(id: id, plan, board: codes.board(of: plan).text, own))
    }
    (self.tables, self.plans, self.findings, self.errors) = (tables, plans, findings, errors)
    counts = Dictionary(grouping: findings, by: \.severity).mapValues(\.count)
  }

  /// The identifier of a plan: its board's code, else name, and the year in which it begins.
  private static func identifier(of plan: PlanningWorkbook, _ codes: OrganisationCodes) -> String {
    let code = codes.board(of: plan).text
    let file = plan.file.split(separator: "/").last.map(String.init) ?? plan.file
    let name =
      !code.isEmpty ? code : (plan.board.text.isEmpty ? file : plan.board.text).phrase.joined(separator: "-")
    return "BCF-\(name)" + (plan.years.map { "-\($0.from)" } ?? "")
  }

  private static func unknown(_ plan: PlanningWorkbook, _ codes: OrganisationCodes) -> [ImportFinding] {
    var findings: [ImportFinding] = []
    let board = codes.board(of: plan)
    if plan.board.text.isEmpty {
      findings.append(
        ImportFinding(
          .warning, "no-board", sheet: "", nil,
          "no cell names the health and wellbeing board: write its code into hwb_code of bcf-plans.csv"))
    } else if board.text.isEmpty {
      findings.append(
        ImportFinding(
          .warning, "no-code", sheet: plan.board.source?.sheet ?? "", plan.board.source?.place,
          "the code of the board '\(plan.board.text.excerpt)' is not known: give --package with a layer of role hwb or utla, or write it into hwb_code of bcf-plans.csv"
        ))
    }
    let nameless = codes.partners(of: plan, board: board).filter { $0.code.isEmpty && $0.kind != "la" }
    for partner in nameless {
      findings.append(
        ImportFinding(
          .information, "no-code", sheet: partner.name.source?.sheet ?? "", partner.name.source?.place,
          "the code of '\(partner.name.text.excerpt)' is not known; it stays empty, and the partner is known by its name"
        ))
    }
    if plan.contributions.isEmpty {
      findings.append(ImportFinding(.warning, "no-income", sheet: "", nil, "no contribution was found"))
    }
    if plan.schemes.isEmpty {
      findings.append(ImportFinding(.warning, "no-expenditure", sheet: "", nil, "no scheme was found"))
    }
    if plan.metrics.isEmpty {
      findings.append(ImportFinding(.information, "no-metrics", sheet: "", nil, "no metric was found"))
    }
    if plan.conditions.isEmpty {
      findings.append(
        ImportFinding(.information, "no-conditions", sheet: "", nil, "no national condition was found"))
    }
    return findings
  }

  /// Some workbooks cannot be read.
  public var completion: Completion { errors.isEmpty ? .done : .faulty }

  /// Plans, by identifier and board.
  public var listable: [NamedCode] { plans.map(\.named) }

  /// Plans first, then findings.
  public mutating func list(_ choice: inout RowChoice) {
    let named = Dictionary(plans.map { ($0.id, $0.named) }) { first, _ in first }
    plans = choice.rows(plans, ImportFields.plans) { [$0.named] }
    findings = choice.rows(findings, ImportFields.findings) { [named[$0.plan]] }
  }

  /// The workbooks.
  public static let parameters: [Field<ImportPlansResult>] = [
    .texts("workbooks", "workbooks", "the workbooks, as they were named, in order") {
      $0.request.workbooks.sorted()
    },
    .text("words", "words", "the table of words that was asked for; null for the usual ones") {
      $0.request.words
    },
  ]

  /// Plans and findings.
  public static let fields: [Field<ImportPlansResult>] = [
    .records("plans", "the plans read, by their identifiers", ImportFields.plans) { $0.plans },
    .records("findings", "what has to be known about them, by plans", ImportFields.findings) { $0.findings },
    .record("summary", "how many findings there are", ImportFields.counts) { $0.counts },
    .records("not_read", "the workbooks that could not be read", ImportFields.errors) { $0.errors },
  ]

  /// Findings first: they are what one looks for in a table.
  public static let tables: [TableDeclaration<ImportPlansResult>] = [
    TableDeclaration("findings", "one row per finding", ImportFields.findings) { $0.findings },
    TableDeclaration("plans", "one row per plan", ImportFields.plans) { $0.plans },
  ]

  /// What the words rest on.
  public var notes: [Note] {
    request.words == nil
      ? [
        Note(
          "Sheets and columns are found by words that nobody could check against published templates: 'footprint import words' lists them, and a table of role 'bcf-words' replaces them."
        )
      ] : []
  }
}

extension ImportFinding.Severity {
  fileprivate var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .information: 2
    }
  }
}

/// One plan that was read.
public struct ImportedPlan: Sendable {
  /// Its identifier.
  public let id: String
  /// The workbook.
  public let workbook: String
  /// The board, by its code; empty where it is not known.
  public let board: NamedCode
  /// How many contributions, funding lines, metrics and conditions it has.
  public let counts: (contributions: Int, schemes: Int, metrics: Int, conditions: Int)
  /// What is paid in.
  public let income: Money
  /// What is spent.
  public let expenditure: Money
  /// How many findings about it are errors, and how many warnings.
  public let errors, warnings: Int

  init(id: String, _ plan: PlanningWorkbook, board: String, _ findings: [ImportFinding]) {
    self.id = id
    workbook = plan.file
    self.board = NamedCode(code: board, name: plan.board.text)
    counts = (plan.contributions.count, plan.schemes.count, plan.metrics.count, plan.conditions.count)
    income = plan.contributions.reduce(.zero) { $0.adding($1.amount) }
    expenditure = plan.schemes.compactMap(\.amount).reduce(.zero) { $0.adding($1) }
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
  }

  var named: NamedCode { NamedCode(code: id, name: board.name) }
}
