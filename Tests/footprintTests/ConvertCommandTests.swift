import Foundation
import Testing

/// The command that takes layers from one format to another.
@Suite struct ConvertCommandTests {
  @Test func takesALayerThereAndBack() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    let there = try await tool.run("convert", "a.geojson", "a.gpkg#squares")
    #expect(there.status == 0 && there.output == "" && there.errors == "", "\(there.errors)")
    let back = try await tool.run("convert", "a.gpkg#squares", "b.geojson", "--verbose")
    #expect(back.status == 0, "\(back.errors)")
    #expect(try tool.text(of: "b.geojson").contains(#""name": "squares""#))
    let same = try await tool.run("overlap", "a.geojson", "a.gpkg", "--format", "csv", "-q")
    #expect(same.output.contains(",equal"), "\(same.output)\(same.errors)")
    #expect(try tool.names() == ["a.geojson", "a.gpkg", "b.geojson"])
  }

  @Test func readsAndWritesStandardStreams() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    let outcome = try await tool.shell(
      #""$footprint" convert - - --format gpkg < a.geojson | "$footprint" convert - - --format geojsonl"#)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix(#"{"type": "Feature""#) })
    #expect(!outcome.output.isEmpty)
  }

  @Test func readsAndWritesCompressedText() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    let outcome = try await tool.shell(
      #"""
      gzip -k a.geojson && "$footprint" convert a.geojson.gz b.geojsonl.gz && "$footprint" convert a.geojson b.geojsonl &&
      zcat b.geojsonl.gz | cmp - b.geojsonl && zcat a.geojson.gz | "$footprint" convert - c.geojsonl && cmp b.geojsonl c.geojsonl &&
      "$footprint" overlap a.geojson b.geojsonl.gz -q --format csv | grep -c equal && ls
      """#)
    #expect(outcome.output.hasPrefix("2\n"), "\(outcome.output)\(outcome.errors)")
    #expect(try tool.names() == ["a.geojson", "a.geojson.gz", "b.geojsonl", "b.geojsonl.gz", "c.geojsonl"])
  }

  /// A layer has its name in the package, as for every other command.
  @Test func aLayerOfThePackageHasItsName() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let region = try await tool.run("convert", "ccg", "ccg.gpkg")
    #expect(region.status == 0 && region.errors.contains("FICTIONAL"), "\(region.errors)")
    let same = try await tool.run("overlap", "ccg", "ccg.gpkg", "-q", "--format", "csv", "--only", "XC01")
    #expect(same.output.contains(",equal"), "\(same.output)\(same.errors)")
    try tool.write(Squares.a, to: "p/in/a.geojson")
    try tool.write(
      #"{"resources": [{"name": "mine", "path": "in/a.geojson", "footprint": {"role": "proposed", "crs": "EPSG:27700"}}]}"#,
      to: "p/datapackage.json")
    for name in ["mine", "proposed"] {
      let own = try await tool.run("convert", name, "\(name).geojsonl", "--package", "p", "--crs", "27700")
      #expect(own.status == 0 && own.errors.contains("not every program reads"), "\(own.errors)")
    }
    let unknown = try await tool.run("convert", "mein", "x.gpkg", "--package", "p")
    #expect(unknown.status == 64 && unknown.errors.contains("unknown layer 'mein'"), "\(unknown.errors)")
    #expect(unknown.errors.contains("mine"))
    // Of a file with that name and no package asked for, none is opened.
    try tool.write("{", to: "datapackage.json")
    let file = try await tool.run("convert", "p/in/a.geojson", "b.gpkg")
    #expect(file.status == 0, "\(file.errors)")
  }

  @Test func tablesComeFromStandardInput() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("name,easting,northing\nA,530000,180000\n", to: "a.csv")
    try tool.write("WKT\nPOINT (1 2)\n", to: "one.txt")
    let outcome = try await tool.shell(
      #"""
      "$footprint" convert - a.tsv < a.csv && cat a.tsv && "$footprint" convert - - --format csv < a.tsv &&
      "$footprint" convert a.tsv a.geojson && "$footprint" convert - - --format geojsonl --from csv < one.txt &&
      "$footprint" convert - - --format geojsonl --from geojsonl < /dev/null; "$footprint" convert - b.gpkg < one.txt
      """#)
    #expect(
      outcome.output == """
        name\teasting\tnorthing
        A\t530000\t180000
        name,easting,northing
        A,530000,180000
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}}

        """, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.status == 65 && outcome.errors.contains("--from csv"), "\(outcome.errors)")
  }

  private static let refusals: [(arguments: [String], status: Int32, words: String)] = [
    (["a.geojson", "a.geojson"], 64, "is one of the inputs"),
    (["a.geojson", "./a.geojson"], 64, "is one of the inputs"),
    (["none.geojson", "b.gpkg"], 66, "no such file"), (["a.geojson", "b.xyz"], 64, "names no format"),
    (["a.geojson", "b.kmz.zip.x"], 64, "names no format"), (["a.geojson", "-"], 64, "no suffix"),
    (["a.geojson", "b.gpkg", "--format", "xyz"], 64, "'xyz' is no format"),
    (["a.geojson", "b.gpkg", "--from", "xyz"], 64, "'xyz' is no format"),
    (["ccgs", "b.gpkg"], 64, "unknown layer 'ccgs'"),
    (["a.geojson", "b.gpkg", "--where", "code"], 64, "FIELD=VALUE"),
    (["a.geojson", "b.gpkg", "--fields", "a,,b"], 64, "empty name"),
    (["a.geojson", "b.gpkg", "--fields", "cod"], 64, "has no field 'cod'"),
    (["a.geojson", "b.gpkg", "--precision", "16"], 64, "0 to 15"),
    (["a.geojson", "b.gpkg", "--crs", "EPSG:1"], 64, "--crs: unknown reference system"),
    (["a.geojson", "none/b.gpkg"], 73, "cannot be written"),
    (["https://example.org/a.geojson", "b.gpkg"], 64, "address on the web"),
    (["broken.geojson", "b.gpkg"], 65, "broken.geojson"),
    (["text.gpkg", "b.geojson"], 65, "not an SQLite database"),
  ]

  @Test(arguments: refusals)
  func refusesWithTheReasonAndLeavesNothing(
    refusal: (arguments: [String], status: Int32, words: String)
  ) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    try tool.write(String(Squares.a.dropLast(40)), to: "broken.geojson")
    try tool.write("x", to: "text.gpkg")
    let before = try tool.names()
    let outcome = try await tool.run(["convert"] + refusal.arguments)
    #expect(outcome.status == refusal.status, "\(outcome.errors)")
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains(refusal.words), "\(outcome.errors)")
    #expect(try tool.names() == before)
    #expect(try tool.text(of: "a.geojson") == Squares.a)
  }

  /// A disk that fills up in the middle of the file, simulated by a limit on the size of files.
  @Test(arguments: ["gpkg", "geojson", "geojsonl"])
  func leavesNothingBehindWhenThereIsNoRoom(suffix: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", to: "old.\(suffix)")
    let made = try await tool.shell(
      #""$footprint" overlap ccg ltla -q -o big.geojson; trap '' XFSZ; ulimit -f 1; "$footprint" convert big.geojson new.\#(suffix); echo $?; "$footprint" convert big.geojson old.\#(suffix); echo $?"#
    )
    #expect(made.output == "73\n73\n", "\(made.errors)")
    #expect(
      made.errorLines.count == 2 && made.errors.contains("new.\(suffix): cannot be written"), "\(made.errors)"
    )
    #expect(try tool.names() == ["big.geojson", "old.\(suffix)"])
    #expect(try tool.text(of: "old.\(suffix)") == "old")
  }

  @Test func theNumberOfJobsChangesNothing() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.shell(
      #"""
      "$footprint" overlap ccg ltla -q -o in.geojson
      for jobs in 1 3; do for format in gpkg geojson; do
      "$footprint" convert in.geojson out$jobs.$format --crs EPSG:27700 --jobs $jobs -q || exit 1; done; done
      cmp out1.gpkg out3.gpkg && cmp out1.geojson out3.geojson && echo same
      """#)
    #expect(outcome.output == "same\n", "\(outcome.errors)")
  }

  @Test func theTimeOfTheLastChangeIsGiven() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    for (epoch, time) in [("", "1970-01-01T00:00:00.000Z"), ("1617235199", "2021-03-31T23:59:59.000Z")] {
      let outcome = try await tool.run(
        "convert", "a.geojson", "a.gpkg", environment: ["SOURCE_DATE_EPOCH": epoch])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let bytes = try Data(contentsOf: tool.folder.appendingPathComponent("a.gpkg"))
      #expect(bytes.range(of: Data(time.utf8)) != nil)
    }
  }

  @Test func helpHasAnExample() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("convert", "--help")
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, matches: "convert.help")
  }

  /// What a result is written as, and what cannot be shown.
  @Test func aResultIsAGeoPackage() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("overlap", "ccg", "utla", "-o", "pieces.gpkg")
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.errors)")
    let back = try await tool.run(
      "convert", "pieces.gpkg", "-", "--format", "geojsonl", "--where", "id=XC01-XU01")
    #expect(back.output.split(separator: "\n").count == 1, "\(back.errors)")
    #expect(back.output.contains(#""x_code": "XC01""#) && back.output.contains("MultiPolygon"))
    let table = try await tool.run("overlap", "ccg", "utla", "-o", "pieces.csv", "-q")
    #expect(table.status == 0)
  }
}
