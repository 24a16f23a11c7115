import Footprints
import Testing

/// `check` on the boundaries of April 2021, and on real files that misbehave.
@Suite(.enabled(if: RealTables.isPresent, "the real data are not here")) struct RealCheckTests {
  private func check(_ layers: [String], in package: Bool = true) throws -> CheckResult {
    let study = package ? try RealLayers.study() : try Study()
    return try study.run(CheckAnalysis.self, CheckRequest(layers: layers)).result
  }

  /// The authorities that lie in several areas of commissioners or partnerships are those of the official lookup, and so are the
  /// areas that they lie in, whether people are counted or only ground.
  @Test(arguments: [("ccg", "utla"), ("ccg", "ltla"), ("stp", "utla"), ("stp", "ltla")], [true, false])
  func crossingsAreTheOfficialOnes(layers: (String, String), people: Bool) throws {
    let (x, y) = layers
    let official = try OfficialPairs.common(x, y)
    let named = people ? [x, y] : [x, y].map { "\(RealLayers.england)/\(Self.files[$0] ?? $0).geojson" }
    // National files hold Wales and Scotland, which the package leaves out.
    let findings = try check(named, in: people).rows.map(\.finding).filter {
      $0.kind == .crossing && $0.code?.hasPrefix("E") == true
    }
    for finding in findings {
      let pair = [finding.otherCode ?? "", finding.code ?? ""]
      #expect(official.contains(pair), "\(pair)")
      #expect(finding.shape.count == 1 && (finding.area ?? 0) > 0 && (finding.population != nil) == people)
    }
    // Besides its main one every authority has the others.
    #expect(findings.count == official.count - Set(official.map { $0[1] }).count)
    #expect(Set(findings.map { [$0.code, $0.otherCode] }).count == findings.count)
  }

  private static let files = [
    "ccg": "ccg_buc", "stp": "stp_buc", "utla": "utla_uk_buc", "ltla": "ltla_uk_buc",
  ]

  /// The boards of April 2026 against authorities: what the lookup of 2024 says, carried forward by the table of successions.
  @Test func crossingsOfTheBoardsOf2026() throws {
    let boards = try BoardsOf2026()
    let folder = "\(RealTables.folder)/england-2026"
    let findings = try check(["\(folder)/icb_bsc.geojson", "\(folder)/ltla_uk24.geojson"], in: false).rows
      .map(\.finding)
      .filter { $0.kind == .crossing }
    var expected = boards.crossings
    // One census area of Cherwell, E01027305, was Northamptonshire's in 2024. The layer of 2026 draws it with the rest of Cherwell:
    // what Northamptonshire's board has there is nowhere wider than 220 m.
    #expect(expected.remove(["E54000059", "E07000177"]) != nil)
    // Without people, the board with most ground is the main one: Westmorland and Furness has three quarters of its census
    // areas in the board of the south and more than half of its ground in that of the north.
    #expect(expected.remove(["E54000050", "E06000064"]) != nil)
    expected.insert(["E54000048", "E06000064"])
    #expect(Set(findings.map { [$0.otherCode ?? "", $0.code ?? ""] }) == expected)
    #expect(findings.count == 6)
  }

  /// Neighbours of published layers fit, up to what rounding to seven decimals does.
  @Test func publishedLayersAreInOrder() throws {
    let result = try check(["ccg", "ltla", "stp"])
    #expect(result.layers.count == 3 && result.layers.allSatisfy { $0.conflicts.isPartition })
    #expect(result.summary.errors == 0 && result.summary.warnings == 0)
  }

  /// Where counties meet unitary authorities, vertices of one lie on edges of the other.
  @Test func upperTierAuthoritiesDoNotMatchEverywhere() throws {
    let result = try check(["utla"])
    #expect(result.summary.errors == 0 && !result.layers[0].conflicts.isPartition)
    #expect(result.summary.kinds.keys.allSatisfy { $0 == .unmatchedBorder })
    #expect(result.layers[0].conflicts.unmatchedBorders == 7)
  }

  @Test func filesThatMisbehave() throws {
    func kinds(_ name: String) throws -> [FindingKind: Int] {
      try check(["\(RealTables.folder)/awkward/\(name)"], in: false).summary.kinds
    }
    let nulls = try kinds("ccg2018_null_geometries.geojson")
    #expect(nulls[.nullGeometry] == 2 && nulls[.missingCode] == 1)
    let heights = try kinds("ccg2015_3d_html_description.geojson")
    #expect(heights[.invalidRing] == 1 && heights[.missingCode] == 1)
    #expect(try kinds("utla19_no_prj.shp") == [.referenceSystem: 1])
  }

  @Test func aPackageIsCheckedAsAWhole() throws {
    let result = try check([])
    #expect(result.layers.map(\.layer.name) == ["ccg", "utla", "ltla", "stp", "trust", "msoa"])
    #expect(result.summary.kinds[.mixedVintage] == 1 && result.summary.kinds[.mixedResolution] == 1)
    #expect(result.summary.kinds[.invalidRing] == 3)
    let trusts = result.rows.map(\.finding).filter { $0.kind == .invalidRing }.map(\.code)
    #expect(Set(trusts) == ["RDE", "RNZ", "RD1"])
  }
}
