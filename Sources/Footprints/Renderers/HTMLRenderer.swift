/// Documents as a page of HTML that needs nothing beside it: no font and no picture from anywhere else, and no script but its own.
///
/// Everything can be read, printed and followed by keyboard without the script, which only says more about what is pointed at.
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
    guard let document = report.illustratedDocument else { return }
    try render(document, remedy: report.remedy, jobs: report.jobs, to: sink)
  }

  /// Writes a document.
  public func render(
    _ document: Document, remedy: (Reason) -> String? = { _ in nil }, jobs: Int = availableJobs,
    to sink: any OutputSink
  ) throws(FootprintsError) {
    var page = HTMLPage(document, jobs: jobs, sink: sink)
    try page.begin()
    for block in document.blocks { try page.write(block, remedy) }
    try page.end(document.footer)
  }
}

/// A page while it is written.
private struct HTMLPage {
  private let document: Document
  private let jobs: Int
  private let sink: any OutputSink
  private let anchors: PageAnchors
  private let hasFigures: Bool
  /// How many tables, figures and headings are written.
  private var (tables, figures, headings) = (0, 0, 0)
  /// The heading above what is written.
  private var section: String

  init(_ document: Document, jobs: Int, sink: any OutputSink) {
    (self.document, self.jobs, self.sink) = (document, jobs, sink)
    anchors = PageAnchors(document)
    hasFigures = !document.figures.isEmpty
    section = document.title
  }

  func begin() throws(FootprintsError) {
    try sink.write(PageFrame.beginning(document.title, script: hasFigures ? PageScript.text : nil))
    try writeContents()
  }

  /// What is on a long page.
  private func writeContents() throws(FootprintsError) {
    let titles = document.blocks.compactMap { block in
      if case .heading(let text, 2) = block { text } else { nil }
    }
    guard hasFigures, titles.count > 3 else { return }
    let items = titles.enumerated().map { number, title in
      HTMLNode.element(
        "li", [.element("a", [.init(name: "href", value: "#s\(number + 1)")], [.text(title)])])
    }
    try write(
      .element(
        "nav", [.init(name: "aria-label", value: "On this page")], [.element("ol", items)]))
  }

  mutating func write(_ block: Document.Block, _ remedy: (Reason) -> String?) throws(FootprintsError) {
    switch block {
    case .heading(let text, let level):
      section = text
      switch level {
      case ...2:
        headings += 1
        let attributes: [HTMLNode.Attribute] =
          hasFigures ? [.init(name: "id", value: "s\(headings)")] : []
        try write(.element("h2", attributes, [.text(text)]))
      case 3: try write(.element("h3", text))
      default: try write(.element("h4", text))
      }
    case .paragraph(let text): try write(.element("p", text))
    case .headlines(let all):
      try write(
        .element(
          "ul", [.init(name: "class", value: "headlines")],
          all.map { .element("li", [.element("strong", $0.value), .text(" "), .text($0.meaning)]) }))
    case .list(let items): try write(.element("ul", items.map { .element("li", $0) }))
    case .notes(let notes):
      try write(.element("ul", notes.map { .element("li", $0.words(remedy)) }))
    case .table(let table): try write(table)
    case .figure(let figure): try write(figure)
    }
  }

  func end(_ footer: [String]) throws(FootprintsError) {
    try sink.write(PageFrame.end(footer, script: hasFigures ? PageScript.text : nil))
  }

  private func write(_ node: HTMLNode) throws(FootprintsError) {
    try sink.write(node.markup + "\n")
  }

  private mutating func write(_ figure: Figure) throws(FootprintsError) {
    figures += 1
    guard let svg = FigureDrawing(number: figures, anchors: anchors).svg(figure) else { return }
    try write(
      .element(
        "figure",
        [
          .element(
            "figcaption", [.element("strong", figure.title), .text(" "), .text(figure.description)]),
          .element(
            "div",
            [
              .init(name: "class", value: "drawing"), .init(name: "tabindex", value: "0"),
              .init(name: "role", value: "group"),
              .init(name: "aria-label", value: "\(figure.title), drawing"),
            ], [svg]),
          .element(
            "p", [.init(name: "class", value: "said"), .init(name: "aria-live", value: "polite")], []),
        ]))
  }

  private mutating func write(_ table: Table) throws(FootprintsError) {
    let (position, anchors) = (tables, anchors)
    tables += 1
    let areNumbers = table.columns.map(\.description.style.isNumber)
    let heads = zip(table.columns, areNumbers).map { column, isNumber in
      HTMLNode.element(
        "th",
        [.init(name: "scope", value: "col"), .init(name: "title", value: column.description.meaning)]
          + (isNumber ? [Self.number] : []), [.text(column.title)])
    }
    // A wide table scrolls by itself, not the page.
    let scroller = HTMLNode.Attribute(name: "aria-label", value: "Table: \(section)")
    try sink.write(
      "<div class=\"table\" tabindex=\"0\" role=\"group\"\(scroller.markup)><table>\n\(HTMLNode.element("caption", section).markup)\n<thead>\(HTMLNode.element("tr", heads).markup)</thead>\n<tbody>\n"
    )
    let header = areNumbers.firstIndex(of: false)
    try sink.write(each: table.count, jobs: jobs) { row, text in
      let subject = anchors.subject(table, row: row)
      let cells = zip(table.words(row), areNumbers).enumerated().map { column, cell in
        var content = HTMLNode.text(cell.0)
        if let subject, subject.column == column, anchors.isOnMap(subject.code),
          let number = anchors.number(of: subject.code)
        {
          content = .element("a", [.init(name: "href", value: "#a\(number)")], [content])
        }
        return column == header
          ? HTMLNode.element("th", [.init(name: "scope", value: "row")], [content])
          : HTMLNode.element("td", cell.1 ? [Self.number] : [], [content])
      }
      var attributes: [HTMLNode.Attribute] = []
      if let subject, let number = anchors.number(of: subject.code) {
        attributes.append(.init(name: "data-n", value: String(number)))
        if anchors.isTarget(subject.code, table: position, row: row) {
          attributes.append(.init(name: "id", value: "r\(number)"))
        }
      }
      HTMLNode.element("tr", attributes, cells).write(to: &text)
      text += "\n"
    }
    try sink.write("</tbody>\n</table></div>\n")
  }

  private static var number: HTMLNode.Attribute { .init(name: "class", value: "number") }
}
