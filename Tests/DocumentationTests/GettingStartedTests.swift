// example: import
import Footprints
// end
import Testing

@Suite struct GettingStartedTests {
  let ours = "\(Region.folder)/ccg.geojson"
  let theirs = "\(Region.folder)/utla.geojson"
  let folder = Region.folder

  @Test func twoFiles() throws {
    // example: files
    let study = try Study()
    let answer = try study.run(OverlapAnalysis.self, ComparisonRequest(x: ours, y: theirs))
    let csv = try answer.report.text(as: "csv")
    // end
    #expect(csv.hasPrefix("x_code,x_name,y_code,y_name,area_m2,"))
    #expect(answer.result.comparison.rows.count > 6)
  }

  @Test func aPackage() throws {
    // example: package
    let study = try Study(package: DataPackage(PackageFolder(folder)))
    let comparison = try study.run(
      OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla")
    ).result.comparison
    let pairs = comparison.rows.compactMap { row -> String? in
      guard let x = row.x, let y = row.y, let share = row.xPeopleShare else { return nil }
      let percent = (share * 100).rounded()
      return "\(percent)% of \(comparison.x.names[x]) is in \(comparison.y.names[y])"
    }
    // end
    #expect(pairs.count == comparison.rows.count && pairs.contains { $0.hasPrefix("100.0% of ") })

    // example: score
    let scores = try study.run(ScoreAnalysis.self, ComparisonRequest(x: "ccg", y: "utla")).result.scores
    let fit = scores.system.degreeOfFit
    let corners = scores.units.filter { $0.cornerIndex > 0.5 }.map(\.unit.name)
    // end
    #expect((0.5...1).contains(fit.x) && (0.5...1).contains(fit.y) && !corners.isEmpty)

    // example: impact
    let request = ImpactAnalysis.Request(trust: "XT1", process: "discharge-to-assess")
    let impact = try study.run(ImpactAnalysis.self, request).result.impact
    let touched = impact.plans.map { ($0.plan.name, $0.trustShare, $0.amount) }
    // end
    #expect(touched.count == 4)
  }
}
