import Foundation
import Footprints
import Testing

/// The files that a layer was read from, as they are in its provenance.
@Suite struct LayerFileTests {
  /// British National Grid for PROJ.
  private static let grid = Array("EPSG:27700".utf8)
  private static let shp = ShapefileFixture([[ShapefileFixture.square(400_000, 200_000, 1000)]]).shp
  private static let dbf = DBaseFixture([("CODE", "C", 8)], [["A1"]]).bytes

  /// What coreutils' sha256sum says of the bytes above.
  static let digests = [
    ".shp": "c5b47e211de87faadeea36eb588cce8a33181d142d0f0c5e2aece1b4e4f28e8d",
    ".dbf": "9f70cb4be8910767cec9b9905754b992d7451ee49c3c89f69c7e61a00459ee36",
    ".prj": "5118adbfe424faafcdc9abd0f0fbc82012f6c469d9522141d0b90c7966e1807c",
    ".cpg": "3ad3031f5503a4404af825262ee8232cc04d4ea6683d42c5dd0a2f2a27ac9824",
    ".zip": "5d88e4f00dea86d1f8825c4943f6c4e354560d33cebf1952118552b1f6564afb",
  ]

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in [("a.shp", shp), ("a.dbf", dbf), ("a.prj", grid), ("a.cpg", Array("UTF-8".utf8))] {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    let zip = ZipFixture([
      .init(name: "a.shp", content: shp), .init(name: "a.dbf", content: dbf),
      .init(name: "a.prj", content: grid),
    ])
    try Data(zip.bytes).write(to: URL(fileURLWithPath: "\(folder.path)/z.zip"))
    return folder
  }

  private static func read(_ path: String) throws -> Layer {
    try LayerFile.read(
      path, request: LayerRequest(name: "a"),
      with: LayerReader(working: try .working(ReferenceSystem.britishNationalGrid), jobs: 1))
  }

  @Test(
    arguments: [
      ("a.shp", ["a.shp", "a.dbf", "a.prj", "a.cpg"]), ("z.zip", ["z.zip"]), ("z.zip#a", ["z.zip"]),
    ])
  func everyFileHasItsDigest(path: String, names: [String]) throws {
    let folder = try Self.folder()
    let layer = try Self.read("\(folder.path)/\(path)")
    #expect(layer.codes == ["A1"] && layer.notices.isEmpty)
    #expect(layer.origin.files.map(\.name) == names.map { "\(folder.path)/\($0)" })
    #expect(layer.origin.files.map(\.sha256) == names.map { Self.digests[String($0.suffix(4))] })
  }

  @Test func aLayerOfOneFileListsIt() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      collection(feature(squarePolygon(-2, 52, 0.1), #"{"code": "A"}"#)), to: "a.geojson")
    #expect(try Self.read(path).origin.files.map(\.name) == [path])
  }
}
