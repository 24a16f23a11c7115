/// Documents as plain text for a terminal: aligned columns, nothing that moves the cursor.
public struct TextRenderer: Renderer {
  /// The renderer.
  public init() {}

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
    try sink.write(Self.underlined(document.title.printable, with: "="))
    for block in document.blocks {
      try sink.write("\n")
      switch block {
      case .heading(let text): try sink.write(Self.underlined(text.printable, with: "-"))
      case .paragraph(let text): try sink.write(text.printable + "\n")
      case .list(let items): for item in items { try sink.write("  - \(item.printable)\n") }
      case .notes(let notes): for note in notes { try sink.write("  - \(note.words(remedy).printable)\n") }
      case .table(let table): try render(table, to: sink)
      }
    }
    if !document.footer.isEmpty {
      try sink.write("\n" + document.footer.map { $0.printable + "\n" }.joined())
    }
  }

  private static func underlined(_ text: String, with line: String) -> String {
    text + "\n" + String(repeating: line, count: text.count) + "\n"
  }

  /// Rows are made twice, for the widths and for the text, so that no copy of a long table is kept.
  private func render(_ table: Table, to sink: any OutputSink) throws(FootprintsError) {
    let titles = table.columns.map(\.title.printable)
    func row(_ index: Int) -> [String] { table.words(index).map(\.printable) }
    var widths = titles.map(\.count)
    for index in 0..<table.count {
      for (column, cell) in row(index).enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    let areNumbers = table.columns.map(\.description.style.isNumber)
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += areNumbers[column] ? padding + cell : cell + padding
        if column < cells.count - 1 { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    try sink.write(line(titles))
    try sink.write(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n")
    for index in 0..<table.count { try sink.write(line(row(index))) }
  }
}
