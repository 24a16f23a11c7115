import Footprints
import Testing

/// Geometries of every type, depth and order of members.
@Suite struct GeoJSONGeometryTests {
  static let ring = [
    Coordinate(0, 0), Coordinate(1, 0), Coordinate(1, 1), Coordinate(0, 1), Coordinate(0, 0),
  ]

  @Test(arguments: [
    squarePolygon(),
    #"{"coordinates":[\#(square(0, 0, 1))],"type":"Polygon"}"#,
    #"{"type":"MultiPolygon","coordinates":[[\#(square(0, 0, 1))]]}"#,
    #"{"coordinates":[[\#(square(0, 0, 1))]],"bbox":[0,0,1,1],"type":"MultiPolygon"}"#,
    #"{"type":"GeometryCollection","geometries":[\#(squarePolygon())]}"#,
    #"{"geometries":[{"geometries":[\#(squarePolygon())],"type":"GeometryCollection"}],"type":"GeometryCollection"}"#,
    feature(squarePolygon()),
    #"{"geometry":\#(squarePolygon()),"type":"Feature","properties":null}"#,
    #"{"geometry":null,"type":"Feature","geometry":\#(squarePolygon())}"#,
    #"{"geometry":\#(squarePolygon(5, 5)),"type":"Feature","geometry":\#(squarePolygon())}"#,
    collection(feature(squarePolygon())),
    #"{"features":[\#(feature(squarePolygon()))],"type":"FeatureCollection"}"#,
    #"{"name":"x","features":[{"geometry":\#(squarePolygon()),"type":"Feature"}],"bbox":[1],"type":"FeatureCollection"}"#,
    // An empty part is no part, wherever it stands.
    #"{"type":"Polygon","coordinates":[\#(square(0, 0, 1)),[]]}"#,
    #"{"type":"Polygon","coordinates":[[], [ ],\#(square(0, 0, 1))]}"#,
    #"{"coordinates":[[],\#(square(0, 0, 1))],"type":"Polygon"}"#,
    #"{"type":"MultiPolygon","coordinates":[[],[\#(square(0, 0, 1))]]}"#,
    #"{"type":"MultiPolygon","coordinates":[[[]],[\#(square(0, 0, 1))],[]]}"#,
    #"{"type":"MultiPolygon","coordinates":[[[],\#(square(0, 0, 1)),[]],[ ]]}"#,
    "\u{FEFF}" + collection(feature(squarePolygon())),
    " \r\n\t" + collection(feature(squarePolygon())) + "\r\n ",
  ])
  func oneSquareInEveryForm(_ text: String) throws {
    let table = try geoJSON(text)
    #expect(table.geometry.coordinates == Self.ring)
    #expect(table.geometry.areaOffsets == [0, 1])
    #expect(table.shapes == [.polygon])
    #expect(table.notices.isEmpty)
  }

  @Test func spaceMayBeAnywhere() throws {
    var spaced = ""
    for character in feature(squarePolygon()) {
      spaced += "[]{},:".contains(character) ? "\r\n \(character)\t" : String(character)
    }
    #expect(try geoJSON(spaced).geometry.coordinates == Self.ring)
  }

