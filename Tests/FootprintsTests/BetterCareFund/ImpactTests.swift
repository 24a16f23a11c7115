import Footprints
import Testing

@Suite struct ImpactTests {
  /// Trust T serves 1,000 people: 600 of plan A's 1,000, 250 of B's 500, 100 of C's 10,000, nobody of D's;
  /// 50 live in no plan.
  static func plans() throws -> BetterCareFundPlans {
    func table(_ file: String, _ text: String) throws -> CSVTable {
      try CSVTable(Array(text.utf8), file: file)
    }
    return try BetterCareFundPlans(
      plans: table("plans.csv", "plan_id,hwb_code,name\nB,HB,Bee\nA,HA,Ay\nC,HC,Sea\nD,HD,Dee\n"),
      partners: table(
        "partners.csv",
        """
        plan_id,org_code,org_kind,org_name,signatory
        A,HA,la,Ay,true
        A,G1,ccg,Group,true
        A,G1,ccg,Group,true
        A,T,trust,Trust,false
        B,HB,la,Bee,true
        B,G1,ccg,Group,true
        C,HC,la,Sea,true
        """),
      schemes: table(
        "schemes.csv",
        """
        plan_id,scheme_id,type,subtype,hicm,amount_gbp,configuration,maturity
        A,A1,HICM for Managing Transfer of Care,Home First,4,100.10,hub,mature
        A,A2,HICM for Managing Transfer of Care,Trusted Assessors,6,999,hub,mature
        A,A3,Intermediate Care Services,Beds,4;5,0.20,hub,mature
        A,A4,home care or domiciliary care,,5,7,,mature
        B,B1,High Impact Change Model for Managing Transfer of Care,Various,,50,hub,established
        C,C1,Carers Services,Respite,,60,,
        C,C2,Something New,,4;8,,,
        D,D1,Personalised Care at Home,,,5,,
        """),
      metrics: table(
        "metrics.csv",
        """
        plan_id,metric,baseline,target,unit
        A,Delayed Transfers of Care (DToC),10,9,days
        A,reablement 91 days,80,82,%
        A,residential admissions 65+,500,490,rate
        A,NEA,1,1,n
        """))
  }

  static let trust = ImpactTrust(
    organisation: NamedCode(code: "T", name: "Trust"), catchmentMethod: "layer", population: 1000, area: nil)
  static let exposures = [
    PlanExposure(
      plan: "A", sharedPopulation: 600, population: 1000,
      partnerships: [
        .init(partnership: NamedCode(code: "S2"), share: 0.25),
        .init(partnership: NamedCode(code: "S1"), share: 0.75),
      ]),
    PlanExposure(plan: "B", sharedPopulation: 250, population: 500),
    PlanExposure(plan: "C", sharedPopulation: 100, population: 10_000),
    PlanExposure(plan: "D", sharedPopulation: 0, population: 10),
  ]

  private func impact(_ process: String, coverage: Double = 0.9) throws -> Impact {
    try Impact(
      trust: Self.trust, process: ProcessMap.standard.process(named: process), plans: Self.plans(),
      exposures: Self.exposures, coverage: coverage)
  }

  @Test func leverageDependenceAndMoney() throws {
    let impact = try impact("discharge-to-assess")
    #expect(impact.plans.map(\.plan.id) == ["A", "B", "C"])
    #expect(impact.plans.map(\.trustShare) == [0.6, 0.25, 0.1])
    #expect(impact.plans.map(\.boardShare) == [0.6, 0.5, 0.01])
    #expect(impact.plans.map(\.amount.description) == ["107.30", "50.00", "0.00"])
    #expect(impact.amount.description == "157.30")
    #expect(agree(impact.shareOutsidePlans, 0.05))
    #expect(impact.plans[0].partnerships.map(\.partnership.code) == ["S1", "S2"])
    #expect(impact.plans[0].conditions == ["NC4"])
    #expect(impact.notices.map(\.code) == ["schemes-without-amount"])
  }

