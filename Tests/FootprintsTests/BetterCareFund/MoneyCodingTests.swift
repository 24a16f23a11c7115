import Foundation
import Footprints
import Testing

/// Money in JSON of the standard coders: pounds, exact to the penny.
@Suite struct MoneyCodingTests {
  static func encoded(_ pence: Int64) throws -> String {
    String(decoding: try JSONEncoder().encode([Money(pence: pence)]), as: UTF8.self)
  }

  static func decoded(_ json: String) throws -> Money {
    try JSONDecoder().decode([Money].self, from: Data("[\(json)]".utf8))[0]
  }

  @Test(
    arguments: [
      (0, "0"), (1, "0.01"), (-5, "-0.05"), (123_450, "1234.5"), (727_229_735, "7272297.35"),
      (999_999_999_999_999, "9999999999999.99"), (-999_999_999_999_999, "-9999999999999.99"),
      (1_000_000_000_000_000, "\"10000000000000.00\""), (.max, "\"92233720368547758.07\""),
      (.min, "\"-92233720368547758.08\""),
    ] as [(Int64, String)])
  func poundsAreWritten(pence: Int64, json: String) throws {
    #expect(try Self.encoded(pence) == "[\(json)]")
    #expect(try Self.decoded(json) == Money(pence: pence))
  }

  @Test(
    arguments: [
      ("12", 1200), ("12.0", 1200), ("1e3", 100_000), ("-0.0", 0), ("\"12\"", 1200), ("\"-12.5\"", -1250),
      ("\"0.07\"", 7),
    ] as [(String, Int64)])
  func poundsAreRead(json: String, pence: Int64) throws {
    #expect(try Self.decoded(json) == Money(pence: pence))
  }

  @Test(arguments: [
    "0.001", "1e14", "10000000000000.00", "null", "true", "\"\"", "\"1.\"", "\".5\"", "\"1.234\"",
    "\"1,000\"",
    "\"+1\"", "\"--1\"", "\"92233720368547758.08\"", "\"x\"", "{}",
  ])
  func nothingIsRounded(json: String) {
    #expect(throws: DecodingError.self) { try Self.decoded(json) }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func everyAmountComesBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bits = Int.random(in: 1...63, using: &generator)
    let money = Money(pence: Int64.random(in: .min ... .max, using: &generator) >> Int64(63 - bits))
    let data = try JSONEncoder().encode([money])
    #expect(try JSONDecoder().decode([Money].self, from: data) == [money], "seed \(seed)")
  }
}
