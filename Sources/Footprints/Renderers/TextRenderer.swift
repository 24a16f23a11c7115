/// Documents as plain text for a terminal: aligned columns, nothing that moves the cursor.
///
/// With a page, as on a terminal, prose wraps, tables fit the width, and long ones show their most important rows. Without
/// one nothing is shortened.
public struct TextRenderer: Renderer {
  /// What the text is read on.
  public struct Page: Sendable, Equatable {
    /// How many characters a line has room for.
    public var width: Int
    /// How many rows of a table are shown; nil for all.
    public var rows: Int?

    /// Describes a page.
    public init(width: Int, rows: Int? = nil) {
      self.width = width
      self.rows = rows
    }

    /// Lines of prose are no longer than this, however wide the page: longer ones are hard to read.
    fileprivate var proseWidth: Int { min(width, 100) }
  }

  private let page: Page?

  /// The renderer; without a page nothing is shortened.
  public init(page: Page? = nil) { self.page = page }

  /// `table`.
  public let name = "table"
  /// `.txt`.
  public let suffixes = ["txt"]
  /// Yes.
  public let isSelfContained = true

  /// Whatever people can read.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind is any DocumentedResult.Type }

  /// Writes the report's document.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    guard let document = report.document else { return }
    try render(document, remedy: report.remedy, to: sink)
  }

  /// Writes a document.
  public func render(
    _ document: Document, remedy: (Reason) -> String? = { _ in nil }, to sink: any OutputSink
  ) throws(FootprintsError) {
    try write(document.title, underlinedWith: "=", to: sink)
    for block in document.blocks {
      if case .figure = block { continue }
      try sink.write("\n")
      switch block {
      case .heading(let text, let level):
        try write(text, underlinedWith: level > 2 ? "." : "-", to: sink)
      case .paragraph(let text): try write(text, to: sink)
      case .headlines(let all): for one in all { try write(one.words, first: "  - ", rest: "    ", to: sink) }
      case .list(let items): for item in items { try write(item, first: "  - ", rest: "    ", to: sink) }
      case .notes(let notes):
        for note in notes { try write(note.words(remedy), first: "  - ", rest: "    ", to: sink) }
      case .table(let table): try write(table, remedy, to: sink)
      case .figure: break
      }
    }
    if !document.footer.isEmpty {
      try sink.write("\n")
      for line in document.footer { try write(line, rest: "  ", to: sink) }
    }
  }

  private func write(
    _ text: String, first: String = "", rest: String = "", to sink: any OutputSink
  ) throws(FootprintsError) {
    let lines = TextWrapping.lines(text.printable, width: page?.proseWidth, first: first, rest: rest)
    for line in lines { try sink.write(line + "\n") }
  }

  private func write(
    _ text: String, underlinedWith line: String, to sink: any OutputSink
  ) throws(FootprintsError) {
    let lines = TextWrapping.lines(text.printable, width: page?.proseWidth)
    for line in lines { try sink.write(line + "\n") }
    try sink.write(String(repeating: line, count: lines.map(\.count).max() ?? 0) + "\n")
  }

  private func write(
    _ table: Table, _ remedy: (Reason) -> String?, to sink: any OutputSink
  ) throws(FootprintsError) {
    let limit = page?.rows ?? .max
    let rows = table.count > limit ? table.mostImportant(limit) : Array(0..<table.count)
    let leftOut = try TextTable(table, rows: rows, width: page?.width).write(to: sink)
    var notes: [Note] = []
    if rows.count < table.count {
      let title = table.columns.first { $0.description.name == table.main }?.title
      notes.append(
        Note(
          "The first \(Wording.grouped(rows.count)) of \(Wording.grouped(table.count)) rows\(title.map { ", by \($0)" } ?? "").",
          reason: .rowsLeftOut))
    }
    if !leftOut.isEmpty {
      notes.append(Note("No room for: \(leftOut.joined(separator: ", ")).", reason: .columnsLeftOut))
    }
    for note in notes { try write(note.words(remedy), to: sink) }
  }
}
