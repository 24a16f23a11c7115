import FoundationEssentials
import Footprints
import Testing

/// Every number must be the double that is nearest to its text, which the C library's `strtod` finds as well.
@Suite struct DecimalNumberTests {
  /// `$FOOTPRINT_MANY_NUMBERS` rounds instead of one make a run of tens of millions.
  static let rounds = ProcessInfo.processInfo.environment["FOOTPRINT_MANY_NUMBERS"].flatMap(Int.init) ?? 1

  /// The numbers of an array as the reader takes them from a ring.
  static func read(_ numbers: [String]) throws -> [Double] {
    var ring = ""
    for (x, y) in zip(numbers, numbers.dropFirst()) { ring += "[\(x),\(y)]," }
    let table = try geoJSON(#"{"type":"Polygon","coordinates":[[\#(ring)[0,0]]]}"#)
    return table.geometry.coordinates.dropLast(2).map(\.x)
  }

  /// Checks numbers bit by bit.
  static func check(_ numbers: [String], _ comment: String) throws {
    let all = numbers + ["1", "2"]
    for (text, value) in zip(numbers, try read(all)) {
      let expected = try #require(Double(text))
      if value.bitPattern != expected.bitPattern {
        Issue.record("\(text) is read as \(value), not \(expected); \(comment)")
        return
      }
    }
  }

  static func digits(_ count: Int, _ random: inout SeededGenerator) -> String {
    String(
      decoding: (0..<count).map { 0x30 + UInt8.random(in: $0 == 0 ? 1...9 : 0...9, using: &random) },
      as: UTF8.self)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func randomDigitsWithAndWithoutPointAndExponent(seed: UInt64) throws {
    for round in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed &+ UInt64(round) << 20)
      let numbers = (0..<40_000).map { _ in
        var text = Bool.random(using: &random) ? "-" : ""
        text += Bool.random(using: &random) ? "0" : Self.digits(.random(in: 1...20, using: &random), &random)
        if Int.random(in: 0..<4, using: &random) > 0 {
          text += "." + String(repeating: "0", count: .random(in: 0...3, using: &random))
          text += Self.digits(.random(in: 1...20, using: &random), &random)
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
          text += "e\(Int.random(in: -340...270, using: &random))"
        }
        return text
      }
      try Self.check(numbers, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [UInt64(4), 5])
  func coordinatesAsProgramsPrintThem(seed: UInt64) throws {
    for round in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed &+ UInt64(round) << 20)
      let numbers = (0..<40_000).map { index in
        let whole =
          index.isMultiple(of: 2)
          ? Int.random(in: -180...180, using: &random) : .random(in: 0...700_000, using: &random)
        return "\(whole)." + Self.digits(.random(in: 6...15, using: &random), &random)
      }
      try Self.check(numbers, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [UInt64(6), 7])
  func shortestTextsOfDoublesComeBack(seed: UInt64) throws {
    for round in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed &+ UInt64(round) << 20)
      let values = (0..<40_000).map { index in
        if index.isMultiple(of: 2) { return Double.random(in: -1000...1000, using: &random) }
        let any = Double(bitPattern: .random(in: 0...UInt64.max, using: &random))
        return any.isFinite ? any : 0.1
      }
      let numbers = values.map { "\($0)" }
      for (value, back) in zip(values, try Self.read(numbers + ["1", "2"])) {
        #expect(value.bitPattern == back.bitPattern, "\(value), seed \(seed), round \(round)")
      }
    }
  }

  /// Texts exactly halfway between two doubles, and one last digit away from them.
  @Test func halfwayCases() throws {
    var random = SeededGenerator(seed: 8)
    var numbers: [String] = []
    for _ in 0..<5_000 {
      // 2^53 ... 2^54 has only even doubles: every odd integer is halfway.
      let odd = UInt64.random(in: 1 << 53...1 << 54, using: &random) | 1
      numbers += ["\(odd)", "\(odd).0", "\(odd).001", "\(odd - 1).999", "-\(odd)"]
      // The same over a power of two, which a decimal fraction can express exactly: 0.5, 0.25, 0.125.
      numbers += [
        "\(odd >> 2).5", "\(odd >> 3).25", "\(odd >> 4).125", "\(odd >> 4).12500000000000000000001",
      ]
    }
    try Self.check(numbers, "seed 8")
  }

  @Test func edges() throws {
    try Self.check(
      [
        "0", "-0", "0.0", "-0.0", "1e-400", "-1e-400", "4.9e-324", "2.4703282292062327e-324",
        "2.4703282292062328e-324", "2.2250738585072011e-308", "1.7976931348623157e308",
        "9007199254740993", "9007199254740992", "9007199254740991", "18446744073709551615",
        "18446744073709551616", "9999999999999999999", "99999999999999999999", "0.9999999999999999999",
        "0.99999999999999999999", "1.8446744073709551615", "0.0000000000000000001", "0.00000000000000000001",
        "1E5", "1e+5", "1.5e-7", "12345678.12345678", "1234567.123456789012345678",
        "0." + String(repeating: "0", count: 400) + "1", String(repeating: "9", count: 300),
        "1." + String(repeating: "0", count: 1000) + "1",
      ], "edges")
  }

  @Test(arguments: [
    "01", "1.", ".5", "+1", "1e", "1e+", "-", "--1", "1.e5", "NaN", "Infinity", "-Infinity", "nan", "0x10",
    "1_0", "00.5", "-01", "1.2.3", "null", "\"1\"",
  ])
  func whatIsNotANumberIsRefused(_ text: String) throws {
    let error = try #require(
      geoJSONError(#"{"type":"Polygon","coordinates":[[[\#(text),0],[1,0],[1,1],[0,0]]]}"#))
    #expect(error.kind == .badData)
    #expect(error.place?.contains("line 1, column ") == true, "\(error)")
  }

  @Test(arguments: ["1e400", "-1e309", String(repeating: "9", count: 310)])
  func tooLargeForADouble(_ text: String) throws {
    let error = try #require(
      geoJSONError(#"{"type":"Polygon","coordinates":[[[0,\#(text)],[1,0],[1,1],[0,0]]]}"#))
    #expect(error.message.contains("too large"))
    #expect(error.remedy != nil)
  }
}
