import Testing

@testable import Footprints

@Suite struct CSVFeatureReaderTests {
  private func rows(_ text: String) throws -> FeatureRows { try FeatureRows(Array(text.utf8), "csv") }

  private func error(_ text: String) -> FootprintsError? {
    do {
      var reader = try CSVFeatureReader(FileBytes(Array(text.utf8), name: "x.csv"), name: "x")
      while try reader.next() != nil {}
      return nil
    } catch { return error }
  }

  /// What CSV can hold comes back as it was: geometries, values, types.
  @Test func comesBackAsItWas() throws {
    let before = try FeatureRows(Array(variousFeatures.utf8), "geojson")
    let after = try FeatureRows(converted(variousFeatures, to: "csv").bytes, "csv")
    #expect(after.geometries == before.geometries)
    #expect(after.fields.map(\.name) == ["id"] + before.fields.map(\.name))
    let kinds = Dictionary(uniqueKeysWithValues: after.fields.map { ($0.name, $0.kind) })
    #expect(kinds["whole"] == .integer && kinds["number"] == .real && kinds["flag"] == .boolean)
    #expect(kinds["day"] == .date && kinds["time"] == .dateTime && kinds["none"] == .text)
    #expect(after.rows[0].contains(.integer(-9_007_199_254_740_993)) && after.rows[1].contains(.real(1e-300)))
    #expect(after.rows[0].contains(.text("Café \"x\"")))
  }

