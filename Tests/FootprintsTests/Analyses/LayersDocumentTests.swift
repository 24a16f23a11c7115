import Footprints
import Testing

/// What `layers` says about problems.
@Suite struct LayersDocumentTests {
  /// A border that crosses itself in a loop of some centimetres.
  private static func study() throws -> Study {
    var package = SmallPackage()
    package.replace(
      "[[-2.0,52.0],[-1.8,52.0]",
      with: "[[-2.0,52.0],[-1.899999,52.0],[-1.899999,52.000001],[-1.900001,51.999999],[-1.8,52.0]",
      in: "ccg.geojson")
    return try package.study()
  }

  @Test func repairsThatChangedNextToNothingNeedNoAttention() throws {
    let answer = try Self.study().run(LayersAnalysis.self, .init())
    let repairs = answer.inputs.notices.filter { $0.code == "repaired" }
    #expect(repairs.map(\.severity) == [.information])
    #expect(repairs[0].message.hasSuffix("its area changed by less than 1 m2"))
    for format in ["table", "md"] {
      let text = try answer.report.text(as: format)
      #expect(!text.contains("repaired"))
      #expect(text.contains("None that needs attention. JSON lists the rest.\n"))
    }
    for format in ["csv", "json"] {
      #expect(try answer.report.text(as: format).contains("was repaired; its area changed by less than 1 m2"))
    }
    let clean = try SmallPackage().study().run(LayersAnalysis.self, .init()).report.text(as: "table")
    #expect(clean.contains("None found.\n"))
  }
}
