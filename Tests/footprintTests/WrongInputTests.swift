import Testing

/// Every wrong input ends with the exit status of its kind and one line that says what, where and what to do.
@Suite struct WrongInputTests {
  /// A file that cannot be used, the status, and words that the message must contain.
  struct BadFile: CustomTestStringConvertible, Sendable {
    let name: String
    let content: String
    var status: Int32 = 65
    let words: [String]
    var testDescription: String { name }
  }

  private static let square = Squares.collection([Squares.feature("A1", "Alpha", at: -1)])

  static let badFiles = [
    BadFile(name: "empty.geojson", content: "", words: ["is empty"]),
    BadFile(
      name: "truncated.geojson", content: String(square.prefix(160)),
      words: ["line 2", "column", "cut short"]),
    BadFile(name: "other.geojson", content: "{\"a\": 1}", words: ["not GeoJSON"]),
    BadFile(name: "text.geojson", content: "code,name\nA1,Alpha\n", words: ["line 1"]),
    BadFile(
      name: "metres.geojson",
      content: Squares.collection([
        Squares.feature(
          "A1", "Alpha",
          ring: [(400000, 300000), (401000, 300000), (401000, 301000), (400000, 300000)])
      ]), words: ["--source-crs EPSG:27700"]),
    // A datum that PROJ knows no way from but a guess.
    BadFile(
      name: "datum.geojson",
      content: square.replacing(
        "\"FeatureCollection\",",
        with:
          "\"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"EPSG:4001\"}},"),
      words: ["no usable transformation", "with --crs, or state the layer’s with --source-crs."]),
    BadFile(
      name: "swapped.geojson",
      content: Squares.collection([
        Squares.feature("A1", "Alpha", ring: [(52, -1), (52, -0.9), (52.1, -0.9), (52, -1)])
      ]), words: ["latitude comes before longitude", "swap"]),
    BadFile(
      name: "points.geojson",
      content:
        "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [-1, 52]}}",
      words: ["no polygons", "Point"]),
    BadFile(name: "none.geojson", content: Squares.collection([]), words: ["no features"]),
    BadFile(
      name: "duplicate.geojson",
      content: Squares.collection([
        Squares.feature("A1", "Alpha", at: -1), Squares.feature("A1", "Beta", at: -0.9),
      ]), words: ["'A1'", "features 0 and 1"]),
    BadFile(
      name: "nan.geojson", content: square.replacing("52.1", with: "NaN"), words: ["NaN", "line 2", "column"]),
    BadFile(
      name: "huge.geojson", content: square.replacing("52.1", with: "1e400"), words: ["line 2", "column"]),
  ]