  /// Tabs part cells whatever else is in them.
  @Test func tabsPartCells() throws {
    let text = collection(
      feature(#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, #"{"a,b":"x\ty","c":"1,5"}"#))
    let bytes = try converted(text, to: "tsv").bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "a,b\tc\tWKT\n\"x\ty\"\t1,5\tLINESTRING (1 2, 3 4)\n")
    let rows = try FeatureRows(bytes, "tsv")
    #expect(rows.fields.map(\.name) == ["a,b", "c"] && rows.rows == [[.text("x\ty"), .text("1,5")]])
  }

  @Test(arguments: [
    ("code,WKT\n", true), ("\u{FEFF}\"code\";\"name\"\r\n", true), ("a\tb", true), ("a,b,c\n1,2,3\n", true),
    ("code", false),
    ("", false), ("1,2\n3,4\n", false), ("a,,b\n", false), ("{\"a\":1,\"b\":2}", false),
    ("<a x='1,2'/>", false),
    ("[1,2]", false), ("a,b\0c", false), ("PK\u{3}\u{4},a", false), ("  0\nSECTION, x\n", false),
  ])
  func aTableIsKnownByItsHeader(text: String, isTable: Bool) {
    let bytes = FileBytes(Array(text.utf8), name: "x")
    #expect((VectorFormats.format(of: bytes, suffix: "", stated: nil)?.keyword == "csv") == isTable)
  }

  @Test(arguments: [
    ("01,2", FieldKind.text), ("1,2", .integer), ("1,2.5", .real), ("1e5,2", .text), ("1e+5,2", .real),
    ("true,false", .boolean), ("True,false", .text), ("2021-02-28,2021-02-29", .text),
    ("2021-02-28,", .date), ("9223372036854775808,1", .text), ("0x10,1", .text), ("nan,1", .text),
    ("-0.5,0", .real),
    (",", .text), ("+1,2", .text), ("1E5,1.5", .text),
  ])
  func typesAreThoseOfAllCells(cells: String, kind: FieldKind) throws {
    let lines = cells.split(separator: ",", omittingEmptySubsequences: false).map { "\($0),POINT (1 2)" }
    let read = try rows("value,wkt\n" + lines.joined(separator: "\n") + "\n")
    #expect(read.fields == [FeatureField("value", kind)] && read.rows.count == 2)
  }

  @Test(arguments: [
    ("easting,northing", "EPSG:27700"), ("Latitude,Longitude", ReferenceSystem.longitudeLatitude),
  ])
  func pointsFromCoordinates(header: String, system: String) throws {
    let text = "code,\(header)\nA,1.5,2.5\nB,,\nC,NA,3\n"
    let reader = try CSVFeatureReader(FileBytes(Array(text.utf8), name: "x.csv"), name: "x")
    #expect(reader.schema.reference == .formatDefault(system) && reader.schema.count == 3)
    #expect(reader.schema.types == GeometryType.Set(.point))
    let read = FeatureRows(reader)
    var one = FeatureBatch()
    one.append(point: header.hasPrefix("L") ? Coordinate(2.5, 1.5) : Coordinate(1.5, 2.5))
    #expect(read.geometries == [one.geometry, [], []] && read.fields.map(\.name) == ["code"])
  }

  /// Ways of writing one geometry.
  @Test(arguments: [
    ("POINT (1 2)", "point(1 2)"), ("POINT Z (1 2 3)", "POINT(1 2 3)"),
    ("POINT Z (1 2 3)", "SRID=4326;POINTZ(1 2 3)"),
    ("MULTIPOINT (1 2, 3 4)", "MULTIPOINT ((1 2), (3 4))"),
    ("POLYGON ((0 0, 1 0, 1 1, 0 0))", " Polygon\t( ( 0 0,1 0 , 1e0 1.0,0 0 ) ) "),
    ("MULTIPOLYGON Z EMPTY", "multipolygonz empty"),
    (
      "GEOMETRYCOLLECTION (POINT M (1 2 3), LINESTRING EMPTY)",
      "GeometryCollection(POINTM(1 2 3),LineString Empty)"
    ),
  ])
  func waysOfWritingOneGeometry(one: String, other: String) throws {
    let first = try rows("WKT\n\"\(one)\"\n").geometries
    #expect(try first == rows("WKT\n\"\(other)\"\n").geometries && first[0].count > 5)
  }

  @Test(arguments: [
    "POINT", "POINT (", "POINT (1)", "POINT (1 2", "POINT (1 2) x", "POINT (1 2, 3 4)", "CIRCLE (1 2)",
    "POINT Z (1 2)",
    "LINESTRING (1 2, 3)", "POLYGON (0 0, 1 1)", "CURVEPOLYGON ((0 0))", "POINT (a b)", "MULTIPOINT (1 2,)",
    "()", ";", "POINT (1e400 2)", "POINT (nan 2)", "POINT (1 -inf)",
    String(repeating: "GEOMETRYCOLLECTION (", count: 100_000),
  ])
  func whatIsNoGeometryIsRefusedWithItsLine(text: String) throws {
    let found = try #require(self.error("code,wkt\nA,POINT (1 2)\nB,\"\(text)\"\n"))
    #expect(found.kind == .badData && found.place == "line 3" && found.file == "x.csv", "\(found)")
    #expect(found.message.contains("well-known text cannot be read"))
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "has no column of well-known text and none of coordinates; the columns are a, b"),
    ("x,y,X,Y\n1,2,3,4\n", "more than one pair"), ("easting,northing\n1,b\n", "'b' is not a number"),
    ("", "empty"),
    ("wkt\n\"POINT (1 2)\n", "quote"),
  ])
  func tablesThatAreNoLayers(text: String, words: String) throws {
    let found = try #require(self.error(text))
    #expect(found.kind == .badData && found.description.contains(words), "\(found)")
  }

  /// Every beginning of a table is read or refused, with as many rows as cells.
  @Test func everyBeginningIsReadOrRefused() throws {
    let whole = try converted(variousFeatures, to: "csv").bytes
    for length in 0..<whole.count {
      guard var reader = try? CSVFeatureReader(FileBytes(Array(whole[..<length]), name: "x.csv"), name: "x")
      else {
        continue
      }
      while let batch = try? reader.next() {
        #expect(batch.values.count == batch.count * reader.schema.fields.count)
      }
    }
  }
}
