import Footprints
import Foundation
import Testing

/// Shapefiles as a stream of features; what GDAL writes is compared in the tests of the command.
@Suite struct ShapefileFeatureReaderTests {
  private func rows(_ fixture: ShapefileFixture, in folder: TemporaryFolder) throws -> (
    rows: FeatureRows, table: FeatureTable
  ) {
    let path = "\(folder.path)/x.shp"
    try Data(fixture.shp).write(to: URL(fileURLWithPath: path))
    let format = try #require(VectorFormats.named("shapefile"))
    let open = try #require(format.reader)
    let stream = try open(
      FeatureSource(bytes: FileBytes(path: path), path: path, layer: nil, name: "x", jobs: 1))
    return (FeatureRows(stream), try ShapefileReader.read(path: path).table)
  }

  /// The same rings are holes of the same exteriors as in the table that analyses take.
  @Test func polygonsAreThoseOfTheTable() throws {
    let square = ShapefileFixture.square, hole = ShapefileFixture.hole
    let folder = try TemporaryFolder()
    let (rows, table) = try rows(
      ShapefileFixture([
        [square(0, 0, 1)], [square(2, 2, 4), hole(3, 3, 1)],
        [hole(3, 3, 1), square(2, 2, 4), square(10, 10, 2)],
        [hole(0, 0, 1)], [square(0, 0, 9), hole(1, 1, 7), square(2, 2, 3), hole(3, 3, 1)],
      ]), in: folder)
    #expect(rows.geometries.count == table.geometry.count)
    let wanted = try (0..<table.geometry.count).map { area in
      var batch = FeatureBatch()
      batch.append(area: area, of: table.geometry)
      return try GeometryWords.of(batch.geometry)
    }
    #expect(try rows.geometries.map(GeometryWords.of) == wanted)
  }

  /// A point of neither number is how others write an empty one; of one number it is damage.
  @Test func aPointThatIsNowhereIsEmpty() throws {
    let folder = try TemporaryFolder()
    var fixture = ShapefileFixture()
    fixture.type = 1
    fixture.records = [little(1) + bits(1) + bits(2), little(1) + bits(.nan) + bits(.nan)]
    let found = try rows(fixture, in: folder).rows.geometries
    #expect(found.map { $0.count } == [21, 21])
    #expect(Array(found[1].suffix(16)) == bits(.nan) + bits(.nan))
    #expect(found.count == 2)
  }
}

/// The rings of a geometry as GeoJSON text, of a Polygon as of a MultiPolygon of one.
private enum GeometryWords {
  static func of(_ geometry: [UInt8]) throws -> String {
    let sink = ByteCollector()
    let format = try #require(VectorFormats.named("geojsonl"))
    let begin = try #require(format.writer)
    var writer = try begin(
      FeatureTarget(sink: sink, reference: nil, jobs: 1),
      LayerSchema(name: "x", fields: [], types: [], reference: .missing))
    var batch = FeatureBatch()
    batch.geometry = geometry
    batch.ends = [geometry.count]
    try writer.write(batch)
    let text = String(decoding: sink.bytes, as: UTF8.self)
    let coordinates = try #require(text.split(separator: "\"coordinates\": ").last).dropLast(3)
    return text.contains("MultiPolygon") ? String(coordinates) : "[\(coordinates)]"
  }
}
