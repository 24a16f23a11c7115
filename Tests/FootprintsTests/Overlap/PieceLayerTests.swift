import Footprints
import Testing

/// The pieces of two layers as a layer.
@Suite struct PieceLayerTests {
  private func layer(
    _ name: String, _ codes: [String], _ boxes: [(Double, Double, Double, Double)]
  ) throws -> PreparedLayer {
    try PreparedLayer(
      name, resolution: Resolution(named: "20"), codes: codes, names: codes.map { "The \($0)" },
      areas: MultiPolygonArray(
        polygons: boxes.map { left, bottom, right, top in
          [
            [(left, bottom), (right, bottom), (right, top), (left, top)].map {
              ($0.0 * 1000 + 400_000, $0.1 * 1000 + 200_000)
            }
          ]
        }), jobs: 1)
  }

  /// Two squares side by side, and one that lies across both, by 10 m on a third, and beyond.
  private func layers() throws -> (x: PreparedLayer, y: PreparedLayer) {
    let x = try layer("x", ["A", "B", "C"], [(0, 0, 2, 2), (2, 0, 4, 2), (4.99, 0, 6, 2)])
    return (x, try layer("y", ["P"], [(1, 1, 5, 3)]))
  }

  @Test func piecesHaveBothCodesAndWhatIsLeftHasOne() throws {
    let (x, y) = try layers()
    let pieces = try PreparedLayer(piecesOf: x, and: y, jobs: 1)
    #expect(pieces.name == "x+y")
    #expect(pieces.codes == ["-P", "A-", "A-P", "B-", "B-P", "C-"])
    #expect(
      pieces.names == [
        "none / The P", "The A / none", "The A / The P", "The B / none", "The B / The P", "The C / none",
      ])
    let sizes = pieces.codes.indices.map { (pieces.area(of: $0) / 1e4).rounded() / 100 }
    #expect(sizes == [4.99, 3, 1, 2, 2, 2.01])
    // The 10 m of C are a sliver and no piece.
    #expect(pieces.notices.map(\.code) == ["slivers"])
    #expect(
      pieces.notices[0].message.hasPrefix("1 common part narrower than 15 m, 1.00 ha in all, is no piece"))
  }

  @Test func aThirdLayerIsOverlaidByName() throws {
    let (x, y) = try layers()
    let z = try layer("z", ["Z"], [(0, 0, 1.5, 9)])
    let study = Study(given: Study.Given(layers: [x, y, z]), settings: try Study.Settings())
    let rows = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "x+y", y: "z")).result.comparison.rows
    let pieces = try study.layer("x+y")
    #expect(rows.map { pieces.codes[$0.x ?? -1] } == ["-P", "A-", "A-P"])
    #expect(rows.map { ($0.area / 1e4).rounded() / 100 } == [0.5, 2.5, 0.5])
    #expect(try study.layer("x+y+z").codes.contains("A-P-Z"))
    #expect(try study.layer("x+y").identity == pieces.identity, "it is made once")
  }

  @Test func anUnknownPartIsNamed() throws {
    let (x, y) = try layers()
    let study = Study(given: Study.Given(layers: [x, y]), settings: try Study.Settings())
    for name in ["x+q", "q+x", "x+", "+x", "+"] {
      let error = #expect(throws: FootprintsError.self, "\(name)") { _ = try study.layer(name) }
      #expect(error?.kind == .usage, "\(name): \(String(describing: error))")
    }
    #expect(throws: FootprintsError.self) { try study.layer("x+x.geojson") }
  }

  @Test func twoPiecesNeverHaveOneCode() throws {
    let x = try layer("x", ["A", "A-B"], [(0, 0, 2, 2), (2, 0, 4, 2)])
    let y = try layer("y", ["B-C", "C"], [(0, 0, 2, 2), (2, 0, 4, 2)])
    let error = #expect(throws: FootprintsError.self) { try PreparedLayer(piecesOf: x, and: y, jobs: 1) }
    #expect(error?.kind == .badData && error?.message.contains("'A-B-C'") == true)
  }

  @Test func theOrderOfTheFilesChangesNothing() throws {
    let (x, y) = try layers()
    let turned = try layer("x", ["C", "B", "A"], [(4.99, 0, 6, 2), (2, 0, 4, 2), (0, 0, 2, 2)])
    let one = try PreparedLayer(piecesOf: x, and: y, jobs: 1)
    let other = try PreparedLayer(piecesOf: turned, and: y, jobs: 3)
    #expect(other.codes == one.codes && other.geometry == one.geometry)
  }
}
