import Testing

@testable import Footprints

/// Policy tests of a user's own.
@Suite struct PolicyTableTests {
  private func presets(_ csv: String, numbers: [String: Double] = [:]) throws -> [PolicyPreset] {
    let table = try PolicyTable(CSVTable(Array(csv.utf8), file: "presets.csv"))
    return try PolicyPreset.all(table.applied(to: PolicyPreset.usual(tolerance: 0.95)), numbers: numbers)
  }

  @Test func aUsualOneIsReplacedInPart() throws {
    let all = try presets("name,people,source\nicb-1m,1500000,the board’s own\n")
    #expect(all.map(\.name) == PolicyPreset.names)
    let preset = try #require(all.first { $0.name == "icb-1m" })
    #expect(preset.rule == .people(atLeast: 1_500_000) && preset.source == "the board’s own")
    #expect(
      preset.applies(toUnitsOf: "icb", against: nil) && !preset.applies(toUnitsOf: "utla", against: nil))
    #expect(preset.text == "the integrated care board has at least 1,500,000 people")
    // Where the table has no source, it is named with what it replaces.
    let other = try #require(try presets("name,share\nhsj-75,0.8\n").first { $0.name == "hsj-75" })
    #expect(other.source.hasPrefix("presets.csv, in place of: Health Service Journal"))
  }

  @Test func oneOfItsOwn() throws {
    let all = try presets(
      "name,rule,share,judged,against\nplace-in-one,inside-one,0.9,Place; neighbourhood,icb\n",
      numbers: ["place-in-one": 0.8])
    let preset = try #require(all.last)
    #expect(preset.name == "place-in-one" && preset.rule == .insideOne(atLeast: 0.8))
    #expect(preset.text == "the place lies in one integrated care board (at least 80%)")
    #expect(preset.applies(toUnitsOf: "neighbourhood", against: "icb") && preset.numbers[0].isGiven)
    let about = try #require(
      try presets("name,rule,people,margin,judged\nsmall,people-about,100000,0.5,place\n").last)
    #expect(about.rule == .peopleWithin(from: 50_000, to: 150_000))
  }

  @Test func anotherRuleUnderAUsualName() throws {
    let preset = try #require(
      try presets("name,rule,people\none-icb,people-at-least,5\n").first { $0.name == "one-icb" })
    #expect(preset.rule == .people(atLeast: 5))
  }

  @Test(arguments: [
    ("rule\ninside-one\n", "there is no column name"),
    ("name,rule\nmine,inside\n", "there is no rule 'inside'"),
    ("name,share\nmine,0.5\n", "none of the usual ones and has no rule"),
    ("name,rule\nmine,inside-one\n", "needs a number share"),
    ("name,rule,people\nmine,people-about,5\n", "needs a number margin"),
    ("name,share\nhsj-75,1.5\n", "share is 1.5, not a share above 0 and up to 1"),
    ("name,people\nhsj-75,5\n", "has no number people"),
    ("name,share\nhsj-75,0.8\nHSJ-75,0.9\n", "is there twice"),
  ])
  func whatMakesNoSense(csv: String, words: String) throws {
    let error = try #require(throws: FootprintsError.self) { try presets(csv) }
    #expect(error.kind == .badData && error.description.contains(words), "\(error)")
  }

  @Test func aPackageHasThem() throws {
    var package = SmallPackage()
    package.files["presets.csv"] =
      "name,rule,share,judged,against\nmine,inside-one,0.9,ccg,utla\n,inside-one,0.9,,\n"
    package.resources["presets"] =
      #"{"name":"presets","path":"presets.csv","footprint":{"role":"presets"}}"#
    let answer = try package.study().run(ScoreAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    #expect(answer.result.scores.presets.map(\.name).last == "mine")
    #expect(answer.result.scores.units.first?.meets("mine") == true)
    #expect(answer.inputs.notices.contains { $0.code == "incomplete-row" })
    var request = ComparisonRequest(x: "ccg", y: "utla")
    request.presets = ["none": 0.5]
    let error = #expect(throws: FootprintsError.self) { try package.study().run(ScoreAnalysis.self, request) }
    #expect(error?.reason == .unknownName)
  }
}
