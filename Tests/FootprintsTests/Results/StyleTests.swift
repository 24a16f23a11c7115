import Footprints
import Testing

/// The words for each kind of value in each style.
@Suite struct StyleTests {
  @Test(
    arguments: [
      (.text, "Ay", "Ay"), (.text, .integer(4), "4"), (.text, [4, -5], "4, -5"),
      (.text, .integer(.max), "9223372036854775807"), (.text, .number(.nan), ""), (.money, .integer(5), "5"),
      (.yesNo, 1, "1"), (.text, .number(2.5), "2.5"), (.text, .bool(true), "true"),
      (.text, ["a", "b"], "a, b"),
      (.text, [], ""), (.whole, .integer(1_234), "1,234"), (.whole, .number(999.5), "1,000"),
      (.whole, .number(.nan), "?"), (.area, .number(123_456), "0.12 km2"), (.area, .integer(50), "50.0 m2"),
      (.share, .number(0.452), "45.2%"), (.share, .integer(1), "100.0%"),
      (.share, [.number(0.5), .number(0)], "50.0%, 0.0%"),
      (.decimals(2), .number(1.005), "1.00"), (.decimals(0), .number(2.5), "3"),
      (.decimals(3), .number(.infinity), "?"),
      (.money, .decimal(units: 123_450, places: 2), "£1,234.50"),
      (.money, .decimal(units: -5, places: 2), "-£0.05"),
      (.yesNo, true, "yes"), (.yesNo, false, "no"), (.yesNo, "perhaps", "perhaps"), (.whole, "many", "many"),
    ] as [(Style, JSONValue, String)])
  func words(style: Style, value: JSONValue, text: String) {
    #expect(style.words(for: value) == text)
    #expect(style.words(for: value, missing: "none") == text)
  }

  static let all: [Style] = [.text, .whole, .area, .share, .decimals(2), .money, .yesNo]

  @Test(arguments: all)
  func nothingHasTheWordsForNothing(style: Style) {
    #expect(style.words(for: nil) == "")
    #expect(style.words(for: nil, missing: "not given") == "not given")
  }

  @Test func numbersAreOnTheRight() {
    #expect(Self.all.filter(\.isNumber) == [.whole, .area, .share, .decimals(2), .money])
  }
}
