import Footprints
import Testing

/// Points from files: which columns are taken, what is said about rows without a place, what is refused.
@Suite struct PointLayerTests {
  private static func points(
    _ text: String, name: String = "points.csv", options: PointOptions = PointOptions(),
    sourceReference: String? = nil
  ) throws -> PointLayer {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: name)
    var settings = try Study.Settings()
    settings.fallbackReference = sourceReference
    return try Study(settings: settings).points(path, options: options)
  }

  /// A header, and what is taken for identifier, x and y.
  struct Header: Sendable, CustomTestStringConvertible {
    let names: String
    let taken: [String?]
    var degrees = false
    var testDescription: String { names }

    init(_ names: String, _ taken: String?..., degrees: Bool = false) {
      (self.names, self.taken, self.degrees) = (names, taken, degrees)
    }
  }

  @Test(arguments: [
    Header("pcd,pcd2,pcds,dointr,oseast1m,osnrth1m,lsoa21cd,lat,long", "pcds", "oseast1m", "osnrth1m"),
    Header("PCD7,PCD8,PCDS,OSEAST1M,OSNRTH1M", "PCDS", "OSEAST1M", "OSNRTH1M"),
    Header("Postcode,Easting,Northing", "Postcode", "Easting", "Northing"),
    Header("id,EASTINGS,NORTHINGS", "id", "EASTINGS", "NORTHINGS"),
    Header("OBJECTID,MSOA21CD,MSOA21NM,BNG_E,BNG_N,LONG,LAT,x,y", "MSOA21CD", "BNG_E", "BNG_N"),
    Header(
      "practice_code,postcode,Latitude,Longitude", "practice_code", "Longitude", "Latitude", degrees: true),
    Header("name,lng,lat", nil, "lng", "lat", degrees: true),
    Header("ref,lon,lat", "ref", "lon", "lat", degrees: true),
    Header("msoa11cd,X,Y", "msoa11cd", "X", "Y"),
    Header(
      "UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE", "UPRN", "LONGITUDE", "LATITUDE", degrees: true),
    Header("code,x,y", "code", "x", "y", degrees: true),
  ])
  func columnsAreFoundByTheirNames(header: Header) throws {
    let names = header.names.split(separator: ",").map(String.init)
    let row = names.enumerated().map { place, name -> String in
      switch name {
      case header.taken[1]: header.degrees ? "-0.1277" : "530047"
      case header.taken[2]: header.degrees ? "51.50354" : "179951"
      default: "v\(place)"
      }
    }
    let points = try Self.points("\(header.names)\n\(row.joined(separator: ","))\n")
    #expect([points.origin.codeField, points.origin.xField, points.origin.yField] == header.taken)
    let code = header.taken[0].flatMap(names.firstIndex).map { row[$0] } ?? "1"
    #expect(points.codes == [code])
    // Downing Street, within the accuracy of the datum shift.
    let place = points.coordinates[0]
    #expect(abs(place.x - 530047) < 10 && abs(place.y - 179951) < 10, "\(place)")
    #expect(points.fields == names)
    #expect(try points.values(of: names[0]) == [row[0]])
  }

  @Test func rowsWithoutPlaceAreCountedAndKept() throws {
    let points = try Self.points(
      """
      pcds,oseast1m,osnrth1m
      SW1A 1AA,529090,179645
      GY1 1AA,,
      JE1 1AA,0,0
      IM1 1AA,999999,999999
      BT1 1AA,333800,374200

      SW1A 2AA,530047,179951
      """)
    #expect(points.codes.count == 6)
    #expect(
      points.codes.indices.map { points.coordinates[$0].x.isFinite } == [
        true, false, false, false, false, true,
      ])
    #expect(points.origin.withoutCoordinates == 4)
    let notices = points.notices.filter { $0.severity == .warning }
    #expect(notices.map(\.code) == ["no-coordinates", "irish-grid"])
    #expect(notices[0].message.contains("3 of 6 points have no coordinates"), "\(notices[0].message)")
    #expect(notices[0].message.contains("GY1 1AA, JE1 1AA and IM1 1AA"), "\(notices[0].message)")
    #expect(notices[1].message.contains("BT1 1AA"), "\(notices[1].message)")
  }

  @Test func latitudesThatSayNothingAreNoPlace() throws {
    let points = try Self.points(
      "pcds,lat,long\nSW1A 1AA,51.501,-0.1419\nGX11 1AA,99.999999,0.000000\nXX1 1XX,0,0\nYY1 1YY,,-0.1\n")
    #expect(points.coordinates.map(\.x.isFinite) == [true, false, false, false])
  }

  @Test func aReferenceSystemThatIsAskedForIsUsed() throws {
    // Belfast in the Irish grid, and the same by longitude and latitude.
    let irish = try Self.points("id,easting,northing\nA,333800,374200\n", sourceReference: "EPSG:29903")
    let degrees = try Self.points("id,lon,lat\nA,-5.9275,54.5973\n", sourceReference: "EPSG:29903")
    #expect(abs(irish.coordinates[0].x - degrees.coordinates[0].x) < 500)
    #expect(abs(irish.coordinates[0].y - degrees.coordinates[0].y) < 500)
    #expect(degrees.notices.map(\.code) == ["reference-not-used"])
    #expect(irish.origin.transformation.source.definition == "EPSG:29903")
  }

  @Test func geoJSONPointsAreRead() throws {
    func feature(_ code: String, _ geometry: String) -> String {
      #"{"type":"Feature","properties":{"site_code":"\#(code)","site_name":"Site \#(code)"},"geometry":\#(geometry)}"#
    }
    let features = [
      feature("A", #"{"type":"Point","coordinates":[-0.1262,51.5001]}"#),
      feature("B", #"{"coordinates":[ [ -0.1262, 51.5001, 12.5 ] ],"type":"MultiPoint"}"#),
      feature("C", "null"), feature("D", #"{"type":"Point","coordinates":[]}"#),
      feature(
        "E", #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[-0.1262,51.5001]}]}"#
      ),
    ]
    let points = try Self.points(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#,
      name: "sites.geojson")
    #expect(points.codes == ["A", "B", "C", "D", "E"])
    #expect(points.names?.first == "Site A")
    #expect(points.coordinates.map(\.x.isFinite) == [true, true, false, false, true])
    #expect(points.coordinates[0] == points.coordinates[1] && points.coordinates[0] == points.coordinates[4])
    #expect(points.notices.map(\.code) == ["no-coordinates"])
    #expect(points.notices[0].message.contains("2 of 5 points"))
  }

  /// A file, and words that its error must have.
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let words: [String]
    var options = PointOptions()
    var testDescription: String { words.joined(separator: ", ") }

    init(_ name: String, _ text: String, _ options: PointOptions = PointOptions(), _ words: String...) {
      (self.name, self.text, self.options, self.words) = (name, text, options, words)
    }
  }

  private static func geoJSON(_ geometry: String) -> String {
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":\#(geometry)}]}"#
  }

  @Test(arguments: [
    Bad("a.csv", "id,place\n1,x\n", .init(), "no columns of coordinates", "id, place", "line 1"),
    Bad(
      "a.csv", "id,easting,place\n1,2,3\n", .init(), "a column easting and none that goes with it",
      "id, easting, place"),
    Bad(
      "a.csv", "id,easting,northing,Eastings,Northings\n1,2,3,4,5\n", .init(), "not clear which columns",
      "easting, northing, Eastings and Northings"),
    Bad("a.csv", "id,lat,long,lon\n1,51,0,0\n", .init(), "not clear which columns", "lat, long and lon"),
    Bad(
      "a.csv", "id,easting,northing\n1,530000,x\n", .init(), "'x' is not a number", "line 2, column northing"),
    Bad("a.csv", "id,easting,northing\n1,,\n2,0,0\n", .init(), "no point with coordinates"),
    Bad("a.csv", "id,easting,northing\n", .init(), "no rows after its header"),
    Bad("a.csv", "id,x,y\n1,5000000,6000000\n", .init(), "x and y are neither degrees nor metres"),
    Bad(
      "a.csv", "id,lat,long\n1,-0.1,51.5\n", .init(), "latitude comes before longitude",
      "columns are mixed up"),
    Bad("a.csv", "id,long,lat\n1,530000,179000\n", .init(), "cannot be degrees"),
    Bad("a.csv", "id,easting,northing\n1,-0.1,51.5\n", .init(), "look like degrees"),
    Bad("a.csv", "id,lon,lat\n1,12.5,41.9\n", .init(), "wholly outside the area of use"),
    Bad(
      "a.csv", "id,easting,northing\n1,530000,179000\n", .init(codeField: "ref"), "no column ref",
      "id, easting"),
    Bad("a.csv", "id,easting,northing\n1,530000,179000\n", .init(xField: "easting"), "only one is named"),
    Bad(
      "a.csv", "id,easting,northing\n1,530000,179000\n", .init(xField: "e", yField: "northing"), "no column e"
    ),
    Bad("a.geojson", geoJSON(squarePolygon()), .init(), "not one point but areas", "feature 0"),
    Bad(
      "a.geojson", geoJSON(#"{"type":"MultiPoint","coordinates":[[0,51],[1,51]]}"#), .init(), "several points"
    ),
    Bad(
      "a.geojson", geoJSON(#"{"type":"LineString","coordinates":[[0,51],[1,51]]}"#), .init(), "a LineString"),
    Bad("a.geojson", geoJSON("null"), .init(), "all 1 features are without geometry"),
    Bad("a.xlsx", "x", .init(), "not read from files of the kind .xlsx", "CSV"),
  ])
  func whatCannotBeUsedIsRefused(bad: Bad) throws {
    let error = SmallPackage.error {
      _ = try Self.points(bad.text, name: bad.name, options: bad.options)
    }
    let description = try #require(error).description
    for word in bad.words { #expect(description.contains(word), "\(description)") }
  }
}
