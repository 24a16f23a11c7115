import Footprints
import Testing

/// What trusts and authorities share by flows of patients in April 2021, against sums from the CSV tables. They give no
/// patients, so that people stand for them by proportions.
@Suite(.enabled(if: RealTables.isPresent)) struct RealFlowTests {
  private static let study = Result { try Study(package: DataPackage(EnglandWithLookup())) }

  @Test(arguments: ["R0A", "RXC", "RR8"]) func impactAgreesWithSumsFromTheTables(trust: String) throws {
    let tables = try EnglandTables.shared.get()
    var request = ImpactAnalysis.Request(trust: trust, process: "discharge-to-assess")
    request.weights = .flow
    request.membership = .lookup
    let result = try Self.study.get().run(ImpactAnalysis.self, request).result
    let catchment = tables.catchment(of: trust, .proportional, threshold: 0)
    let total = tables.sum(catchment) { _ in true }
    #expect(result.unit == .patients && agree(result.impact.trust.population, total))
    for plan in result.impact.plans + result.impact.plansWithoutMatch {
      let shared = tables.sum(catchment) { tables.upper[$0].map(plan.plan.boards.contains) ?? false }
      #expect(agree(plan.sharedPopulation, shared), "\(plan.plan.id)")
      // Proportions have fifteen digits; what is missing of them is all that is open.
      let (ofTrust, ofArea) = (try #require(plan.sureness.ofTrust), try #require(plan.sureness.ofArea))
      #expect(ofTrust.lowerBound <= plan.trustShare + 1e-12 && plan.trustShare <= ofTrust.upperBound + 1e-12)
      #expect(ofArea.lowerBound <= plan.boardShare + 1e-12 && plan.boardShare <= ofArea.upperBound + 1e-12)
    }
    #expect(result.basis?.toldShare.map { $0 > 0.9 && $0 < 1 } == true)
  }

  /// The same pairs by overlap, and none for authorities that nobody goes from.
  @Test func overlapAgreesWithSumsFromTheTables() throws {
    let tables = try EnglandTables.shared.get()
    var request = ComparisonRequest(x: "trust", y: "utla")
    request.weights = .flow
    request.membership = .lookup
    let comparison = try Self.study.get().run(OverlapAnalysis.self, request).result.comparison
    let trust = try #require(comparison.x.codes.firstIndex(of: "RR8"))
    var found = 0.0
    for row in comparison.rows where row.x == trust {
      guard let y = row.y, let patients = row.people else { continue }
      let catchment = tables.catchment(of: "RR8", .proportional, threshold: 0)
      #expect(agree(patients, tables.sum(catchment) { tables.upper[$0] == comparison.y.codes[y] }))
      found += patients
    }
    #expect(found > 500_000)
  }

  /// Whoever asks for places like a place is told of places like it: neighbours in the order of everything.
  @Test func placesLikeALargeGroupAreLarge() throws {
    let package = try DataPackage(PackageFolder(RealLayers.england))
    let result = try Study(package: package).run(LikeAnalysis.self, .init(organisation: "E38000256")).report
      .results
    // North West London: the other groups of London come first.
    let codes = try #require(result["like"]?.elements).compactMap { $0["code"]?.text }
    #expect(Set(codes.prefix(3)) == ["E38000244", "E38000245", "E38000255"])
  }
}
