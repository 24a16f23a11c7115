import Footprints
import Testing

/// Columns by the names they have in exports, and what is said where one is missing.
@Suite struct PlanColumnsTests {
  private func plans(
    schemes: String, partners: String? = nil
  ) throws(FootprintsError) -> BetterCareFundPlans {
    let table = BetterCareFundPlansTests.table
    return try BetterCareFundPlans(
      plans: BetterCareFundPlansTests.plans(),
      partners: partners.map { (text) throws(FootprintsError) in try table("partners.csv", text) },
      schemes: table("schemes.csv", schemes))
  }

  @Test(arguments: [
    "amount_gbp", "Amount (£)", "Amount\u{A0}GBP", "Expenditure (£)", "expenditure_gbp", "Cost", "AMOUNT",
  ]) func costsGoByManyNames(name: String) throws {
    let read = try plans(schemes: "plan_id,scheme_id,type,hicm,\(name)\nP1,S,HICM,4,100\n")
    #expect(read.plans[0].schemes[0].amount == Money(pence: 100_00))
    #expect(read.notices.isEmpty)
  }

  /// Thousands of pounds are not pounds: what is not read is named.
  @Test(arguments: ["Amount (£000)", "planned spend", "amount_gbp_000"])
  func whatMayBeACostAndIsNotReadIsNamed(name: String) throws {
    let read = try plans(schemes: "plan_id,scheme_id,type,hicm,\(name)\nP1,S,HICM,4,100\n")
    #expect(read.plans[0].schemes[0].amount == nil)
    #expect(
      read.notices.map(\.message) == [
        "schemes.csv: there is no column amount_gbp: '\(name)' is not read for it; no scheme has a cost"
      ])
    #expect(read.notices.map(\.severity) == [.warning])
  }

  /// A planning template says in a column of its own whether a scheme is new.
  @Test func theTypeOfASchemeIsNotWhetherItIsNew() throws {
    let read = try plans(
      schemes: "plan_id,type,scheme_type,sub types,HICM number,amount\nP1,New,HICM,Home First,4,1\n")
    let scheme = read.plans[0].schemes[0]
    #expect(scheme.type == "HICM" && scheme.subtype == "Home First" && scheme.changes == [4])
  }

  @Test(arguments: ["Signatory (Y/N)", "signed", "is_signatory", "signatory?"])
  func whoSignsGoesByManyNames(name: String) throws {
    let read = try plans(
      schemes: "plan_id,type,hicm,amount\n",
      partners: "plan_id,org_code,org_kind,org_name,\(name)\nP1,A,la,A,Y\nP1,B,ccg,B,N\nP2,C,la,C,yes\n")
    #expect(read.plans[0].partners.map(\.isSignatory) == [true, false])
    #expect(read.notices.isEmpty)
  }

  @Test func aColumnThatLooksLikeSignaturesIsNamed() throws {
    let read = try plans(
      schemes: "plan_id,type,hicm,amount\n", partners: "plan_id,org_code,signoff\nP1,A,N\nP2,B,Y\n")
    #expect(read.plans[0].partners.map(\.isSignatory) == [true])
    #expect(
      read.notices.map(\.message).joined().contains(
        "'signoff' is not read for it; all partners are taken to sign"))
  }

  @Test func partnersOfWhomItIsNotSaid() throws {
    let read = try plans(
      schemes: "plan_id,type,hicm,amount\n",
      partners: "plan_id,org_code,org_name,signatory\nP1,A,A,true\nP1,B,B,\nP2,C,C,\nP1,,,true\n")
    #expect(read.plans.map { $0.partners.map(\.isSignatory) } == [[true, false], [false]])
    #expect(
      read.notices.map(\.code) == ["signatory-unsaid", "partner-without-name", "plan-without-signatory"])
    #expect(
      read.notices[0].message.contains(
        "2 partners of whom it is not said whether they sign are taken not to (lines 3, 4)"))
    #expect(read.notices[2].message.contains("nobody signs 1 plan: P2"))
  }

  /// Tables of one role that call a column differently are one table all the same, and a file without a column says nothing
  /// about the rows of another.
  @Test func joinedTablesKeepWhatEachSays() throws {
    func table(_ text: String, _ file: String) throws -> CSVTable {
      try BetterCareFundPlansTests.table(file, text)
    }
    let schemes = try CSVTable(
      joining: [
        table("plan_id,scheme_type,hicm,amount_gbp\nP1,HICM,4,1\n", "a.csv"),
        table("plan_id,type,hicm,Expenditure\nP2,Home Care,,2\n", "b.csv"),
      ], role: "bcf-schemes")
    let partners = try CSVTable(
      joining: [
        table("plan_id,org_code,signatory\nP1,A,true\nP1,B,\n", "c.csv"),
        table("plan_id,org_code\nP2,C\n", "d.csv"),
      ], role: "bcf-partners")
    let read = try BetterCareFundPlans(
      plans: BetterCareFundPlansTests.plans(), partners: partners, schemes: schemes)
    #expect(read.plans.map { $0.schemes[0].type } == ["HICM", "Home Care"])
    #expect(read.plans.map { $0.schemes[0].amount?.pence } == [100, 200])
    #expect(read.plans.map { $0.partners.map(\.isSignatory) } == [[true, false], [true]])
    #expect(read.notices.map(\.code) == ["signatory-unsaid"])
  }

  /// "Total Wraparound Care" is a name, and the Model has nine changes.
  @Test func namesThatBeginLikeSumsAndNumbersBeyondTheModel() throws {
    func codes(_ rows: String) throws -> [String] {
      try plans(schemes: "plan_id,scheme_id,name,type,hicm,amount_gbp\n\(rows)").notices.map(\.code)
    }
    #expect(try codes("P1,S1,Total Wraparound Care,HICM,4,1\nP1,S2,Grand designs,HICM,4,1\n").isEmpty)
    #expect(try codes("P1,S1,Total for carers,HICM,4,1\n") == ["scheme-total"])
    #expect(try codes("P1,S1,Sub-total,HICM,4,1\n") == ["scheme-total"])
    #expect(try codes("P1,S1,Beds,HICM,45,1\n") == ["hicm-unknown"])
  }

  @Test func rowsThatNoProcessFindsAndSumsAreNamed() throws {
    let read = try plans(
      schemes:
        "plan_id,scheme_id,name,type,hicm,amount_gbp\nP1,S1,Beds,HICM,4,1\nP1,,,,,50\nP1,Total,,HICM,,51\nP2,S2,,,5,1\n"
    )
    #expect(
      read.notices.map(\.message) == [
        "schemes.csv: 1 row with an amount has neither type nor hicm and belongs to no process (line 3)",
        "schemes.csv: 1 row looks like a sum of others and counts as a scheme of its own; remove it if so (line 4)",
      ])
  }
}
