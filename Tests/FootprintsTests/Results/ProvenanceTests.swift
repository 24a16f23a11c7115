import Foundation
import Footprints
import Testing

@Suite struct ProvenanceTests {
  /// A Shapefile is four files; a GeoJSON file is one.
  @Test func everyFileOfAShapefileIsNamed() throws {
    let folder = try TemporaryFolder()
    let parts: [(String, [UInt8])] = [
      ("a.shp", ShapefileFixture([[ShapefileFixture.square(400_000, 200_000, 1000)]]).shp),
      ("a.dbf", DBaseFixture([("CODE", "C", 8)], [["A1"]]).bytes), ("a.prj", Array("EPSG:27700".utf8)),
    ]
    for (name, bytes) in parts {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    try folder.write(
      collection(feature(squarePolygon(-2, 51.65, 0.1), #"{"code": "B"}"#)), to: "b.geojson")
    let request = ComparisonRequest(x: "\(folder.path)/a.shp", y: "\(folder.path)/b.geojson")
    let inputs = try Study().run(OverlapAnalysis.self, request).inputs
    let listed = try #require(Provenance(inputs).json["inputs"]?.elements)
    #expect(listed.map { $0["path"]?.text } == ["\(folder.path)/a.shp", "\(folder.path)/b.geojson"])
    let files = try #require(listed[0]["files"]?.elements)
    #expect(files.map { $0["path"]?.text } == parts.map { "\(folder.path)/\($0.0)" })
    #expect(
      files.map { $0["sha256"]?.text } == [".shp", ".dbf", ".prj"].map { LayerFileTests.digests[$0] })
    #expect(listed[0]["sha256"] == files[0]["sha256"])
    #expect(listed[1]["files"] == nil && listed[1]["sha256"]?.text?.count == 64)
  }
}
