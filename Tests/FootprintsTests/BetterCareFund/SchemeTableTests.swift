import Footprints
import Testing

/// Rows of schemes: which belong together, and what is said where they do not agree.
@Suite struct SchemeTableTests {
  static func plans(_ header: String, _ rows: String...) throws(FootprintsError) -> BetterCareFundPlans {
    try BetterCareFundPlans(
      plans: BetterCareFundPlansTests.plans(),
      schemes: BetterCareFundPlansTests.table(
        "schemes.csv", ([header] + rows).map { $0 + "\n" }.joined()))
  }

  static let header =
    "plan_id,scheme_id,name,type,subtype,hicm,commissioner,funding_source,amount_gbp,start_date,"
    + "configuration,maturity"

  @Test func aSchemePaidFromThreeSourcesIsOne() throws {
    let plans = try Self.plans(
      Self.header,
      "P1,S1,Home first,HICM,Home First,4,Joint,ccgMinimum,100.10,2018-07-01,hub model,mature",
      "P1,S2,Beds,Intermediate Care,,,LA,dfg,5,,,",
      "P1,S1,home first,hicm,HOME FIRST,4,joint,iBCF,0.20,2018-07-01,Hub Model,Mature",
      "P1,S1,\" Home first \",HICM,Home First,4,Joint,ibcf,,2018-07-01,hub model,mature")
    let schemes = plans.plans[0].schemes
    #expect(schemes.map(\.id) == ["S1", "S2"])
    #expect(
      schemes[0].fundingLines == [
        .init(source: "ccgMinimum", amount: Money(pence: 100_10)),
        .init(source: "iBCF", amount: Money(pence: 20)), .init(source: "ibcf", amount: nil),
      ])
    #expect(schemes[0].amount == Money(pence: 100_30))
    #expect(schemes[0].fundingSource == "ccgMinimum;iBCF")
    #expect(schemes[0].name == "Home first" && schemes[0].configuration == "hub model")
    #expect(schemes[1].fundingSource == "dfg" && schemes[1].amount == Money(pence: 500))
    #expect(plans.notices.isEmpty)
  }

  @Test func whereNoLineHasAnAmountTheSchemeHasNone() throws {
    let plans = try Self.plans(
      "plan_id,scheme_id,type,amount_gbp", "P1,S1,A,", "P1,S1,A,", "P1,S2,A,", "P1,S2,A,0")
    #expect(plans.plans[0].schemes.map(\.amount) == [nil, .zero])
    #expect(plans.plans[0].schemes[0].fundingSource == "")
  }

  @Test func theSameIdentifierInAnotherPlanIsAnotherScheme() throws {
    let plans = try Self.plans(
      "plan_id,scheme_id,type,hicm,amount_gbp", "P1,1,A,4,1", "P2,1,B,5,2", "P1,1,A,6;4,3")
    #expect(plans.plans[0].schemes.map(\.amount) == [Money(pence: 400)])
    // The numbers of the Model are combined, and that is nothing to warn about.
    #expect(plans.plans[0].schemes.map(\.changes) == [[4, 6]])
    #expect(plans.plans[1].schemes.map(\.amount) == [Money(pence: 200)])
    #expect(plans.notices.isEmpty)
  }

  @Test func rowsWithoutIdentifierAreSchemesOfTheirOwn() throws {
    let plans = try Self.plans(
      "plan_id,scheme_id,type,amount_gbp", "P1,,A,1", "P1,\" \",A,2", "P1,S,A,3")
    #expect(plans.plans[0].schemes.map(\.amount?.pence) == [100, 200, 300])
    #expect(try Self.plans("plan_id,type,amount_gbp", "P1,A,1", "P1,A,2").plans[0].schemes.count == 2)
    #expect(plans.notices.map(\.code) == ["column-missing"] && plans.notices[0].severity == .information)
  }

  @Test func rowsThatDifferAreNamed() throws {
    let plans = try Self.plans(
      Self.header, "P1,S1,,HICM,,4,Joint,dfg,1,,hub model,mature", "P1,S2,,HICM,,4,Joint,dfg,1,,,",
      "P1,S1,Home first,HICM,,5,Joint,ibcf,2,,ward team,established")
    let scheme = try #require(plans.plans[0].schemes.first)
    #expect(scheme.configuration == "hub model" && scheme.maturity == "mature")
    // An empty cell is filled, not contradicted.
    #expect(scheme.name == "Home first" && scheme.changes == [4, 5])
    #expect(scheme.amount == Money(pence: 300))
    #expect(
      plans.notices == [
        Notice(
          .warning, "scheme-rows-differ",
          "schemes.csv: the rows of scheme S1 of plan P1 differ in configuration and maturity (lines 2, 4); "
            + "the first value counts")
      ])
  }

  @Test func aRowThatIsRepeatedCountsAndIsNamed() throws {
    let plans = try Self.plans(
      "plan_id,scheme_id,type,amount_gbp,note", "P1,S1,A,1,x", "P1,S1,A,1,y", "P1,S1,A, 1 ,x", "P2,,B,7,",
      "P2,,B,7", "P2,S1,A,1,x")
    #expect(plans.plans[0].schemes.map(\.amount) == [Money(pence: 300)])
    #expect(plans.plans[1].schemes.map(\.amount?.pence) == [700, 700, 100])
    let repeated = plans.notices.filter { $0.code == "scheme-row-repeated" }
    #expect(
      repeated.map(\.message) == [
        "schemes.csv: lines 2, 4 are one and the same row of scheme S1 of plan P1; each counts, with its amount: "
          + "remove all but one if it is a repetition",
        "schemes.csv: lines 5, 6 are one and the same row of a scheme without scheme_id of plan P2; each counts, "
          + "with its amount: remove all but one if it is a repetition",
      ])
  }

  @Test func configurationsCountASchemeOnce() throws {
    let rows = ["ccgMinimum", "ibcf", "dfg"].map { "P1,S1,HICM,Home First,4,\($0),10,hub,mature\n" }
    let plans = try BetterCareFundPlans(
      plans: BetterCareFundPlansTests.plans(),
      schemes: BetterCareFundPlansTests.table(
        "schemes.csv",
        "plan_id,scheme_id,type,subtype,hicm,funding_source,amount_gbp,configuration,maturity\n"
          + rows.joined()))
    let impact = try Impact(
      trust: ImpactTests.trust, process: ProcessMap.standard.process(named: "discharge-to-assess"),
      plans: plans, exposures: [PlanExposure(plan: "P1", sharedPopulation: 1000, population: 1000)])
    #expect(impact.plans[0].schemes.count == 1)
    #expect(impact.amount == Money(pence: 3000))
    #expect(impact.configurations.variants[0].prescriptions.count == 1)
  }
}
