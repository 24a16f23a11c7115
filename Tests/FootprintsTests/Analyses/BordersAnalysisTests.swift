import Footprints
import Foundation
import Testing

/// What `borders` answers for the small package: authorities 0-3 and 4-7, groups 0-1, 2-5 and 6-7, from west to east.
@Suite struct BordersAnalysisTests {
  private func answer(
    _ x: String, _ y: String, within: Double? = nil
  ) throws -> Answer<BordersAnalysis> {
    var request = BordersRequest(x: x, y: y)
    request.within = within
    return try SmallPackage().study().run(BordersAnalysis.self, request)
  }

  @Test func aLayerAgreesWithItself() throws {
    let answer = try answer("ccg", "ccg")
    #expect(answer.inputs.notices.contains { $0.code == "same-layer" })
    for side in [answer.result.agreement.x, answer.result.agreement.y] {
      #expect(side.all.withinShare == 1 && side.all.sharedShare == 1 && side.all.meanDisplacement == 0)
      #expect(side.all.furthest?.distance == 0 && side.areas.count == 3)
    }
    let text = try answer.report.text(as: "table")
    #expect(text.contains("and is 0 m from it on average. It never leaves it."))
  }

  /// The border of the authorities runs through the middle of a group that is 0.4 degrees wide.
  @Test func theWordsSayWhatAgrees() throws {
    let answer = try answer("ccg", "utla")
    let text = try answer.report.text(as: "table")
    for part in [
      "Borders of clinical commissioning groups (ccg) and upper-tier local authorities (utla)",
      "lies within 20 m of the border of upper-tier local authorities: ",
      "Borders agree within 20 m (the coarser layer’s tolerance, 20 m).",
    ] { #expect(text.contains(part), "\(part) is not in\n\(text)") }
    #expect(try self.answer("ccg", "utla", within: 50).report.text(as: "md").contains("50 m (given)"))
    let inner = answer.result.agreement.x.inner
    // Two borders of about 11 km between groups; their ends lie on the southern and northern border of the authorities.
    #expect(inner.length > 22_000 && inner.length < 22_500)
    #expect(abs(inner.withinLength - 80) < 1 && (inner.furthest?.distance ?? 0) > 5000)
    let united = answer.result.agreement.x.all.length
    #expect(abs(united - inner.length - answer.result.agreement.x.outer.length) < 1e-6)
  }

  @Test func rowsCanBeChosen() throws {
    let answer = try answer("ccg", "utla")
    let listing = Listing(only: ["E38000002"], sort: "within_share:asc")
    let rows = try answer.report(listing: listing).text(as: "csv").split(separator: "\n")
    #expect(rows.count == 2 && rows[1].hasPrefix("x,E38000002,"))
    let json = try answer.report.text(as: "json")
    for name in [
      "\"system\"", "\"inner\"", "\"outer\"", "\"areas\"", "\"within_from\"", "\"largest_longitude\"",
    ] {
      #expect(json.contains(name), "\(name)")
    }
  }
}
