import Foundation
import Testing

/// Files of GDAL as the command reads them, and files of the command as GDAL, geopandas and SQLite read them.
@Suite struct ConvertOracleTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Oracle/check_convert.py").path

  private func oracle(_ arguments: String..., in tool: Tool) async throws -> Tool.Outcome {
    try await tool.shell(
      (["\"$python\" \"$script\""] + arguments.map { "'\($0)'" }).joined(separator: " "),
      environment: [
        "python": GeoJSONOracleTests.python ?? "", "script": Self.script, "PROJ_DATA": "", "PROJ_LIB": "",
      ])
  }

  private static let conversions: [(from: String, to: String, epsg: String, options: [String])] = [
    ("areas.gpkg#areas", "out.gpkg", "", []), ("areas.gpkg#places", "out.gpkg", "", []),
    ("high.gpkg", "out.gpkg", "", []), ("areas.geojson", "out.gpkg", "", []),
    ("areas.geojsonl", "out.gpkg", "", []), ("areas.geojson", "out.geojson", "", []),
    ("areas.geojson", "out.geojsonl", "", []), ("areas.gpkg#areas", "out.geojson", "4326", []),
    ("areas.geojson", "out.gpkg", "27700", ["--crs", "EPSG:27700"]),
    ("areas.gpkg#areas", "out.gpkg", "3857", ["--crs", "3857"]),
    ("areas.gpkg#areas", "out.geojson", "", ["--crs", "27700"]),
  ]

  @Test(
    .enabled(
      if: GeoJSONOracleTests.python != nil,
      "needs a Python with geopandas and pyogrio, named by FOOTPRINT_ORACLE_PYTHON"),
    arguments: conversions)
  func agreesWithGDAL(conversion: (from: String, to: String, epsg: String, options: [String])) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let made = try await oracle("write", ".", in: tool)
    #expect(made.status == 0, "\(made.errors)")
    let outcome = try await tool.run(
      ["convert", conversion.from, conversion.to] + conversion.options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let checked = try await oracle("compare", conversion.from, conversion.to, conversion.epsg, in: tool)
    #expect(checked.output == "agree\n", "\(conversion): \(checked.errors)")
  }

  /// A GeoPackage of GDAL is a layer as its GeoJSON is.
  @Test(
    .enabled(
      if: GeoJSONOracleTests.python != nil,
      "needs a Python with geopandas and pyogrio, named by FOOTPRINT_ORACLE_PYTHON"))
  func aGeoPackageIsALayer() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    _ = try await oracle("write", ".", in: tool)
    let several = try await tool.run("layers", "areas.gpkg")
    #expect(several.status == 64)
    #expect(
      several.errors.contains("has 2 layers: areas and places. Name one after the path: areas.gpkg#areas"))
    let table = try await tool.run("overlap", "areas.gpkg#areas", "areas.geojson", "--format", "csv", "-q")
    #expect(table.status == 0, "\(table.errors)")
    let rows = table.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 59 && rows.allSatisfy { $0.contains(",equal") }, "\(table.output)")
  }
}
