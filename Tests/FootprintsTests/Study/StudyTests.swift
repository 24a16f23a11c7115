import Footprints
import Foundation
import Synchronization
import Testing

/// A study opens everything once, and every answer says what it was made from.
@Suite struct StudyTests {
  /// The demonstration region, with its files counted and the study's progress recorded.
  private struct Region {
    let files: CountingFiles
    let heard = HeardProgress()
    let study: Study

    init() throws {
      files = CountingFiles(try PackageFolder(OverlapOracle.packageFolder + "/Boundaries/region"))
      var settings = try Study.Settings()
      settings.jobs = 2
      settings.progress = { [heard] in heard.hear($0) }
      study = Study(package: try DataPackage(files), settings: settings)
    }

    func compare<Subject: Analysis>(
      _ analysis: Subject.Type, weights: Weights = .population
    ) throws -> Answer<Subject> where Subject.Request == ComparisonRequest {
      var request = ComparisonRequest(x: "ccg", y: "utla")
      request.weights = weights
      return try study.run(analysis, request)
    }

    func impact() throws -> Answer<ImpactAnalysis> {
      try study.run(ImpactAnalysis.self, .init(trust: "XT1", process: "discharge-to-assess"))
    }
  }

  @Test func severalAnalysesReadEverythingOnce() throws {
    let region = try Region()
    let first = try region.compare(OverlapAnalysis.self)
    let score = try region.compare(ScoreAnalysis.self)
    let impact = try region.impact()
    let again = try region.compare(OverlapAnalysis.self)
    _ = try region.compare(ScoreAnalysis.self, weights: .area)
    let counts = region.files.counts
    #expect(counts.values.allSatisfy { $0 == 1 }, "\(counts)")
    #expect(counts["ccg.geojson"] == 1 && counts["population.csv"] == 1 && counts["bcf/plans.csv"] == 1)
    #expect(counts["flows.csv"] == nil && counts["ltla.geojson"] == nil, "what nobody needs is not read")
    for word in ["reading", "checking", "overlapping"] {
      let messages = region.heard.all(word)
      #expect(Set(messages).count == messages.count, "\(messages)")
    }
    #expect(
      Set(region.heard.all("reading"))
        == Set(["ccg", "utla", "bricks", "trust", "stp"].map { "reading \($0)" }))
    #expect(region.heard.all("overlapping").contains("overlapping ccg and utla"))
    // What is kept changes no result.
    #expect(try first.report.text(as: "json") == again.report.text(as: "json"))
    let alone = try Region()
    #expect(try alone.compare(ScoreAnalysis.self).report.text(as: "json") == score.report.text(as: "json"))
    #expect(try Region().impact().report.text(as: "json") == impact.report.text(as: "json"))
  }

  /// A copy of a study shares what it keeps; another study does not.
  @Test func copiesShareWhatIsKept() throws {
    let files = CountingFiles(try Self.files(["a": 0]))
    let study = try Study(package: DataPackage(files))
    let copy = study
    let (one, other) = (try study.layer("a"), try copy.layer("a"))
    #expect(one.identity == other.identity && files.counts["a.geojson"] == 1)
    let third = try Study(package: DataPackage(files)).layer("a")
    #expect(third.identity != one.identity && files.counts["a.geojson"] == 2)
  }

  // MARK: Layers and tables

  /// A package in memory of layers of one square, by their names and longitudes.
  private static func files(
    _ layers: KeyValuePairs<String, Double>, tables: [(role: String, text: String)] = []
  ) throws -> EmbeddedFiles {
    let resources =
      layers.map {
        #"{"name":"\#($0.key)","path":"\#($0.key).geojson","footprint":{"role":"role of \#($0.key)"}}"#
      }
      + tables.map { #"{"name":"\#($0.role)","path":"\#($0.role).csv","footprint":{"role":"\#($0.role)"}}"# }
    let manifest = #"{"name":"made-up","resources":[\#(resources.joined(separator: ","))]}"#
    let files =
      [("datapackage.json", manifest)]
      + layers.map { ("\($0.key).geojson", squares(at: $0.value, code: $0.key)) }
      + tables.map { ("\($0.role).csv", $0.text) }
    return EmbeddedFiles(name: "made-up", files: files.map { FileBytes(Array($0.1.utf8), name: $0.0) })
  }

  private static func squares(at x: Double, code: String) -> String {
    collection(
      feature(squarePolygon(x, 52, 0.1), #"{"code":"\#(code)1","other":"\#(code)2","name":"\#(code)"}"#))
  }

  @Test func manyThreadsReadALayerAndATableOnce() throws {
    for round in 0..<40 {
      let files = CountingFiles(try Self.files(["a": 0], tables: [("organisations", "code,name\nR1,One\n")]))
      let heard = HeardProgress()
      var settings = try Study.Settings()
      settings.jobs = 1
      settings.progress = { heard.hear($0) }
      let study = Study(package: try DataPackage(files), settings: settings)
      let identities = Mutex<[Int]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { thread in
        // By its name and by its role it is the same layer.
        let layer = thread % 2 == 0 ? try? study.layer("a") : try? study.layer(role: "role of a")
        _ = try? study.run(LayersAnalysis.self, .init())
        identities.withLock { $0.append(layer?.identity ?? -1) }
      }
      #expect(Set(identities.withLock { $0 }).count == 1, "round \(round)")
      #expect(heard.all == ["reading a", "checking a"], "round \(round)")
      #expect(
        files.counts == ["datapackage.json": 1, "a.geojson": 1, "organisations.csv": 1], "round \(round)")
    }
  }

  @Test func otherOptionsAreAnotherLayer() throws {
    let files = CountingFiles(try Self.files(["a": 0]))
    let study = try Study(package: DataPackage(files))
    func layer(_ options: LayerOptions) throws -> PreparedLayer { try study.layer("a", options: options) }
    let plain = try layer(LayerOptions())
    let other = try layer(LayerOptions(codeField: "other"))
    let swapped = try layer(LayerOptions(codeField: "name", nameField: "other"))
    let coarse = try layer(LayerOptions(resolution: "BUC"))
    #expect(
      plain.codes == ["a1"] && other.codes == ["a2"] && swapped.codes == ["a"] && swapped.names == ["a2"])
    #expect(coarse.codes == ["a1"] && coarse.resolution.name == "BUC" && plain.resolution.name == nil)
    #expect(Set([plain, other, swapped, coarse].map(\.identity)).count == 4)
    #expect(files.counts["a.geojson"] == 4)
    #expect(try layer(LayerOptions(codeField: "other")).identity == other.identity)
    #expect(files.counts["a.geojson"] == 4)
  }

  @Test func aFileThatIsWrittenLaterIsFound() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/late.geojson"
    let study = try Study()
    #expect(throws: FootprintsError.self) { try study.layer(path) }
    try folder.write(#"{"type":"FeatureCollection","features":["#, to: "late.geojson")
    let error = #expect(throws: FootprintsError.self) { try study.layer(path) }
    #expect(error?.kind == .badData)
    try folder.write(Self.squares(at: 0, code: "a"), to: "late.geojson")
    #expect(try study.layer(path).codes == ["a1"])
    // Once it is read, what another program does to it is seen by the next study.
    try folder.write(Self.squares(at: 0, code: "b"), to: "later.geojson")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: "\(folder.path)/later.geojson", toPath: path)
    #expect(try study.layer(path).codes == ["a1"])
    #expect(try Study().layer(path).codes == ["b1"])
  }

  @Test func aResourceThatIsWrittenLaterIsFound() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"name":"p","resources":[{"name":"a","path":"a.geojson"},{"name":"plans","path":"plans.csv","footprint":{"role":"bcf-plans"}}]}"#,
      to: "datapackage.json")
    let study = try Study(package: DataPackage(PackageFolder(folder.path)))
    let error = #expect(throws: FootprintsError.self) { try study.layer("a") }
    #expect(error?.kind == .noInput)
    let failures = try study.run(LayersAnalysis.self, .init()).result.failures
    #expect(failures.map(\.name) == ["a", "plans"])
    try folder.write(Self.squares(at: 0, code: "a"), to: "a.geojson")
    try folder.write("plan_id,hwb_code\nP,H\n", to: "plans.csv")
    #expect(try study.layer("a").codes == ["a1"])
    let result = try study.run(LayersAnalysis.self, .init()).result
    #expect(result.failures.isEmpty && result.tables.map(\.rows) == [1])
  }

  @Test func givenLayersGoBeforeThoseOfThePackage() throws {
    let files = CountingFiles(try Self.files(["a": 0, "b": 1]))
    let square = TestLayer.rectangles([[(0, 0, 10, 10)]])
    var given = Study.Given()
    given.layers = [try TestLayer.make("a", square, codes: ["mine"])]
    let study = try Study(package: DataPackage(files), given: given)
    #expect(try study.layer("a").codes == ["mine"])
    #expect(try study.layer("b").codes == ["b1"])
    #expect(try study.layer(role: "role of a")?.codes == ["a1"], "a role that no given layer has")
    #expect(study.layerNames == ["a", "b"])
    #expect(files.counts["a.geojson"] == 1)
  }

  // MARK: What an answer was made from

  @Test func anAnswerNamesExactlyWhatItUsedInOrder() throws {
    let region = try Region()
    let area = try region.compare(OverlapAnalysis.self, weights: .area).inputs
    #expect(area.layers.map(\.name) == ["ccg", "utla"] && area.tables.isEmpty)
    let people = try region.compare(OverlapAnalysis.self).inputs
    #expect(people.layers.map(\.name) == ["ccg", "utla", "bricks"])
    #expect(people.tables.map(\.role) == ["population"])
    let impact = try region.impact().inputs
    #expect(impact.layers.map(\.name) == ["bricks", "trust", "utla", "stp"])
    #expect(
      impact.tables.map(\.role) == [
        "bcf-plans", "bcf-partners", "bcf-contributions", "bcf-schemes", "bcf-metrics", "organisations",
        "population",
      ])
    #expect(impact.isFictional && impact.package?.name == "northmere")
    // A later answer about what is kept names it all the same, and nothing of what others used.
    let later = try region.compare(OverlapAnalysis.self, weights: .area).inputs
    #expect(Provenance(later).json == Provenance(area).json)
    #expect(Provenance(try region.impact().inputs).json == Provenance(impact).json)
  }

  /// Looking at a package reads all of it.
  @Test func whatIsInAPackageIsMadeFromAllOfIt() throws {
    let region = try Region()
    let inputs = try region.study.run(LayersAnalysis.self, .init()).inputs
    #expect(inputs.layers.map(\.name) == ["bricks", "ccg", "utla", "ltla", "stp", "trust"])
    #expect(
      inputs.tables.map(\.role) == [
        "population", "flows", "lookup", "organisations", "bcf-plans", "bcf-partners", "bcf-contributions",
        "bcf-schemes", "bcf-metrics",
      ])
    let some = try region.study.run(LayersAnalysis.self, .init(layers: ["stp", "ccg", "stp"])).inputs
    #expect(some.layers.map(\.name) == ["stp", "ccg"] && some.tables.isEmpty)
    let files = try Self.files(["a": 0], tables: [("", "n\n1\n")])
    let nameless = try Study(package: DataPackage(files)).run(LayersAnalysis.self, .init()).inputs
    #expect(nameless.tables.map(\.file.name) == [".csv"])
  }

  @Test func otherWaysOfCountingUseOtherTables() throws {
    let region = try Region()
    var request = ComparisonRequest(x: "stp", y: "ltla")
    (request.weights, request.membership) = (.population, .lookup)
    let lookup = try region.study.run(OverlapAnalysis.self, request).inputs
    #expect(lookup.layers.map(\.name) == ["stp", "ltla", "bricks"])
    #expect(lookup.tables.map(\.role) == ["population", "lookup"])
    var impact = ImpactAnalysis.Request(trust: "XT1", process: "discharge-to-assess")
    impact.catchment = .fptp
    let flows = try region.study.run(ImpactAnalysis.self, impact).inputs
    #expect(flows.layers.map(\.name) == ["bricks", "utla", "stp"])
    #expect(flows.tables.map(\.role).suffix(3) == ["organisations", "population", "flows"])
  }

  @Test func aLayerWithItselfIsNamedOnceAndSoIsWhatThereIsToNotice() throws {
    let people = "code,population\na1,10\na1,10\nother,5\n"
    let manifest =
      #"{"name":"p","resources":[{"name":"a","path":"a.geojson","footprint":{"role":"brick"}},{"name":"population","path":"p.csv","footprint":{"role":"population"}}]}"#
    // A bow tie is repaired, which is worth a notice.
    let bow = #"{"type":"Polygon","coordinates":[[[0,52],[1,53],[1,52],[0,53],[0,52]]]}"#
    let files = [
      ("datapackage.json", manifest), ("p.csv", people),
      ("a.geojson", collection(feature(bow, #"{"code":"a1"}"#))),
    ]
    let package = try DataPackage(
      EmbeddedFiles(name: "p", files: files.map { FileBytes(Array($0.1.utf8), name: $0.0) }))
    let study = try Study(package: package)
    var first: [Notice]?
    for _ in 0..<2 {
      let inputs = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "a", y: "a")).inputs
      #expect(inputs.layers.map(\.name) == ["a"] && inputs.tables.map(\.role) == ["population"])
      let codes = inputs.notices.map(\.code)
      #expect(Set(inputs.notices).count == inputs.notices.count, "\(codes)")
      for code in ["repaired", "same-layer", "repeated-row", "no-brick"] {
        #expect(codes.filter { $0 == code }.count == 1, "\(code) in \(codes)")
      }
      #expect(first == nil || first == inputs.notices, "the second answer says what the first did")
      first = inputs.notices
    }
  }
}
