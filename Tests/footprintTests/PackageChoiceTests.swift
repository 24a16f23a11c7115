import Foundation
import Testing

/// Which package answers, for which files, and that every output says so.
@Suite struct PackageChoiceTests {
  /// A package with people whose bricks are the squares of `a`, and two files that have nothing to do with it.
  private func tool(fictional: String = "") throws -> Tool {
    let tool = try Tool()
    try tool.write(Squares.a, to: "p/bricks.geojson")
    try tool.write(Squares.b, to: "p/utla.geojson")
    try tool.write("code,population\nA1,100\nA2,200\n", to: "p/population.csv")
    try tool.write("code,name\nB1,Gamma\n", to: "p/organisations.csv")
    try tool.write(
      """
      {"name": "p", "title": "Nowhere 2021", "licenses": [{"name": "L"}], "resources": [
        {"name": "bricks", "path": "bricks.geojson", "footprint": {"role": "brick"}},
        {"name": "utla", "path": "utla.geojson", "footprint": {"role": "utla"\(fictional)}},
        {"name": "population", "path": "population.csv", "footprint": {"role": "population"}},
        {"name": "organisations", "path": "organisations.csv", "footprint": {"role": "organisations"}}]}
      """, to: "p/datapackage.json")
    try tool.write(
      Squares.collection([Squares.feature("C1", "One", at: -0.95), Squares.feature("C2", "Far", at: 0.5)]),
      to: "c.geojson")
    try tool.write(Squares.b, to: "d.geojson")
    return tool
  }

  @Test(arguments: ["environment", "folder", "option"])
  func twoFilesFromOutsideAreComparedByArea(way: String) async throws {
    let tool = try tool()
    defer { tool.remove() }
    var line = #""$footprint" overlap ../c.geojson ../d.geojson --format json"#
    var environment: [String: String] = [:]
    switch way {
    case "environment":
      line = "cd p/.. && " + line.replacing("../", with: "")
      environment["FOOTPRINT_PACKAGE"] = "p"
    case "folder": line = "cd p && " + line
    default: line = line.replacing("../", with: "") + " --package p"
    }
    let outcome = try await tool.shell(line, environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("\"population\"") && !outcome.output.contains("Nowhere 2021"))
    let asked = try await tool.shell(line + " --weights population", environment: environment)
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(asked.output.contains("\"population\"") && asked.output.contains("Nowhere 2021"))
    // Nobody is known to live there, which is not the same as nobody living there.
    #expect(
      asked.errors.contains("do not cover all of 1 area of c: C2 (100.0% of it uncovered)"), "\(asked.errors)"
    )
  }

  @Test func oneFileFromOutsideIsComparedByPeople() async throws {
    let tool = try tool()
    defer { tool.remove() }
    for membership in ["largest", "apportion"] {
      let outcome = try await tool.run(
        "overlap", "c.geojson", "utla", "--format", "json", "--membership", membership,
        environment: ["FOOTPRINT_PACKAGE": "p"])
      #expect(outcome.status == 0 && outcome.output.contains("\"x_population_share\""))
      #expect(
        outcome.errors.contains("do not cover all of 1 area of c: C2 (100.0% of it uncovered)"),
        "\(outcome.errors)")
    }
  }

  @Test func aFileIsListedWithoutThePackage() async throws {
    let tool = try tool()
    defer { tool.remove() }
    let environment = ["FOOTPRINT_PACKAGE": "p"]
    let outside = try await tool.run("layers", "c.geojson", environment: environment)
    #expect(outside.output.hasPrefix("Layers\n") && !outside.output.contains("Nowhere"))
    let inside = try await tool.run("layers", "utla", environment: environment)
    #expect(inside.output.hasPrefix("Nowhere 2021 (p)\n"))
  }

  @Test(arguments: ["table", "md", "csv", "ndjson", "json", "geojson"])
  func thePackageIsNamedInEveryOutput(format: String) async throws {
    let tool = try tool()
    defer { tool.remove() }
    let outcome = try await tool.run("overlap", "bricks", "utla", "--package", "p", "--format", format)
    #expect(outcome.status == 0)
    #expect((outcome.output + outcome.errors).contains("Nowhere 2021"))
    #expect(!(outcome.output + outcome.errors).lowercased().contains("fictional"))
  }

  /// One fictional resource makes those outputs say so that use it, and no others.
  @Test(arguments: ["table", "md", "csv", "json", "ndjson", "geojson"])
  func aFictionalResourceIsToldWhereItIsUsed(format: String) async throws {
    let tool = try tool(fictional: ", \"fictional\": true")
    defer { tool.remove() }
    let call = ["--package", "p", "--format", format]
    let used = try await tool.run(["overlap", "bricks", "utla"] + call)
    #expect((used.output + used.errors).lowercased().contains("fictional"), "\(used.errors)")
    let unused = try await tool.run(["overlap", "bricks", "c.geojson"] + call)
    #expect(unused.status == 0 && !(unused.output + unused.errors).lowercased().contains("fictional"))
    guard format != "geojson" else { return }
    let profile = try await tool.run(["profile", "B1"] + call)
    #expect(profile.status == 0 && (profile.output + profile.errors).lowercased().contains("fictional"))
    let layers = try await tool.run(["layers"] + call)
    #expect((layers.output + layers.errors).lowercased().contains("fictional"))
  }
}
