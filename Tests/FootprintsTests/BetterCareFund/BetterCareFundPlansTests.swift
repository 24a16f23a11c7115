import Footprints
import Testing

@Suite struct BetterCareFundPlansTests {
  static func table(_ file: String, _ text: String) throws(FootprintsError) -> CSVTable {
    try CSVTable(Array(text.utf8), file: file)
  }

  static func plans() throws(FootprintsError) -> CSVTable {
    try table(
      "plans.csv",
      """
      plan_id,hwb_code,name,period_start,period_end,status
      P1,H1,North plan,2021-04-01,2022-03-31,agreed
      P2,H2; H3,Joint plan,2021-04-01,2022-03-31,draft
      """)
  }

  @Test func allFiveTables() throws {
    let plans = try BetterCareFundPlans(
      plans: Self.plans(),
      partners: Self.table(
        "partners.csv",
        "plan_id,org_code,org_kind,org_name,signatory\nP1,H1,la,North,TRUE\nP1,X9,charity,Aid,no\n"),
      contributions: Self.table(
        "contributions.csv",
        "plan_id,org_code,kind,amount_gbp\nP1,C1,ccgMinimum,\"7,272,297.35\"\nP1,H1,other,1\n"),
      schemes: Self.table(
        "schemes.csv",
        "plan_id,scheme_id,name,type,hicm,amount_gbp,maturity,extra\nP2,S1,Beds,Unheard Of,5;4;HICM 4,12.5,,x\nP2,S2,Beds,Unheard Of,-,,odd,\n"
      ),
      metrics: Self.table(
        "metrics.csv", "plan_id,metric,baseline,target,unit\nP1,NEA,849.6,n/a,\"per 100,000\"\n"))
    #expect(plans.plans.map(\.id) == ["P1", "P2"])
    #expect(plans.plans[1].boards == ["H2", "H3"])
    #expect(plans.plans[0].partners.map(\.isSignatory) == [true, false])
    #expect(plans.plans[0].partners.map(\.kind) == ["la", "charity"])
    #expect(plans.plans[0].contributions.map(\.amount.pence) == [727_229_735, 100])
    let schemes = plans.plans[1].schemes
    #expect(schemes.map(\.changes) == [[4, 5], []])
    #expect(schemes.map(\.amount) == [Money(pence: 1250), nil])
    #expect(schemes[0].type == "Unheard Of" && schemes[0].subtype == "" && schemes[1].maturity == "odd")
    #expect(plans.plans[0].metrics.map(\.baseline) == [849.6])
    #expect(plans.plans[0].metrics.map(\.target) == [nil])
    #expect(plans.notices.map(\.code) == ["plan-without-signatory", "metric-without-number"])
    #expect(try plans.plan("P2").name == "Joint plan")
    let error = #expect(throws: FootprintsError.self) { try plans.plan("p3") }
    #expect(error?.description == "there is no plan p3. Did you mean P1, P2?")
  }

