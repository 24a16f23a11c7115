import Footprints
import Testing

/// Documents as Markdown, in which no name from a file may become markup.
@Suite struct MarkdownRendererTests {
  private func markdown(_ blocks: [Document.Block]) throws -> String {
    let text = try ReadableResult(document: Document(title: "T", blocks: blocks)).text(as: "md")
    #expect(text.hasPrefix("# T\n\n"))
    return String(text.dropFirst("# T\n\n".count))
  }

  @Test func everyKindOfBlock() throws {
    let document = Document(
      title: "A title",
      blocks: [
        .paragraph("A paragraph."), .heading("Part"), .list(["one", "two"]),
        .notes([Note("A note.", remedy: "Do this.")]), .list([]),
      ], footer: ["from here", "and there"])
    #expect(
      try ReadableResult(document: document).text(as: "md") == """
        # A title

        A paragraph.

        ## Part

        - one
        - two

        - A note. Do this.


        ---

        from here  
        and there

        """)
    #expect(try ReadableResult(document: Document(title: "T")).text(as: "md") == "# T\n")
  }

  @Test func remediesOfWhoeverAsks() throws {
    let notes = [Note("C.", reason: .noPeople), Note("D.", remedy: "Do d.", reason: .noPeople)]
    let report = try ReadableResult(document: Document(title: "T", blocks: [.notes(notes)]))
      .report { _ in "Use --this." }
    #expect(try report.text(as: "md").hasSuffix("- C. Use --this.\n- D. Use --this.\n"))
  }

  @Test func aTableHasItsNumbersOnTheRight() throws {
    let rows = [MadeUpRow.full, MadeUpRow(verdicts: [("other", true)])]
    let table = Table("rows", MadeUpRow.fields, rows: rows, showing: [.people], names: ["x": "a|b"])
    #expect(
      try markdown([.table(table)]) == #"""
        | name of a\|b | plans | area | share | people | width | cost | open | tags | changes | all-in | half | other |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | --- | --- | --- | --- |
        | Ay | 1,234 | 0.12 km2 | 45.2% | 1,000 | 12.3 | £1,234.50 | yes | a, b | 4, 5 | yes | no |  |
        | nobody | unknown |  |  |  |  | not given |  |  |  |  |  | yes |

        """#)
    #expect(
      try markdown([.table(Table("rows", MadeUpRow.fields, rows: []).selecting(["name", "plans"]))])
        == "| name of {x} | plans |\n| --- | ---: |\n")
  }

  /// A mark that joins a sign makes one letter for the eye, but not for Markdown.
  @Test func signsAreEscapedUnderCombiningMarksToo() throws {
    let table = Table("rows", MadeUpRow.fields, rows: [MadeUpRow(name: "a|\u{301}b*\u{308}<\u{200D}")])
    #expect(
      try markdown([.table(table.selecting(["name"]))]).unicodeScalars.elementsEqual(
        "| name of {x} |\n| --- |\n| a\\|\u{301}b\\*\u{308}&lt;\u{200D} |\n".unicodeScalars))
  }

  @Test(
    arguments: [
      ("a|b", #"a\|b"#), ("*a* _b_ `c` ~d~", #"\*a\* \_b\_ \`c\` \~d\~"#), ("[a](b)", #"\[a\](b)"#),
      ("<script>&amp;", "&lt;script&gt;&amp;amp;"), (#"a\|b"#, #"a\\\|b"#), ("# a", "\\# a"),
      ("a # b", "a \\# b"),
      ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("=====", #"\====="#), ("---", #"\---"#),
      ("-5.0 m2", #"\-5.0 m2"#),
      ("a - b", "a - b"), ("1. a", #"1\. a"#), ("12) a", #"12\) a"#), ("1.5", "1.5"), ("2021.", #"2021\."#),
      ("1,234", "1,234"), ("> a", "&gt; a"), ("a\nb", #"a\\u{a}b"#), ("\u{1B}[0m", #"\\u{1b}\[0m"#), ("", ""),
    ])
  func signsAreEscaped(text: String, escaped: String) throws {
    #expect(try markdown([.paragraph(text)]) == "\(escaped)\n")
    #expect(try markdown([.list([text])]) == "- \(escaped)\n")
    let table = Table("rows", MadeUpRow.fields, rows: [MadeUpRow(name: text)]).selecting(["name"])
    #expect(try markdown([.table(table)]).hasSuffix("\n| \(escaped) |\n"))
    let document = Document(title: text, blocks: [.heading(text)], footer: [text])
    #expect(
      try ReadableResult(document: document).text(as: "md")
        == "# \(escaped)\n\n## \(escaped)\n\n---\n\n\(escaped)\n")
  }
}
