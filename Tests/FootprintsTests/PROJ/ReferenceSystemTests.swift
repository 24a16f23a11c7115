import Footprints
import Testing

@Suite struct ReferenceSystemTests {
  /// British National Grid as ESRI writes it into a .prj (pyproj 3.7.2, `CRS("EPSG:27700").to_wkt("WKT1_ESRI")`).
  static let esriGrid =
    #"PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]"#

  /// A geographic system that carries its own change of datum, as GDAL writes it.
  static let boundDegrees =
    #"GEOGCS["OSGB 1936",DATUM["OSGB_1936",SPHEROID["Airy 1830",6377563.396,299.3249646],TOWGS84[446.448,-125.157,542.06,0.15,0.247,0.842,-20.489]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]"#

  @Test(
    arguments: [
      ("EPSG:27700", false, 1), ("EPSG:4326", true, 1), ("OGC:CRS84", true, 1), ("EPSG:4258", true, 1),
      ("EPSG:3857", false, 1), ("urn:ogc:def:crs:OGC:1.3:CRS84", true, 1),
      ("urn:ogc:def:crs:EPSG::27700", false, 1), ("http://www.opengis.net/def/crs/EPSG/0/27700", false, 1),
      ("epsg:27700", false, 1), ("27700", false, 1), ("4326", true, 1),
      ("http://www.opengis.net/gml/srs/epsg.xml#27700", false, 1),
      ("http://www.opengis.net/gml/srs/epsg.xml#4326", true, 1),
      ("https://www.opengis.net/def/crs/EPSG/0/27700", false, 1),
      ("http://spatialreference.org/ref/epsg/27700/", false, 1), ("ESRI:27700", false, 1),
      ("ESRI:102100", false, 1), (esriGrid, false, 1), (boundDegrees, true, 1),
      // New York in US survey feet; heights above the grid and above the ellipsoid.
      ("EPSG:2263", false, 0.3048006096012192), ("EPSG:27700+5701", false, 1), ("EPSG:4326+5773", true, 1),
      ("EPSG:4979", true, 1),
    ] as [(String, Bool, Double)])
  func kindAndUnit(_ definition: String, _ isGeographic: Bool, _ metres: Double) throws {
    let system = try ReferenceSystem(definition)
    #expect(system.isGeographic == isGeographic)
    #expect(abs(system.metresPerUnit - metres) < 1e-12)
  }

  @Test(
    arguments: [
      "", "EPSG:999999", "EPSG:", "nowhere at all", "999999", "1234567", "27700x", "http://example.com/27700",
      "+proj=longlat", "EPSG:5701", "EPSG:4978",
      "EPSG:1314", "PROJCS[", "GEOGCS[\"x\"]", "\u{0}", "+proj=pipeline +step +proj=noop",
    ])
  func whatIsNotASystemOfAMapIsRefused(_ definition: String) {
    let error = #expect(throws: FootprintsError.self) { try ReferenceSystem(definition) }
    #expect(error?.kind == .badData)
    #expect(error?.remedy?.contains("EPSG:27700") == true)
  }

  @Test(arguments: ["EPSG:4326", "OGC:CRS84", "EPSG:2263", boundDegrees, "EPSG:4326+5773"])
  func theWorkingSystemIsInMetres(_ definition: String) {
    let error = #expect(throws: FootprintsError.self) { try ReferenceSystem.working(definition) }
    #expect(error?.kind == .usage)
    #expect(error?.reason == .unsuitableWorkingSystem)
    #expect(error?.remedy == "Areas need one that is, such as EPSG:27700.")
  }

  /// A definition of the grid in the form of ESRI, with another datum, ellipsoid or number in it.
  static func grid(
    datum: String = "Ordnance Survey Great Brit", spheroid: String = #""Airy 1830",6377563.396,299.3249646"#,
    more: String = "", scale: Double = 0.9996012717, meridian: Double = -2, unit: String = #""Meter",1"#
  ) -> String {
    #"PROJCS["Grid",GEOGCS["Own",DATUM["\#(datum)",SPHEROID[\#(spheroid)]\#(more)],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",\#(meridian)],PARAMETER["scale_factor",\#(scale)],PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],UNIT[\#(unit)]]"#
  }

  /// British National Grids that other programs wrote without a datum that anybody knows, or with a way of their own to
  /// WGS 84, which is none of the grid's business.
  @Test(
    arguments: [
      grid(), grid(datum: "D_unknown", spheroid: #""airy",6377563.396,299.3249646"#),
      grid(datum: "OSGB_1936", more: ",TOWGS84[446.448,-125.157,542.06,0.15,0.247,0.842,-20.489]"),
      grid(datum: "OSGB_1936", more: ",TOWGS84[375,-111,431,0,0,0,0]"), grid(scale: 0.999601272),
      grid(datum: "unknown", spheroid: #""WGS84",6378137,298.257223563"#),
    ])
  func aBritishNationalGridIsKnownByItsProjection(_ definition: String) throws {
    let system = try ReferenceSystem(definition)
    #expect(system == (try ReferenceSystem("EPSG:27700")))
  }

  @Test(
    arguments: [
      esriGrid, grid(scale: 0.9996), grid(meridian: -3), grid(unit: #""Foot",0.3048"#),
      grid(datum: "WGS_1984", spheroid: #""WGS84",6378137,298.257223563"#),
      grid(spheroid: #""Airy Modified 1849",6377340.189,299.3249646"#),
    ])
  func whatOnlyLooksLikeItIsNot(_ definition: String) throws {
    #expect(try ReferenceSystem(definition).definition == definition)
  }

  /// Fiji 1986 / Fiji Map Grid.
  @Test func anAreaOfUseOverTheDateLine() throws {
    let box = try #require(try ReferenceSystem("EPSG:3460").areaOfUse)
    #expect(box.min.x > 176 && box.max.x > 181 && box.max.x < 183)
  }

  @Test func areaOfUse() throws {
    // EPSG area 4390, whose western limit has moved by a hundredth of a degree between editions.
    let box = try #require(try ReferenceSystem("EPSG:27700").areaOfUse)
    #expect(TransformationTests.isNear(box.min, Coordinate(-9.01, 49.75), 0.02))
    #expect(TransformationTests.isNear(box.max, Coordinate(2.01, 61.01), 0.02))
    #expect(try ReferenceSystem("+proj=tmerc +lon_0=1 +type=crs").areaOfUse == nil)
  }
}
