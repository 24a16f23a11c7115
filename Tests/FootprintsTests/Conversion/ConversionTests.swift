import Footprints
import Testing

/// Layers on their way from one format to another.
@Suite struct ConversionTests {
  private func lines(
    _ text: String, _ change: (inout ConversionRequest) -> Void = { _ in }
  ) throws -> [String] {
    String(decoding: try converted(text, to: "geojsonl", change).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  private let people = collection(
    [#"{"code":"A","n":1,"country":"Wales"}"#, #"{"code":"B","n":2,"country":""}"#, #"{"code":"C","n":2}"#]
      .map {
        feature("null", $0)
      }.joined(separator: ","))

  @Test func fieldsAreChosenOrderedAndRenamed() throws {
    let found = try lines(people) {
      $0.fields = [
        .init(field: "n", name: "people"), .init(field: "CODE", name: "CODE"),
        .init(field: "code", name: "again"),
      ]
    }
    // Capitals do not matter for finding a field, and a field is not renamed by them.
    #expect(found[0].contains(#""properties": {"people": 1, "code": "A", "again": "A"}"#), "\(found[0])")
  }

  private static let choices: [([(String, String)], [String])] = [
    ([("n", "2")], ["B", "C"]), ([("n", "2"), ("country", "")], ["B", "C"]), ([("country", "Wales")], ["A"]),
    ([("code", "a")], []), ([("CODE", "A")], ["A"]), ([("n", "1"), ("n", "2")], []),
  ]

  @Test(arguments: choices)
  func featuresAreChosenByTheirValues(_ conditions: [(String, String)], _ codes: [String]) throws {
    let found = try lines(people) {
      $0.conditions = conditions.map { .init(field: $0, value: $1) }
      $0.fields = [.init(field: "code", name: "code")]
    }
    #expect(found.map { $0.firstMatch(of: /"code": "(.)"/).map { String($0.1) } } == codes)
  }

  @Test func whatIsNotThereIsRefusedWithTheNearest() {
    let field = conversionError(people) { $0.fields = [.init(field: "cod", name: "cod")] }
    #expect(field?.kind == .usage && field?.message == "has no field 'cod'" && field?.file == "x.geojson")
    #expect(field?.remedy?.contains("code") == true)
    let value = conversionError(people) { $0.conditions = [.init(field: "n", value: "two")] }
    #expect(value?.kind == .usage && value?.message.contains("whole numbers") == true)
    let twice = conversionError(people) {
      $0.fields = [.init(field: "code", name: "n"), .init(field: "n", name: "n")]
    }
    #expect(twice?.kind == .usage && twice?.message.contains("two fields") == true)
  }

  private let corner = collection(
    feature(
      #"{"type":"Polygon","coordinates":[[[-1.5,52.25,9],[-1.25,52.25,9],[-1.25,52.5,9],[-1.5,52.25,9]]]}"#))

  @Test func positionsGoToAnotherSystemAndBack() throws {
    let grid = try converted(corner, to: "gpkg") { $0.target = try? ReferenceSystem("EPSG:27700") }
    let back = try converted(grid.bytes, "gpkg", to: "geojsonl")
    let text = String(decoding: back.bytes, as: UTF8.self)
    // Seven decimals, because the digits are no longer those of a file, and heights as they were.
    #expect(
      text.contains("[[[-1.5, 52.25, 9], [-1.25, 52.25, 9], [-1.25, 52.5, 9], [-1.5, 52.25, 9]]]"), "\(text)")
    #expect(back.outcome.notices.map(\.code) == ["to-longitude-latitude"])
    #expect(grid.outcome.reference?.definition == "EPSG:27700")
  }

  /// A micrometre on the way to metres, and nothing that seven decimals show on the way back.
  @Test func theApproximationStaysWithinItsBound() throws {
    var random = SeededGenerator(seed: 7)
    let rings = (0..<200).map { _ in
      let (x, y) = (Double.random(in: -6...2, using: &random), Double.random(in: 50...59, using: &random))
      return "[[\(x),\(y)],[\(x + 0.01),\(y)],[\(x),\(y + 0.01)],[\(x),\(y)]]"
    }
    let text = collection(
      feature(#"{"type":"MultiPolygon","coordinates":[[\#(rings.joined(separator: "],["))]]}"#))
    func geometry(_ exact: Bool, jobs: Int = 2) throws -> (grid: [UInt8], degrees: [UInt8]) {
      let grid = try converted(text, to: "gpkg", jobs: jobs) {
        ($0.target, $0.projectsExactly) = (try? ReferenceSystem("EPSG:27700"), exact)
      }.bytes
      return (
        grid, try converted(grid, "gpkg", to: "geojson", jobs: jobs) { $0.projectsExactly = exact }.bytes
      )
    }
    // Well-known binary of polygons of one ring of four positions each.
    func numbers(_ bytes: [UInt8], _ keyword: String) throws -> [Double] {
      let geometry = try FeatureRows(bytes, keyword).geometries[0]
      return stride(from: 9, to: geometry.count, by: 77).flatMap { polygon in
        (0..<8).map { number in
          geometry.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: polygon + 13 + 8 * number, as: Double.self)
          }
        }
      }
    }
    let (approximate, exact) = (try geometry(false), try geometry(true))
    #expect(approximate.grid != exact.grid)
    let pairs = zip(try numbers(approximate.grid, "gpkg"), try numbers(exact.grid, "gpkg"))
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-6 })
    let back = zip(try numbers(approximate.degrees, "geojson"), try numbers(exact.degrees, "geojson"))
    #expect(back.allSatisfy { abs($0 - $1) < 1.01e-7 })
    #expect(try geometry(false, jobs: 1) == approximate)
  }

  @Test func coordinatesAreRoundedWhereAsked() throws {
    let text = collection(
      feature(#"{"type":"LineString","coordinates":[[0.123456,-0.0000001],[12.3456789,-1.005]]}"#))
    #expect(try lines(text) { $0.decimals = 2 }[0].hasSuffix("[[0.12, 0], [12.35, -1]]}}"))
    #expect(try lines(text) { $0.decimals = 0 }[0].hasSuffix("[[0, 0], [12, -1]]}}"))
    #expect(try lines(text)[0].hasSuffix("[[0.123456, -1e-07], [12.3456789, -1.005]]}}"))
  }

  @Test func ringsAreTurnedAsTheStandardAsks() throws {
    let clockwise =
      #"{"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[4,0],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#
    let found = try lines(collection(feature(clockwise)))
    #expect(
      found[0].contains("[[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [2, 2], [2, 1], [1, 1]]]"),
      "\(found)")
  }

  @Test func aSystemThatGeoJSONDoesNotHaveIsStatedAndSaid() throws {
    let result = try converted(corner, to: "geojson") { $0.target = try? ReferenceSystem("EPSG:27700") }
    #expect(String(decoding: result.bytes, as: UTF8.self).contains("urn:ogc:def:crs:EPSG::27700"))
    #expect(result.outcome.notices.map(\.code) == ["not-longitude-latitude"])
    // Read back, it lies where it did.
    let again = try converted(result.bytes, "geojson", to: "geojsonl")
    #expect(String(decoding: again.bytes, as: UTF8.self).contains("[-1.25, 52.5, 9]"))
  }

  @Test func aPositionOutsideTheSystemIsNamed() {
    let error = conversionError(
      collection(
        [feature("null"), feature(#"{"type":"Point","coordinates":[0,91]}"#)].joined(separator: ","))
    ) { $0.target = try? ReferenceSystem("EPSG:3857") }
    #expect(
      error?.kind == .badData && error?.place?.hasPrefix("feature 1, at (0.0, 91.0)") == true,
      "\(String(describing: error))")
  }

  @Test func aSystemThatNobodyKnowsCannotBeLeft() throws {
    let text = corner.replacing(#""features""#, with: #""crs":null,"features""#)
    let error = conversionError(text) { $0.target = try? ReferenceSystem("EPSG:27700") }
    #expect(error?.reason == .unknownSource)
    #expect(try converted(text, to: "gpkg").outcome.notices.map(\.code) == ["reference-unknown"])
    let stated = try converted(text, to: "gpkg") {
      ($0.source, $0.target) = (try? ReferenceSystem("EPSG:4326"), try? ReferenceSystem("EPSG:27700"))
    }
    #expect(stated.outcome.reference?.definition == "EPSG:27700")
  }

  /// From GeoJSON through every format and back, nothing that GeoJSON holds is lost.
  @Test(arguments: ["geojson", "geojsonl", "geojsonseq", "gpkg"])
  func aRoundTripLosesNothing(_ keyword: String) throws {
    let there = try converted(variousFeatures, to: keyword).bytes
    let back = try converted(there, keyword, to: "geojson").bytes
    let list = try FeatureRows(back, "geojson")
    let original = try FeatureRows(Array(variousFeatures.utf8), "geojson")
    #expect(list.geometries == original.geometries)
    let names = original.fields.map(\.name)
    for (row, values) in original.rows.enumerated() {
      let found = zip(list.fields.map(\.name), list.rows[row]).filter { names.contains($0.0) }.map(\.1)
      #expect(found == values, "feature \(row)")
    }
  }

  @Test(arguments: ["https://example.org/a.geojson", "HTTP://x/a.gpkg", "/vsicurl/http://x", "PG:dbname=x"])
  func addressesAreRefused(_ name: String) {
    let error = #expect(throws: FootprintsError.self) { try VectorFormats.refuseAddress(name) }
    #expect(error?.kind == .usage)
    #expect(throws: Never.self) { try VectorFormats.refuseAddress("pages/http.geojson") }
  }
}

/// Layers as tables.
@Suite struct CSVConversionTests {
  private func table(_ text: String, _ change: (inout ConversionRequest) -> Void = { _ in }) throws
    -> [String]
  {
    String(decoding: try converted(text, to: "csv", change).bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func geometriesAreWellKnownText() throws {
    let lines = try table(variousFeatures) { $0.fields = [.init(field: "number", name: "number")] }
    #expect(
      lines == [
        "id,number,WKT", #"a,0.1,"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1))""#, "b,1e-300,",
        #"c,3,"MULTIPOLYGON (((0 0, 1 0, 0 1, 0 0)), ((5 5, 6 5, 5 6, 5 5)))""#, "d,,POINT Z (1.5 -2.25 7)",
        #"e,,"GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), MULTIPOINT ((3 3), (4 4)))""#,
        #"f,,"MULTILINESTRING ((0 0, 1 1, 2 0))""#, "g,,POLYGON EMPTY", "",
      ])
  }

  @Test func pointsAreColumns() throws {
    let text = collection(
      [#"{"type":"Point","coordinates":[-1.5,52.25]}"#, "null", #"{"type":"Point","coordinates":[]}"#].map {
        feature($0, #"{"WKT":"a, \"b\"","latitude":1}"#)
      }.joined(separator: ","))
    #expect(
      try table(text) == [
        "WKT,latitude_1,longitude,latitude", #""a, ""b""",1,-1.5,52.25"#, #""a, ""b""",1,,"#,
        #""a, ""b""",1,,"#, "",
      ])
    let grid = try table(text) {
      ($0.target, $0.decimals) = (try? ReferenceSystem("EPSG:27700"), 0)
      $0.fields = []
    }
    #expect(grid.first == "easting,northing")
    #expect(grid[1].hasPrefix("434") && grid[1].contains(",26"), "\(grid)")
  }
}
