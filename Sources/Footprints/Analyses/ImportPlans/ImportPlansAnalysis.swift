/// Better Care Fund planning workbooks as tables of a data package, every value with its cell.
public enum ImportPlansAnalysis: Analysis {
  /// `import bcf`.
  public static let name = "import bcf"
  /// What it answers.
  public static let summary =
    "Better Care Fund planning workbooks as tables of a data package, every value with its cell."

  /// Which workbooks are read.
  public struct Request: AnalysisRequest {
    /// The paths of workbooks, in any order.
    public var workbooks: [String]
    /// A table of words, by its path or its name in the package; nil for the package's own, else those that come with the
    /// program.
    public var words: String?

    /// Asks for workbooks.
    public init(_ workbooks: [String], words: String? = nil) {
      (self.workbooks, self.words) = (workbooks, words)
    }

    /// The workbooks, as paths: a package that is about no real place has nothing to say about them.
    public var layers: [String] { workbooks.map { $0.contains("/") ? $0 : "./\($0)" } }

    /// Throws `usage` where there is none.
    public func validate() throws(FootprintsError) {
      if workbooks.isEmpty {
        throw FootprintsError(
          .usage, "no workbook is named",
          remedy: "Name planning workbooks (.xlsx, .xlsm), or a folder with some.")
      }
    }
  }

  /// Reads all workbooks, several at the same time. One that cannot be read stops only itself; where none can, throws why the
  /// first cannot.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> ImportPlansResult
  {
    let words = try words(request, enquiry)
    var seen: Set<String> = []
    let paths = request.workbooks.sorted().filter { seen.insert($0).inserted }
    enquiry.progress("reading \(Wording.plural(paths.count, "workbook"))")
    let outcomes = try parallelMap(count: paths.count, jobs: enquiry.jobs) { index in
      Swift.Result { () throws(FootprintsError) in try Self.read(paths[index], words) }
    }
    var errors: [FootprintsError] = []
    var plans: [PlanningWorkbook] = []
    for outcome in outcomes {
      switch outcome {
      case .success((let file, let plan)):
        enquiry.note(file)
        plans.append(plan)
      case .failure(let error): errors.append(error)
      }
    }
    if plans.isEmpty, let first = errors.first { throw first }
    let codes = try codes(for: plans, enquiry)
    return ImportPlansResult(request: request, plans: plans, codes: codes, errors: errors)
  }

  private static func read(
    _ path: String, _ words: PlanningWords
  ) throws(FootprintsError) -> (FileBytes, PlanningWorkbook) {
    let file = try FileBytes(path: path)
    let plan = try file.reading { () throws(FootprintsError) in
      try PlanningWorkbookReader.read(SpreadsheetWorkbook(file), words: words)
    }
    file.releasePages()
    return (file, plan)
  }

  private static func words(
    _ request: Request, _ enquiry: Enquiry
  ) throws(FootprintsError) -> PlanningWords {
    if let name = request.words { return try PlanningWords(enquiry.table(named: name)) }
    guard let table = try enquiry.table(role: "bcf-words") else { return .standard }
    return try PlanningWords(table)
  }

  /// What the package knows by name: boards and authorities, and bodies of the NHS.
  private static func codes(
    for plans: [PlanningWorkbook], _ enquiry: Enquiry
  ) throws(FootprintsError) -> OrganisationCodes {
    guard enquiry.study.package != nil else { return OrganisationCodes(local: [], nhs: []) }
    func areas(_ roles: [String]) -> [NamedCode] {
      roles.flatMap { role in
        enquiry.context("the names of areas of role '\(role)'") { () throws(FootprintsError) in
          try enquiry.layer(role: role)
        }.map { layer in zip(layer.codes, layer.names).map { NamedCode(code: $0, name: $1) } } ?? []
      }
    }
    let organisations = try enquiry.table(role: "organisations").map { (table) throws(FootprintsError) in
      try OrganisationTable(table).organisations.map(\.organisation)
    }
    let local = areas(["hwb", "utla"])
    let nhs = areas(["icb", "ccg", "sicbl"])
    return OrganisationCodes(
      local: local.isEmpty ? organisations ?? [] : local, nhs: nhs + (organisations ?? []))
  }
}
