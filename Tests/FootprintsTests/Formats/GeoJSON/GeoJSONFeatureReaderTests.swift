import Footprints
import Testing

/// GeoJSON as a stream of features.
@Suite struct GeoJSONFeatureReaderTests {
  private func reader(_ text: String, jobs: Int = 2, stretch: Int = 1 << 21) throws -> GeoJSONFeatureReader {
    try GeoJSONFeatureReader(
      FileBytes(Array(text.utf8), name: "x.geojson"), name: "x", jobs: jobs, stretch: stretch)
  }

  @Test func fieldsHaveTheKindThatAllValuesHave() throws {
    let reader = try reader(variousFeatures)
    let kinds = Dictionary(uniqueKeysWithValues: reader.schema.fields.map { ($0.name, $0.kind) })
    #expect(
      kinds == [
        "text": .text, "whole": .integer, "number": .real, "flag": .boolean, "day": .date, "time": .dateTime,
        "json": .json, "none": .text,
      ])
    #expect(reader.schema.name == "various" && reader.schema.count == 7 && reader.schema.identifier == .text)
    #expect(reader.schema.parts == .height)
    let list = FeatureRows(reader)
    #expect(list.rows[0].prefix(3) == [.text("Café \"x\""), .integer(-9_007_199_254_740_993), .real(0.1)])
    #expect(list.rows[0].dropFirst(6).first == .text(#"{"a":[1,2]}"#))
    #expect(list.rows[2] == [.null, .null, .real(3), .null, .null, .null, .null, .null])
    #expect(list.identifiers == ["a", "b", "c", "d", "e", "f", "g"].map { .text($0) })
  }

  /// However many stretches the text is read in.
  @Test(arguments: [1, 200])
  func identifiersThatAscendAreKnown(stretch: Int) throws {
    func ascend(_ ids: [Int]) throws -> Bool {
      let text = ids.map {
        #"{"type":"Feature","id":\#($0),"properties":{"a":"xxxxxxxxxxxxxxxxxxxxx"},"geometry":null}"#
      }
      return try reader(collection(text.joined(separator: ",")), stretch: stretch).schema.identifiersAscend
    }
    let many = Array(0..<100)
    #expect(try ascend(many))
    #expect(try ascend(many.map { $0 * 3 + 1 }))
    for place in [1, 37, 98] {
      var wrong = many
      wrong[place] = wrong[place - 1]
      #expect(try !ascend(wrong))
      wrong.swapAt(place, place + 1)
      #expect(try !ascend(wrong))
    }
    #expect(try !ascend([]))
    #expect(try !ascend([-3, 4]))
  }

  /// A sequence of no features is a text of nothing, which no other form of GeoJSON is.
  @Test func aSequenceMayBeEmpty() throws {
    for keyword in ["geojsonl", "geojsonseq"] {
      let none = try converted(collection(""), to: keyword).bytes
      #expect(none.isEmpty)
      for text in ["", "\n \n", "\u{FEFF}\n"] {
        let rows = try FeatureRows(Array(text.utf8), keyword)
        #expect(rows.rows.isEmpty && rows.fields.isEmpty)
      }
      #expect(try converted(none, keyword, to: "geojson").outcome.read == 0)
      #expect(throws: FootprintsError.self) { try FeatureRows(Array("x".utf8), keyword) }
    }
    let error = #expect(throws: FootprintsError.self) { try FeatureRows([], "geojson") }
    #expect(error?.message == "is empty, not GeoJSON")
  }

  private static let mixtures: [(String, String, FieldKind, String?)] = [
    ("1", "2.5", .real, nil), ("1", "\"a\"", .text, "numbers and text"),
    ("true", "1", .text, "true and false and numbers"),
    ("1", "[1]", .text, "numbers and objects or arrays"), ("\"2021-01-01\"", "\"x\"", .text, nil),
    ("9223372036854775807", "-9223372036854775808", .integer, nil), ("9223372036854775808", "1", .real, nil),
    ("null", "null", .text, nil), ("{}", "[]", .json, nil), ("1e2", "1", .real, nil),
  ]

  @Test(arguments: mixtures)
  func mixedValuesWidenTheField(_ a: String, _ b: String, _ kind: FieldKind, _ said: String?) throws {
    let reader = try reader(
      collection([a, b].map { feature("null", #"{"v":\#($0)}"#) }.joined(separator: ",")))
    #expect(reader.schema.fields == [FeatureField("v", kind)])
    let notice = reader.notices.first { $0.code == "mixed-field" }
    #expect(notice?.message == said.map { "'v' holds \($0); all of it is kept as text" })
  }

  /// Stretches of any size on any number of threads give the same as one.
  @Test func whereTheTextIsCutChangesNothing() throws {
    let seed = UInt64.random(in: 0...9999)
    var random = SeededGenerator(seed: seed)
    let features = (0..<200).map { index -> String in
      let corner = Double.random(in: -90...90, using: &random)
      // Text that looks like features.
      let decoy = #""},{\"type\":\"Feature\"},{\"id\":1"#.dropFirst()
      return
        #"{"type":"Feature","id":\#(index),"properties":{"n":\#(index),"t":"\#(decoy)"},"geometry":{"type":"Polygon","coordinates":[[[\#(corner),0],[1,\#(corner)],[5,5],[\#(corner),0]]]}}"#
    }
    for (text, name) in [
      (collection(features.joined(separator: ",\n")), "array"), (features.joined(separator: "\n"), "lines"),
    ] {
      let whole = FeatureRows(try reader(text, jobs: 1))
      #expect(whole.rows.count == 200)
      for _ in 0..<20 {
        let (jobs, stretch) = (
          Int.random(in: 1...4, using: &random), Int.random(in: 1...3000, using: &random)
        )
        let parts = FeatureRows(try reader(text, jobs: jobs, stretch: stretch))
        #expect(parts == whole, "\(name), seed \(seed), \(jobs) jobs, \(stretch) bytes")
      }
    }
  }

  @Test(arguments: [
    #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]"#, #"{"type":"Circle","coordinates":[0,0]}"#,
    #"{"type":"Point","coordinates":[0]}"#, #"{"type":"Point","coordinates":[1e999,0]}"#,
    #"{"type":"Point"}"#, #"{"coordinates":[0,0]}"#, #"{"type":"GeometryCollection"}"#,
    #"{"type":"GeometryCollection","geometries":[],"coordinates":[]}"#,
    #"{"type":"Polygon","coordinates":[[0,0]]}"#,
    #"{"type":"Point","coordinates":[0,0],"coordinates":[0,0]}"#,
    #"{"type":"Point","coordinates":["a","b"]}"#,
    #"[0,0]"#, #"{"type":"LineString","coordinates":[[0,0],[1,1],]}"#,
  ])
  func brokenGeometriesAreRefusedWithTheirFeature(_ geometry: String) throws {
    let text = collection([feature("null"), feature(geometry)].joined(separator: ","))
    let error = #expect(throws: FootprintsError.self) {
      var stream = try reader(text, stretch: 20)
      while try stream.next() != nil {}
    }
    #expect(error?.kind == .badData && error?.file == "x.geojson")
    #expect(error?.place?.contains("feature 1") == true, "\(String(describing: error))")
  }

  @Test func membersMayComeInAnyOrder() throws {
    let usual = feature(#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, #"{"a":1}"#)
    let other =
      #"{"geometry":{"coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"type":"Polygon"},"properties":{"a":1},"type":"Feature"}"#
    let list = FeatureRows(try reader(collection([usual, other].joined(separator: ","))))
    #expect(list.geometries[0] == list.geometries[1] && list.rows[0] == list.rows[1])
  }

  @Test func heightsThatAreMissingAreNotMadeUp() throws {
    let text = collection(
      [
        feature(#"{"type":"LineString","coordinates":[[0,0],[1,1,5]]}"#),
        feature(#"{"type":"LineString","coordinates":[[0,0,1],[1,1]]}"#),
        feature(#"{"type":"Point","coordinates":[0,0]}"#),
        feature(#"{"type":"Point","coordinates":[1,2,null]}"#),
      ].joined(separator: ","))
    let back = try converted(text, to: "geojsonl")
    let lines = String(decoding: back.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[0].hasSuffix(#""coordinates": [[0, 0], [1, 1, 5]]}}"#))
    #expect(lines[1].hasSuffix(#""coordinates": [[0, 0, 1], [1, 1]]}}"#))
    #expect(lines[2].hasSuffix(#""coordinates": [0, 0]}}"#))
    #expect(lines[3].hasSuffix(#""coordinates": [1, 2]}}"#))
  }

  @Test func whatIsNotKeptIsSaid() throws {
    var stream = try reader(
      #"{"type":"FeatureCollection","owner":"me","features":[{"type":"Feature","style":1,"bbox":[0,0,1,1],"properties":null,"geometry":{"type":"Polygon","coordinates":[[[0,0,1,9],[1,0,1,9],[1,1,1,9]]]}}]}"#
    )
    while try stream.next() != nil {}
    #expect(stream.notices.map(\.code) == ["foreign-members", "unclosed-ring", "further-numbers"])
    #expect(stream.notices[0].message.hasSuffix("'style' and 'owner'"))
  }
}
