import Footprints
import Testing

/// Schemes of the High Impact Change Model whose sub-type says which change they are.
@Suite struct HighImpactChangeTests {
  private func matches(_ rows: String...) throws -> [String: [String]] {
    let plans = try BetterCareFundPlans(
      plans: BetterCareFundPlansTests.plans(),
      schemes: BetterCareFundPlansTests.table(
        "schemes.csv", (["plan_id,scheme_id,type,subtype,hicm,amount_gbp"] + rows).joined(separator: "\n")))
    let impact = try Impact(
      trust: ImpactTrust(
        organisation: NamedCode(code: "T"), catchmentMethod: "layer", population: 100, area: nil),
      process: ProcessMap.standard.process(named: "discharge-to-assess"), plans: plans,
      exposures: [
        PlanExposure(plan: "P1", sharedPopulation: 100, population: 100, partnerships: [])
      ])
    let schemes = (impact.plans.first?.schemes ?? []).map { ($0.scheme.id, $0.matchedBy) }
    return Dictionary(uniqueKeysWithValues: schemes)
  }

  @Test func theSubTypeSaysWhichChange() throws {
    let type = "HICM for Managing Transfer of Care"
    let found = try matches(
      "P1,assessor,\(type),Trusted Assessors,,1", "P1,early,\(type),Chg 1. Early Discharge Planning,,1",
      "P1,home,\(type),Home First/Discharge to Assess,,1", "P1,four,\(type),Chg 4. Home First / D2A,,1",
      "P1,numbered,11. \(type),Home First,,1", "P1,unsaid,\(type),Other,,1",
      "P1,seven,\(type),Seven-day services,,1",
      "P1,given,\(type),Trusted Assessors,4,1")
    #expect(Set(found.keys) == ["home", "four", "numbered", "unsaid", "given"])
    #expect(found["home"] == ["hicm 4 by sub-type", "type \(type)"])
    // What the file says goes before what the words mean; what says nothing may be any change.
    #expect(found["given"] == ["hicm 4", "type \(type)"] && found["unsaid"] == ["type \(type)"])
  }

  /// Only schemes of the Model: a sub-type of another type means something else.
  @Test func theSubTypeOfAnotherTypeSaysNothing() throws {
    #expect(try matches("P1,a,Carers Services,Home First,,1").isEmpty)
    #expect(try matches("P1,a,Home Care,Choice,,1")["a"] == ["type Home Care"])
  }
}

/// Amounts that are not given.
@Suite struct MissingAmountTests {
  private func impact(_ rows: String) throws -> Impact {
    let plans = try BetterCareFundPlans(
      plans: BetterCareFundPlansTests.plans(),
      schemes: BetterCareFundPlansTests.table(
        "schemes.csv", "plan_id,scheme_id,type,hicm,amount_gbp\n\(rows)"))
    return try Impact(
      trust: ImpactTrust(
        organisation: NamedCode(code: "T"), catchmentMethod: "layer", population: 100, area: nil),
      process: ProcessMap.standard.process(named: "discharge-to-assess"), plans: plans,
      exposures: [PlanExposure(plan: "P1", sharedPopulation: 100, population: 100, partnerships: [])])
  }

  @Test func schemesWithoutAnAmountAreNamed() throws {
    let some = try impact("P1,S1,HICM,4,10\nP1,S2,HICM,4,\nP1,,HICM,4,\n")
    #expect(some.amount == Money(pence: 1000) && some.schemesWithoutAmount == 2)
    #expect(
      some.notices.map(\.message) == [
        "2 of the 3 schemes concerned have no amount: S2 of P1 and one without scheme_id of P1; what is spent is more than is said"
      ])
    #expect(try impact("P1,S1,HICM,4,10\nP1,S3,Other,,\n").notices.isEmpty)
  }
}
