import Foundation
import Testing

/// Shapefiles that the command writes.
@Suite struct ShapefileCommandTests {
  private static let features = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"code": "A", "name": "Ynys M\\u00f4n", "population_total": 12, "population_men": 5, "share": 0.1, \
    "day": "2021-02-28", "flag": true}, "geometry": {"type": "Polygon", "coordinates": [[[0, 52], [4, 52], [4, 56], [0, 56], [0, 52]], \
    [[1, 53], [1, 54], [2, 54], [1, 53]]]}},
    {"type": "Feature", "properties": {"code": "B", "name": null, "population_total": null, "population_men": -7, "share": 1e-300, \
    "day": null, "flag": null}, "geometry": null},
    {"type": "Feature", "properties": {"code": "C", "name": "x", "population_total": 9007199254740993, "population_men": 0, "share": 2.5, \
    "day": "1999-12-31", "flag": false}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[5, 52], [6, 52], [5, 53], [5, 52]]], \
    [[[7, 52], [8, 52], [7, 53], [7, 52]]]]}}
    ]}
    """

  /// Nothing is lost that the format can hold; what it cannot is said.
  @Test func comesBackAsItWas() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Self.features, to: "a.geojson")
    let there = try await tool.run("convert", "a.geojson", "b.shp")
    #expect(there.status == 0, "\(there.errors)")
    #expect(there.errorLines.count == 1, "\(there.errors)")
    #expect(
      there.errors.contains("population_total became population and population_men became populati_1"),
      "\(there.errors)")
    #expect(try tool.names() == ["a.geojson", "b.cpg", "b.dbf", "b.prj", "b.shp", "b.shx"])
    let back = try await tool.run("convert", "b.shp", "-", "--format", "geojsonl")
    let same = try await tool.run(
      "convert", "a.geojson", "-", "--format", "geojsonl", "--fields",
      "code,name,population_total=population,population_men=populati_1,share,day,flag")
    #expect(back.output == same.output && back.errors == "", "\(back.errors)")
    #expect(back.output.split(separator: "\n").count == 3)
  }

  /// The same files, in an archive of which no byte depends on when or where it is made.
  @Test func anArchiveHasTheSameFiles() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Self.features, to: "a.geojson")
    let outcome = try await tool.shell(
      #"""
      mkdir c && "$footprint" convert a.geojson b.shp -q && "$footprint" convert a.geojson c/b.zip -q && "$footprint" convert c/b.zip d.geojsonl &&
      "$footprint" convert b.shp e.geojsonl && cmp d.geojsonl e.geojsonl && mv c/b.zip c/first.zip && touch a.geojson &&
      TZ=Asia/Tokyo "$footprint" convert a.geojson c/b.zip -q --jobs 1 && cmp c/b.zip c/first.zip && cd c &&
      python3 -c 'import zipfile; z = zipfile.ZipFile("b.zip"); print(z.testzip(), z.namelist()); [print(open("../" + n, "rb").read() == z.read(n)) for n in z.namelist()]'
      """#)
    #expect(
      outcome.output == """
        None ['b.shp', 'b.shx', 'b.dbf', 'b.cpg', 'b.prj']
        True
        True
        True
        True
        True

        """, "\(outcome.output)\(outcome.errors)")
    #expect(try tool.names().filter { $0.hasSuffix("zip") } == [])
  }

  @Test(
    .enabled(if: GDALCommandTests.isInstalled, "needs gdal-bin"),
    arguments: [
      ("Point", "[1, 52]", "Point"), ("Point", "[1, 52, 7]", "3D Point"),
      ("MultiPoint", "[[1, 52], [2, 52]]", "Multi Point"),
      ("LineString", "[[1, 52, 3], [2, 52, 4]]", "3D Line String"),
      ("MultiLineString", "[[[1, 52], [2, 52]], [[3, 52], [4, 53]]]", "Line String"),
      ("Polygon", "[[[0, 52, 1], [4, 52, 2], [4, 56, 3], [0, 52, 1]]]", "3D Polygon"),
    ])
  func gdalReadsEveryKind(type: String, positions: String, title: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      #"{"type":"Feature","properties":{"name":"Môn"},"geometry":{"type":"\#(type)","coordinates":\#(positions)}}"#,
      to: "a.geojson")
    let made = try await tool.run("convert", "a.geojson", "b.shp", "--crs", "EPSG:4326")
    #expect(made.status == 0 && made.errors == "", "\(made.errors)")
    let seen = try await tool.shell(
      "ogrinfo -ro -al b.shp; ogr2ogr -f GeoJSONSeq /vsistdout/ b.shp -lco COORDINATE_PRECISION=7; ogr2ogr -f GeoJSONSeq /vsistdout/ a.geojson"
    )
    #expect(seen.errors == "" && seen.output.contains("Geometry: \(title)\n"), "\(seen.errors)\(seen.output)")
    #expect(seen.output.contains("Môn") && seen.output.contains("WGS 84"))
    let back = try await tool.run("convert", "b.shp", "-", "--format", "geojsonl")
    let same = try await tool.run("convert", "a.geojson", "-", "--format", "geojsonl")
    #expect(back.output == same.output)
  }

  @Test func whatDoesNotFitIsSaid() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      """
      {"type":"Feature","properties":{"a":"\(String(repeating: "ŵ", count: 200))"},"geometry":{"type":"Point","coordinates":[1,52]}}
      {"type":"Feature","properties":{"a":"b"},"geometry":{"type":"LineString","coordinates":[[1,52],[2,52]]}}
      """, to: "a.geojsonl")
    let mixed = try await tool.run("convert", "a.geojsonl", "b.shp")
    #expect(mixed.status == 0 && mixed.errors.contains("1 geometry left out"), "\(mixed.errors)")
    #expect(mixed.errors.contains("1 value cut to 254 bytes"), "\(mixed.errors)")
    let back = try await tool.run("convert", "b.shp", "-", "--format", "csv")
    #expect(
      back.status == 0 && back.output.contains(String(repeating: "ŵ", count: 127) + ","), "\(back.errors)")
  }

  @Test func allOfItAppearsOrNothing() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    try tool.write("old", to: "b.qix")
    let stale = try await tool.run("convert", "a.geojson", "b.shp")
    #expect(
      stale.status == 64 && stale.errors.contains("b.qix: an older file lies beside"), "\(stale.errors)")
    #expect(try tool.names() == ["a.geojson", "b.qix"])
    try FileManager.default.createDirectory(
      at: tool.folder.appendingPathComponent("c.dbf"), withIntermediateDirectories: true)
    let blocked = try await tool.run("convert", "a.geojson", "c.shp")
    #expect(blocked.status == 73 && blocked.errors.contains("c.dbf"), "\(blocked.errors)")
    #expect(try tool.names() == ["a.geojson", "b.qix", "c.dbf"])
    let piped = try await tool.run("convert", "a.geojson", "-", "--format", "shapefile")
    #expect(piped.status == 64 && piped.errors.contains("several files"), "\(piped.errors)")
    let first = try await tool.run("convert", "a.geojson", "d.shp", "-q")
    let own = try await tool.run("convert", "d.shp", "d.shp", "-q")
    #expect(
      first.status == 0 && own.status == 64 && own.errors.contains("is one of the inputs"), "\(own.errors)")
  }
}
