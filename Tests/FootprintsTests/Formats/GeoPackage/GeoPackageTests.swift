import Footprints
import Testing

/// GeoPackages as they are written and read again.
@Suite struct GeoPackageTests {
  @Test func whatIsWrittenIsReadAgain() throws {
    let original = try FeatureRows(Array(variousFeatures.utf8), "geojson")
    let list = try FeatureRows(try converted(variousFeatures, to: "gpkg").bytes, "gpkg")
    // Identifiers are a column of their own.
    #expect(list.fields == [FeatureField("id", .text)] + original.fields)
    #expect(list.rows.map { Array($0.dropFirst()) } == original.rows)
    #expect(list.rows.map(\.[0]) == original.identifiers)
    #expect(list.geometries == original.geometries)
  }

  /// Identifiers that can number rows do; others are a column, which is said.
  @Test(arguments: [
    ([#""id":3,"#, #""id":7,"#, #""id":9007199254740993,"#], true), ([#""id":0,"#, #""id":1,"#], true),
    ([#""id":7,"#, #""id":3,"#], false), ([#""id":3,"#, #""id":3,"#], false), ([#""id":3,"#, ""], false),
    ([#""id":-1,"#, #""id":1,"#], false), ([#""id":1.5,"#, #""id":2,"#], false),
    ([#""id":"1","#, #""id":"2","#], false),
  ])
  func identifiersNumberRowsWhereTheyCan(_ identifiers: [String], _ areKept: Bool) throws {
    let text = collection(
      identifiers.enumerated().map { index, id in
        #"{"type":"Feature",\#(id)"properties":{"n":\#(index)},"geometry":{"type":"Point","coordinates":[\#(index),2]}}"#
      }.joined(separator: ","))
    let there = try converted(text, to: "gpkg")
    let rows = try FeatureRows(there.bytes, "gpkg")
    #expect(rows.fields.map(\.name) == (areKept ? ["n"] : ["id", "n"]))
    #expect(there.outcome.notices.contains { $0.code == "identifier-column" } == !areKept)
    // In the order of the features, and back as they were.
    #expect(rows.rows.map { $0.last } == identifiers.indices.map { .integer(Int64($0)) })
    let before = try FeatureRows(Array(text.utf8), "geojson")
    let after = try FeatureRows(converted(there.bytes, "gpkg", to: "geojson").bytes, "geojson")
    #expect((after.identifiers == before.identifiers) == areKept)
    let again = try converted(there.bytes, "gpkg", to: "gpkg").bytes
    #expect(again == there.bytes)
    let folder = try TemporaryFolder()
    #expect(try SQLiteCheck.problems(in: there.bytes, folder: folder.path) == [])
  }

  @Test func aPropertyOfThatNameGoesFirst() throws {
    let text = collection(#"{"type":"Feature","id":5,"properties":{"ID":"x"},"geometry":null}"#)
    let rows = try FeatureRows(try converted(text, to: "gpkg").bytes, "gpkg")
    #expect(rows.fields.map(\.name) == ["id_1", "ID"] && rows.rows == [[.integer(5), .text("x")]])
  }

  @Test func theSameFeaturesMakeTheSameBytes() throws {
    let one = try converted(variousFeatures, to: "gpkg", jobs: 1).bytes
    #expect(try converted(variousFeatures, to: "gpkg", jobs: 4).bytes == one)
    #expect(try converted(one, "gpkg", to: "gpkg").bytes == one)
    let later = try converted(variousFeatures, to: "gpkg") { $0.lastChange = "2026-01-02T03:04:05.000Z" }
    #expect(later.bytes != one)
  }

  @Test func namesThatCollideAreChangedAndSaid() throws {
    let text = collection(feature("null", #"{"fid":1,"geom":2,"Name":3,"name":4,"":5,"id":6,"a\u0000b":7}"#))
    let result = try converted(text, to: "gpkg")
    let list = try FeatureRows(result.bytes, "gpkg")
    #expect(list.fields.map(\.name) == ["fid", "geom", "Name", "name_1", "field", "id", "a_b"])
    #expect(list.rows == [[1, 2, 3, 4, 5, 6, 7].map { .integer($0) }])
    #expect(result.outcome.notices.count { $0.code == "renamed-field" } == 3)
  }

  @Test(arguments: [
    "gpkg_contents", "ogr_empty_table", "sqlite_master", "RTREE_x", "a\"b'c", "", "Caerdydd – Cardiff",
  ])
  func layersHaveAnyName(_ name: String) throws {
    let text = collection(feature(#"{"type":"Point","coordinates":[1,2]}"#, #"{"a":1}"#))
    let result = try converted(text, to: "gpkg") { $0.layer = name }
    #expect(try FeatureRows(result.bytes, "gpkg").rows == [[.integer(1)]])
  }

  @Test(arguments: [
    ("2021-03-28T01:30:00+01:00", "2021-03-28T00:30:00.000Z"),
    ("2021-01-01T00:30:00+01:00", "2020-12-31T23:30:00.000Z"),
    ("2021-12-31 23:30:00.123456-01:00", "2022-01-01T00:30:00.123456Z"),
    ("2021-01-01T00:00:00", "2021-01-01T00:00:00.000Z"),
    ("2021-01-01T00:00:00.5Z", "2021-01-01T00:00:00.500Z"),
  ])
  func timesAreInUTC(_ time: String, _ expected: String) throws {
    let result = try converted(collection(feature("null", #"{"t":"\#(time)"}"#)), to: "gpkg")
    #expect(try FeatureRows(result.bytes, "gpkg").rows == [[.text(expected)]])
    #expect(result.outcome.notices.contains { $0.code == "time-zone" } == (time.count == 19))
  }

  /// Enough boxes for a tree of several levels, each found where it is by SQLite itself.
  @Test func theSpatialIndexHoldsEveryFeature() throws {
    let folder = try TemporaryFolder()
    for count in [0, 1, 51, 52, 3000] {
      let features = (0..<count).map { index in
        feature(
          #"{"type":"Point","coordinates":[\#(Double(index % 60) + 0.1),\#(Double(index / 60) - 0.7)]}"#)
      }
      let bytes = try converted(collection(features.joined(separator: ",")), to: "gpkg").bytes
      #expect(try FeatureRows(bytes, "gpkg").rows.count == count)
      try #require(SQLiteCheck.problems(in: bytes, folder: folder.path) == [], "\(count) features")
    }
  }

  @Test func aFileThatIsNoneIsRefused() {
    for (bytes, reason) in [
      (Array("{}".utf8), "not an SQLite database"), ([], "is empty"),
      (Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 200), ""),
    ] as [([UInt8], String)] {
      let error = #expect(throws: FootprintsError.self) { try FeatureRows(bytes, "gpkg") }
      #expect(error?.kind == .badData && error?.file == "x.gpkg")
      #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
    }
  }

  @Test func aLayerIsFoundByItsName() throws {
    let bytes = try converted(variousFeatures, to: "gpkg").bytes
    #expect(try FeatureRows(bytes, "gpkg", layer: "VARIOUS").rows.count == 7)
    let error = #expect(throws: FootprintsError.self) { try FeatureRows(bytes, "gpkg", layer: "other") }
    #expect(error?.remedy == "It has various.")
  }

  @Test(arguments: [(Double.infinity, 2.0), (.nan, 2), (1, -.infinity)])
  func positionsThatAreNoneAreRefusedByTheirRow(_ x: Double, _ y: Double) throws {
    let points = [3, 1].map { feature(#"{"type":"Point","coordinates":[\#($0),2]}"#) }
    let bytes = try converted(collection(points.joined(separator: ",")), to: "gpkg").bytes
    let other = bytes.patched(bits(1) + bits(2), bits(x) + bits(y))
    let error = #expect(throws: FootprintsError.self) { try converted(other, "gpkg", to: "geojson") }
    #expect(error?.kind == .badData && error?.file == "x.gpkg" && error?.place == "row 2 of x")
    #expect(error?.message.contains("position") == true)
  }

  @Test func aPointThatIsNowhereIsEmpty() throws {
    let bytes = try converted(collection(feature(#"{"type":"Point","coordinates":[1,2]}"#)), to: "gpkg").bytes
    let other = bytes.patched(bits(1) + bits(2), bits(.nan) + bits(.nan))
    let text = String(decoding: try converted(other, "gpkg", to: "geojsonl").bytes, as: UTF8.self)
    #expect(text.hasSuffix("\"geometry\": {\"type\": \"Point\", \"coordinates\": []}}\n"), "\(text)")
    let points = try converted(
      collection(feature(#"{"type":"MultiPoint","coordinates":[[1,2],[3,4],[5,6]]}"#)), to: "gpkg"
    ).bytes
    let fewer = points.patched(bits(1) + bits(2), bits(.nan) + bits(.nan))
    let rest = String(decoding: try converted(fewer, "gpkg", to: "geojsonl").bytes, as: UTF8.self)
    #expect(rest.contains("\"coordinates\": [[3, 4], [5, 6]]"), "\(rest)")
  }

  /// What GDAL writes for a layer in a system that nobody knows.
  @Test func aSystemWithoutMeaningIsNone() throws {
    let text = collection(feature(#"{"type":"Point","coordinates":[1,2]}"#))
    let bytes = try converted(text, to: "gpkg") { $0.source = try? ReferenceSystem("EPSG:27700") }.bytes
    let other = bytes.patched(Array("EPSG".utf8), Array("GDAL".utf8)).patched(
      Array(#"PROJCS["OSGB36 / British"#.utf8), Array(#"LOCAL_CS["Undefined SRS""#.utf8))
    let outcome = try converted(other, "gpkg", to: "gpkg").outcome
    #expect(outcome.reference == nil && outcome.notices.contains { $0.code == "reference-unknown" })
  }

  /// GDAL adds an empty layer to a GeoPackage of tables without geometries.
  @Test func anEmptyLayerOfGDALIsNone() throws {
    let bytes = try converted(variousFeatures, to: "gpkg") { $0.layer = "abc_empty_table" }.bytes
    let other = bytes.patched(Array("abc_empty_table".utf8), Array("ogr_empty_table".utf8))
    let error = #expect(throws: FootprintsError.self) { try FeatureRows(other, "gpkg") }
    #expect(error?.message == "is a GeoPackage without layers of features")
  }

  /// Damage anywhere is refused, or changes what is read; nothing crashes or hangs.
  @Test func damageIsRefusedOrHarmless() throws {
    let seed = UInt64.random(in: 0...9999)
    var random = SeededGenerator(seed: seed)
    let sound = try converted(variousFeatures, to: "gpkg").bytes
    let format = try #require(VectorFormats.named("gpkg"))
    let open = try #require(format.reader)
    for _ in 0..<300 {
      var damaged = sound
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random)) }
      let source = FeatureSource(
        bytes: FileBytes(damaged, name: "x.gpkg"), path: nil, layer: nil, name: "x", jobs: 1)
      do {
        var stream = try open(source)
        while try stream.next() != nil {}
      } catch {
        #expect(error.kind != .fault && !error.description.contains("\n"), "seed \(seed): \(error)")
      }
    }
  }
}

extension [UInt8] {
  /// The bytes with others of the same number wherever some stood.
  fileprivate func patched(_ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    precondition(old.count == new.count)
    return Array(replacing(old, with: new))
  }
}
