import Footprints
import Testing

/// Values of fields, and dates among them.
@Suite struct ValueTests {
  private static let fits: [(AttributeValue, FieldKind, AttributeValue?)] = [
    (.integer(1), .boolean, .boolean(true)), (.integer(2), .boolean, nil),
    (.text("TRUE"), .boolean, .boolean(true)),
    (.real(2), .integer, .integer(2)), (.real(2.5), .integer, nil), (.text("7"), .integer, .integer(7)),
    (.integer(9_007_199_254_740_993), .real, nil), (.integer(3), .real, .real(3)), (.text("x"), .real, nil),
    (.integer(-3), .text, .text("-3")), (.real(0.1), .text, .text("0.1")), (.binary([1]), .text, nil),
    (.text("2024-02-29"), .date, .text("2024-02-29")), (.text("2023-02-29"), .date, nil),
    (.text("1900-02-29"), .date, nil), (.text("2000-02-29"), .date, .text("2000-02-29")),
    (.text("2023-13-01"), .date, nil), (.text("2023-1-01"), .date, nil),
    (.text("2023-01-01T23:59:60Z"), .dateTime, .text("2023-01-01T23:59:60Z")),
    (.text("2023-01-01 10:00:00+01:00"), .dateTime, .text("2023-01-01 10:00:00+01:00")),
    (.text("2023-01-01T24:00:00Z"), .dateTime, nil), (.text("2023-01-01T10:00:00."), .dateTime, nil),
    (.text("2023-01-01T10:00:00Zx"), .dateTime, nil), (.null, .date, .null),
  ]

  @Test(arguments: fits)
  func valuesFitOrDoNot(_ value: AttributeValue, _ kind: FieldKind, _ expected: AttributeValue?) {
    #expect(value.fitting(kind) == expected)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
    (1_617_235_199, "2021-03-31T23:59:59.000Z"), (-1, "1969-12-31T23:59:59.000Z"),
    (253_402_300_799, "9999-12-31T23:59:59.000Z"), (.max, "9999-12-31T00:00:00.000Z"),
    (.min, "0000-01-01T00:00:00.000Z"),
  ])
  func momentsAreDatesOfTheCalendar(_ seconds: Int, _ text: String) {
    #expect(Timestamp.text(secondsSince1970: seconds) == text)
  }
}
