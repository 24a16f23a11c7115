import Foundation
import Testing

/// The pieces of an overlap as other programs read them.
@Suite struct GeoJSONOracleTests {
  /// A Python with geopandas and pyogrio: FOOTPRINT_ORACLE_PYTHON, else the one in `.build/oracle`.
  static let python: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["FOOTPRINT_ORACLE_PYTHON"]
    let path = given ?? root.appendingPathComponent(".build/oracle/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    // An environment whose packages could not be installed is there all the same.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", "import geopandas, pyogrio"]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? path : nil
  }()

  @Test(
    .enabled(
      if: python != nil, "needs a Python with geopandas and pyogrio, named by FOOTPRINT_ORACLE_PYTHON"),
    arguments: ["ccg utla", "ltla trust --keep-slivers --weights area", "bricks utla --weights area"])
  func areReadByGDALAndGeopandas(layers: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Oracle/check_geojson.py")
    let call = ["overlap"] + layers.split(separator: " ").map(String.init)
    for output in ["pieces.geojson", "pairs.csv"] {
      let outcome = try await tool.run(call + ["-q", "-o", output])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let checked = try await tool.shell(
      #""$python" "$script" pieces.geojson pairs.csv"#,
      environment: ["python": Self.python ?? "", "script": script.path, "PROJ_DATA": "", "PROJ_LIB": ""])
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(checked.output.hasSuffix("pieces agree\n"))
  }

  /// What can be checked without another program: the collection has the members that it must have.
  @Test func haveTheShapeOfTheStandard() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("overlap", "ccg", "utla", "--format", "geojson")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let collection = try #require(value as? [String: Any])
    #expect(collection["type"] as? String == "FeatureCollection")
    #expect(collection["crs"] == nil)
    #expect((collection["bbox"] as? [Double])?.count == 4)
    let features = try #require(collection["features"] as? [[String: Any]])
    // Pairs, and what is left over of four authorities and six groups.
    #expect(features.count == 21)
    let identifiers = features.compactMap { $0["id"] as? String }
    #expect(Set(identifiers).count == 21)
    #expect(identifiers.count { $0.hasPrefix("-") || $0.hasSuffix("-") } == 10)
    for feature in features {
      #expect((feature["bbox"] as? [Double])?.count == 4)
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(properties["x_population_share"] is Double || properties["y_population_share"] is Double)
    }
    let decimals = outcome.output.matches(of: /\[-?\d+\.(\d+), -?\d+\.(\d+)\]/)
    #expect(decimals.count > 1000)
    #expect(decimals.allSatisfy { $0.output.1.count <= 7 && $0.output.2.count <= 7 })
  }
}
