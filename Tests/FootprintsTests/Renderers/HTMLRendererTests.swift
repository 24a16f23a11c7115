import Footprints
import Testing

/// Documents as HTML, in which no name from a file may become markup, and which needs nothing from anywhere else.
@Suite struct HTMLRendererTests {
  private func html(_ document: Document) throws -> String {
    try ReadableResult(document: document).text(as: "html")
  }

  @Test func everyKindOfBlock() throws {
    let rows = [MadeUpRow.full]
    let table = Table("rows", MadeUpRow.fields, rows: rows, showing: [.people], names: ["x": "ccg"])
    let text = try html(
      Document(
        title: "A title",
        blocks: [
          .paragraph("A paragraph."), .heading("Part"), .list(["one", "two"]),
          .notes([Note("A note.", remedy: "Do this.")]), .table(table),
        ], footer: ["from here"]))
    for part in [
      "<!DOCTYPE html>\n<html lang=\"en-GB\">", "<title>A title</title>", "<h1>A title</h1>",
      "<p>A paragraph.</p>",
      "<h2>Part</h2>", "<ul><li>one</li><li>two</li></ul>", "<ul><li>A note. Do this.</li></ul>",
      "<td class=\"number\">1,234</td>", "<footer><p>from here</p></footer>", "</body>\n</html>\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.split(separator: "<tr>").count == 3)
  }

  @Test(
    arguments: [
      "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "\"><b>", "' onclick='x", "&lt;",
      "a\u{0}b\u{1B}[31m",
      "<!--", "]]>", "&#x3C;script&#x3E;",
    ])
  func namesAreNeverMarkup(name: String) throws {
    struct Named: Sendable { let name: String }
    let table = Table(
      "rows", [Field<Named>.text("name", "name of {x}", "its name") { $0.name }], rows: [Named(name: name)],
      names: ["x": name])
    let plain = try html(
      Document(
        title: "T",
        blocks: [.paragraph("x"), .heading("x"), .list(["x"]), .notes([Note("x")]), .table(table)],
        footer: ["x"]))
    let text = try html(
      Document(
        title: name,
        blocks: [.paragraph(name), .heading(name), .list([name]), .notes([Note(name)]), .table(table)],
        footer: [name]))
    // As many elements as with a harmless name.
    #expect(text.filter { $0 == "<" }.count == plain.filter { $0 == "<" }.count)
    #expect(text.filter { $0 == ">" }.count == plain.filter { $0 == ">" }.count)
    #expect(!text.contains("\u{0}") && !text.contains("\u{1B}"))
  }

  @Test func nothingIsFetched() throws {
    let text = try html(Document(title: "T", blocks: [.paragraph("https://example.org")]))
    for word in ["<script", "<link", "<img", "@import", "url(", "src=", "href="] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("default-src 'none'"))
  }
}
