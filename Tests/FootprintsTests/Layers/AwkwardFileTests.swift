import Footprints
import Testing

/// Real files that misbehave: each works or says why not.
@Suite(.enabled(if: RealTables.isPresent, "the real data are not here"))
struct AwkwardFileTests {
  static func read(
    _ name: String, _ change: (inout LayerRequest) -> Void = { _ in }
  ) throws(FootprintsError) -> Layer {
    var request = LayerRequest(name: name)
    change(&request)
    return try LayerFile.read(
      "\(RealTables.folder)/awkward/\(name)", request: request,
      with: LayerReader(working: ReferenceSystem.working(ReferenceSystem.britishNationalGrid)))
  }

  @Test func nullGeometriesAndNamesOnly() throws {
    let layer = try Self.read("ccg2018_null_geometries.geojson")
    #expect(layer.count == 209)
    #expect((0..<layer.count).count { layer.geometry.polygons(of: $0).isEmpty } == 2)
    #expect(Set(layer.notices.map(\.code)).isSuperset(of: ["names-as-codes", "no-geometry"]))
    #expect(layer.codes.allSatisfy { $0 == $0.uppercased() })
  }

  @Test func heightsAndCodesInsideADescription() throws {
    let layer = try Self.read("ccg2015_3d_html_description.geojson")
    #expect(layer.count > 200)
    #expect(layer.notices.contains { $0.code == "heights" })
    #expect(
      layer.geometry.coordinates.allSatisfy { (0...700_000).contains($0.x) && (0...700_000).contains($0.y) })
  }

  @Test func aShapefileWithoutReferenceSystem() throws {
    let error = #expect(throws: FootprintsError.self) { try Self.read("utla19_no_prj.shp") }
    #expect(error?.kind == .badData)
    #expect(error?.reason == .notDegrees(looksBritish: true))
    let layer = try Self.read("utla19_no_prj.shp") { $0.fallbackReference = "EPSG:27700" }
    #expect(layer.count > 150)
    #expect(layer.origin.transformation.operation == "none")
  }

  @Test func duplicateFlowsAreMergedAndReported() throws {
    let flows = try FlowTable(RealTables.table("awkward/trust_msoa_duplicate_keys.csv"))
    #expect(Set(flows.flows.map { "\($0.brick) \($0.trust)" }).count == flows.flows.count)
    #expect(flows.notices.contains { $0.severity == .warning })
  }
}
