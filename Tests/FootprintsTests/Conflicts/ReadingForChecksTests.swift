import Footprints
import Foundation
import Testing

/// Files that cannot be used as they are: `check` says what is wrong with each instead of giving up.
@Suite struct ReadingForChecksTests {
  private func feature(_ properties: String, _ west: Double, geometry: String? = nil) -> String {
    let ring = [(west, 52.0), (west + 0.1, 52), (west + 0.1, 52.1), (west, 52.1), (west, 52)]
    let positions = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    let shape = geometry ?? #"{"type":"Polygon","coordinates":[[\#(positions)]]}"#
    return #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(shape)}"#
  }

  private func check(_ text: String) throws -> CheckResult {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("areas.geojson")
    try Data(text.utf8).write(to: file)
    return try Study().run(CheckAnalysis.self, CheckRequest(layers: [file.path])).result
  }

  private func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
  }

  private func kinds(_ result: CheckResult) -> [String] { result.rows.map(\.finding.kind.rawValue) }

  @Test func repeatedCodes() throws {
    let result = try check(
      collection([
        feature(#""code":"A","name":"Alpha""#, -1), feature(#""code":"A","name":"Alpha""#, -0.9),
        feature(#""code":"B","name":"Beta""#, -0.8), feature(#""code":"A","name":"Alpha""#, -0.7),
      ]))
    #expect(kinds(result) == ["duplicate-code"])
    #expect(result.rows[0].finding.code == "A" && result.rows[0].position != nil)
    #expect(result.rows[0].finding.message.contains("3 features have the code 'A' (features 0, 1 and 3)"))
    #expect(result.layers[0].layer.codes == ["A", "A (2)", "A (3)", "B"])
    #expect(result.completion == .faulty)
  }

  @Test func repeatedNamesAndMissingCodes() throws {
    let named = try check(
      collection([feature(#""code":"A","name":"Same""#, -1), feature(#""code":"B","name":"same""#, -0.9)]))
    #expect(kinds(named) == ["duplicate-name"] && named.rows[0].finding.otherCode == "B")
    let bare = try check(
      collection([feature(#""code":"A""#, -1), feature(#""code":null"#, -0.9), feature(#""code":"""#, -0.8)]))
    #expect(kinds(bare) == ["missing-code", "missing-code"])
    #expect(bare.rows.map(\.finding.code) == ["#2", "#3"])
  }

  @Test func withoutGeometry() throws {
    let one = try check(
      collection([feature(#""code":"A""#, -1), feature(#""code":"B""#, 0, geometry: "null")]))
    #expect(kinds(one) == ["null-geometry"] && one.rows[0].finding.code == "B")
    let none = try check(collection([feature(#""code":"A""#, -1, geometry: "null")]))
    #expect(kinds(none) == ["null-geometry"] && none.layers.isEmpty)
  }

  @Test func cutShort() throws {
    let whole = collection([feature(#""code":"A""#, -1), feature(#""code":"B""#, -0.9)])
    #expect(kinds(try check(String(whole.dropLast(40)))) == ["truncated"])
    let part = whole.replacing(#""features""#, with: #""numberMatched":7,"features""#)
    #expect(kinds(try check(part)) == ["truncated"])
    #expect(kinds(try check(#"{"type":"FeatureCollection","features":[7]}"#)) == ["unreadable"])
  }

  @Test func implausibleCoordinates() throws {
    let metres =
      #"{"type":"Polygon","coordinates":[[[400000,200000],[410000,200000],[410000,210000],[400000,200000]]]}"#
    #expect(
      kinds(try check(collection([feature(#""code":"A""#, 0, geometry: metres)]))) == ["reference-system"])
    // Latitude before longitude in the whole file, and in one area of it.
    let swapped = #"{"type":"Polygon","coordinates":[[[52,-1],[52,-0.9],[52.1,-0.9],[52,-1]]]}"#
    #expect(
      kinds(try check(collection([feature(#""code":"A""#, 0, geometry: swapped)]))) == ["reference-system"])
    let mixed = try check(
      collection([feature(#""code":"A""#, -1), feature(#""code":"B""#, 0, geometry: swapped)]))
    #expect(kinds(mixed).contains("reference-system"))
    #expect(mixed.rows.first { $0.finding.kind == .referenceSystem }?.finding.code == "B")
  }

  /// What is not there, or has no areas at all, is asked for wrongly and no finding.
  @Test func whatCannotBeChecked() throws {
    let missing = SmallPackage.error {
      _ = try Study().run(CheckAnalysis.self, CheckRequest(layers: ["none.shp"]))
    }
    #expect(missing?.kind == .noInput)
    let point = #"{"type":"Point","coordinates":[-1,52]}"#
    let error = SmallPackage.error {
      _ = try check(collection([feature(#""code":"A""#, 0, geometry: point)]))
    }
    #expect(error?.reason == .onlyPoints)
  }
}
