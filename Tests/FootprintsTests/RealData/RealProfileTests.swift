import Footprints
import Testing

/// The profile of real organisations against sums from the CSV tables.
@Suite(.enabled(if: RealTables.isPresent)) struct RealProfileTests {
  @Test(arguments: ["R0A", "RXC", "RQM"]) func aTrustAmongAuthorities(trust: String) throws {
    let tables = try EnglandTables.shared.get()
    var request = ProfileAnalysis.Request(organisation: trust)
    request.catchment = .proportional
    request.membership = .lookup
    let answer = try Study(package: DataPackage(EnglandWithLookup())).run(ProfileAnalysis.self, request)
    let tiers = try #require(answer.report.results["tiers"]?.elements)
    let partners = try #require(tiers.first { $0["tier"]?.text == "utla" }?["partners"]?.elements)
    let catchment = tables.catchment(of: trust, .proportional, threshold: 0)
    let total = tables.sum(catchment) { _ in true }
    var found = 0.0
    for partner in partners {
      guard let code = partner["code"]?.text, let people = partner["population"]?.double,
        let dependence = partner["dependence"]?.double,
        let leverage = partner["leverage"]?.double
      else {
        Issue.record("a partner without numbers: \(partner)")
        continue
      }
      let shared = tables.sum(catchment) { tables.upper[$0] == code }
      let residents = tables.people.reduce(0) { tables.upper[$1.key] == code ? $0 + $1.value : $0 }
      #expect(agree(people, shared) && agree(dependence, shared / total), "\(code)")
      #expect(agree(leverage, shared / residents), "\(code)")
      found += people
    }
    #expect(agree(found, total) && partners.count > 3)
  }
}
