import Foundation
import Testing

/// What other tools that repair layers are known to get wrong, as behaviour of `check --repair`.
///
/// Covered elsewhere: that random boards become coverages without overlaps (`CoverageRepairTests`, `InletTests`), and that an area within
/// another or on top of it is not lost (`CoverageRepairTests.noAreaIsLost`).
@Suite struct KnownRepairFailuresTests {
  /// A block between two longitudes, of a tenth of a degree from south to north.
  private static func block(_ code: String, _ west: Double, _ east: Double, from south: Double = 52) -> String
  {
    Squares.feature(
      code, "Area \(code)",
      ring: [(west, south), (east, south), (east, south + 0.1), (west, south + 0.1), (west, south)])
  }

  /// Writes a layer, repairs it, and gives what was said about it, and what is said about it afterwards.
  private static func repair(
    _ features: [String], _ options: [String] = [], with tool: Tool
  ) async throws -> (before: Tool.Outcome, after: Tool.Outcome) {
    try tool.write(Squares.collection(features), to: "in.geojson")
    let before = try await tool.run(
      ["check", "in.geojson", "--repair", "out.geojson", "--format", "json"] + options)
    return (before, try await tool.run("check", "out.geojson", "--format", "csv", "-q"))
  }

  /// The ring of each feature of a file, by code.
  private static func rings(in name: String, of tool: Tool) throws -> [String: [[Double]]] {
    let object = try JSONSerialization.jsonObject(with: Data(try tool.text(of: name).utf8))
    let features = try #require((object as? [String: Any])?["features"] as? [[String: Any]])
    var rings: [String: [[Double]]] = [:]
    for feature in features {
      let code = try #require((feature["properties"] as? [String: Any])?["code"] as? String)
      let geometry = try #require(feature["geometry"] as? [String: Any])
      rings[code] = try #require((geometry["coordinates"] as? [[[Double]]])?.first)
    }
    return rings
  }

  /// Gaps between polygons that came from two files, a strip that is open to one side, and one that is open to both.
  ///
  /// mapshaper fills only gaps that are surrounded by polygons (mbloch/mapshaper#451).
  @Test(arguments: [true, false]) func spacesBetweenTwoFilesAreClosed(haveCommonNeighbour: Bool) async throws
  {
    let tool = try Tool()
    defer { tool.remove() }
    // With all corners, since the shortest way between two of them is not the parallel.
    let below = [
      (-1.0, 51.9), (-0.8, 51.9), (-0.8, 52), (-0.899995, 52), (-0.900005, 52), (-1, 52), (-1, 51.9),
    ]
    let (before, after) = try await Self.repair(
      [Self.block("A1", -1, -0.900005), Self.block("A2", -0.899995, -0.8)]
        + (haveCommonNeighbour ? [Squares.feature("A3", "Area A3", ring: below)] : []), with: tool)
    #expect(before.status == 0 && before.output.contains(#""kind": "sliver-gap""#))
    #expect(before.output.contains(#""largest_move_m": 0.6"#) && !before.output.contains("left as"))
    #expect(after.status == 0 && !after.output.contains("sliver") && !after.output.contains("unmatched"))
    let rings = try Self.rings(in: "out.geojson", of: tool)
    // One of the two has both corners of the other now.
    let common = (rings["A1"] ?? []).filter { (rings["A2"] ?? []).contains($0) }
    #expect(Set(common.map { $0[0] }).count == 1 && Set(common.map { $0[1] }).count == 2)
    let again = try await tool.run("check", "out.geojson", "--repair", "again.geojson", "-q")
    #expect(again.status == 0)
    #expect(try tool.text(of: "again.geojson") == tool.text(of: "out.geojson"))
  }