  @Test func aRepeatedPlanIsAnError() throws {
    let error = #expect(throws: FootprintsError.self) {
      try BetterCareFundPlans(plans: Self.table("plans.csv", "plan_id,hwb_code\nP1,H1\n\nP1,H2\n"))
    }
    #expect(
      error?.description == "plans.csv: plan P1 appears twice (line 4). Keep one row for each plan.")
  }

  @Test func aBoardWithTwoPlansIsReported() throws {
    let plans = try BetterCareFundPlans(
      plans: Self.table("plans.csv", "plan_id,hwb_code\nP1,H1\nP2,H2;H1\n"))
    #expect(plans.notices.map(\.code) == ["board-with-several-plans"])
  }

  @Test(arguments: [
    ("partners", "plan_id,org_code,signatory\nP1,A,true\nP9,B,true\n", "there is no plan P9", 3),
    ("partners", "plan_id,org_code,signatory\nP1,A,perhaps\n", "signatory is perhaps", 2),
    (
      "contributions", "plan_id,org_code,kind,amount_gbp\nP1,A,dfg,lots\n", "lots is not an amount of money",
      2
    ),
    ("contributions", "plan_id,org_code,kind,amount_gbp\nP1,A,dfg,\n", "a contribution has no amount", 2),
    ("contributions", "plan_id,org_code,kind\nP1,A,dfg\n", "there is no column amount_gbp", 1),
    ("schemes", "plan_id,type,hicm\nP1,A,four\n", "four is not a number of the High Impact Change Model", 2),
    ("schemes", "plan_id,type,amount_gbp\nP2,A,1\nP1,A,1e9\n", "1e9 is not an amount of money", 3),
    ("metrics", "plan_id,metric\nX,NEA\n", "there is no plan X", 2),
  ])
  func brokenTables(name: String, text: String, message: String, line: Int) throws {
    let broken = try Self.table("\(name).csv", text)
    let error = #expect(throws: FootprintsError.self) {
      try BetterCareFundPlans(
        plans: Self.plans(), partners: name == "partners" ? broken : nil,
        contributions: name == "contributions" ? broken : nil, schemes: name == "schemes" ? broken : nil,
        metrics: name == "metrics" ? broken : nil)
    }
    #expect(error?.message == message)
    #expect(error?.file == "\(name).csv" && error?.place == "line \(line)")
    #expect(error?.kind == .badData)
  }

  /// The plans of `allFiveTables` without files.
  @Test func plansOfAProgram() throws {
    let plans = try BetterCareFundPlans([
      BetterCareFundPlan(
        id: "P1", boards: ["H1"], name: "North plan", periodStart: "2021-04-01", periodEnd: "2022-03-31",
        status: "agreed",
        partners: [.init(organisation: NamedCode(code: "H1", name: "North"), kind: "la", isSignatory: true)],
        contributions: [.init(organisation: "C1", kind: "ccgMinimum", amount: Money(pence: 727_229_735))],
        metrics: [.init(metric: "NEA", baseline: 849.6, target: nil, unit: "per 100,000")]),
      BetterCareFundPlan(
        id: "P2", boards: ["H2", "H1"],
        schemes: [
          .init(
            id: "S1", name: "Beds", type: "Unheard Of", changes: [5, 4, 4],
            fundingLines: [
              .init(source: "dfg", amount: Money(pence: 1250)),
              .init(source: "ibcf", amount: Money(pence: 1)),
              .init(source: "DFG", amount: nil),
            ])
        ]),
    ])
    #expect(plans.plans.map(\.id) == ["P1", "P2"])
    #expect(try plans.plan("P2").schemes[0].changes == [4, 5])
    #expect(try plans.plan("P2").schemes[0].amount == Money(pence: 1251))
    #expect(try plans.plan("P2").schemes[0].fundingSource == "dfg;ibcf")
    #expect(
      plans.notices == [
        Notice(
          .warning, "board-with-several-plans",
          "the board H1 has the plans P1 and P2; its people count in both, and the money of both counts"
        )
      ])
    let read = try BetterCareFundPlans(
      plans: Self.table("p.csv", "plan_id,hwb_code,name\nP1,H1,North\n"),
      schemes: Self.table("s.csv", "plan_id,scheme_id,type,funding_source,amount_gbp\nP1,S,T,dfg,2\n"))
    #expect(
      read.plans == [
        BetterCareFundPlan(
          id: "P1", boards: ["H1"], name: "North",
          schemes: [
            .init(id: "S", type: "T", fundingLines: [.init(source: "dfg", amount: Money(pence: 200))])
          ])
      ])
  }

  @Test func wrongPlansOfAProgramAreRefused() {
    func error(_ plans: BetterCareFundPlan...) -> String? {
      do throws(FootprintsError) {
        _ = try BetterCareFundPlans(plans)
        return nil
      } catch {
        return error.kind == .badData ? error.message : nil
      }
    }
    func paying(_ id: String, _ pence: Int64) -> BetterCareFundPlan {
      BetterCareFundPlan(
        id: id, boards: ["H"],
        contributions: [.init(organisation: "C", kind: "dfg", amount: Money(pence: pence))],
        schemes: [.init(id: "", type: "T", fundingLines: [.init(source: "", amount: Money(pence: pence))])])
    }
    #expect(error(.init(id: "A", boards: ["H"]), .init(id: "A", boards: ["I"])) == "plan A appears twice")
    #expect(error(.init(id: "", boards: ["H"])) == "a plan has no identifier")
    #expect(error(.init(id: "A", boards: [])) == "plan A has no board")
    #expect(error(paying("A", .min)) == "the amounts are too large to add up")
    #expect(error(paying("A", .max), paying("B", 1)) == "the amounts are too large to add up")
    #expect(error(paying("A", .max), paying("B", 0)) == nil)
  }

  @Test(.enabled(if: RealTables.isPresent)) func nationalTables() throws {
    let plans = try RealTables.plans()
    #expect(plans.plans.count == 151)
    #expect(plans.plans.reduce(0) { $0 + $1.partners.count } == 335)
    #expect(plans.plans.reduce(0) { $0 + $1.contributions.count } == 561)
    #expect(plans.plans.reduce(0) { $0 + $1.schemes.count } == 1663)
    #expect(plans.plans.reduce(0) { $0 + $1.metrics.count } == 755)
    #expect(try plans.plan("BCF-E09000012-2021").boards == ["E09000001", "E09000012"])
    #expect(plans.notices.isEmpty)
    // Every scheme draws on the plan's own pot, within the rounding of its rows.
    for plan in plans.plans {
      let pot = plan.contributions.map(\.amount).sum().pence
      let spent = plan.schemes.compactMap(\.amount).sum().pence
      #expect(abs(pot - spent) <= Int64(plan.schemes.count), "\(plan.id)")
    }
  }
}

/// Which plans count, and of which years.
@Suite struct PlansInForceTests {
  private func plans(_ rows: String) throws -> BetterCareFundPlans {
    try BetterCareFundPlans(
      plans: BetterCareFundPlansTests.table(
        "plans.csv", "plan_id,hwb_code,period_start,status\n\(rows)"))
  }

  @Test(arguments: [
    ("withdrawn", false), ("Superseded by P2", false), ("agreed", true), ("draft", true), ("", true),
    ("not yet agreed", true),
  ]) func theStatusSaysWhetherAPlanCounts(status: String, counts: Bool) throws {
    let read = try plans("P1,H1,2021-04-01,\(status)\nP2,H1,2021-04-01,agreed\n")
    #expect(read.plans[0].isInForce == counts)
    #expect(read.notices.map(\.code) == [counts ? "board-with-several-plans" : "plan-not-in-force"])
  }

  @Test func plansOfSeveralYearsAreNamed() throws {
    let read = try plans("P1,H1,2019-04-01,\nP2,H1,2021-04-01,\nP3,H3,2021-04-01,\nP4,H4,,\n")
    #expect(
      read.notices.map(\.message) == [
        "plans.csv: the board H1 has the plans P1 and P2, from 2019 and from 2021; its people count in both, and the money of both counts",
        "plans.csv: plans begin in different years and count together: 2019 (1 plan) and 2021 (2 plans)",
      ])
    #expect(try plans("P1,H1,2021-04-01,\nP2,H2,01/04/2021,\nP3,H3,2021-04-01T00:00:00,\n").notices.isEmpty)
  }
}
