import Footprints
import Testing

@Suite struct JSONParserTests {
  static func parse(_ text: String) throws(FootprintsError) -> JSONValue {
    try JSONValue(parsing: FileBytes(Array(text.utf8), name: "x.json"))
  }

  @Test func everyKindOfValue() throws {
    let value = try Self.parse(
      "\u{FEFF}" + #"{"a":[1,-2.5,true,false,null,"x",[],{}], "b":{"c":12345678901}}"#)
    #expect(
      value
        == .object([
          .init("a", [1, .number(-2.5), true, false, nil, "x", [], [:]]), .init("b", ["c": 12_345_678_901]),
        ]))
  }

  @Test func escapes() throws {
    let value = try Self.parse(#"["\" \\ \/ \b \f \n \r \t \u0041 \u00e9 \u20AC \ud83d\ude00"]"#)
    #expect(value.elements?.first?.text == "\" \\ / \u{8} \u{C} \n \r \t A é € 😀")
  }

  @Test(arguments: [#"["\ud83d"]"#, #"["\ude00"]"#])
  func halfASurrogatePairIsReplaced(_ text: String) throws {
    #expect(try Self.parse(text).elements?.first?.text?.contains("\u{FFFD}") == true)
  }

  @Test func theLastOfTwoMembersCounts() throws {
    #expect(try Self.parse(#"{"a":1,"a":2}"#)["a"] == 2)
  }

  @Test(arguments: ["", " ", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "[1 2]", "tru", "[1]]", "{a:1}", "\"open"])
  func brokenTextIsRefusedWithItsPlace(_ text: String) throws {
    let error = #expect(throws: FootprintsError.self) { try Self.parse(text) }
    #expect(error?.kind == .badData)
    #expect(error?.file == "x.json")
    #expect(error?.place?.hasPrefix("line 1, column ") == true)
  }

  @Test func depthIsBounded() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    let error = #expect(throws: FootprintsError.self) { try Self.parse(deep) }
    #expect(error?.message.contains("nested more than 64") == true)
  }
}
