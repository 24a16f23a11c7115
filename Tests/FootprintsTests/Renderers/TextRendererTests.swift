import Footprints
import Testing

/// Documents as plain text.
@Suite struct TextRendererTests {
  private func text(_ blocks: [Document.Block], title: String = "T") throws -> String {
    let text = try ReadableResult(document: Document(title: title, blocks: blocks)).text(as: "table")
    #expect(text.hasPrefix("T\n=\n\n"))
    return String(text.dropFirst("T\n=\n\n".count))
  }

  private func rows(_ rows: [MadeUpRow], _ columns: [String]) -> Document.Block {
    .table(Table("rows", MadeUpRow.fields, rows: rows, names: ["x": "ccg"]).selecting(columns))
  }

  @Test func everyKindOfBlock() throws {
    let document = Document(
      title: "A title",
      blocks: [
        .paragraph("A paragraph."), .heading("Größe"), .list(["one", "two"]), .notes([Note("A note.")]),
      ], footer: ["from here", "and there"])
    #expect(
      try ReadableResult(document: document).text(as: "table") == """
        A title
        =======

        A paragraph.

        Größe
        -----

          - one
          - two

          - A note.

        from here
        and there

        """)
    #expect(try ReadableResult(document: Document(title: "T")).text(as: "table") == "T\n=\n")
  }

  /// A note's own remedy, a better one from the caller, and none.
  @Test func remediesFollowTheirNotes() throws {
    let notes = [
      Note("A."), Note("B.", remedy: "Do b."), Note("C.", reason: .noPeople),
      Note("D.", remedy: "Do d.", reason: .noPeople), Note("E.", remedy: "Do e.", reason: .noLookup),
    ]
    let report = try ReadableResult(document: Document(title: "T", blocks: [.notes(notes)]))
      .report { $0 == .noPeople ? "Count people." : nil }
    #expect(
      try report.text(as: "table").hasSuffix(
        """
          - A.
          - B. Do b.
          - C. Count people.
          - D. Count people.
          - E. Do e.

        """))
  }

  @Test func aTableIsAlignedWithNumbersOnTheRight() throws {
    let rows = [
      MadeUpRow.full, MadeUpRow(name: "A longer name", plans: 7, share: 1, verdicts: [("other", true)]),
    ]
    let table = Table("rows", MadeUpRow.fields, rows: rows, names: ["x": "ccg"])
    #expect(
      try text([.table(table)]) == """
        name of ccg    plans      area   share  width       cost  open  tags  changes  all-in  half  other
        -------------  -----  --------  ------  -----  ---------  ----  ----  -------  ------  ----  -----
        Ay             1,234  0.12 km2   45.2%   12.3  £1,234.50  yes   a, b  4, 5     yes     no
        A longer name      7            100.0%         not given                                     yes

        """)
  }

  @Test func anEmptyTableHasItsTitles() throws {
    #expect(try text([rows([], ["name", "plans"])]) == "name of ccg  plans\n-----------  -----\n")
  }

  @Test func whatIsMissingHasItsWords() throws {
    #expect(
      try text([rows([MadeUpRow()], ["name", "plans", "area_m2", "amount_gbp", "tags"])]) == """
        name of ccg    plans  area       cost  tags
        -----------  -------  ----  ---------  ----
        nobody       unknown        not given

        """)
  }

  @Test func longCellsWidenTheirColumn() throws {
    let long = String(repeating: "long ", count: 200) + "end"
    let lines = try text([
      rows([MadeUpRow(name: long, plans: 1), MadeUpRow(name: "b", plans: 2)], ["name", "plans"])
    ])
    .split(separator: "\n")
    #expect(lines.map(\.count) == [1010, 1010, 1010, 1010])
    #expect(lines[2] == "\(long)      1")
  }

  @Test func conditionsAreFieldsMoreOrLess() throws {
    func titles(_ conditions: Set<Condition>) throws -> [Substring] {
      let table = Table("rows", MadeUpRow.fields, rows: [MadeUpRow.full], showing: conditions)
      return try text([.table(table.selecting(["share", "population", "width_m"]))]).split(separator: "\n")
    }
    #expect(try titles([])[0] == "share  width")
    #expect(try titles([.people])[0] == "share  people  width")
    #expect(try titles([.people])[2] == "45.2%   1,000   12.3")
    #expect(try titles([Condition("where the moon is full")])[0] == "share  width")
  }

  /// No name moves the cursor, breaks a line or turns the direction of writing.
  @Test func controlCharactersAreShownWhereverTheyAre() throws {
    let hostile = "a\u{1B}[2J\r\n\u{202E}b\u{0}\u{85}\u{2028}"
    let shown = #"a\u{1b}[2J\u{d}\u{a}\u{202e}b\u{0}\u{85}\u{2028}"#
    let document = Document(
      title: hostile,
      blocks: [
        .heading(hostile), .paragraph(hostile), .list([hostile]), .notes([Note(hostile, remedy: hostile)]),
        .table(Table("rows", MadeUpRow.fields, rows: [MadeUpRow(name: hostile)], names: ["x": hostile])),
      ], footer: [hostile])
    let text = try ReadableResult(document: document).text(as: "table")
    #expect(text.ranges(of: shown).count == 9)
    #expect(
      !text.unicodeScalars.contains {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
      })
    #expect(text.split(separator: "\n")[0].count == text.split(separator: "\n")[1].count)
  }
}
