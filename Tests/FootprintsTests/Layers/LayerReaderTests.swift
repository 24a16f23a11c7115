import Footprints
import Foundation
import Testing

/// Reference systems stated, missing, wrong and overruled; layers without polygons.
@Suite struct LayerReaderTests {
  static let code = #"{"code":"A"}"#

  static func square(_ x: Double, _ y: Double, _ side: Double, crs: String? = nil) -> String {
    collection(feature(squarePolygon(x, y, side), code), more: crs.map(crsMember) ?? "")
  }

  @Test func degreesAreProjectedAndMetresStay() throws {
    let degrees = try layer(Self.square(-0.1276, 51.5074, 0.1))
    #expect(
      TransformationTests.isNear(degrees.geometry.coordinates[0], Coordinate(530_042.626, 180_380.449), 5))
    let metres = try layer(Self.square(530_000, 180_000, 1000, crs: "EPSG:27700"))
    #expect(metres.geometry.coordinates[0] == Coordinate(530_000, 180_000))
    #expect(metres.origin.transformation.operation == "none")
  }

  @Test(arguments: [nil, "OGC:CRS84", "EPSG:4326"])
  func metresThatAreTakenForDegreesAreRefused(_ crs: String?) throws {
    let text = Self.square(530_000, 180_000, 1000, crs: crs)
    let error = try #require(layerError(text))
    #expect(error.kind == .badData)
    #expect(error.message.contains("cannot be degrees"))
    #expect(error.reason == .notDegrees(looksBritish: true))
    // And following the message helps.
    let helped = try layer(text) { $0.fallbackReference = "EPSG:27700" }
    #expect(helped.geometry.coordinates[0] == Coordinate(530_000, 180_000))
    #expect(helped.notices.map(\.code) == (crs == nil ? [] : ["reference-overruled"]))
  }

  @Test func aStatedSystemThatIsNotUsedIsReported() throws {
    let degrees = try layer(Self.square(-0.1276, 51.5074, 0.1)) { $0.fallbackReference = "EPSG:27700" }
    #expect(degrees.geometry.coordinates[0].x > 500_000)
    #expect(degrees.notices.map(\.code) == ["reference-not-used"])
  }

  @Test func degreesThatAreStatedToBeMetresAreRefused() throws {
    let text = Self.square(-2, 52, 1, crs: "EPSG:27700")
    let error = try #require(layerError(text))
    #expect(error.message.contains("look like degrees"))
    #expect(error.reason == .looksLikeDegrees)
    let helped = try layer(text) { $0.fallbackReference = "EPSG:4326" }
    #expect(helped.geometry.coordinates[0].x > 100_000)
    #expect(helped.notices.map(\.code) == ["reference-overruled"])
  }

  /// What the user says goes before what the file says, and a warning names both.
  @Test(
    arguments: [
      ("EPSG:32630", "EPSG:27700", ["reference-overruled"]),
      ("urn:x-mine:grid", "27700", ["reference-overruled"]),
      ("EPSG:27700", "27700", []), (ReferenceSystemTests.esriGrid, "EPSG:27700", []),
      (ReferenceSystemTests.grid(), "EPSG:27700", []),
    ])
  func whatIsGivenOverrulesWhatIsStated(_ stated: String, _ given: String, _ codes: [String]) throws {
    let name = stated.replacingOccurrences(of: "\"", with: "\\\"")
    let layer = try layer(Self.square(530_000, 180_000, 1000, crs: name)) { $0.fallbackReference = given }
    #expect(layer.geometry.coordinates[0] == Coordinate(530_000, 180_000))
    #expect(layer.notices.map(\.code) == codes)
    for notice in layer.notices {
      #expect(notice.severity == .warning)
      #expect(notice.message.contains("'\(stated.prefix(80))'") && notice.message.contains(given))
    }
  }

  /// With two files, one of them in degrees, a projected system is meant for the other.
  @Test(arguments: [nil, "EPSG:4326"]) func degreesStayDegrees(_ crs: String?) throws {
    let layer = try layer(Self.square(-2, 52, 0.1, crs: crs)) { $0.fallbackReference = "EPSG:27700" }
    #expect(layer.origin.transformation.source.isGeographic)
    #expect(layer.notices.map(\.code) == ["reference-not-used"])
  }

  @Test func aGridWithoutAKnownDatumIsRecognised() throws {
    let name = ReferenceSystemTests.grid().replacingOccurrences(of: "\"", with: "\\\"")
    let layer = try layer(Self.square(530_000, 180_000, 1000, crs: name))
    #expect(layer.geometry.coordinates[0] == Coordinate(530_000, 180_000))
    #expect(layer.notices.map(\.code) == ["reference-recognised"])
    #expect(layer.origin.transformation.operation == "none")
  }

  /// Three ways of writing an area on the date line, of about 160 by 111 km.
  @Test(
    arguments: [
      "[[[179,-17.5],[180.5,-17.5],[180.5,-16.5],[179,-16.5],[179,-17.5]]]",
      "[[[-181,-17.5],[-179.5,-17.5],[-179.5,-16.5],[-181,-16.5],[-181,-17.5]]]",
      "[[[539,-17.5],[540.5,-17.5],[540.5,-16.5],[539,-16.5],[539,-17.5]]]",
    ])
  func longitudesGoOnBeyond180(_ rings: String) throws {
    let text = collection(feature(#"{"type":"Polygon","coordinates":\#(rings)}"#, Self.code))
    guard !rings.contains("539") else {
      #expect(throws: FootprintsError.self) { try layer(text, crs: "EPSG:3460") }
      return
    }
    let read = try layer(text, crs: "EPSG:3460")
    #expect(abs(read.geometry.area(of: 0) - 1.765e10) < 1e8, "\(read.geometry.area(of: 0))")
  }

  @Test func unknownSystemsAreRefusedUnlessOverruled() throws {
    let text = Self.square(530_000, 180_000, 1000, crs: "urn:x-mine:grid")
    let error = try #require(layerError(text))
    #expect(error.message.contains("unknown reference system 'urn:x-mine:grid'"))
    #expect(try layer(text) { $0.fallbackReference = "EPSG:27700" }.codes == ["A"])
    #expect(try layer(text) { $0.sourceReference = "EPSG:27700" }.codes == ["A"])
  }

  @Test func swappedAxesAreNamed() throws {
    let error = try #require(layerError(Self.square(52, -2, 1)))
    #expect(error.message.contains("latitude comes before longitude"))
    #expect(error.remedy?.contains("swap") == true)
  }

  /// One area with its axes exchanged would lie in the Indian Ocean and overlap nothing.
  @Test func oneAreaElsewhereIsNamed() throws {
    func notices(_ places: [(Double, Double)]) throws -> [String] {
      let features = places.enumerated().map { index, place in
        feature(squarePolygon(place.0, place.1, 0.1), #"{"code":"A\#(index)"}"#)
      }
      return try layer(collection(features.joined(separator: ","))).notices.filter {
        $0.code == "areas-elsewhere"
      }
      .map(\.message)
    }
    let told = try notices([(-2, 52), (52, -2), (-1, 53)])
    #expect(told.count == 1 && told[0].hasPrefix("A1 lies outside the area of use of OSGB36"))
    // Northern Ireland and Shetland belong to the country.
    #expect(try notices([(-2, 52), (-8, 54.5), (-1, 60.7)]).isEmpty)
  }

  @Test func anotherPartOfTheWorldIsRefused() throws {
    let error = try #require(layerError(Self.square(-100, 40, 1)))
    #expect(error.message.contains("outside the area of use of OSGB36 / British National Grid"))
    #expect(error.reason == .outsideWorkingArea)
    #expect(try layer(Self.square(-100, 40, 1), crs: "EPSG:32614").codes == ["A"])
  }

  /// Web Mercator metres stated to be British ones, and the other way round.
  @Test(arguments: [(-14_204.0, 6_711_506.0, "EPSG:27700"), (530_000, 180_000, "EPSG:3857")])
  func metresOfAnotherSystemAreRefused(_ x: Double, _ y: Double, _ crs: String) throws {
    let error = try #require(layerError(Self.square(x, y, 1000, crs: crs)))
    #expect(error.message.contains("outside the area of use"))
    #expect(error.reason == .outsideWorkingAreaAsStated)
  }

  @Test func aPositionThatCannotBeProjectedNamesItsArea() throws {
    let far = #"{"type":"Polygon","coordinates":[[[-2,52],[-1,52],[-92,0],[-2,52]]]}"#
    let error = layerError(
      collection(feature(squarePolygon(-2, 52), #"{"code":"A"}"#), feature(far, #"{"code":"B"}"#)))
    #expect(error == nil || error?.place == "area B")
  }

  @Test(
    arguments: [
      (collection(), "has no features"),
      (collection(feature("null")), "all 1 features are without geometry"),
      (
        collection(feature("null"), feature(#"{"type":"Point","coordinates":[0,52]}"#)),
        "only geometries such as Point"
      ),
    ])
  func layersWithoutPolygonsAreRefused(_ text: String, _ message: String) throws {
    let error = try #require(layerError(text))
    #expect(error.kind == .badData)
    #expect(error.message.contains(message))
  }

  @Test func areasWithoutPolygonsAreKeptAndReported() throws {
    let layer = try layer(
      collection(
        feature("null", #"{"code":"N"}"#), feature(squarePolygon(-2, 52), #"{"code":"A"}"#),
        feature(#"{"type":"Point","coordinates":[0,52]}"#, #"{"code":"P"}"#)))
    #expect(layer.codes == ["N", "A", "P"])
    #expect(layer.geometry.areaOffsets == [0, 0, 1, 1])
    #expect(layer.notices.map(\.code) == ["no-geometry", "not-polygons"])
  }
}