  @Test func schemesSayWhyTheyMatch() throws {
    let impact = try impact("discharge-to-assess")
    let why = Dictionary(
      uniqueKeysWithValues: impact.plans.flatMap(\.schemes).map { ($0.scheme.id, $0.matchedBy) })
    #expect(
      why == [
        "A1": ["hicm 4", "type HICM for Managing Transfer of Care"],
        "A3": ["hicm 4", "type Intermediate Care Services"],
        "A4": ["type home care or domiciliary care"],
        "B1": ["type High Impact Change Model for Managing Transfer of Care"],
        "C2": ["hicm 4"],
      ])
  }

  @Test func metricsAreFoundByTheirWords() throws {
    let impact = try impact("discharge-to-assess")
    #expect(
      impact.plans[0].metrics.map(\.metric) == [
        "Delayed Transfers of Care (DToC)", "reablement 91 days", "residential admissions 65+",
      ])
  }

  @Test func nothingTouchedIsDropped() throws {
    let impact = try impact("trusted-assessor")
    // B's scheme of the Model gives no number; C has none of the types.
    #expect(impact.plans.map(\.plan.id) == ["A", "B"])
    #expect(impact.plans[0].schemes.map(\.scheme.id) == ["A2"])
    #expect(impact.plansWithoutMatch.map(\.plan.id) == ["C"])
    #expect(impact.plansWithoutMatch[0].trustShare == 0.1)
    #expect(impact.plansWithoutMatch[0].conditions == [])
  }

  @Test func signatoriesAreCountedOnce() throws {
    let impact = try impact("discharge-to-assess")
    #expect(impact.plans[0].signatories.map(\.organisation.code) == ["HA", "G1"])
    // HA, G1, HB, HC.
    #expect(impact.signatoriesTotal == 4)
  }

  @Test(
    arguments: [
      (0.0, [], 0), (0.5, ["A"], 0.6), (0.6, ["A"], 0.6), (0.61, ["A", "B"], 0.85),
      (0.9, ["A", "B", "C"], 0.95),
    ] as [(Double, [String], Double)])
  func smallestSet(coverage: Double, plans: [String], reached: Double) throws {
    let set = try impact("trusted-assessor", coverage: coverage).smallestSet
    #expect(set.plans == plans && agree(set.coverage, reached) && set.isExact && set.asked == coverage)
  }

  @Test func aCoverageBeyondThePlansIsReported() throws {
    let impact = try impact("trusted-assessor", coverage: 1)
    #expect(impact.smallestSet.plans == ["A", "B", "C"])
    #expect(impact.notices.map(\.code) == ["coverage-not-reached"])
    #expect(
      impact.notices[0].message
        == "all plans together hold 95.0% of the catchment, less than the 100% asked for")
  }

  @Test func configurationsAreWeightedByPeople() throws {
    let impact = try impact("discharge-to-assess")
    #expect(impact.configurations.distinct == 3)
    #expect(impact.configurations.variants.map(\.plans) == [["A"], ["B"], ["C"]])
    // exp of the entropy of 600, 250 and 100 of 950, by hand: 0.290222 + 0.351316 + 0.236974 = 0.878512.
    #expect(agree(impact.configurations.effective, 2.4073, within: 1e-4))
    #expect(try self.impact("patient-flow-monitoring").configurations.distinct == 1)
    #expect(try self.impact("equipment-and-adaptations").configurations.effective == 0)
  }

  @Test func equalConfigurationsAreOne() throws {
    func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8), file: "t.csv") }
    let plans = try BetterCareFundPlans(
      plans: table("plan_id,hwb_code\nA,1\nB,2\nC,3\n"),
      schemes: table(
        """
        plan_id,type,subtype,hicm,configuration,maturity
        A,HICM,Home first,4,Hub model,mature
        A,HICM,Beds,4,Hub model,mature
        B,HICM,Beds,4;5,hub-model,MATURE
        B,HICM,Home First,4,hub model,mature
        C,HICM,Home First,4,hub model,mature
        """))
    let impact = try Impact(
      trust: Self.trust, process: ProcessMap.standard.process(named: "discharge-to-assess"), plans: plans,
      exposures: ["A", "B", "C"].map { PlanExposure(plan: $0, sharedPopulation: 100, population: 100) })
    #expect(impact.configurations.variants.map(\.plans) == [["A", "B"], ["C"]])
    #expect(impact.configurations.variants.map(\.population) == [200, 100])
  }

  /// How far a scheme has come is no way of running it; what it leaves out is a difference; what says nothing is none.
  @Test func onlySubTypeChangeAndModelDistinguish() throws {
    func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8), file: "t.csv") }
    func configurations(_ schemes: String) throws -> Configurations {
      let plans = try BetterCareFundPlans(
        plans: table("plan_id,hwb_code\nA,1\nB,2\nC,3\n"),
        schemes: table("plan_id,type,subtype,hicm,start_date,configuration,maturity\n" + schemes))
      return try Impact(
        trust: Self.trust, process: ProcessMap.standard.process(named: "discharge-to-assess"), plans: plans,
        exposures: ["A", "B", "C"].map { PlanExposure(plan: $0, sharedPopulation: 100, population: 100) }
      ).configurations
    }
    let same = try configurations(
      "A,HICM,Home First,4,2018-07-01,hub,mature\nB,HICM,Home First,4;5,2021,hub,plansInPlace\n"
        + "B,HICM,home first,4,,Hub,\nC,HICM,Home First,4,,hub,exemplary\n")
    #expect(same.distinct == 1 && same.stated == 3 && same.unstated == [] && agree(same.effective, 1))
    for other in ["Beds,4,,hub", "Home First,,,hub", "Home First,4,,ward", "Home First,4,,"] {
      let two = try configurations("A,HICM,Home First,4,,hub,\nB,HICM,\(other),\n")
      #expect(two.variants.map(\.plans) == [["A"], ["B"]], "\(other)")
    }
    let silent = try configurations("A,Home Care,,,2019,,mature\nB,Home Care,,,,hub,\nB,Home Care,,,,,\n")
    #expect(silent.unstated == ["A"] && silent.variants.map(\.plans) == [["B"]] && silent.stated == 1)
  }

  /// A plan is in the corner where it depends on the trust and the trust hardly on it, and is never the largest.
  @Test func theLargestPlanIsNotInTheCorner() throws {
    func corners(_ shares: [(String, Double, Double)], process: String) throws -> [String] {
      try Impact(
        trust: Self.trust, process: ProcessMap.standard.process(named: process), plans: Self.plans(),
        exposures: shares.map { PlanExposure(plan: $0.0, sharedPopulation: $0.1, population: $0.2) }
      ).corners.map(\.plan.id)
    }
    // Of the trust 24%, 20%, 24% and of the plans all, half, just below half; D has no scheme for it.
    let shares = [("A", 249.0, 249.0), ("B", 200, 400), ("C", 240, 481), ("D", 100, 100)]
    #expect(try corners(shares, process: "choice-policy") == ["D", "B"])
    #expect(try corners([("A", 249, 249), ("B", 249, 249)], process: "choice-policy") == [])
    #expect(try corners([("A", 500, 1000), ("B", 250, 250)], process: "choice-policy") == [])
    #expect(try corners([("A", 500, 1000), ("B", 249, 498)], process: "choice-policy") == ["B"])
  }

  @Test func overlappingPlansAreReported() throws {
    let impact = try Impact(
      trust: Self.trust, process: ProcessMap.standard.process(named: "choice-policy"), plans: Self.plans(),
      exposures: Self.exposures, plansOverlap: true)
    #expect(!impact.smallestSet.isExact)
    #expect(impact.notices.map(\.code) == ["plans-overlap"])
  }

  @Test func aTrustWithoutPeople() throws {
    let trust = ImpactTrust(
      organisation: NamedCode(code: "T"), catchmentMethod: "layer", population: 0, area: 0)
    let impact = try Impact(
      trust: trust, process: ProcessMap.standard.process(named: "choice-policy"), plans: Self.plans(),
      exposures: [])
    #expect(impact.plans.isEmpty && impact.smallestSet.coverage == 0 && impact.shareOutsidePlans == 0)
  }

  @Test func wrongNumbersAreRefused() throws {
    #expect(throws: FootprintsError.self) { try impact("choice-policy", coverage: 1.5) }
    #expect(throws: FootprintsError.self) { try impact("choice-policy", coverage: .nan) }
    #expect(throws: FootprintsError.self) {
      try Impact(
        trust: Self.trust, process: ProcessMap.standard.process(named: "choice-policy"), plans: Self.plans(),
        exposures: [PlanExposure(plan: "Z", sharedPopulation: 1, population: 1)])
    }
  }
}
