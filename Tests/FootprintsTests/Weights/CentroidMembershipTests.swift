import Footprints
import Testing

/// Small areas that count by one point each: their centre of gravity, a point of the package, or because they are points.
@Suite struct CentroidMembershipTests {
  /// The points of the eight small areas, those of some moved to another longitude.
  private static func points(moving moved: [Int: Double] = [:]) -> String {
    "msoa_code,long,lat\n"
      + (1...8).map { "E0200000\($0),\(moved[$0] ?? -2.05 + Double($0) * 0.1),52.05\n" }.joined()
  }

  @Test func centresOfGravityPutBricksWhereTheyLie() throws {
    let package = SmallPackage()
    let (byCentre, byShare) = (try package.overlap(membership: .centroid), try package.overlap())
    #expect(byCentre.pairs == byShare.pairs && byCentre.people == 36_000)
  }

  /// A border through a small area: more than half of it lies in the east, where its centre is too.
  @Test func theCentreDecidesWhereABorderCuts() throws {
    var package = SmallPackage()
    let features = [
      SmallPackage.square(0...3.4, code: "E06000001"), SmallPackage.square(3.4...8, code: "E06000002"),
    ]
    package.files["utla.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    let pairs = try package.overlap(membership: .centroid).pairs
    #expect(pairs["E38000002 E06000001"] == 3_000 && pairs["E38000002 E06000002"] == 15_000)
  }

  @Test func pointsOfThePackageGoBeforeCentres() throws {
    var package = SmallPackage()
    // Nearly everybody of the fourth lives across the border.
    package.table("places", role: "brick-points", Self.points(moving: [4: -1.59]))
    let found = try package.overlap(membership: .centroid)
    #expect(found.pairs["E38000002 E06000001"] == 3_000 && found.pairs["E38000002 E06000002"] == 15_000)
    // Asked otherwise, they change nothing.
    #expect(try package.overlap().pairs["E38000002 E06000001"] == 7_000)
  }

  @Test func aBrickWithoutPointCountsByItsCentre() throws {
    var package = SmallPackage()
    package.table(
      "places", role: "brick-points",
      Self.points().split(separator: "\n").filter { !$0.hasPrefix("E02000004") }.joined(separator: "\n"))
    let found = try package.overlap(membership: .centroid)
    #expect(found.people == 36_000)
    #expect(found.notices.map(\.code).contains("no-brick-point"))
  }

  @Test func pointsOfOtherCodesAreRefused() throws {
    var package = SmallPackage()
    package.table("places", role: "brick-points", Self.points().replacing("E0200", with: "W0200"))
    let error = SmallPackage.error { _ = try package.overlap(membership: .centroid) }
    #expect(
      error?.description.contains("none of its codes is a code of msoa") == true,
      "\(String(describing: error))")
  }

  /// A package whose small areas are points.
  private static func pointPackage(_ text: String = points()) -> SmallPackage {
    var package = SmallPackage()
    package.resources["msoa"] = nil
    package.table("centroids", role: "brick", text)
    return package
  }

  @Test func bricksMayBePoints() throws {
    for method in [MembershipMethod.largest, .centroid] {
      let found = try Self.pointPackage().overlap(membership: method)
      #expect(found.people == 36_000)
      #expect(found.pairs == (try SmallPackage().overlap().pairs))
      #expect(!found.notices.contains { $0.severity == .warning }, "\(found.notices)")
    }
    let answer = try Self.pointPackage().study().run(
      OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    #expect(try answer.report.text(as: "json").contains(#""membership": "centroid""#))
    let impact = try Self.pointPackage().impact()
    let asAreas = try SmallPackage().impact()
    #expect(impact.impact.trust.population == asAreas.impact.trust.population)
    let profile = try Self.pointPackage().study().run(ProfileAnalysis.self, .init(organisation: "E06000001"))
    #expect(try profile.report.text(as: "json").contains(#""membership": "centroid""#))
  }

  @Test func geoJSONBricksMayBePoints() throws {
    var package = SmallPackage()
    let features = (1...8).map {
      #"{"type":"Feature","properties":{"msoa_code":"E0200000\#($0)"},"geometry":{"type":"Point","coordinates":[\#(-2.05 + Double($0) * 0.1),52.05]}}"#
    }
    package.files["msoa.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    #expect(try package.overlap().pairs == (try SmallPackage().overlap().pairs))
    let answer = try package.study().run(LayersAnalysis.self, .init())
    #expect(answer.result.points.map(\.name) == ["msoa"] && answer.result.failures.isEmpty)
  }

  @Test func pointsCannotBeDivided() throws {
    let error = SmallPackage.error { _ = try Self.pointPackage().overlap(membership: .apportion) }
    #expect(error?.reason == .bricksArePoints && error?.kind == .usage)
  }

  @Test func aPointNowhereCountsNowhere() throws {
    let text = Self.points().split(separator: "\n").map { $0.hasPrefix("E02000008") ? "E02000008,," : $0 }
      .joined(separator: "\n")
    let found = try Self.pointPackage(text).overlap()
    #expect(found.people == 28_000)
    #expect(found.notices.map(\.code).contains("no-place"))
  }

  @Test func twoPointsOfOneBrickAreRefused() throws {
    let text = Self.points() + "E02000008,-1.26,52.05\n"
    let error = SmallPackage.error { _ = try Self.pointPackage(text).overlap() }
    #expect(error?.description.contains("two points have the code 'E02000008'") == true)
  }

  @Test func aLookupKnowsPointsByTheirCodes() throws {
    var package = Self.pointPackage()
    package.table(
      "lookup", role: "lookup",
      "msoa,utla,ccg\n"
        + (1...8).map {
          "E0200000\($0),E0600000\($0 < 6 ? 1 : 2),E3800000\($0 < 3 ? 1 : $0 < 7 ? 2 : 3)\n"
        }.joined())
    let pairs = try package.overlap(membership: .lookup).pairs
    #expect(pairs["E38000002 E06000001"] == 12_000 && pairs["E38000002 E06000002"] == 6_000)
  }
}
