import Foundation
import Testing

@testable import Footprints

/// One subject, all that is known about it.
@Suite struct ReportAnalysisTests {
  private func package() throws -> Study {
    let folder = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    return try Study(package: DataPackage(PackageFolder("\(folder)/Boundaries/region")))
  }

  private func titles(_ report: Report) throws -> [String] {
    try #require(report.illustratedDocument).blocks.compactMap { block in
      if case .heading(let text, 2) = block { text } else { nil }
    }
  }

  @Test func aTrustAndItsChange() throws {
    let answer = try package().run(
      ReportAnalysis.self, ReportRequest(["XT1"], process: "discharge-to-assess"))
    let result = answer.result
    #expect(result.impact != nil && result.profile != nil && result.overlap == nil && result.check != nil)
    #expect(result.headlines.map(\.value) == ["4", "£98.2 million", "3"])
    #expect(result.agreements.count == 14)
    #expect(
      try titles(answer.report) == [
        "What the change touches", "Who must agree, and by when",
        "Northmere University Hospitals NHS Foundation Trust against every tier",
        "Conflicts of the boundaries", "How sure the conclusions are", "What to be careful about",
        "How this was made",
      ])
    let figures = try #require(answer.report.illustratedDocument).figures
    #expect(figures.count == 6)
    // The question as it was asked, and once for everything else that there are data for.
    let sensitivity = try #require(result.sensitivity)
    #expect(sensitivity.runs.count == 9 && sensitivity.conclusions.count == 20)
    let table = try #require(answer.report.tables.first)
    #expect(table.name == "plans" && table.count == 4)
  }

  @Test func anOrganisation() throws {
    let answer = try package().run(ReportAnalysis.self, ReportRequest(["XU03"]))
    #expect(answer.result.profile?.organisation.code == "XU03" && answer.result.impact == nil)
    #expect(answer.report.tables.map(\.name).contains("partners"))
  }

  @Test func twoLayers() throws {
    let answer = try package().run(ReportAnalysis.self, ReportRequest(["ccg", "utla"]))
    #expect(answer.result.overlap != nil && answer.result.score != nil && answer.result.check != nil)
    #expect(answer.result.headlines.first?.value == "1 of 6")
    // A figure that both have stands once.
    let titles = try #require(answer.report.illustratedDocument).figures.map(\.title)
    #expect(Set(titles).count == titles.count && titles.count == 5)
    #expect(answer.report.tables.first?.name == "pairs")
  }

  @Test func aPackage() throws {
    let answer = try package().run(ReportAnalysis.self, ReportRequest())
    #expect(answer.result.layers?.layers.count == 6 && answer.result.tiers.count == 10)
    #expect(answer.result.headlines.map(\.value) == ["6", "0", "0"])
    #expect(answer.result.sensitivity == nil)
  }

  @Test func whatMakesNoSense() throws {
    let study = try package()
    for request in [
      ReportRequest(["a", "b", "c"]), ReportRequest(["ccg", "utla"], process: "d2a"),
      ReportRequest([], process: "d2a"),
    ] {
      #expect(throws: FootprintsError.self) { try study.run(ReportAnalysis.self, request) }
    }
    var tier = ReportRequest(["XT1"], process: "d2a")
    tier.tier = "trust"
    #expect(throws: FootprintsError.self) { try tier.validate() }
    #expect(throws: FootprintsError.self) { try Study().run(ReportAnalysis.self, ReportRequest()) }
  }

  @Test func requestsAreRead() throws {
    let request = try JSONDecoder().decode(
      ReportRequest.self, from: Data(#"{"subjects": ["XT1"], "process": "d2a", "coverage": 0.5}"#.utf8))
    #expect(request.subjects == ["XT1"] && request.coverage == 0.5 && request.membership == .largest)
    #expect(try JSONDecoder().decode(ReportRequest.self, from: Data("{}".utf8)) == ReportRequest())
  }

  /// By area nothing is counted by small areas, and the page does not say that it was.
  @Test func byAreaThereIsNoMembership() throws {
    var request = ReportRequest(["ccg", "utla"])
    request.weights = .area
    let page = try package().run(ReportAnalysis.self, request).report.text(as: "html")
    #expect(page.contains("weights: area") && !page.contains("membership: "))
    let whole = try package().run(ReportAnalysis.self, ReportRequest()).report.text(as: "html")
    #expect(!whole.contains("membership: "))
  }

  /// A report made after others, from what they have left, is the same.
  @Test func theOrderOfReportsChangesNothing() throws {
    let study = try package()
    let request = ReportRequest(["XT2"], process: "discharge-to-assess")
    let alone = try study.run(ReportAnalysis.self, request).report.text(as: "html")
    let other = try package()
    _ = try other.run(ReportAnalysis.self, ReportRequest(["ccg", "utla"]))
    _ = try other.run(ReportAnalysis.self, ReportRequest(["XT1"], process: "discharge-to-assess"))
    #expect(try other.with(jobs: 1).run(ReportAnalysis.self, request).report.text(as: "html") == alone)
  }
}
