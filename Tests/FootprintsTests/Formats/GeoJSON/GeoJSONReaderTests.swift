import Footprints
import Testing

/// Whole files: what is distinguished, what is refused, reference systems.
@Suite struct GeoJSONReaderTests {
  /// A feature set as ArcGIS servers have it, with more members behind the features.
  static func esri(_ more: String) -> String {
    #"{"features":[{"attributes":{"code":"A"},"geometry":{"rings":[\#(square(0, 0, 1))]}}],\#(more)}"#
  }

  @Test(
    arguments: [
      ("", "is empty"), (" \n", "is empty"), ("\u{FEFF}", "is empty"),
      ("hello", "does not begin with '{'"), ("[1,2]", "does not begin with '{'"),
      ("code,name\nE06,x\n", "does not begin with '{'"), ("<kml/>", "does not begin with '{'"),
      ("{}", "without a 'type' member"), (#"{"name":"x"}"#, "without a 'type' member"),
      (#"{"type":"Topology","objects":{},"arcs":[]}"#, "is TopoJSON"),
      (#"{"type":"Sausage"}"#, "type 'Sausage'"),
      (esri(#""geometryType":"esriGeometryPolygon","spatialReference":{"wkid":27700}"#), "is Esri JSON"),
      (esri(#""exceededTransferLimit":true"#), "with f=geojson"),
      (#"{"features":[],"geometryType":"esriGeometryPolygon"}"#, "is Esri JSON"),
      (#"{"rings":[\#(square(0, 0, 1))],"spatialReference":{"wkid":4326}}"#, "is Esri JSON"),
      (#"{"attributes":{"code":"A"},"geometry":{"rings":[\#(square(0, 0, 1))]}}"#, "is Esri JSON"),
      (#"{"error":{"code":400,"message":"Invalid query"}}"#, "the error message of a server"),
      (#"{"type":"FeatureCollection"}"#, "without a 'features' array"),
      (#"{"type":"FeatureCollection","features":null}"#, "without a 'features' array"),
      (#"{"type":"FeatureCollection","features":[null]}"#, "expected an object"),
      (#"{"type":"FeatureCollection","features":[{}]}"#, "not of type Feature"),
      (#"{"type":"FeatureCollection","features":[{"type":"Polygon"}]}"#, "not of type Feature"),
      (#"{"type":"FeatureCollection","features":[],"features":[]}"#, "a second 'features'"),
      (collection(feature("null")) + "x", "more after the end"),
      ("\(feature("null"))\n\(feature("null"))\nx", "expected a feature"),
      ("\(collection())\n\(collection())", "more after the end"),
      (#"{"type":"FeatureCollection","features":[\#(feature("null"))\#(feature("null"))]}"#, "',' or ']'"),
      (#"{"type":"FeatureCollection","features":[\#(feature("null")),]}"#, "expected an object"),
      ("{'type':'Feature'}", "member name in quotes"),
    ])
  func otherTextsAreRefusedWithTheReason(_ text: String, _ reason: String) throws {
    let error = try #require(geoJSONError(text))
    #expect(error.kind == .badData)
    #expect(error.file == "x.geojson")
    #expect(error.description.contains(reason), "\(error)")
    #expect(!error.description.contains("\n"))
  }

  @Test(arguments: [[0xFE, 0xFF, 0, 0x7B], [0xFF, 0xFE, 0x7B, 0]] as [[UInt8]])
  func utf16IsNamed(_ bytes: [UInt8]) throws {
    let error = #expect(throws: FootprintsError.self) {
      try GeoJSONReader.read(FileBytes(bytes, name: "x.geojson"))
    }
    #expect(error?.message.contains("UTF-16") == true)
    #expect(error?.remedy?.contains("UTF-8") == true)
  }

  /// Newline-delimited features, and texts after record separators (RFC 8142), whichever way they are laid out.
  @Test(arguments: ["\n", "\r\n", " ", "", "\n\u{1E}", "\u{1E}"])
  func featuresMayFollowEachOther(_ separator: String) throws {
    let one =
      #"{"type":"Feature","properties":{"code":"A"},"geometry":{"type":"Polygon","coordinates":[\#(square(0, 0, 1))]}}"#
    let bare = #"{"type":"Polygon","coordinates":[\#(square(2, 2, 1))]}"#
    let start = separator.hasSuffix("\u{1E}") ? "\u{1E}" : ""
    let table = try geoJSON(
      start + [one, bare, one.replacing("\"A\"", with: "\"B\"")].joined(separator: separator) + "\n")
    #expect(table.shapes == [.polygon, .polygon, .polygon])
    #expect(try table.attributes.values(of: "code") == ["A", nil, "B"])
    #expect(table.geometry.box(of: 1).min == Coordinate(2, 2))
  }

  @Test func noFeaturesAreNotAnError() throws {
    #expect(try geoJSON(collection()).shapes.isEmpty)
  }

  @Test func aTextCutAnywhereIsRefusedWithLineAndColumn() throws {
    let text = """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},
      "features":[{"type":"Feature","id":"a\\u0041","properties":{"n":null,"x":[1,{"y":-1.5e3}]},
      "geometry":\(squarePolygon(0.5, 50))},\r
      {"type":"Feature","properties":{"é":true},"geometry":{"type":"GeometryCollection","geometries":[]}}]}
      """
    #expect(try geoJSON(text).shapes == [.polygon, .none])
    let bytes = Array(text.utf8)
    for length in 1..<bytes.count {
      let error = #expect(throws: FootprintsError.self, "cut to \(length) bytes") {
        try GeoJSONReader.read(FileBytes(Array(bytes.prefix(length)), name: "x.geojson"))
      }
      #expect(error?.kind == .badData)
      #expect(
        error?.place?.contains("line ") == true && error?.place?.contains("column ") == true,
        "cut to \(length): \(error?.description ?? "")")
    }
  }

  @Test func anyByteReplacedIsReadOrRefused() {
    let bytes = Array(collection(feature(squarePolygon(), #"{"code":"é\n"}"#, more: #","id":1"#)).utf8)
    for offset in bytes.indices {
      for value: UInt8 in [0, 0x22, 0x2C, 0x2D, 0x30, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x80, 0xFF] {
        var changed = bytes
        changed[offset] = value
        guard let table = try? GeoJSONReader.read(FileBytes(changed, name: "x.geojson")) else { continue }
        #expect(table.shapes.count == table.geometry.count, "byte \(offset) is \(value)")
        for field in table.attributes.fields {
          #expect(try! table.attributes.values(of: field).count == table.shapes.count)
        }
      }
    }
  }

  @Test(
    arguments: [
      (#""crs":{"type":"name","properties":{"name":"EPSG:27700"}}"#, .definition("EPSG:27700")),
      (
        #""crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"},"type":"name"}"#,
        .definition("urn:ogc:def:crs:OGC:1.3:CRS84")
      ),
      (#""crs":{"type":"EPSG","properties":{"code":27700}}"#, .definition("EPSG:27700")),
      (#""crs":{"type":"EPSG","properties":{"code":"4326"}}"#, .definition("EPSG:4326")),
      (#""crs":null"#, .missing),
      (#""crs":{"type":"link","properties":{"href":"http://example.com/crs","type":"proj4"}}"#, .missing),
      (#""crs":{"type":"name"}"#, .missing),
      (#""crs":{}"#, .missing),
      (#""other":{"crs":null}"#, .formatDefault("OGC:CRS84")),
    ] as [(String, StatedReference)])
  func legacyReferenceSystems(_ member: String, _ reference: StatedReference) throws {
    #expect(try geoJSON(collection(feature("null"), more: "," + member)).reference == reference)
    #expect(try geoJSON(#"{\#(member),"type":"FeatureCollection","features":[]}"#).reference == reference)
  }

  @Test func aReferenceSystemOfAnotherKindIsRefused() {
    #expect(geoJSONError(collection(more: #","crs":"EPSG:27700""#))?.message.contains("'crs'") == true)
  }

  /// The marks of ArcGIS, of OGC API - Features and WFS, and of GeoServer.
  @Test(
    arguments: [
      (#""exceededTransferLimit":true"#, "it holds 2 features, and there are more"),
      (#""properties":{"exceededTransferLimit":true}"#, "it holds 2 features, and there are more"),
      (#""properties":{"exceededTransferLimit":false},"exceededTransferLimit":false"#, nil),
      (#""numberMatched":2501,"numberReturned":2"#, "2 of 2,501 features"),
      (#""numberMatched":2501"#, "2 of 2,501 features"), (#""numberMatched":"2501""#, "2 of 2,501 features"),
      (#""totalFeatures":3,"numberMatched":3,"numberReturned":2"#, "2 of 3 features"),
      (#""numberMatched":2,"numberReturned":2,"links":[{"rel":"self","href":"x"}]"#, nil),
      (#""totalFeatures":"unknown","numberReturned":2"#, nil),
      (#""links":[{"href":"x","rel":"self"},{"href":"y","rel":"next"}]"#, "and there are more"),
      // Pages that somebody joined.
      (#""numberMatched":2,"numberReturned":1,"links":[{"rel":"next","href":"y"}]"#, nil),
      (#""links":7,"properties":[],"numberMatched":null,"exceededTransferLimit":"true""#, nil),
    ] as [(String, String?)])
  func aFileThatTheServerCutIsTold(_ member: String, _ words: String?) throws {
    for text in [
      collection(feature("null"), feature("null"), more: "," + member),
      #"{\#(member),"features":[\#(feature("null")),\#(feature("null"))],"type":"FeatureCollection"}"#,
    ] {
      let notices = try geoJSON(text).notices
      #expect(notices.map(\.code) == (words == nil ? [] : ["truncated"]))
      #expect(
        notices.allSatisfy { $0.severity == .warning && $0.message.contains(words ?? "") }, "\(notices)")
    }
  }

  @Test func filesAreReadFromDisk() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(collection(feature(squarePolygon())), to: "areas of æ.geojson")
    #expect(try GeoJSONReader.read(FileBytes(path: path)).shapes == [.polygon])
    let error = #expect(throws: FootprintsError.self) { try GeoJSONReader.read(FileBytes(path: "/dev/null")) }
    #expect(error?.description.contains("is empty") == true)
  }
}
