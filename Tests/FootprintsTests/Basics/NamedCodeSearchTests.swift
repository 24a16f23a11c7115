import Testing

@testable import Footprints

@Suite struct NamedCodeSearchTests {
  private static let trusts = [
    NamedCode(code: "RXC", name: "East Sussex Healthcare NHS Trust"),
    NamedCode(code: "RDU", name: "Frimley Health NHS Foundation Trust"),
    NamedCode(code: "RTK", name: "Ashford and St Peter's Hospitals NHS Foundation Trust"),
    NamedCode(code: "RPC", name: "RTK"), NamedCode(code: "RXX", name: ""),
  ]

  private func position(_ text: String, in codes: [NamedCode] = trusts) throws(FootprintsError) -> Int {
    try codes.position(of: text, kind: ("trust", "trusts"))
  }

  private func error(_ text: String, in codes: [NamedCode] = trusts) throws -> FootprintsError {
    let error = #expect(throws: FootprintsError.self) { try position(text, in: codes) }
    return try #require(error)
  }

  @Test(arguments: [
    ("RXC", 0), ("rxc", 0), ("Frimley Health NHS Foundation Trust", 1), ("frimley", 1), ("St Peter's", 2),
    ("EAST SUSSEX", 0), ("RXX", 4),
    // The code of one is the name of another.
    ("RPC", 3), ("RTK", 2),
  ])
  func oneIsFound(text: String, place: Int) throws {
    #expect(try position(text) == place)
  }

  @Test(arguments: ["King’s College Hospital", "king's college", "KING`S", "Kingʼs"], ["King's", "King’s"])
  func anyApostropheWillDo(text: String, written: String) throws {
    let trusts = [
      NamedCode(code: "RJZ", name: "\(written) College Hospital NHS Foundation Trust"),
      NamedCode(code: "RCX", name: "The Queen Elizabeth Hospital Kings Lynn"),
    ]
    #expect(try position(text, in: trusts) == 0)
  }

  /// Files write the kind of body or leave it out, in capitals or not.
  @Test(
    arguments: [
      "NHS NORFOLK AND SUFFOLK INTEGRATED CARE BOARD", "Norfolk & Suffolk", "norfolk and suffolk icb",
      "NHS Norfolk and Suffolk", "suffolk integrated care board",
    ], ["NHS Norfolk and Suffolk Integrated Care Board", "NORFOLK AND SUFFOLK", "Norfolk and Suffolk ICB"])
  func theKindOfBodyNeedNotBeWritten(text: String, written: String) throws {
    let boards = [
      NamedCode(code: "E54000066", name: "NHS Essex Integrated Care Board"),
      NamedCode(code: "E54000068", name: written),
    ]
    #expect(try position(text, in: boards) == 1)
  }

  @Test func aKindOfBodyAloneIsNobody() throws {
    let boards = [NamedCode(code: "A", name: "Essex ICB"), NamedCode(code: "B", name: "Kent ICB")]
    #expect(throws: FootprintsError.self) { try position("Integrated Care Board", in: boards) }
  }

  @Test func anotherCodeIsAsGood() throws {
    var board = NamedCode(code: "E54000008", name: "Cheshire")
    board.others = ["QYG"]
    #expect(try position("qyg", in: [NamedCode(code: "E54000009", name: "Kent"), board]) == 1)
    // What makes two equal is code and name.
    #expect(board == NamedCode(code: "E54000008", name: "Cheshire"))
  }

  @Test func aPartOfSeveralNamesIsRefusedWithTheirCodes() throws {
    let error = try error("foundation")
    #expect(error.kind == .usage)
    #expect(error.message == "'foundation' is a part of 2 trusts’ names")
    #expect(
      error.remedy
        == "Say which by its code: Frimley Health NHS Foundation Trust (RDU), Ashford and St Peter's Hospitals NHS Foundation Trust (RTK)."
    )
  }

  @Test func ofManyTheFirstEightAreNamed() throws {
    let many = (0..<9).map { NamedCode(code: "R\($0)", name: "Trust \($0)") }
    let remedy = try #require(try error("trust", in: many).remedy)
    #expect(remedy.contains("Trust 7 (R7) and 1 more.") && !remedy.contains("R8"))
    let eight = try #require(try error("trust", in: Array(many.prefix(8))).remedy)
    #expect(eight.hasSuffix("Trust 7 (R7)."))
  }

  @Test func aSlipOfThePenIsAnsweredWithTheNearest() throws {
    let error = try error("Frimly")
    #expect(error.kind == .usage && error.message == "unknown trust 'Frimly'")
    #expect(error.remedy == "Did you mean Frimley Health NHS Foundation Trust (RDU)?")
    #expect(try self.error("RDV").remedy?.contains("Frimley Health NHS Foundation Trust (RDU)") == true)
  }

  @Test func whatIsNearNothingIsAnsweredWithAll() throws {
    let remedy = try #require(try error("zzzzzzzzzzzz").remedy)
    #expect(remedy.hasPrefix("The trusts are: East Sussex Healthcare NHS Trust (RXC), "))
    #expect(remedy.hasSuffix("RTK (RPC), RXX."), "a code alone where there is no name")
    #expect(try error("x", in: []).remedy == "There are no trusts.")
  }

  /// A mistyped code is no part of a name: parts begin where words do.
  @Test func aPartOfANameBeginsAWord() throws {
    let trusts = [
      NamedCode(code: "RTA", name: "North Hospitals"), NamedCode(code: "RTB", name: "Upper-Mid Trust"),
    ]
    #expect(throws: FootprintsError.self) { try trusts.position(of: "RTH", kind: ("trust", "trusts")) }
    #expect(throws: FootprintsError.self) { try trusts.positions(of: "orth", kind: ("trust", "trusts")) }
    #expect(try trusts.position(of: "hosp", kind: ("trust", "trusts")) == 0)
    #expect(try trusts.position(of: "mid tr", kind: ("trust", "trusts")) == 1)
  }

  @Test func aCodeComesBeforeAName() throws {
    let codes = [NamedCode(code: "A", name: "B"), NamedCode(code: "B", name: "A")]
    #expect(try position("A", in: codes) == 0)
    #expect(try position("b", in: codes) == 1)
  }

  /// Two may be called the same, and whoever asks by name may mean either.
  @Test func aNameThatTwoHaveIsRefused() throws {
    let codes = [
      NamedCode(code: "RA", name: "Community Trust"), NamedCode(code: "RB", name: "Community Trust"),
      NamedCode(code: "RC", name: "Old Community Trust"),
    ]
    let error = try error("community trust", in: codes)
    #expect(error.kind == .usage && error.message == "'community trust' is the name of 2 trusts")
    #expect(error.remedy == "Say which by its code: Community Trust (RA), Community Trust (RB).")
    // A whole name goes before a part of others.
    #expect(try position("Community Trust", in: Array(codes.dropFirst())) == 0)
  }

  @Test func nothingNamesNothing() throws {
    let error = try error("")
    #expect(error.message == "unknown trust ''")
  }
}
