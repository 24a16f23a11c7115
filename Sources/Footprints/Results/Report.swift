/// A result with everything that goes with it into an output: what was asked, where it comes from, what a reader must
/// know. Every format is made from a report.
public struct Report: Sendable {
  /// The name of the analysis.
  public let command: String
  /// What was found out.
  public let result: any AnalysisResult
  /// What it was made from.
  public let inputs: Inputs
  /// Which rows are listed.
  public let listing: Listing
  /// What was left out of them; nil where nothing was.
  private let listingNote: String?
  /// What whoever shows the report advises about the reason for a note, such as an option of a command line.
  public var remedy: @Sendable (Reason) -> String? = { _ in nil }
  /// What somebody can type to have the same made again; nil where nothing was typed.
  public var commandLine: String?
  /// How many threads may be used to write it; never changes what is written.
  public var jobs = availableJobs

  /// Puts a result and its inputs together.
  package init(command: String, result: any AnalysisResult, inputs: Inputs) {
    self.command = command
    self.result = result
    self.inputs = inputs
    listing = Listing()
    listingNote = nil
  }

  /// The same with the rows of the result that a listing wants.
  ///
  /// Throws `usage` for a listing that names what the result does not have.
  package init<Result: AnalysisResult>(
    command: String, result: Result, inputs: Inputs, listing: Listing
  ) throws(FootprintsError) {
    var result = result
    // Only names need something to be found among, which can be millions.
    var choice = try RowChoice(listing, among: listing.only.isEmpty ? [] : result.listable)
    result.list(&choice)
    try choice.finish()
    self.command = command
    self.result = result
    self.inputs = inputs
    self.listing = listing
    listingNote = choice.note
  }

  /// What a reader must know, in the order in which it came up.
  public var notices: [Notice] { inputs.notices }

  /// The lines that accompany a format that has no place for them: notes, the package, sources, licences.
  public var lines: [String] {
    [listingNote].compactMap { $0 } + result.notes.map { $0.words(remedy) }
      + [inputs.packageLine].compactMap(\.self) + inputs.lines
  }

  /// The report for people; nil where the result has none.
  public var document: Document? { document { $0.document } }

  /// The same with pictures.
  public var illustratedDocument: Document? { document { $0.illustrated } }

  private func document(_ made: (any DocumentedResult) -> Document) -> Document? {
    guard let result = result as? any DocumentedResult else { return nil }
    var document = made(result)
    if let listingNote { document.blocks.insert(.paragraph(listingNote), at: 0) }
    if type(of: result).standsAlone { document.blocks += origin }
    document.footer += Provenance(inputs).footer(listingLayers: !type(of: result).listsItsLayers)
    return document
  }

  /// What a reader who has nothing else must know: doubts, what was asked, what was used.
  private var origin: [Document.Block] {
    let warnings = notices.filter { $0.severity == .warning }
    var asked = Self.flat(parameters, "").map { "\($0.name.spaced): \($0.value)" }
    if let commandLine { asked.append("Made by: \(commandLine)") }
    return [
      .heading("What to be careful about"),
      warnings.isEmpty
        ? .paragraph("Nothing was noticed that would change an answer.")
        : .list(warnings.map { Wording.sentence($0.words(remedy)) }),
      .heading("How this was made"), .list(asked),
      .table(Table("inputs", Provenance.InputRow.fields, rows: Provenance(inputs).rows)),
      .paragraph("\(Provenance.versions)."),
    ]
  }

  private static func flat(_ value: JSONValue, _ name: String) -> [(name: String, value: String)] {
    switch value {
    case .null: []
    case .object(let members): members.flatMap { flat($0.value, $0.name) }
    case .array(let elements): elements.isEmpty ? [] : [(name, value.cell)]
    case .bool, .integer, .number, .decimal, .string: [(name, value.cell)]
    }
  }

  /// The tables, the main one first.
  public var tables: [Table] {
    func tables<Result: AnalysisResult>(of result: Result) -> [Table] {
      Result.tables.map { $0.table(result) }
    }
    // Titles speak of the layers that were asked for: "share of {x}".
    var names: [String: String] = [:]
    if case .object(let members) = parameters {
      for member in members { if case .string(let text) = member.value { names[member.name] = text } }
    }
    return tables(of: result).filter { !$0.columns.isEmpty }.map { $0.naming(names) }
  }

  /// Everything except the results: the members of the outermost object of every JSON output that come before them.
  public var header: [JSONValue.Member] {
    [
      .init("schema_version", .string(Provenance.schemaVersion)), .init("command", .string(command)),
      .init("parameters", parameters),
    ] + (commandLine.map { [.init("command_line", .string($0))] } ?? []) + [
      .init("provenance", Provenance(inputs).json),
      .init(
        "warnings",
        .array(
          notices.map {
            [
              "severity": .string($0.severity.rawValue), "code": .string($0.code),
              "message": .string($0.words(remedy)),
            ]
          })),
    ]
  }

  private var parameters: JSONValue {
    func object<Result: AnalysisResult>(of result: Result) -> JSONValue {
      Result.parameters.object(of: result)
    }
    guard case .object(let members) = object(of: result) else { return .null }
    return .object(members + listing.members)
  }

  /// The results as one value.
  public var results: JSONValue {
    func object<Result: AnalysisResult>(of result: Result) -> JSONValue { Result.fields.object(of: result) }
    return object(of: result)
  }
}
