import Footprints
import Testing

@Suite struct ThreadsTests {
  let folder = Region.folder

  @Test func tasksShareAStudy() async throws {
    // example: tasks
    let study = try Study(package: DataPackage(PackageFolder(folder)))
    async let overlap = study.run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    async let score = study.run(ScoreAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    let (pairs, fit) = try await (overlap.result.comparison.rows, score.result.scores.system.degreeOfFit)
    // end
    #expect(pairs.count > 6 && fit.x > 0)
  }

  @Test func jobsChangeNoDigit() throws {
    // example: jobs
    var settings = try Study.Settings()
    settings.jobs = 1
    let package = try DataPackage(PackageFolder(folder))
    let alone = Study(package: package, settings: settings)
    let together = Study(package: package, settings: try Study.Settings())
    // end
    let request = ComparisonRequest(x: "trust", y: "utla")
    #expect(
      try alone.run(ScoreAnalysis.self, request).report.text(as: "json")
        == together.run(ScoreAnalysis.self, request).report.text(as: "json"))
  }
}
