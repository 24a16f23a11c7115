/// Documents as Markdown (CommonMark with the tables of GitHub).
public struct MarkdownRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `md`.
  public let name = "md"
  /// `.md`, `.markdown`.
  public let suffixes = ["md", "markdown"]
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
    try sink.write("# \(Self.escaped(document.title))\n")
    for block in document.blocks {
      if case .figure = block { continue }
      try sink.write("\n")
      switch block {
      case .heading(let text, let level):
        try sink.write("\(String(repeating: "#", count: min(6, level))) \(Self.escaped(text))\n")
      case .paragraph(let text): try sink.write(Self.escaped(text) + "\n")
      case .headlines(let all):
        for one in all { try sink.write("- **\(Self.escaped(one.value))** \(Self.escaped(one.meaning))\n") }
      case .list(let items): for item in items { try sink.write("- \(Self.escaped(item))\n") }
      case .notes(let notes):
        for note in notes { try sink.write("- \(Self.escaped(note.words(remedy)))\n") }
      case .table(let table): try render(table, to: sink)
      case .figure: break
      }
    }
    if !document.footer.isEmpty {
      try sink.write("\n---\n\n" + document.footer.map(Self.escaped).joined(separator: "  \n") + "\n")
    }
  }

  private func render(_ table: Table, to sink: any OutputSink) throws(FootprintsError) {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    try sink.write(row(table.columns.map { Self.escaped($0.title) }))
    try sink.write(row(table.columns.map { $0.description.style.isNumber ? "---:" : "---" }))
    for index in 0..<table.count { try sink.write(row(table.words(index).map(Self.escaped))) }
  }

  /// The text with everything escaped that Markdown or HTML would take as markup.
  private static func escaped(_ text: String) -> String {
    var out = ""
    // Scalars, not characters: a sign under a combining mark is still a sign.
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~":
        out += "\\"
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    // At the start of a line these would make a list or a heading.
    if let first = out.first, "+-=".contains(first) { return "\\" + out }
    let digits = out.prefix { $0.isASCII && $0.isNumber }
    let rest = out.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first ?? " " == " "
    {
      return digits + "\\" + rest
    }
    return out
  }
}
