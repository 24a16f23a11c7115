import Footprints
import Testing

/// What `score` says of the small package: authorities 0-3 and 4-7, groups 0-1, 2-5 and 6-7, from west to east.
@Suite struct ScoreAnalysisTests {
  private func answer(
    _ package: SmallPackage = SmallPackage(), _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) throws -> Answer<ScoreAnalysis> {
    var request = ComparisonRequest(x: "ccg", y: "utla")
    change(&request)
    return try package.study().run(ScoreAnalysis.self, request)
  }

  /// Nobody lives in the eastern half of the second group, which lies in the second authority.
  @Test func aSplitThatNobodyNoticesIsCountedApart() throws {
    var package = SmallPackage()
    package.replace("E02000005,5000", with: "E02000005,0", in: "population.csv")
    package.replace("E02000006,6000", with: "E02000006,0", in: "population.csv")
    let report = try answer(package).report
    let system = report.results["system"]
    #expect(system?["splits"]?["x"]?.double == 1 && system?["splits"]?["x_populated"]?.double == 0)
    #expect(system?["splits"]?["y"]?.double == 2 && system?["splits"]?["y_populated"]?.double == 1)
    #expect(system?["intersections"]?["all"]?.double == 4)
    #expect(system?["intersections"]?["populated"]?.double == 3)
    let text = try report.text(as: "table")
    #expect(
      text.contains(
        "1 of 3 clinical commissioning groups lies in more than one upper-tier local authority (1 of them only by ground on which nobody lives)"
      ), "\(text)")
    #expect(text.contains("They have 4 parts in common, 3 with people."))
    let byArea = try answer(package) { $0.weights = .area }.report.results["system"]
    #expect(byArea?["splits"]?["x"]?.double == 1 && byArea?["splits"]?["x_populated"] == .null)
    #expect(byArea?["intersections"]?["populated"] == .null)
  }

  @Test func measuresThatSayTheSameSaySo() throws {
    let text = try answer().report.text(as: "table")
    for part in [
      "It is the same as normalised mutual information with the arithmetic mean.",
      "the sum of both conditional entropies", "the proportion guessed right is the degree of fit",
    ] { #expect(text.contains(part), "\(part) is not in\n\(text)") }
    let meanings = Dictionary(uniqueKeysWithValues: SystemMeasure.all.map { ($0.name, $0.meaning) })
    #expect(meanings["degree_of_fit"]?.contains("Goodman and Kruskal (1954)") == true)
    #expect(meanings["goodman_kruskal"]?.contains("degree of fit") == true)
    #expect(meanings["variation_of_information"]?.contains("sum of both conditional entropies") == true)
  }

  @Test func testsThatDoNotApplyAreNamed() throws {
    let report = try answer { $0.presets = ["hsj-75": 0.5] }.report
    let names = try #require(report.results["presets_not_applied"]?.elements).map { $0["name"]?.text }
    #expect(names == ["one-ics", "one-icb", "icb-on-strategic-authorities", "icb-1m", "lgr-500k"])
    let text = try report.text(as: "table")
    #expect(text.contains("Rule: both shares at least 50%, with a number given for this analysis."))
    #expect(text.contains("Not applied: one-ics (it is about upper-tier local authorities against "))
    #expect(
      report.header.contains {
        $0.name == "parameters" && $0.value["presets"]?.elements?.first?.text == "hsj-75=0.5"
      })
  }

  /// The same as `borders` says, and nothing unless it is asked for.
  @Test func bordersAreComparedWhereAskedFor() throws {
    #expect(try answer().report.results["borders"] == .null)
    let report = try answer { $0.comparesBorders = true }.report
    let borders = try SmallPackage().study().run(BordersAnalysis.self, .init(x: "ccg", y: "utla")).report
    for name in ["x", "y", "hausdorff_m"] {
      #expect(report.results["borders"]?[name] == borders.results["system"]?[name], "\(name)")
    }
    let sides = [report.results["borders"]?["x"], report.results["borders"]?["y"]]
    let largest = sides.compactMap { $0?["largest_displacement_m"]?.double }.max()
    #expect(largest != nil && report.results["borders"]?["hausdorff_m"]?.double == largest)
    #expect(try report.text(as: "md").contains("The Hausdorff distance of the two borders"))
  }
}
