import Testing

/// The command `locate`, as its users run it.
@Suite struct LocateCommandTests {
  /// Two squares, and points in the first, in the second, on their common border, outside, nowhere.
  private func tool() throws -> Tool {
    let tool = try Tool()
    try tool.write(
      Squares.collection([Squares.feature("A1", "Alpha", at: -1), Squares.feature("B1", "Beta", at: -0.9)]),
      to: "areas.geojson")
    try tool.write(
      "Postcode,Latitude,Longitude,note\nAA1 1AA,52.05,-0.95,\"one, two\"\nBB1 1BB,52.05,-0.85,\nCC1 1CC,52.05,-0.5,\nDD1 1DD,,,\n",
      to: "points.csv")
    return tool
  }

  private static let rows = """
    id,areas_code,areas_name
    AA1 1AA,A1,Alpha
    BB1 1BB,B1,Beta
    CC1 1CC,,
    DD1 1DD,,

    """

  @Test func rowsAreThoseOfTheFile() async throws {
    let tool = try tool()
    defer { tool.remove() }
    for jobs in ["1", "2", "7"] {
      let outcome = try await tool.run(
        "locate", "points.csv", "areas.geojson", "--format", "csv", "--jobs", jobs)
      #expect(outcome.status == 0 && outcome.output == Self.rows, "\(outcome.output)")
      #expect(outcome.errors.contains("1 of 4 points has no coordinates and lies in no area: DD1 1DD"))
      #expect(!outcome.errors.contains("FICTIONAL"))
    }
    let file = try await tool.run("locate", "points.csv", "areas.geojson", "-o", "out.csv")
    #expect(file.status == 0)
    #expect(try tool.text(of: "out.csv") == Self.rows)
    let text = try await tool.run("locate", "points.csv", "areas.geojson")
    #expect(text.output.contains("Points points: 4 points by Longitude and Latitude"), "\(text.output)")
  }

  @Test func pointsCanBeDrawn() async throws {
    let tool = try tool()
    defer { tool.remove() }
    let outcome = try await tool.run("locate", "points.csv", "areas.geojson", "--format", "geojson")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.contains(
        #"{"type": "Feature", "id": "AA1 1AA", "properties": {"id": "AA1 1AA", "areas_code": "A1", "areas_name": "Alpha"}, "geometry": {"type": "Point", "coordinates": [-0.95, 52.05]}}"#
      ), "\(outcome.output)")
    #expect(outcome.output.contains(#""geometry": null"#))
  }

  @Test func fieldsCanBeNamed() async throws {
    let tool = try tool()
    defer { tool.remove() }
    let outcome = try await tool.run(
      "locate", "points.csv", "areas.geojson", "--code", "note", "--x", "longitude", "--y", "latitude",
      "--format", "csv", "--only", "A1")
    #expect(outcome.output == "id,areas_code,areas_name\n\"one, two\",A1,Alpha\n", "\(outcome.output)")
  }

  @Test func wrongPointsAreOneLine() async throws {
    let tool = try tool()
    defer { tool.remove() }
    try tool.write("id,place\n1,here\n", to: "no.csv")
    let none = try await tool.run("locate", "no.csv", "areas.geojson")
    #expect(none.status == 65 && none.errorLines.count == 1, "\(none.errors)")
    #expect(
      none.errors.contains("no columns of coordinates") && none.errors.contains("id, place")
        && none.errors.contains("--x and --y name the columns"), "\(none.errors)")
    let half = try await tool.run("locate", "points.csv", "areas.geojson", "--x", "Longitude")
    #expect(half.status == 64 && half.errors.contains("only one is named"), "\(half.errors)")
    let missing = try await tool.run("locate", "nothing.csv", "areas.geojson")
    #expect(missing.status == 66 && missing.errors.contains("no such file"), "\(missing.errors)")
    let layer = try await tool.run("locate", "points.csv", "points.csv")
    #expect(layer.status == 65 && layer.errors.contains("need areas"), "\(layer.errors)")
    let bare = try await tool.run("locate", "points.csv")
    #expect(bare.status == 64, "\(bare.errors)")
    let same = try await tool.run("locate", "points.csv", "areas.geojson", "-o", "points.csv")
    #expect(same.status == 64 && same.errors.contains("is one of the inputs"), "\(same.errors)")
  }

  /// The same points, from whatever format they come.
  @Test(arguments: ["shp", "gpkg", "geojsonl"])
  func pointsOfEveryFormat(suffix: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "areas.geojson")
    try tool.write("code,longitude,latitude\nP1,-0.95,52.05\nP2,-0.85,52.05\nP3,5,60\n", to: "points.csv")
    let made = try await tool.run("convert", "points.csv", "points.\(suffix)", "-q")
    #expect(made.status == 0, "\(made.errors)")
    let plain = try await tool.run("locate", "points.csv", "areas.geojson", "--format", "csv", "-q")
    let other = try await tool.run("locate", "points.\(suffix)", "areas.geojson", "--format", "csv", "-q")
    #expect(other.status == 0 && other.output == plain.output, "\(other.errors)\(other.output)")
    #expect(plain.output.contains("A1") && plain.output.contains("A2"), "\(plain.output)")
  }
}
