import Foundation
import Testing

/// `check --repair` as a process: what is written, what is listed, what is refused.
@Suite struct CheckRepairTests {
  /// Two blocks with a gap of about 0.7 m (1e-5 degrees) between them below a third, and a fourth apart from them.
  private static let layer = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": 7, "properties": {"code": "A3", "name": "Gamma", "staff": 12, "rate": 0.5, "open": true, "note": null},
     "geometry": {"type": "Polygon", "coordinates": [[[-1, 52.01], [-0.98, 52.01], [-0.98, 52.02], [-1, 52.02], [-1, 52.01]]]}},
    {"type": "Feature", "id": 8, "properties": {"code": "A1", "name": "Alpha", "staff": 3, "rate": 1.25, "open": false, "note": "x"},
     "geometry": {"type": "Polygon", "coordinates": [[[-1, 52], [-0.990005, 52], [-0.990005, 52.01], [-1, 52.01], [-1, 52]]]}},
    {"type": "Feature", "id": 9, "properties": {"code": "A2", "name": "Beta", "staff": 4, "rate": 2, "open": true, "note": "y"},
     "geometry": {"type": "Polygon", "coordinates": [[[-0.989995, 52], [-0.98, 52], [-0.98, 52.01], [-0.989995, 52.01], [-0.989995, 52]]]}},
    {"type": "Feature", "id": 10, "properties": {"code": "A4", "name": "Delta", "staff": 1, "rate": 3, "open": true, "note": "z"},
     "geometry": {"type": "Polygon", "coordinates": [[[-1, 51.99], [-0.98, 51.99], [-0.98, 52], [-1, 52], [-1, 51.99]]]}},
    {"type": "Feature", "id": 11, "properties": {"code": "A5", "name": "Epsilon", "staff": 1, "rate": 3, "open": true, "note": "z"},
     "geometry": {"type": "Polygon", "coordinates": [[[-0.5, 51.99000000000003], [-0.4, 51.99], [-0.4, 52], [-0.5, 51.99000000000003]]]}}
    ]}
    """

  @Test func aGapIsClosedAndAllElseIsKept() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Self.layer, to: "in.geojson")
    let outcome = try await tool.run("check", "in.geojson", "--repair", "out.geojson", "--format", "json")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(#""kind": "sliver-gap""#) && outcome.output.contains(#""largest_move_m": 0.6"#))
    let text = try tool.text(of: "out.geojson")
    for kept in [#""staff": 12"#, #""rate": 0.5"#, #""note": null"#, #""id": 11"#, "51.99000000000003"] {
      #expect(text.contains(kept), "\(kept)")
    }
    // In the order of the file.
    let places = try ["A3", "A1", "A2", "A4", "A5"].map {
      try #require(text.range(of: "\"\($0)\"")).lowerBound
    }
    #expect(places == places.sorted())
    let again = try await tool.run(
      "check", "out.geojson", "--repair", "again.geojson", "--format", "csv", "-q")
    #expect(again.status == 0 && !again.output.contains("sliver"))
    #expect(try tool.text(of: "again.geojson") == text)
  }

  @Test func whatWouldMoveABorderTooFarStays() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Self.layer, to: "in.geojson")
    let outcome = try await tool.run(
      "check", "in.geojson", "--repair", "out.geojson", "--largest-move", "0.1")
    #expect(outcome.output.contains("1 gap is left as it was"))
    #expect(try tool.text(of: "out.geojson").contains("-0.990005"))
  }

  @Test func wrongRequestsAreRefused() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Self.layer, to: "in.geojson")
    try tool.write(Squares.a, to: "other.geojson")
    let two = try await tool.run("check", "in.geojson", "other.geojson", "--repair", "out.geojson")
    #expect(two.status == 64 && two.errors.contains("one layer is repaired at a time"))
    let none = try await tool.run("check", "in.geojson", "--largest-move", "2")
    #expect(none.status == 64 && none.errors.contains("--largest-move needs --repair"))
    let suffix = try await tool.run("check", "in.geojson", "--repair", "out.txt")
    #expect(suffix.status == 64 && suffix.errors.contains("names no format"))
    let far = try await tool.run("check", "in.geojson", "--repair", "out.geojson", "--largest-move", "-1")
    #expect(far.status == 64)
    let same = try await tool.run("check", "in.geojson", "--repair", "in.geojson", "-q")
    #expect(same.status == 64 && same.errors.contains("is one of the inputs"))
    #expect(try tool.text(of: "in.geojson") == Self.layer)
    let folder = try await tool.run("check", "in.geojson", "--repair", "none/out.geojson")
    #expect(folder.status == 73)
  }
}
