import Footprints
import Testing

/// Whatever an analysis has to say of a package, `layers` says before anything is asked.
@Suite struct PackageJoinsTests {
  private func layers(_ change: (inout SmallPackage) -> Void) throws -> Answer<LayersAnalysis> {
    var package = SmallPackage()
    change(&package)
    return try package.study().run(LayersAnalysis.self, .init())
  }

  @Test func thePackageItselfHasNoProblems() throws {
    let answer = try layers { _ in }
    #expect(answer.result.problems.isEmpty && answer.result.failures.isEmpty)
    #expect(answer.inputs.notices.isEmpty)
  }

  /// A change of a file, and the notice that it makes.
  struct Spoilt: CustomTestStringConvertible, Sendable {
    var file: String
    var old: String
    var new: String
    var code: String
    var words: String
    var testDescription: String { code + " " + file }
  }

  private static let spoilt = [
    Spoilt(
      file: "population.csv", old: "E02000003,", new: "E09,", code: "no-population",
      words: "E02000003 of msoa"),
    Spoilt(
      file: "population.csv", old: "E02000003,", new: "E09,", code: "no-brick",
      words: "1 code of population.csv"),
    Spoilt(
      file: "population.csv", old: "E02", new: "X02", code: "cannot-be-joined",
      words: "none of its codes is a code of msoa"),
    Spoilt(
      file: "population.csv", old: ",3000", new: ",three", code: "cannot-be-joined",
      words: "is three, which is not a number of people (line 4)"),
    Spoilt(
      file: "flows.csv", old: "E02000003,", new: "E09,", code: "no-flow",
      words: "1 small area with 3,000 people"),
    Spoilt(
      file: "flows.csv", old: "E02000003,RAA,0.7", new: "E02000003,RAA,0.9", code: "proportions-above-one",
      words: "E02000003"),
    Spoilt(
      file: "bcf-plans.csv", old: "P2,E06000002", new: "P2,E06000009", code: "unknown-board",
      words: "plan P2: E06000009 is not among the"),
    Spoilt(
      file: "bcf-plans.csv", old: "P2,E06000002", new: "P2,E06000001", code: "board-with-several-plans",
      words: "E06000001"),
    Spoilt(
      file: "bcf-partners.csv", old: "P2,E38000002", new: "P2,02T", code: "two-codes",
      words: "E38000002 and 02T"),
    Spoilt(
      file: "bcf-schemes.csv", old: "1000.00", new: "much", code: "cannot-be-joined",
      words: "much is not an amount of money"),
    Spoilt(
      file: "organisations.csv", old: "RBB", new: "RAA", code: "duplicate-code", words: "a second name"),
  ]

  @Test(arguments: spoilt)
  private func whatAnAnalysisWouldSayIsSaid(case spoilt: Spoilt) throws {
    let answer = try layers { $0.replace(spoilt.old, with: spoilt.new, in: spoilt.file) }
    let found = answer.result.problems.filter { $0.code == spoilt.code && $0.message.contains(spoilt.words) }
    #expect(found.count == 1, "\(answer.result.problems)")
    #expect(found.first?.severity == .warning)
    #expect(answer.inputs.notices.contains(found), "the command says it on standard error")
  }

  @Test func lookupsAreJoinedWithTheLayersTheyKnow() throws {
    let rows = (1...8).map { "E0200000\($0),E0600000\($0 < 5 ? 1 : 2)" }
    func lookup(_ rows: [String]) -> String { "msoa,utla\n" + rows.joined(separator: "\n") + "\n" }
    #expect(try layers { $0.table("lookup", role: "lookup", lookup(rows)) }.result.problems.isEmpty)
    let gap = try layers { $0.table("lookup", role: "lookup", lookup(rows.dropLast())) }.result.problems
    #expect(gap.map(\.code) == ["lookup-gap"])
    #expect(gap.first?.message.contains("1 small area with 8,000 people") == true)
    let twice = try layers {
      $0.table("lookup", role: "lookup", lookup(rows + ["E02000001,E06000002"]))
    }.result.problems
    #expect(twice.map(\.code) == ["ambiguous-lookup"])
    let useless = try layers { $0.table("lookup", role: "lookup", "a,b\n1,2\n3,4\n") }.result.problems
    #expect(useless.map(\.code) == ["cannot-be-joined"])
    #expect(useless.first?.message.contains("no lookup table has a column") == true)
  }

  /// An area far from all small areas, and a layer much coarser than another.
  @Test func areasWithoutPeopleAndCoarseLayersAreNamed() throws {
    let far = try layers {
      let feature =
        #"{"type":"Feature","properties":{"code":"E38000009"},"geometry":{"type":"Polygon","coordinates":[[[1,52],[1.1,52],[1.1,52.1],[1,52]]]}},"#
      $0.replace("\"features\":[", with: "\"features\":[" + feature, in: "ccg.geojson")
    }
    let empty = far.result.problems.filter { $0.code == "bricks-do-not-reach" }
    #expect(empty.count == 1, "\(far.result.problems)")
    #expect(empty.first?.message.contains("1 area of ccg: E38000009 (100.0% of it uncovered)") == true)
    let coarse = try layers {
      $0.resources["ccg"] = $0.resources["ccg"]?.replacing(
        #""resolution":"20""#, with: #""resolution":"BUC""#)
    }
    #expect(coarse.result.problems.map(\.code) == ["mixed-resolution"])
  }

  /// Years are compared, not the words that they are written in; a layer that names none is no part of it.
  @Test func layersOfDifferentYearsAreNamedOldestFirst() throws {
    let dated = try layers {
      $0.date("utla", "April 2021")
      $0.date("ccg", "December 2013")
    }.result.problems
    #expect(dated.map(\.code) == ["mixed-vintage"])
    #expect(dated.first?.message.hasPrefix("ccg is of December 2013 and utla of April 2021") == true)
    let same = try layers {
      $0.date("utla", "April 2021")
      $0.date("ccg", "2021-12")
    }.result.problems
    #expect(same.isEmpty)
  }

  /// What a table itself is said to have is not said again, and a file that is not there is one problem.
  @Test func nothingIsSaidTwice() throws {
    let answer = try layers {
      $0.replace("P1,E06000001,Ashby plan", with: "P1,E06000001", in: "bcf-plans.csv")
      $0.files["population.csv"] = nil
    }
    #expect(answer.result.failures.map(\.name) == ["population"])
    #expect(answer.result.tables.first { $0.name == "bcf-plans" }?.notices.map(\.code) == ["short-rows"])
    #expect(answer.result.problems.isEmpty, "\(answer.result.problems)")
  }

  @Test func namedLayersAreNotJoined() throws {
    var package = SmallPackage()
    package.replace("P2,E06000002", with: "P2,E06000009", in: "bcf-plans.csv")
    let answer = try package.study().run(LayersAnalysis.self, .init(layers: ["ccg"]))
    #expect(answer.result.problems.isEmpty && answer.result.title != nil)
  }
}
