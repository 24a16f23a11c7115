/// A table of one year, re-expressed on the codes of another.
public enum RecodeAnalysis: Analysis {
  /// `recode`.
  public static let name = "recode"
  /// What it answers.
  public static let summary =
    "A table with the codes of one year, re-expressed on those of another, by what became of whom: merged, split, recoded."

  /// Follows every code of the table, and sums or divides what its rows say.
  public static func run(
    _ request: RecodeRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> RecodeResult {
    let table = try enquiry.table(named: request.table)
    let successions = try enquiry.successions()
    let aliases = try enquiry.aliases()?.others ?? [:]
    let known = Set(successions.steps.flatMap { [$0.old, $0.new] })
    let code = try codeColumn(of: table, request, known, aliases)
    let codes = Set((0..<table.count).map { table.word($0, code) }.filter { !$0.isEmpty }).sorted()
    let layers = try enquiry.dividingLayers(request)
    let succession = try Succession(
      of: codes, by: successions,
      in: SuccessionTable.Period(after: request.since, until: request.until), aliases: aliases,
      isNew: { layers?.isNew($0) ?? false }
    ) { (old, new) throws(FootprintsError) in layers?.shares(of: old, among: new) }
    enquiry.note(notices(succession, layers, table.file))
    let names = try enquiry.organisationNames()
    let recoded =
      request.columns.hasNumbers
      ? try RecodedTable(numbersOf: table, request, code, succession, layers)
      : RecodedTable(rowsOf: table, code, succession)
    enquiry.note(recoded.notices)
    return RecodeResult(
      request: request, table: recoded, succession: succession, unit: layers?.unit,
      names: { code in names[code] ?? layers?.name(code) ?? "" }, steps: successions.steps)
  }

  /// The column of codes: the one asked for, else the one with most codes that the table of successions knows.
  private static func codeColumn(
    of table: CSVTable, _ request: RecodeRequest, _ known: Set<String>, _ aliases: [String: [String]]
  ) throws(FootprintsError) -> Int {
    if let name = request.columns.code {
      if let place = table.header.firstIndex(of: name) ?? table.column(named: name) { return place }
      throw FootprintsError(
        .usage, "has no column '\(name)'", file: table.file,
        remedy: "It has \(CodeList(table.header, limit: 20, joinedBy: nil)).")
    }
    let all = CodeIndex(
      known.sorted(),
      others: known.sorted().enumerated().flatMap { place, code in
        (aliases[code] ?? []).map { ($0, place) }
      })
    guard let place = table.column(holding: all, preferred: nil) else {
      throw FootprintsError(
        .badData, "has no column with a code that the table of successions knows", file: table.file,
        remedy: "Say which column has the codes, or check that the table is of these areas.")
    }
    return place
  }

  private static func notices(
    _ succession: Succession, _ layers: DividingLayers?, _ file: String
  ) -> [Notice] {
    var notices: [Notice] = []
    let stuck = succession.fates.filter { $0.obstacle != nil }
    if !stuck.isEmpty {
      notices.append(
        Notice(
          .warning, "not-carried",
          "\(file): \(Wording.plural(stuck.count, "code")) could not be carried and \(Wording.form(stuck.count, "stays", "stay")) as \(Wording.form(stuck.count, "it is", "they are")): \(Wording.list(stuck.compactMap(\.obstacle))); a column 'share' in the table of successions, or the layers of both years, say how much went to each",
          about: stuck.map(\.old)))
    }
    for fate in succession.fates where fate.isDivided {
      guard let layers, let outside = layers.outside(fate.old, fate.parts.map(\.code)), outside > 0.005 else {
        continue
      }
      notices.append(
        Notice(
          .warning, "outside-successors",
          "\(Wording.percent(outside)) of the \(layers.unit.noun) of \(fate.old) are in none of its successors (\(CodeList(fate.parts.map(\.code)))): its numbers are divided by the rest",
          about: [fate.old]))
    }
    return notices
  }
}

extension Enquiry {
  /// The layers of both years, where they are named.
  fileprivate func dividingLayers(
    _ request: RecodeRequest
  ) throws(FootprintsError) -> DividingLayers? {
    guard let from = request.from, let into = request.into else { return nil }
    var comparison = ComparisonRequest(x: from, y: into)
    comparison.weights = request.weights
    comparison.membership = request.membership
    return DividingLayers(try compare(comparison))
  }
}