  @Test(arguments: badFiles)
  func refuseFile(file: BadFile) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(file.content, to: file.name)
    try tool.write(Squares.b, to: "b.geojson")
    let before = try tool.names()
    let outcome = try await tool.run("overlap", file.name, "b.geojson", "-o", "pairs.csv")
    expectOneLine(outcome, status: file.status, words: [file.name] + file.words)
    #expect(try tool.names() == before)
  }

  /// Arguments, the status, and words that the message must contain.
  struct BadCall: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    var status: Int32 = 64
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ status: Int32 = 64, _ words: String...) {
      self.arguments = arguments.split(separator: " ").map { $0 == "''" ? "" : String($0) }
      self.status = status
      self.words = words
    }
  }

  static let badCalls = [
    BadCall("overlop ccg utla", 64, "'overlop'", "overlap"),
    BadCall("overlap ccg utla --bogus", 64, "'--bogus'", "footprint overlap --help"),
    BadCall("overlap ccg", 64, "<y>"),
    BadCall("overlap ccg utla ltla", 64, "'ltla'"),
    BadCall("impact XT1", 64, "--process"),
    BadCall("overlap ccg utla --jobs 0", 64, "--jobs"),
    BadCall("overlap ccg utla --jobs many", 64, "--jobs", "many"),
    BadCall("overlap ccg utla --min-share 2", 64, "--min-share"),
    BadCall("overlap ccg utla --min-share nan", 64, "--min-share"),
    BadCall("overlap ccg utla --tolerance 0", 64, "--tolerance"),
    BadCall("partnerships --outside 0", 64, "outside is 0.0, not a share", "--outside"),
    BadCall("partnerships --layer nowhere", 64, "'nowhere'"),
    BadCall("partnerships --weights area --catchment fptp", 64, "--weights population"),
    BadCall("score ccg utla --preset hsj-75", 64, "--preset needs TEST=NUMBER, not 'hsj-75'"),
    BadCall("score ccg utla --preset hsj-75=2", 64, "preset hsj-75 is 2.0, not a share", "--preset"),
    BadCall("score ccg utla --preset hsj=0.5", 64, "there is no policy test 'hsj'"),
    BadCall("overlap ccg utla --sliver-width=-1", 64, "--sliver-width"),
    BadCall("overlap ccg utla --sliver-width inf", 64, "--sliver-width"),
    BadCall("overlap ccg utla --weights souls", 64, "--weights", "population"),
    BadCall("overlap ccg utla --crs nonsense", 64, "--crs", "nonsense", "EPSG:27700"),
    BadCall("overlap ccg utla --crs EPSG:4326", 64, "--crs", "EPSG:4326", "such as --crs EPSG:27700."),
    BadCall("overlap ccg utla --crs EPSG:999999", 64, "--crs", "EPSG:999999"),
    BadCall("overlap a.geojson b.geojson --source-crs nonsense", 64, "--source-crs", "nonsense"),
    BadCall("overlap a.geojson b.geojson --weights population", 64, "--weights area"),
    BadCall("overlap a.geojson b.geojson --x-code nope", 65, "a.geojson", "'nope'", "name"),
    BadCall("overlap ccgs utla", 64, "'ccgs'", "ccg?"),
    BadCall("overlap '' utla", 64, "''", "utla"),
    BadCall("overlap ccg missing.geojson", 66, "missing.geojson", "no such file"),
    BadCall(
      "overlap ccg folder.geojson", 66, "folder.geojson", "directory", "Name a file in it, or give the",
      "--package"),
    BadCall(
      "overlap ccg utla --format pdf", 64, "'pdf'",
      "table, csv, json, ndjson, geojson, gpkg, xlsx, zip, md, html, svg, png"),
    BadCall(
      "profile XU03 --format geojson", 64, "'geojson'",
      "table, csv, json, ndjson, xlsx, zip, md, html, svg, png"),
    BadCall("overlap ccg utla -o pairs.pdf", 64, "'pairs.pdf'", "--format"),
    BadCall("overlap ccg utla -o ''", 64, "--output"),
    BadCall("overlap ccg utla -o nowhere/pairs.csv", 73, "nowhere/pairs.csv", "folder"),
    BadCall("overlap ccg utla -o folder.geojson", 73, "folder.geojson", "a file in it"),
    BadCall("overlap ccg utla -o /dev/full --format csv", 73, "/dev/full", "No space"),
    BadCall("overlap ccg utla -o a.geojson/pairs.csv", 73, "a.geojson/pairs.csv"),
    BadCall("impact Nobody --process discharge-to-assess", 64, "'Nobody'", "(XT1)", "(XT4)"),
    BadCall("impact Northmeer --process discharge-to-assess", 64, "'Northmeer'", "mean Northmere"),
    BadCall("impact Hospital --process discharge-to-assess", 64, "'Hospital'", "(XT1)", "(XT2)"),
    BadCall("impact XT1 --process discharg", 64, "'discharg'", "discharge-to-assess"),
    BadCall("impact XT1 --process ''", 64, "trusted-assessor"),
    BadCall("impact XT1 --process trusted-assessor --coverage 1.5", 64, "--coverage"),
    BadCall("impact XT1 --process trusted-assessor --threshold 0", 64, "--threshold"),
    BadCall("profile Nobody", 64, "'Nobody'", "(XC01)"),
    BadCall("profile Hundred", 64, "'Hundred'", "(XU02)", "(XT2)"),
    BadCall("profile XU03 --tier nosuch", 64, "'nosuch'", "utla"),
    BadCall("profile XT1 --weights area --catchment fptp", 64, "--catchment layer"),
    BadCall("layers --package nowhere", 66, "nowhere", "datapackage.json"),
    BadCall("layers --package a.geojson", 66, "a.geojson", "folder"),
    BadCall("layers --package ''", 64, "--package"),
    BadCall("layers --package twins", 65, "twins/datapackage.json", "'one'"),
  ]

  @Test(arguments: badCalls)
  func refuseCall(call: BadCall) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    try tool.write(Squares.b, to: "b.geojson")
    try tool.write("", to: "folder.geojson/keep")
    try tool.write(
      """
      {"name": "p", "resources": [{"name": "one", "path": "a.geojson"}, {"name": "one", "path": "b.geojson"}]}
      """, to: "twins/datapackage.json")
    let before = try tool.names()
    let outcome = try await tool.run(call.arguments)
    expectOneLine(outcome, status: call.status, words: call.words)
    #expect(try tool.names() == before)
  }

  @Test func nameTheVariableThatLeadsNowhere() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("layers", environment: ["FOOTPRINT_PACKAGE": "/nowhere/at/all"])
    expectOneLine(outcome, status: 66, words: ["/nowhere/at/all", "FOOTPRINT_PACKAGE"])
  }

  @Test(arguments: ["csv", "json", "table", "md"])
  func offerTheOptionInAListOfLayersToo(format: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("", to: "folder.geojson/keep")
    let outcome = try await tool.run("layers", "folder.geojson", "--format", format)
    #expect(outcome.status == 66)
    let text = (outcome.output + outcome.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains("is a directory, not a file. Name a file in it, or give the folder with --package if"))
  }

  @Test func sayWhichOfSeveralLayersCannotBeRead() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    let outcome = try await tool.run("layers", "a.geojson", "missing.geojson")
    #expect(outcome.status == 66)
    #expect(outcome.output.contains("missing.geojson: no such file"))
    #expect(!outcome.output.contains("missing.geojson: missing.geojson"))
    #expect(outcome.output.contains("about"), "the readable layer is listed all the same")
  }

  /// A number that is no number of people, however large, is refused; nothing ends the program.
  @Test(arguments: ["1e11", "9223372036854775808", "1e19", "1e300", "1e308"])
  func refuseMorePeopleThanThereAre(number: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "p/a.geojson")
    try tool.write(Squares.b, to: "p/b.geojson")
    try tool.write("code,population\nA1,\(number)\nA2,\(number)\n", to: "p/population.csv")
    try tool.write(
      """
      {"name": "p", "resources": [{"name": "a", "path": "a.geojson", "footprint": {"role": "brick"}},
        {"name": "b", "path": "b.geojson", "footprint": {"role": "utla"}},
        {"name": "population", "path": "population.csv", "footprint": {"role": "population"}}]}
      """, to: "p/datapackage.json")
    for call in ["overlap a b", "score a b", "profile B1"] {
      let outcome = try await tool.run(
        call.split(separator: " ").map(String.init) + ["--package", "p"])
      expectOneLine(
        outcome, status: 65, words: ["population.csv", "A1 is \(number)", "more people than", "line 2"])
    }
    let layers = try await tool.run("layers", "--package", "p")
    #expect(layers.status == 0 && layers.errors.contains("more people than there are"))
  }

  /// More threads than a machine can have are as many as it can use.
  @Test func takeNoMoreThreadsThanThereCanBe() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let plain = try await tool.run("overlap", "ccg", "utla", "--format", "csv")
    let many = try await tool.run("overlap", "ccg", "utla", "--format", "csv", "--jobs", "\(Int.max)")
    #expect(many.status == 0 && many.output == plain.output)
  }

  /// Every layer that cannot be read is named, up to a limit.
  @Test func sayOfEveryLayerWhyItCannotBeRead() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let names = (1...12).map { "missing\($0).geojson" }
    let outcome = try await tool.run(["layers"] + names + ["--format", "csv"])
    #expect(outcome.status == 66)
    #expect(outcome.errorLines.count == 11, "\(outcome.errors)")
    #expect(outcome.errors.contains("missing10.geojson: no such file"))
    #expect(outcome.errorLines.last == "footprint: and 2 more that cannot be read")
  }

  @Test func tellOnceOfANameThatNothingHas() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("layers", "ccg", "ccgs", "--format", "json")
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("unknown layer 'ccgs'"))
  }

  /// Rings that a reader can close or repair do not stop the work, but are told.
  @Test func workOnWhatCanBeMended() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.b, to: "b.geojson")
    let open = [(-1.0, 52.0), (-0.9, 52), (-0.9, 52.1), (-1, 52.1)]
    try tool.write(
      Squares.collection([Squares.feature("A1", "Alpha", ring: open)]), to: "open.geojson")
    let bow = [(-1.0, 52.0), (-0.9, 52.1), (-0.9, 52), (-1, 52.1), (-1, 52)]
    try tool.write(Squares.collection([Squares.feature("A1", "Alpha", ring: bow)]), to: "bow.geojson")
    let opened = try await tool.run("overlap", "open.geojson", "b.geojson", "--format", "csv")
    #expect(opened.status == 0)
    #expect(opened.errors.contains("warning: open: feature 0"))
    #expect(opened.output.contains("\nA1,Alpha,B1,Gamma,"))
    let crossed = try await tool.run("overlap", "bow.geojson", "b.geojson", "--format", "json")
    #expect(crossed.status == 0)
    #expect(crossed.errors.contains("warning: bow: A1 was invalid"))
    #expect(crossed.output.contains("was repaired"))
  }

  /// The folder that the variable names has a directory in place of its description.
  @Test func nameTheVariableOfAFolderThatIsNotAPackage() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("", to: "odd/datapackage.json/keep")
    let named = try await tool.run("layers", environment: ["FOOTPRINT_PACKAGE": "odd"])
    expectOneLine(named, status: 66, words: ["is a directory", "The variable FOOTPRINT_PACKAGE names it"])
    #expect(!named.errors.contains("Name a file in it"))
  }

  private func expectOneLine(
    _ outcome: Tool.Outcome, status: Int32, words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("footprint: "), "\(outcome.errors)", sourceLocation: sourceLocation)
    for word in words {
      #expect(outcome.errors.contains(word), "\(outcome.errors)", sourceLocation: sourceLocation)
    }
  }
}
