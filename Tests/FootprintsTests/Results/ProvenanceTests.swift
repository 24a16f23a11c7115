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

  /// People read paths inside the package and the package once; programs get paths that they can open.
  @Test func pathsForPeopleAreThoseInThePackage() throws {
    let folder = try TemporaryFolder()
    let package = SmallPackage()
    let list = package.resources.sorted { $0.key < $1.key }.map(\.value).joined(separator: ",")
    try folder.write(
      #"{"name":"small","title":"A small place","resources":[\#(list)]}"#, to: "datapackage.json")
    for (name, text) in package.files { try folder.write(text, to: name) }
    try folder.write(package.files["ccg.geojson"] ?? "", to: "own/mine.geojson")
    for named in [folder.path, folder.path + "/"] {
      let study = try Study(package: DataPackage(PackageFolder(named)))
      let own = "\(folder.path)-other.geojson"
      try Data((package.files["ccg.geojson"] ?? "").utf8).write(to: URL(fileURLWithPath: own))
      defer { try? FileManager.default.removeItem(atPath: own) }
      let answer = try study.run(OverlapAnalysis.self, .init(x: "utla", y: own))
      let footer = try #require(answer.report.document?.footer)
      #expect(footer[0] == "Package: A small place (\(named))")
      #expect(footer[1] == "Layer utla: 20 m, 2 upper-tier local authorities, from utla.geojson")
      #expect(footer[2].hasSuffix("3 areas, from \(own)"))
      let paths = Provenance(answer.inputs).json["inputs"]?.elements?.compactMap { $0["path"]?.text }
      #expect(paths?.allSatisfy(FileManager.default.fileExists) == true)
      let layers = try study.run(LayersAnalysis.self, .init()).report.document?.footer
      #expect(layers?.first == "Package: A small place (\(named))")
      #expect(layers?.contains { $0.hasPrefix("Layer ") } == false)
    }
  }

  /// Which steps PROJ takes is for programs.
  @Test func projectionsAreSaidInShort() throws {
    let report = try SmallPackage().study().run(OverlapAnalysis.self, .init(x: "utla", y: "ccg")).report
    #expect(
      report.document?.footer.filter { $0.hasPrefix("Projected") } == [
        "Projected from WGS 84 to British National Grid, accurate to 2 m"
      ])
    let operation = Provenance(report.inputs).json["operations"]?.elements?.first
    #expect(operation?["operation"]?.text?.contains("Inverse of") == true)
  }
}
