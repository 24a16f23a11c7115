import Footprints
import Testing

/// Text on a page of some width, such as a terminal's.
@Suite struct TextPageTests {
  private func lines(_ document: Document, width: Int, rows: Int? = nil) throws -> [String] {
    let sink = TextSink()
    try TextRenderer(page: .init(width: width, rows: rows)).render(document, to: sink)
    return sink.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func text(_ table: Table, width: Int, rows: Int? = nil) throws -> String {
    try lines(Document(title: "T", blocks: [.table(table)]), width: width, rows: rows).dropFirst(3)
      .joined(separator: "\n")
  }

  private let trees = Table(
    "rows", MadeUpRow.fields,
    rows: [
      MadeUpRow(name: "Horse chestnut of the old park", plans: 1234, share: 0.5, cost: Money(pence: 123_450)),
      MadeUpRow(name: "Ash", plans: 7, share: 1),
    ], names: ["x": "tree"]
  ).selecting(["name", "plans", "share", "amount_gbp"])

  @Test func proseWrapsAtWordsAndHangs() throws {
    let document = Document(
      title: "A title of some length",
      blocks: [
        .paragraph("one two three four five six"), .list(["seven eight nine ten eleven"]),
        .notes([Note("a note of five words")]),
      ], footer: ["Source: somebody who knows", "x"])
    #expect(
      try lines(document, width: 16) == [
        "A title of some", "length", "===============", "", "one two three", "four five six", "",
        "  - seven eight", "    nine ten", "    eleven", "", "  - a note of", "    five words", "",
        "Source: somebody", "  who knows", "x", "",
      ])
  }

  /// However wide the page, a line of prose is one that can be read.
  @Test func proseIsNeverWiderThanAHundred() throws {
    let words = Array(repeating: "word", count: 60).joined(separator: " ")
    let longest = try lines(Document(title: "T", blocks: [.paragraph(words)]), width: 300).map(\.count).max()
    #expect(longest == 99)
  }

  /// A path longer than the page keeps its letters.
  @Test func aLongWordIsNotBroken() throws {
    let path = String(repeating: "p", count: 50)
    let all = try lines(Document(title: "T", blocks: [.paragraph("see \(path) there")]), width: 20)
    #expect(all.dropFirst(3).prefix(3) == ["see", Substring(path).description, "there"])
  }

  @Test func aTableThatFitsIsAsItIsElsewhere() throws {
    let wide = try text(trees, width: 200)
    #expect(
      wide == """
        name of tree                    plans   share       cost
        ------------------------------  -----  ------  ---------
        Horse chestnut of the old park  1,234   50.0%  £1,234.50
        Ash                                 7  100.0%  not given

        """)
    #expect(try text(trees, width: 56) == wide)
  }

  @Test func wordsAndTitlesWrapBeforeAnythingIsLeftOut() throws {
    #expect(
      try text(trees, width: 45) == """
        name of tree         plans   share       cost
        -------------------  -----  ------  ---------
        Horse chestnut of    1,234   50.0%  £1,234.50
        the old park
        Ash                      7  100.0%  not given

        """)
  }

  @Test func expendableColumnsGoInTheirOrderAndAreNamed() throws {
    let table = trees.showing(leavingOut: ["share", "amount_gbp"])
    #expect(
      try text(table, width: 36) == """
        name of tree        plans       cost
        ------------------  -----  ---------
        Horse chestnut of   1,234  £1,234.50
        the old park
        Ash                     7  not given
        No room for: share.

        """)
    #expect(try text(table, width: 22).contains("No room for: share,\ncost."))
  }

  @Test func whatFitsNoOtherWayIsStacked() throws {
    #expect(
      try text(trees, width: 24) == """
        name of tree: Horse
          chestnut of the old
          park
        plans: 1,234
        share: 50.0%
        cost: £1,234.50

        name of tree: Ash
        plans: 7
        share: 100.0%
        cost: not given

        """)
  }

  /// Whatever the width, no line is longer, and no number or code is cut.
  @Test func everyWidthHoldsItsLinesAndItsNumbers() throws {
    for width in 20...120 {
      let table = trees.showing(leavingOut: ["share"])
      let all = try lines(Document(title: "T", blocks: [.table(table)]), width: width)
      #expect(all.allSatisfy { $0.count <= width }, "\(width)")
      #expect(all.contains { $0.contains("1,234") } && all.contains { $0.contains("£1,234.50") }, "\(width)")
    }
  }

  @Test func longWordsBreakAfterASlash() throws {
    let table = Table(
      "rows", MadeUpRow.fields, rows: [MadeUpRow(name: "Reablement/Rehabilitation Services", plans: 1)],
      names: ["x": "tree"]
    ).selecting(["name", "plans"])
    #expect(
      try text(table, width: 22) == """
        name of tree     plans
        ---------------  -----
        Reablement/          1
        Rehabilitation
        Services

        """)
  }

  @Test func aVeryLongCellEndsWithAMark() throws {
    let table = Table(
      "rows", MadeUpRow.fields,
      rows: [MadeUpRow(name: Array(repeating: "tree", count: 200).joined(separator: " "), plans: 1)],
      names: ["x": "tree"]
    ).selecting(["name", "plans"])
    let shown = try text(table, width: 30).split(separator: "\n")
    #expect(shown.count == 14 && shown[13].hasSuffix("…"))
  }

  @Test func aShortPageShowsTheMostImportantRowsFirst() throws {
    let names = ["a", "b", "c", "d"]
    let table = Table(
      "rows", MadeUpRow.fields,
      rows: zip(names, [1, 40, nil, 5]).map { MadeUpRow(name: $0, plans: $1) }, names: ["x": "tree"]
    ).selecting(["name", "plans"])
    let byNumber = try text(table.showing(mostOf: "plans"), width: 80, rows: 2).split(separator: "\n")
    #expect(byNumber[2].hasPrefix("b ") && byNumber[3].hasPrefix("d "))
    #expect(byNumber[4] == "The first 2 of 4 rows, by plans.")
    let inOrder = try text(table, width: 80, rows: 3).split(separator: "\n")
    #expect(inOrder[2].hasPrefix("a ") && inOrder[5] == "The first 3 of 4 rows.")
    #expect(try text(table.showing(mostOf: "plans"), width: 80, rows: 4).contains("The first") == false)
  }
}
