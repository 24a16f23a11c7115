/// Documents as a page of HTML that needs nothing beside it: no script, no font, no picture from anywhere else.
public struct HTMLRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `html`.
  public let name = "html"
  /// `.html`, `.htm`.
  public let suffixes = ["html", "htm"]
  /// Yes.
  public let isSelfContained = true

  /// Whatever people can read.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind is any DocumentedResult.Type }

  /// Writes the report's document.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    guard let document = report.document else { return }
    try render(document, remedy: report.remedy, jobs: report.jobs, to: sink)
  }

  /// Writes a document.
  public func render(
    _ document: Document, remedy: (Reason) -> String? = { _ in nil }, jobs: Int = availableJobs,
    to sink: any OutputSink
  ) throws(FootprintsError) {
    let title = HTMLNode.element("title", document.title).markup
    try sink.write(
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      \(title)
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      \(HTMLNode.element("h1", document.title).markup)

      """)
    for block in document.blocks {
      switch block {
      case .heading(let text): try write(.element("h2", text), to: sink)
      case .paragraph(let text): try write(.element("p", text), to: sink)
      case .list(let items): try write(.element("ul", items.map { .element("li", $0) }), to: sink)
      case .notes(let notes):
        try write(.element("ul", notes.map { .element("li", $0.words(remedy)) }), to: sink)
      case .table(let table): try write(table, jobs, to: sink)
      }
    }
    try sink.write("</main>\n")
    if !document.footer.isEmpty {
      try write(.element("footer", document.footer.map { .element("p", $0) }), to: sink)
    }
    try sink.write("</body>\n</html>\n")
  }

  private func write(_ node: HTMLNode, to sink: any OutputSink) throws(FootprintsError) {
    try sink.write(node.markup + "\n")
  }

  private func write(_ table: Table, _ jobs: Int, to sink: any OutputSink) throws(FootprintsError) {
    let areNumbers = table.columns.map(\.description.style.isNumber)
    let heads = zip(table.columns, areNumbers).map { column, isNumber in
      HTMLNode.element(
        "th",
        [.init(name: "scope", value: "col"), .init(name: "title", value: column.description.meaning)]
          + (isNumber ? [Self.number] : []), [.text(column.title)])
    }
    // A wide table scrolls by itself, not the page.
    try sink.write(
      "<div class=\"table\"><table>\n<thead>\(HTMLNode.element("tr", heads).markup)</thead>\n<tbody>\n")
    try sink.write(each: table.count, jobs: jobs) { row, text in
      let cells = zip(table.words(row), areNumbers).map { text, isNumber in
        HTMLNode.element("td", isNumber ? [Self.number] : [], [.text(text)])
      }
      HTMLNode.element("tr", cells).write(to: &text)
      text += "\n"
    }
    try sink.write("</tbody>\n</table></div>\n")
  }

  private static var number: HTMLNode.Attribute { .init(name: "class", value: "number") }

  private static let style = """
    body { font: 16px/1.5 system-ui, sans-serif; color: #0b0c0c; background: #fff; margin: 0 auto; max-width: 70rem; padding: 1rem; }
    h1 { font-size: 1.8rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin-top: 2rem; }
    p, ul { max-width: 45rem; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.9rem; }
    th, td { border-bottom: 1px solid #b1b4b6; padding: 0.3rem 0.8rem 0.3rem 0; text-align: left; vertical-align: top; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    footer { border-top: 1px solid #b1b4b6; color: #505a5f; font-size: 0.85rem; margin-top: 2rem; }
    @media print { body { max-width: none; } tr { break-inside: avoid; } thead { display: table-header-group; } }
    """
}
