import Footprints
import Testing

/// Reading on several threads gives what reading from front to back gives, whatever the text holds.
@Suite struct FeatureArrayTests {
  struct Outcome: Equatable {
    var geometry = MultiPolygonArray()
    var shapes: [FeatureTable.Shape] = []
    var fields: [String] = []
    var values: [[String?]] = []
    var notices: [Notice] = []
    var error: FootprintsError?
  }

  static func outcome(_ text: String, jobs: Int, leastStretch: Int) -> Outcome {
    var outcome = Outcome()
    do throws(FootprintsError) {
      let table = try GeoJSONReader.read(
        FileBytes(Array(text.utf8), name: "x"), jobs: jobs, leastStretch: leastStretch)
      outcome.geometry = table.geometry
      outcome.shapes = table.shapes
      outcome.fields = table.attributes.fields
      for field in table.attributes.fields { outcome.values.append(try table.attributes.values(of: field)) }
      outcome.notices = table.notices
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// A feature with decoys: texts and arrays in it that look like the beginning of a feature.
  static func randomFeature(_ random: inout SeededGenerator) -> String {
    let decoys = [
      #""},{\"type\":\"Feature\"""#, #""}, {\"geometry\"""#, #""},{""#, #""\\""#, #""\\\"},{\"id\":""#,
      "null", "1",
      #"[{"a":1},{"type":"Feature","geometry":null},{"type":"Feature"}]"#,
      #"[{},{"properties":{}},{"id":3},{"bbox":[]}]"#,
      #"{"features":[\#(feature(squarePolygon())),\#(feature("null"))]}"#,
    ]
    let properties = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      #""k\#(Int.random(in: 0..<6, using: &random))":\#(decoys.randomElement(using: &random) ?? "0")"#
    }
    let geometries = [
      "null", squarePolygon(1, 2), #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]]]}"#,
      #"{"type":"Polygon","coordinates":[[[0,0],[5,0],[5,5]]]}"#,
      #"{"type":"Polygon","coordinates":[[[0,0,1],[5,0,1]]]}"#,
      #"{"type":"MultiPolygon","coordinates":[[\#(square(0, 0, 9)),\#(square(1, 1, 1))],[\#(square(20, 0, 1))]]}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},\#(squarePolygon())]}"#,
    ]
    var members = [
      #""type":"Feature""#, #""properties":{\#(properties.joined(separator: ", "))}"#,
      #""geometry":\#(geometries.randomElement(using: &random) ?? "null")"#,
    ]
    if Bool.random(using: &random) { members.append(#""id":\#(Int.random(in: 0..<100, using: &random))"#) }
    if Bool.random(using: &random) {
      members.append(#""zz":\#(decoys.randomElement(using: &random) ?? "0")"#)
    }
    let spaces = ["", " ", "\n", "\r\n  "]
    members.shuffle(using: &random)
    return "{" + (spaces.randomElement(using: &random) ?? "") + members.joined(separator: ",") + "}"
  }

  @Test(arguments: UInt64(1)...40)
  func anySplitGivesTheSameTable(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let features = (0..<Int.random(in: 1...30, using: &random)).map { _ in Self.randomFeature(&random) }
    var text =
      #"{"type":"FeatureCollection","features":[ "#
      + features.joined(separator: [",", ", ", "\n,\n"].randomElement(using: &random) ?? ",")
      + #"],"after":[{"a":1},{"type":"Feature"}]}"#
    // Half of the texts are damaged: the first failure must be the same, too.
    if seed.isMultiple(of: 2) {
      var bytes = Array(text.utf8)
      let at = Int.random(in: 40..<bytes.count, using: &random)
      bytes[at] = [0x22, 0x7D, 0x5B, 0x78].randomElement(using: &random) ?? 0
      text = String(decoding: bytes, as: UTF8.self)
    }
    let expected = Self.outcome(text, jobs: 1, leastStretch: 1 << 20)
    if !seed.isMultiple(of: 2) {
      #expect(expected.error == nil, "seed \(seed)")
      #expect(expected.shapes.count == features.count, "seed \(seed)")
    }
    for jobs in [2, 3, 5, 16] {
      for leastStretch in [1, 7, 100, 1000] {
        let actual = Self.outcome(text, jobs: jobs, leastStretch: leastStretch)
        #expect(actual == expected, "seed \(seed), \(jobs) jobs, stretches of \(leastStretch)")
      }
    }
  }

  @Test func aLargeFileIsSplitByItself() throws {
    let features = (0..<3000).map {
      feature(squarePolygon(Double($0), 2.25), #"{"code":"c\#($0)","decoy":"},{\"type\":"}"#)
    }
    let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
    let one = try geoJSON(text, jobs: 1)
    let four = try geoJSON(text, jobs: 4)
    #expect(one.geometry == four.geometry)
    #expect(one.geometry.count == 3000)
    #expect(try one.attributes.values(of: "code") == four.attributes.values(of: "code"))
    #expect(try one.attributes.values(of: "code").last == "c2999")
  }
}
