import Footprints
import Testing

/// What areas are called in sentences: by the title of their role, not by the name of a layer.
@Suite struct TitlesTests {
  private func text<Subject: Analysis>(
    _ analysis: Subject.Type, _ x: String, _ y: String, _ change: (inout SmallPackage) -> Void = { _ in }
  ) throws -> String where Subject.Request == ComparisonRequest {
    var package = SmallPackage()
    change(&package)
    return try package.study().run(analysis, ComparisonRequest(x: x, y: y)).report.text(as: "table")
  }

  private static func expect(_ text: String, has sentences: String...) {
    for sentence in sentences { #expect(text.contains(sentence), "\(sentence) is not in\n\(text)") }
  }

  @Test func rolesHaveTitles() throws {
    let overlap = try text(OverlapAnalysis.self, "ccg", "utla")
    Self.expect(
      overlap,
      has: "Overlap of clinical commissioning groups (ccg) and upper-tier local authorities (utla)\n",
      "4 pairs between 3 clinical commissioning groups and 2 upper-tier local authorities. 2 of the clinical commissioning groups lie within one upper-tier local authority (to at least 95%).",
      "a border of clinical commissioning groups, 0 of upper-tier local authorities.",
      "Layer ccg: 20 m, 3 clinical commissioning groups, from ccg.geojson\n")
    let score = try text(ScoreAnalysis.self, "ccg", "utla")
    Self.expect(
      score, has: "0 of 3 clinical commissioning groups are coterminous with one upper-tier local authority:",
      "2 of 3 clinical commissioning groups lie (to at least 95%) in one upper-tier local authority, and 0 of 2 upper-tier local authorities in one clinical commissioning group.",
      "\nClinical commissioning groups\n-----", "\nUpper-tier local authorities\n-----",
      "hsj-75: met by 0 of 3 clinical commissioning groups and 0 of 2 upper-tier local authorities. Rule: both shares at least 75%."
    )
    for text in [overlap, score] {
      #expect(!text.contains("ccg area") && !text.contains("utla area") && !text.contains("brick"))
    }
  }

  @Test func oneIsSingular() throws {
    let one: (inout SmallPackage) -> Void = { package in
      package.resources["ccg"] =
        #"{"name":"ccg","path":"ccg.geojson","footprint":{"role":"ccg","resolution":"20","codePrefix":["E38000001"]}}"#
    }
    Self.expect(
      try text(OverlapAnalysis.self, "ccg", "utla", one),
      has:
        "1 pair between 1 clinical commissioning group and 2 upper-tier local authorities. 1 of the clinical commissioning groups lies within one"
    )
    Self.expect(
      try text(ScoreAnalysis.self, "ccg", "utla", one),
      has: "0 of 1 clinical commissioning group are coterminous",
      "1 of 1 clinical commissioning group lies (to at least 95%) in one")
    var package = SmallPackage()
    one(&package)
    let profile = try package.study().run(ProfileAnalysis.self, .init(organisation: "E38000001"))
    Self.expect(
      try profile.report.text(as: "table"),
      has: "E38000001 is the only clinical commissioning group; it has 3,000 people.")
  }

  /// Two layers of one role are distinguished by their names; areas without a role are those of their layer.
  @Test func layersOfOneRoleAndOfNone() throws {
    func add(_ role: String?) -> (inout SmallPackage) -> Void {
      { package in
        package.files["later.geojson"] = package.files["utla.geojson"]
        let own = role.map { #","role":"\#($0)""# } ?? ""
        package.resources["later"] =
          #"{"name":"later","path":"later.geojson","footprint":{"resolution":"20"\#(own)}}"#
      }
    }
    Self.expect(
      try text(OverlapAnalysis.self, "utla", "later", add("utla")),
      has: "Overlap of upper-tier local authorities (utla) and upper-tier local authorities (later)\n",
      "2 of the upper-tier local authorities of utla lie within one upper-tier local authority of later (to")
    Self.expect(
      try text(OverlapAnalysis.self, "later", "ccg", add("ward")), has: "Overlap of later and clinical",
      "4 pairs between 2 areas of later and 3 clinical commissioning groups. 0 of the areas of later lie within"
    )
    Self.expect(
      try text(OverlapAnalysis.self, "ccg", "later", add(nil)), has: "lie within one area of later (to",
      "Layer later: 20 m, 2 areas, from later.geojson\n")
  }
}
