import Foundation
import Testing

@testable import Footprints

/// What is JSON by RFC 8259 and what is not, for documents of their own and inside a layer's features, which are read by
/// other code: as tables, and as streams.
@Suite struct JSONGrammarTests {
  /// Texts that every parser has to accept.
  static let good = [
    "[]", "{}", "[ ]", "\t\n\r [1]", "[[]   ]", "[\"\"]", "\"\"", "0", "-0", "[0e+1]", "[0e1]", "[1E22]",
    "[1E-2]", "[123.456e78]",
    "[-1]", "[-0]", "[-123]", "[0.1]", "[1e-10]", "[0.5, 10]", "[null, 1, \"1\", {}]", "[1,null,null,null,2]",
    "[true]", "[false]", "42",
    "null", "\"asd\"", "[\"a\"] ", "{\"a\":\"b\",\"a\":\"c\"}", "{\"\":0}", "{\"a\":[]}",
    "{\"\\u0000\\uD800\\uDC00\": 42}",
    "[\"\\u0060\\u012a\\u12AB\"]", "[\"\\uD801\\udc37\"]", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\\\n\"]",
    "[\"a/*b*/c\"]",
    "[\"\u{7F}\"]", "[\"\u{2028}\u{2029}\"]", "[\"\u{FFFF}\u{10FFFF}\"]", "[\"π €𝄞\"]", "[\"\\u0000\"]",
    "[\"\\uFFFE\"]",
    "{\"long\": 100000000000000000000000000000000}",
    "[1.0000000000000000000000000000000000000000000000000000001]",
  ]

  /// Texts that are not JSON.
  static let bad = [
    "", " ", "[", "]", "{", "}", "[1,]", "[,1]", "[1,,2]", "[,]", "[1 true]", "[\"a\" 1]", "[\"\": 1]",
    "[1]]", "[1]x", "[]]", "[][]", "{}{}", "{} #",
    "{\"a\"}", "{\"a\" 1}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":1,,\"b\":2}", "{:1}", "{1:1}", "{a:1}",
    "{'a':1}", "{null:1}", "{\"a\":1 \"b\":2}",
    "tru", "[tru]", "[fals]", "[nul]", "[TRUE]", "[True]", "[nan]", "[NaN]", "[Infinity]", "[-Infinity]",
    "[+1]", "[++1]", "[-]", "[- 1]", "[--1]",
    "[01]", "[-01]", "[1.]", "[.1]", "[-.1]", "[1.e1]", "[1e]", "[1e+]", "[1E-]", "[0e]", "[1.2.3]", "[1eE2]",
    "[0x1]", "[1_000]", "[1 000]", "[1a]",
    "[1/2]", "[\u{FF11}]", "[2.e-3]", "[1+2]", "[-1x]", "[\"a", "\"", "[\"\\\"]", "[\"\\a\"]", "[\"\\x00\"]",
    "[\"\\u\"]", "[\"\\u1\"]", "[\"\\u00A\"]",
    "[\"\\uD800\\u\"]", "[\"\\uD800\\u1\"]", "[\"\\{\"]", "[\"\\ a\"]", "[\"\u{1}\"]", "[\"a\nb\"]",
    "[\"a\tb\"]", "[\"\u{1F}\"]", "[\u{C}]", "[\u{A0}1]",
    "[\u{2060}]", "/* c */ []", "[] // c", "[1] /", "<null>", "*", "å", "[å]", "['a']", "[\"a\"\"b\"]", "[a]",
    "{\"a\":\"b\"}#", "{\"a\":/*c*/1}",
  ]

  /// Whether a text is read as a document, as a value of a layer's feature, and as one of a stream of features.
  static func verdicts(_ text: [UInt8]) -> [Bool] {
    func reads(_ body: () throws(FootprintsError) -> Void) -> Bool {
      do throws(FootprintsError) {
        try body()
        return true
      } catch {
        return false
      }
    }
    let layer = FileBytes(
      Array(#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"#.utf8) + text
        + Array(#"},"geometry":null}]}"#.utf8), name: "layer.geojson")
    return [
      reads { () throws(FootprintsError) in _ = try JSONValue(parsing: FileBytes(text, name: "text.json")) },
      reads { () throws(FootprintsError) in
        _ = try GeoJSONReader.read(layer, jobs: 1).attributes.values(of: "a")
      },
      reads { () throws(FootprintsError) in
        var reader = try GeoJSONFeatureReader(layer, name: "layer", jobs: 1)
        while try reader.next() != nil {}
      },
    ]
  }

  @Test(arguments: good) func isAccepted(text: String) {
    #expect(Self.verdicts(Array(text.utf8)) == [true, true, true])
  }

  @Test(arguments: bad) func isRefused(text: String) {
    #expect(Self.verdicts(Array(text.utf8)) == [false, false, false])
  }

  /// Bytes that are no UTF-8, which old files of other encodings have: the text is read, with signs that say so.
  @Test(
    arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x80]]
      as [[UInt8]])
  func whatIsNoUTF8IsReplaced(bytes: [UInt8]) throws {
    let value = try JSONValue(
      parsing: FileBytes(Array("\"a".utf8) + bytes + Array("\"".utf8), name: "text.json"))
    #expect(value.text?.hasPrefix("a\u{FFFD}") == true)
  }

  /// The files of a folder in `$FOOTPRINT_JSON_SUITE`, named as those of github.com/nst/JSONTestSuite are: y_ for good ones, n_ for bad ones.
  static let suite = ProcessInfo.processInfo.environment["FOOTPRINT_JSON_SUITE"]

  @Test(.enabled(if: suite != nil)) func filesOfTheCaller() throws {
    let folder = URL(fileURLWithPath: try #require(Self.suite))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    try #require(names.contains { $0.hasPrefix("y_") } && names.contains { $0.hasPrefix("n_") })
    for name in names {
      let verdicts = Self.verdicts(Array(try Data(contentsOf: folder.appendingPathComponent(name))))
      if name.hasPrefix("y_") { #expect(!verdicts.contains(false), "\(name): \(verdicts)") }
      if name.hasPrefix("n_") { #expect(!verdicts.contains(true), "\(name): \(verdicts)") }
      if name.hasPrefix("i_") { print("\(name): \(verdicts.map { $0 ? "read" : "refused" })") }
    }
  }
}
