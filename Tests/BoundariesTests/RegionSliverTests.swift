import Footprints
import Testing

/// Layers generalised on their own overlap in slivers along common borders; what the bricks have in common is
/// the truth. Everything here is read as a user's package would be.
@Suite struct RegionSliverTests {
  static let pairs = [
    ("ccg", "utla"), ("ccg", "ltla"), ("ccg", "stp"), ("ccg", "trust"), ("utla", "stp"), ("ltla", "stp"),
    ("utla", "ltla"), ("utla", "trust"), ("ltla", "trust"), ("stp", "trust"),
  ]

  static func layers(_ x: String, _ y: String) throws -> (PreparedLayer, PreparedLayer) {
    let files = RegionFiles.all.map { FileBytes($0.value, name: $0.key) }
    let package = try DataPackage(EmbeddedFiles(name: "northmere", files: files))
    #expect(package.manifest.isFictional)
    let reader = LayerReader(working: try .working(ReferenceSystem.britishNationalGrid))
    let (one, two) = (
      try #require(try package.layerResource(x)), try #require(try package.layerResource(y))
    )
    return (
      try PreparedLayer(package.layer(one, with: reader)), try PreparedLayer(package.layer(two, with: reader))
    )
  }

  static func common(_ x: String, _ y: String) -> Set<[String?]> {
    Set(RegionBricks.all.map { [$0.codes[x], $0.codes[y]] })
  }

  @Test(arguments: pairs)
  func defaultRuleFindsExactlyTheTruePairs(x: String, y: String) throws {
    let (one, two) = try Self.layers(x, y)
    let table = try OverlapEngine.table(one.geometry, two.geometry, jobs: 1)
    let analysis = try LayerComparison(x: one, y: two, table: table)
    let found = analysis.rows.compactMap { row in
      row.x.flatMap { i in row.y.map { j in [one.codes[i], two.codes[j]] as [String?] } }
    }
    #expect(Set(found) == Self.common(x, y))
    #expect(found.count == Self.common(x, y).count)
  }

  /// By mean width 2 A / P every part of a sliver lies below half the nominal tolerance of 200 m, and the
  /// overlaps of common bricks far above the whole of it: any default between the two is right.
  @Test(arguments: pairs)
  func widthLeavesAWideMargin(x: String, y: String) throws {
    let (one, two) = try Self.layers(x, y)
    let common = Self.common(x, y)
    let context = GEOSContext()
    for i in one.codes.indices {
      let a = try GEOSGeometry(area: i, of: one.geometry, in: context)
      for j in two.codes.indices {
        let both = try a.intersection(try GEOSGeometry(area: j, of: two.geometry, in: context))
        let area = try both.area()
        let pair = "\(one.codes[i]) \(two.codes[j])"
        if common.contains([one.codes[i], two.codes[j]]) {
          let width = 2 * area / (try both.length())
          #expect(width > 500, "\(pair)")
        } else if area > 0 {
          var parts = MultiPolygonArray()
          try both.appendArea(to: &parts)
          for part in 0..<parts.polygonCount {
            let width = 2 * parts.area(ofPolygon: part) / parts.perimeter(ofPolygon: part)
            #expect(width < 100, "\(pair)")
          }
        }
      }
    }
  }

  @Test func thereAreSliversToFind() throws {
    let (one, two) = try Self.layers("ccg", "ltla")
    let table = try OverlapEngine.table(one.geometry, two.geometry, jobs: 1)
    let analysis = try LayerComparison(x: one, y: two, table: table)
    #expect(analysis.slivers.count >= 10)
    #expect(analysis.slivers.area > 0)
  }
}
