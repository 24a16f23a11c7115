/// The process changes that are known, with what each stands for.
public enum ProcessesAnalysis: Analysis {
  /// `processes`.
  public static let name = "processes"
  /// What it answers.
  public static let summary = "The known process changes, with what each touches in a Better Care Fund plan."

  /// Nothing is asked.
  public struct Request: AnalysisRequest {
    /// Asks.
    public init() {}
  }

  /// Reads the package's own table, else the default list.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> ProcessesResult {
    let map = try enquiry.processMap()
    return ProcessesResult(
      processes: map.processes, isDefault: map.processes == ProcessMap.standard.processes)
  }
}

/// The process changes that are known.
public struct ProcessesResult: AnalysisResult {
  /// The processes, in the order of the list.
  public private(set) var processes: [ProcessChange]
  /// Whether the list is the one that comes with the program.
  public let isDefault: Bool

  init(processes: [ProcessChange], isDefault: Bool) {
    self.processes = processes
    self.isDefault = isDefault
  }

  /// The processes, by their names.
  public var listable: [NamedCode] { processes.flatMap(Self.names) }

  /// The only list.
  public mutating func list(_ choice: inout RowChoice) {
    processes = choice.rows(processes, ProcessFields.all, about: Self.names)
  }

  private static func names(of process: ProcessChange) -> [NamedCode] {
    ([process.name] + process.also).map { NamedCode(code: $0, name: $0) }
  }

  /// Nothing is asked.
  public static let parameters: [Field<ProcessesResult>] = []

  /// The processes.
  public static let fields: [Field<ProcessesResult>] = [
    .records("processes", "the processes, in the order of the list", ProcessFields.all) { $0.processes },
    .flag("default", "default", "whether the list is the one that comes with the program") { $0.isDefault },
  ]

  /// The processes.
  public static let tables: [TableDeclaration<ProcessesResult>] = [
    TableDeclaration("processes", "one row per process", ProcessFields.all) { $0.processes }
  ]

  /// Where the list comes from.
  public var notes: [Note] {
    [
      Note(
        isDefault
          ? "The list is general knowledge of the field, not a published standard: a table of role 'process-map' in the data package replaces it."
          : "The list is the data package’s own table of role 'process-map'.")
    ]
  }
}

extension ProcessesResult: DocumentedResult {
  /// One table.
  public var document: Document {
    Document(
      title: "Process changes",
      blocks: [
        .paragraph("What a change to each process touches in a Better Care Fund plan."),
        .table(
          Table("processes", ProcessFields.all, rows: processes)
            .showing(leavingOut: ["conditions", "metrics", "scheme_types"])), .heading("Notes"),
        .notes(notes),
      ])
  }
}
