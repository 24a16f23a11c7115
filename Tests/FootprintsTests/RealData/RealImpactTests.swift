import Footprints
import Testing

/// The impact of real trusts on the synthetic plans of April 2021, against sums from the CSV tables.
///
/// Each trust is analysed for two processes whose scheme types are spelled out here as the files write them.
@Suite(.enabled(if: RealTables.isPresent)) struct RealImpactTests {
  static let trusts = ["R0A", "RXC", "RR8", "RQM", "R1H", "RH8"]
  static let processes: [(name: String, change: String, types: Set<String>)] = [
    ("discharge-to-assess", "4", ["Intermediate Care Services", "Home Care or Domiciliary Care"]),
    (
      "trusted-assessor", "6",
      ["Care Act Implementation Related Duties", "Residential Placements"]
    ),
  ]

  private static let withLookup = Result { try Study(package: DataPackage(EnglandWithLookup())) }

  private func impact(
    _ study: Study, _ trust: String, _ process: String, _ method: CatchmentMethod,
    _ membership: MembershipMethod
  ) throws -> Impact {
    var request = ImpactAnalysis.Request(trust: trust, process: process)
    request.catchment = method
    request.membership = membership
    return try study.run(ImpactAnalysis.self, request).result.impact
  }

  @Test(arguments: trusts, [CatchmentMethod.fptp, .threshold, .proportional])
  func agreesWithSumsFromTheTables(trust: String, method: CatchmentMethod) throws {
    let tables = try EnglandTables.shared.get()
    let process = Self.processes[method == .threshold ? 1 : 0]
    let impact = try impact(Self.withLookup.get(), trust, process.name, method, .lookup)
    let catchment = tables.catchment(of: trust, method, threshold: 0.3)
    let total = tables.sum(catchment) { _ in true }
    #expect(total > 100_000 && agree(impact.trust.population, total))

    let found = Dictionary(
      uniqueKeysWithValues: (impact.plans + impact.plansWithoutMatch).map { ($0.plan.id, $0) })
    var pence: Int64 = 0
    var signatories: Set<String> = []
    var inPlans = 0.0
    var touched = 0
    for plan in tables.plans {
      let inPlan: (String) -> Bool = { tables.upper[$0].map(plan.boards.contains) ?? false }
      let shared = tables.sum(catchment, where: inPlan)
      guard shared > 0 else {
        #expect(found[plan.id] == nil, "\(plan.id)")
        continue
      }
      touched += 1
      let own = try #require(found[plan.id], "\(plan.id) shares \(shared) people")
      let people = tables.people.reduce(0) { inPlan($1.key) ? $0 + $1.value : $0 }
      #expect(agree(own.sharedPopulation, shared), "\(plan.id)")
      #expect(agree(own.trustShare, shared / total), "\(plan.id)")
      #expect(agree(own.boardShare, shared / people), "\(plan.id)")
      let schemes = EnglandTables.matching(plan.schemes, change: process.change, types: process.types)
      #expect(own.schemes.map(\.scheme.id) == schemes.map { $0["scheme_id"] }, "\(plan.id)")
      let amount = EnglandTables.pence(of: plan.schemes, change: process.change, types: process.types)
      #expect(own.amount.pence == amount, "\(plan.id)")
      #expect(Set(own.signatories.map(\.organisation.code)) == plan.signatories, "\(plan.id)")
      #expect(impact.plansWithoutMatch.contains { $0.plan.id == plan.id } == schemes.isEmpty, "\(plan.id)")
      if !schemes.isEmpty {
        pence += amount
        signatories.formUnion(plan.signatories)
      }
      inPlans += shared
    }
    #expect(touched == found.count && touched > 0)
    #expect(impact.amount.pence == pence && pence > 0)
    #expect(impact.signatoriesTotal == signatories.count)
    #expect(abs(impact.shareOutsidePlans - (1 - inPlans / total)) < 1e-12)
  }

  /// Boundaries put two of 6,791 MSOAs into the neighbour (`RealMembershipTests`), so plans may differ by
  /// their people and no others.
  @Test(arguments: trusts) func boundariesAgreeExceptForTwoSmallAreas(trust: String) throws {
    let tables = try EnglandTables.shared.get()
    let moved = RealMembershipTests.otherwise
    let impact = try impact(RealLayers.study(), trust, "discharge-to-assess", .fptp, .largest)
    let catchment = tables.catchment(of: trust, .fptp, threshold: 0)
    let total = tables.sum(catchment) { _ in true }
    #expect(agree(impact.trust.population, total))
    func upper(_ msoa: String) -> String? { moved[msoa]?.largest ?? tables.upper[msoa] }
    for plan in impact.plans + impact.plansWithoutMatch {
      let boards = Set(plan.plan.boards)
      let shared = tables.sum(catchment) { upper($0).map(boards.contains) ?? false }
      #expect(agree(plan.sharedPopulation, shared), "\(plan.plan.id)")
      #expect(agree(plan.trustShare, shared / total), "\(plan.plan.id)")
      // Partnerships are facts about whole plans: their shares make one.
      #expect(agree(plan.partnerships.reduce(0) { $0 + $1.share }, 1), "\(plan.plan.id)")
    }
    let touched = Set((impact.plans + impact.plansWithoutMatch).map(\.plan.id))
    for plan in tables.plans where !touched.contains(plan.id) {
      #expect(tables.sum(catchment) { upper($0).map(plan.boards.contains) ?? false } == 0, "\(plan.id)")
    }
  }

  /// The published catchments are first past the post of a later year on generalised boundaries: the same
  /// places, though after a merger not the same people (R0A took over North Manchester in between).
  @Test(arguments: trusts) func theTrustLayerIsPlausible(trust: String) throws {
    let study = try RealLayers.study()
    let layer = try impact(study, trust, "discharge-to-assess", .layer, .largest)
    let flows = try impact(study, trust, "discharge-to-assess", .fptp, .largest)
    func main(_ impact: Impact) -> ImpactedPlan? {
      (impact.plans + impact.plansWithoutMatch).max { $0.sharedPopulation < $1.sharedPopulation }
    }
    #expect(try #require(main(layer)).plan.id == (try #require(main(flows))).plan.id)
    #expect(layer.shareOutsidePlans < 0.01)
    let shares = (layer.plans + layer.plansWithoutMatch).reduce(0) { $0 + $1.trustShare }
    #expect(agree(shares + layer.shareOutsidePlans, 1))
    let geometry = try RealLayers.trust.get()
    let place = try #require(geometry.index(ofCode: trust))
    #expect(agree(try #require(layer.trust.area), geometry.geometry.area(of: place)))
  }

  /// The file of catchments says how many MSOAs each was dissolved from: counting them by the largest share
  /// must come to nearly the same, though both were generalised.
  @Test func catchmentsHoldTheSmallAreasTheyWereMadeOf() throws {
    let (bricks, trusts) = (try RealLayers.brick.get(), try RealLayers.trust.get())
    let membership = Membership(
      areas: try OverlapEngine.table(bricks.geometry, trusts.geometry), method: .largest)
    let counts = membership.totals([Double](repeating: 1, count: bricks.count))
    let table = try ShapefileReader.read(path: "\(RealLayers.england)/trust_fptp.shp").table
    let codes = try table.attributes.values(of: "TrustCd")
    var off = 0.0
    for (code, count) in zip(codes, try table.attributes.values(of: "COUNT_MSOA")) {
      let place = try #require(trusts.index(ofCode: code ?? ""))
      let stated = try #require(Double(count ?? ""))
      off += abs(counts[place] - stated)
      #expect(
        abs(counts[place] - stated) <= max(2, 0.02 * stated), "\(code ?? "") \(counts[place]) of \(stated)")
    }
    #expect(off <= 0.01 * Double(bricks.count), "\(off)")
  }
}