  /// A strip that is wider than asked for is named, and stays.
  @Test func spacesWiderThanAskedForStay() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let (_, _) = try await Self.repair(
      [Self.block("A1", -1, -0.900005), Self.block("A2", -0.899995, -0.8)], ["--largest-move", "0.5"],
      with: tool)
    #expect(try Self.rings(in: "out.geojson", of: tool) == Self.rings(in: "in.geojson", of: tool))
    let found = try await tool.run("check", "out.geojson", "--format", "csv", "-q")
    #expect(found.output.contains("out,A1,Area A1,A2,sliver-gap,warning,"))
  }

  /// To close gaps creates no overlaps that were not there before.
  ///
  /// maup: "Resolve_overlaps and close_gaps don't work" (mggg/maup#15), "Autorepair causes overlaps" (mggg/maup#39).
  @Test func repairsCreateNoOverlaps() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    // Joints between four tiles that meet, none of which touches another.
    let (low, high) = (52.1 + 5e-6, 52.1 - 5e-6 - 0.1)
    let (before, after) = try await Self.repair(
      [
        Self.block("A1", -1, -0.900005, from: high), Self.block("A2", -0.899995, -0.8, from: high),
        Self.block("A3", -1, -0.900003, from: low), Self.block("A4", -0.899994, -0.8, from: low),
      ], ["--largest-move", "2"], with: tool)
    #expect(before.output.contains("sliver-gap") && !before.output.contains("overlap\""))
    #expect(after.status == 0 && after.output.split(separator: "\n").count == 1, "\(after.output)")
  }

  /// A small area that two others cover is named with either, and written as it was.
  ///
  /// maup ends with "cannot reindex from a duplicate axis" (mggg/maup#41).
  @Test func areasCoveredTwiceAreNamed() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let small = [(-0.95, 52.04), (-0.94, 52.04), (-0.94, 52.05), (-0.95, 52.05), (-0.95, 52.04)]
    try tool.write(
      Squares.collection([
        Self.block("A1", -1, -0.9), Self.block("A2", -0.96, -0.86),
        Squares.feature("A3", "Small", ring: small),
      ]), to: "in.geojson")
    let found = try await tool.run(
      "check", "in.geojson", "--repair", "out.geojson", "--format", "csv")
    #expect(found.status == 1)
    #expect(found.output.contains("in,A1,Area A1,A3,overlap,error,"))
    #expect(found.output.contains("in,A2,Area A2,A3,overlap,error,"))
    #expect(found.output.contains("most of Small (A3)"))
    #expect(try Self.rings(in: "out.geojson", of: tool)["A3"] == small.map { [$0.0, $0.1] })
  }

  /// A tiny state beside a large one, narrower than what gaps and overlaps may have, stays, whether it lies beside the large
  /// one or reaches into it.
  ///
  /// mapshaper has deleted such (mbloch/mapshaper#118).
  @Test(arguments: [0, 1e-5]) func tinyAreasAreNotDeleted(overlap: Double) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    // 2 m by 2 m.
    let (west, south) = (-0.9 - overlap, 52.05)
    let tiny = [
      (west, south), (west + 3e-5, south), (west + 3e-5, south + 2e-5), (west, south + 2e-5), (west, south),
    ]
    let (before, after) = try await Self.repair(
      [Self.block("A1", -1, -0.9), Squares.feature("A2", "Tiny", ring: tiny)], ["--largest-move", "100"],
      with: tool)
    #expect(before.status == 0)
    #expect(after.status == 0 && !after.output.contains("overlap"))
    let ring = try #require(try Self.rings(in: "out.geojson", of: tool)["A2"])
    let (width, height) = (
      (ring.map { $0[0] }.max() ?? 0) - (ring.map { $0[0] }.min() ?? 0),
      (ring.map { $0[1] }.max() ?? 0) - (ring.map { $0[1] }.min() ?? 0)
    )
    #expect(width > 1.9e-5 && height > 1.9e-5)
  }

  /// Gaps and overlaps are features with their ground.
  ///
  /// Asked for in mbloch/mapshaper#335.
  @Test func gapsAndOverlapsAreFeatures() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      Squares.collection([
        Self.block("A1", -1, -0.900005), Self.block("A2", -0.899995, -0.8), Self.block("A3", -0.800004, -0.7),
      ]), to: "in.geojson")
    let outcome = try await tool.run("check", "in.geojson", "-o", "found.geojson")
    #expect(outcome.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(try tool.text(of: "found.geojson").utf8))
    let features = try #require((object as? [String: Any])?["features"] as? [[String: Any]])
    let kinds = features.compactMap { feature -> String? in
      let geometry = (feature["geometry"] as? [String: Any])?["type"] as? String
      guard geometry?.hasSuffix("Polygon") == true else { return nil }
      return (feature["properties"] as? [String: Any])?["kind"] as? String
    }
    #expect(Set(kinds) == ["sliver-gap", "sliver-overlap"])
  }
}
