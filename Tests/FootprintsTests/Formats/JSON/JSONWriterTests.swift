import Footprints
import Testing

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (123_450, 2, "1234.50"), (-123_450, 2, "-1234.50"),
      (100, 2, "1.00"), (7, 0, "7"), (-7, 0, "-7"), (0, 0, "0"), (7, 3, "0.007"), (12_345, 3, "12.345"),
      // More digits than a Double holds.
      (9_007_199_254_740_993, 2, "90071992547409.93"), (.max, 2, "92233720368547758.07"),
      (.min, 2, "-92233720368547758.08"), (.min, 19, "-0.9223372036854775808"),
      (.min, 20, "-0.09223372036854775808"),
    ] as [(Int64, Int, String)])
  func decimalsAreExact(units: Int64, places: Int, text: String) {
    #expect(JSONValue.decimal(units: units, places: places).compact == text)
    #expect(JSONValue.decimal(units: units, places: places).serialized == text + "\n")
  }

  @Test func everyKindOfValue() {
    let value: JSONValue = [
      "none": nil, "truth": true, "whole": -3, "number": .number(0.1), "infinite": .number(.infinity),
      "money": .decimal(units: 123_450, places: 2), "text": "a \"b\"\n", "list": [1, "x", []], "empty": [:],
    ]
    #expect(
      value.compact
        == #"{"none": null, "truth": true, "whole": -3, "number": 0.1, "infinite": null, "money": 1234.50, "#
        + #""text": "a \"b\"\n", "list": [1, "x", []], "empty": {}}"#)
    let lines: JSONValue = ["a": [.decimal(units: 1, places: 1)], "b": 2]
    #expect(lines.serialized == "{\n  \"a\": [\n    0.1\n  ],\n  \"b\": 2\n}\n")
  }
}
