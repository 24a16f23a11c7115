/// The words by which planning workbooks are read, as a table that can be changed and given back.
public enum ImportWordsAnalysis: Analysis {
  /// `import words`.
  public static let name = "import words"
  /// What it answers.
  public static let summary = "The words by which planning workbooks are read, with what each means."

  /// Nothing is asked.
  public struct Request: AnalysisRequest {
    /// Asks.
    public init() {}
  }

  /// Reads the package's own table, else the list that comes with the program.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> ImportWordsResult
  {
    guard let table = try enquiry.table(role: "bcf-words") else {
      return ImportWordsResult(entries: PlanningWords.standard.entries, isDefault: true)
    }
    return ImportWordsResult(entries: try PlanningWords(table).entries, isDefault: false)
  }
}

/// The words by which planning workbooks are read.
public struct ImportWordsResult: AnalysisResult {
  /// The entries, in the order of the list.
  package private(set) var entries: [PlanningWords.Entry]
  /// Whether the list is the one that comes with the program.
  public let isDefault: Bool

  /// The meanings.
  public var listable: [NamedCode] { entries.map(Self.named) }

  /// The only list.
  public mutating func list(_ choice: inout RowChoice) {
    entries = choice.rows(entries, Self.entryFields) { [Self.named($0)] }
  }

  private static func named(_ entry: PlanningWords.Entry) -> NamedCode {
    NamedCode(code: entry.meaning, name: entry.words)
  }

  /// Nothing is asked.
  public static let parameters: [Field<ImportWordsResult>] = []

  private static let entryFields: [Field<PlanningWords.Entry>] = [
    .text("subject", "about", "what it is about: a heading of a table, a label, a kind, a type") {
      $0.subject.rawValue
    },
    .text("meaning", "meaning", "what it means, a name of ours") { $0.meaning },
    .text("words", "words", "the words, as workbooks have them") { $0.words },
    .text("years", "years", "the years of plans that have them, joined by semicolons; empty for any") {
      $0.years
    },
    .flag("verified", "verified", "whether they were checked against a published source") { $0.isVerified },
  ]

  /// The entries.
  public static let fields: [Field<ImportWordsResult>] = [
    .records("words", "the entries, in the order of the list", entryFields) { $0.entries },
    .flag("default", "default", "whether the list is the one that comes with the program") { $0.isDefault },
  ]

  /// The entries.
  public static let tables: [TableDeclaration<ImportWordsResult>] = [
    TableDeclaration("words", "one row per entry, as a table of role bcf-words has them", entryFields) {
      $0.entries
    }
  ]

  /// Where the list comes from.
  public var notes: [Note] {
    [
      Note(
        isDefault
          ? "The list is general knowledge of the field: nobody could check it against published templates, but where it says so. A table of role 'bcf-words' in the data package replaces it."
          : "The list is the data package’s own table of role 'bcf-words'.")
    ]
  }
}

extension ImportWordsResult: DocumentedResult {
  /// One table.
  public var document: Document {
    Document(
      title: "Words of planning workbooks",
      blocks: [
        .table(Table("words", Self.entryFields, rows: entries).showing(leavingOut: ["years"])),
        .heading("Notes"), .notes(notes),
      ])
  }
}