  @Test(arguments: ["[X,Y,7]", "[X,Y,7,8]", "[X,Y,-1e400]", "[X,Y,null]", "[X,Y, null,7]"])
  func moreThanTwoNumbersAreHeights(_ pattern: String) throws {
    let positions = Self.ring.map { c in
      var text = ""
      for character in pattern {
        text += character == "X" ? "\(c.x)" : character == "Y" ? "\(c.y)" : String(character)
      }
      return text
    }
    let table = try geoJSON(
      #"{"type":"Polygon","coordinates":[[\#(positions.joined(separator: ","))]]}"#)
    #expect(table.geometry.coordinates == Self.ring)
    #expect(table.notices.map(\.code) == ["heights"])
  }

  @Test(
    arguments: [
      "null", "{}", "{ }", #"{"type":"Polygon","coordinates":[]}"#, #"{"type":"Polygon","coordinates":[[]]}"#,
      #"{"type":"Polygon","coordinates":[[],[]]}"#, #"{"type":"MultiPolygon","coordinates":[]}"#,
      #"{"type":"MultiPolygon","coordinates":[[]]}"#,
      #"{"type":"MultiPolygon","coordinates":[[[]]]}"#, #"{"type":"MultiPolygon","coordinates":[[[]],[]]}"#,
      #"{"type":"GeometryCollection","geometries":[]}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[]}]}"#,
      #"{"type":"Polygon","coordinates":[\#(square(0, 0, 1))],"coordinates":[]}"#,
    ])
  func areasWithoutGeometryAreKept(_ geometry: String) throws {
    let table = try geoJSON(collection(feature(geometry), feature(squarePolygon())))
    #expect(table.shapes == [.none, .polygon])
    #expect(table.geometry.areaOffsets == [0, 0, 1])
    #expect(table.geometry.coordinates == Self.ring)
  }

  @Test(
    arguments: [
      ("Point", "[1,2]"), ("MultiPoint", "[[1,2],[3,4]]"), ("LineString", "[[1,2],[3,4,5]]"),
      // As deep as a Polygon, neither closed nor long enough, and with heights.
      ("MultiLineString", "[[[1,2,3],[4,5,6]],[[1,1],[2,2],[3,3],[4,4]]]"), ("MultiLineString", "[]"),
      ("Point", "[]"),
    ])
  func linesAndPointsAreTakenBackWithoutATrace(_ type: String, _ coordinates: String) throws {
    let other = #"{"coordinates":\#(coordinates),"type":"\#(type)"}"#
    let table = try geoJSON(collection(feature(squarePolygon()), feature(other), feature(squarePolygon())))
    #expect(table.shapes == [.polygon, .other(type), .polygon])
    #expect(table.geometry.areaOffsets == [0, 1, 1, 2])
    #expect(table.geometry.coordinates == Self.ring + Self.ring)
    #expect(table.notices.isEmpty)
  }

  @Test func collectionsKeepTheirPolygonsAndReportTheRest() throws {
    let line = #"{"type":"MultiLineString","coordinates":[[[5,5],[6,6]]]}"#
    let mixed =
      #"{"type":"GeometryCollection","geometries":[\#(line),\#(squarePolygon()),\#(line),\#(squarePolygon(3, 3))]}"#
    let table = try geoJSON(collection(feature("null"), feature(mixed)))
    #expect(table.shapes == [.none, .polygon])
    #expect(table.geometry.areaOffsets == [0, 0, 2])
    #expect(table.notices.map(\.code) == ["mixed-collection"])
    #expect(table.notices.first?.message.hasPrefix("feature 1 ") == true)
  }

  @Test func holesAndParts() throws {
    let table = try geoJSON(
      #"{"type":"MultiPolygon","coordinates":[[\#(square(0, 0, 9)),\#(square(1, 1, 1))],[\#(square(20, 0, 1))]]}"#
    )
    #expect(table.geometry.areaOffsets == [0, 2])
    #expect(table.geometry.polygonOffsets == [0, 2, 3])
    #expect(table.geometry.ringOffsets == [0, 5, 10, 15])
  }

  @Test func unclosedRingsAreClosed() throws {
    let table = try geoJSON(
      collection(feature(#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#)))
    #expect(table.geometry.coordinates == Self.ring)
    #expect(table.notices.map(\.code) == ["unclosed-ring"])
  }

  @Test(arguments: ["[[0,0]]", "[[0,0],[1,1]]", "[[0,0],[1,1],[0,0]]"])
  func ringsWithoutAreaAreLeftOut(_ ring: String) throws {
    let table = try geoJSON(
      collection(
        feature(#"{"type":"Polygon","coordinates":[\#(square(0, 0, 1)),\#(ring)]}"#),
        feature(#"{"type":"Polygon","coordinates":[\#(ring),\#(square(0, 0, 1))]}"#),
        feature(#"{"type":"MultiPolygon","coordinates":[[\#(ring)],[\#(square(0, 0, 1))]]}"#)))
    #expect(table.shapes == [.polygon, .polygon, .polygon])
    #expect(table.geometry.areaOffsets == [0, 1, 2, 3])
    #expect(table.geometry.coordinates == Self.ring + Self.ring + Self.ring)
    let notice = try #require(table.notices.first { $0.code == "degenerate-ring" })
    #expect(notice.message.hasPrefix("features 0, 1 and 2 "))
  }

  @Test(
    arguments: [
      (#"{"type":"Polygon"}"#, "without coordinates"),
      (#"{"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]}"#, "nested 2 deep"),
      (#"{"type":"MultiPolygon","coordinates":[\#(square(0, 0, 1))]}"#, "nested 3 deep"),
      (#"{"type":"Polygon","coordinates":[[\#(square(0, 0, 1))]]}"#, "nested 4 deep"),
      (#"{"type":"Polygon","coordinates":[[[[[1,2]]]]]}"#, "nested 5 deep"),
      (#"{"type":"Polygon","coordinates":null}"#, "expected an array of coordinates"),
      (#"{"type":"Polygon","coordinates":{}}"#, "expected an array of coordinates"),
      (#"{"type":"Polygon","coordinates":[[[1]]]}"#, "expected ','"),
      (#"{"type":"Polygon","coordinates":[[["1","2"]]]}"#, "expected a number"),
      (#"{"type":"Polygon","coordinates":[[],[\#(square(0, 0, 1))]]}"#, "nested 4 deep"),
      (#"{"type":"Polygon","coordinates":[\#(square(0, 0, 1)),[[]]]}"#, "expected a number"),
      (#"{"coordinates":[\#(square(0, 0, 1))]}"#, "without a type"),
      (#"{"type":"Circle","coordinates":[1,2]}"#, "unknown geometry type 'Circle'"),
      (#"{"type":7,"coordinates":[1,2]}"#, "expected a string"),
      (#"{"type":"GeometryCollection"}"#, "without geometries"),
      (#"{"type":"GeometryCollection","coordinates":[\#(square(0, 0, 1))]}"#, "without geometries"),
      (
        #"{"type":"GeometryCollection","geometries":[],"coordinates":[\#(square(0, 0, 1))]}"#,
        "both 'coordinates' and 'geometries'"
      ),
      ("7", "expected a geometry object or null"), ("[]", "expected a geometry object or null"),
    ])
  func brokenGeometriesNameFeatureAndPlace(_ geometry: String, _ message: String) throws {
    let error = try #require(geoJSONError(collection(feature("null"), feature(geometry))))
    #expect(error.kind == .badData)
    #expect(error.file == "x.geojson")
    #expect(error.message.contains(message), "\(error)")
    #expect(error.place?.hasPrefix("feature 1, line 1, column ") == true, "\(error)")
  }

  @Test func depthIsBounded() throws {
    let many = 1_000_000
    let brackets = String(repeating: "[", count: many)
    #expect(geoJSONError(#"{"type":"Polygon","coordinates":\#(brackets)"#) != nil)
    #expect(
      geoJSONError(#"{"type":"Polygon","other":\#(brackets)"#)?.message.contains("nested more than 512")
        == true)
    let objects = String(repeating: #"{"a":"#, count: many)
    #expect(
      geoJSONError(#"{"type":"Polygon","other":\#(objects)"#)?.message.contains("nested more than 512")
        == true)
    let collections = String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: many)
    #expect(geoJSONError(feature(collections))?.kind == .badData)
    #expect(geoJSONError(collections)?.kind == .badData)
    let features = String(repeating: #"{"type":"FeatureCollection","features":["#, count: many)
    #expect(geoJSONError(features)?.kind == .badData)
    let properties = String(repeating: #"{"properties":"#, count: many)
    #expect(geoJSONError(properties)?.kind == .badData)
    let deepest = 500
    let allowed =
      String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
    #expect(try geoJSON(feature(squarePolygon(), #"{"x":\#(allowed)}"#)).shapes == [.polygon])
  }
}
