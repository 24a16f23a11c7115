import Testing

@Suite struct RegionTableTests {
  @Test func peopleLiveEverywhere() {
    #expect(RegionBricks.all.count == 410)
    #expect(RegionBricks.all.allSatisfy { $0.people >= 2000 })
    #expect((1_500_000...1_700_000).contains(RegionBricks.people([:])))
  }

  @Test func everyBrickLiesInOneAreaOfEveryTier() {
    let tables = Set(RegionFiles.table("organisations.csv").compactMap { $0["code"] })
    #expect(RegionFiles.table("lookup.csv").count == 410)
    for (tier, count) in [("ccg", 6), ("utla", 4), ("ltla", 9), ("stp", 2), ("trust", 4)] {
      #expect(RegionBricks.all.allSatisfy { $0.codes[tier] != nil })
      let codes = RegionBricks.partners(tier, of: [:])
      #expect(codes.count == count)
      #expect(tables.isSuperset(of: codes))
    }
    #expect(tables.count == 25)
  }

  @Test func lowerTiersNestInUpperOnesAndCommissionersInPartnerships() {
    for code in RegionBricks.partners("ltla", of: [:]) {
      #expect(RegionBricks.partners("utla", of: ["ltla": code]).count == 1)
    }
    for code in RegionBricks.partners("ccg", of: [:]) {
      #expect(RegionBricks.partners("stp", of: ["ccg": code]).count == 1)
    }
  }

  @Test func proportionsArePatientsOverAllPatients() throws {
    var sums: [String: Double] = [:]
    for row in RegionFiles.table("flows.csv") {
      let patients = try #require(Double(row["patients"] ?? ""))
      let total = try #require(Double(row["total_patients"] ?? ""))
      let proportion = try #require(Double(row["proportion"] ?? ""))
      #expect(abs(proportion - patients / total) <= 1e-6)
      #expect(patients >= 12)
      sums[row["brick_code"] ?? "", default: 0] += proportion
    }
    #expect(sums.count == 410)
    #expect(sums.values.allSatisfy { $0 > 0.85 && $0 < 1 })
    // Small flows are left out: not every brick has all four trusts.
    #expect(RegionBricks.all.contains { $0.patients.count < 4 })
  }

  @Test func partnersAreTheAuthorityAndEveryCommissionerWithOnePercentOfItsPeople() {
    var below = 0
    for plan in RegionFiles.table("bcf/plans.csv") {
      let authority = plan["hwb_code"] ?? ""
      let total = RegionBricks.people(["utla": authority])
      let all = RegionBricks.partners("ccg", of: ["utla": authority])
      let large = all.filter { RegionBricks.people(["utla": authority, "ccg": $0]) * 100 >= total }
      below += all.count - large.count
      let partners = RegionFiles.table("bcf/partners.csv").filter { $0["plan_id"] == plan["plan_id"] }
      #expect(partners.compactMap { $0["org_code"] } == [authority] + large)
    }
    // The rule has something to exclude.
    #expect(below == 1)
  }

  @Test func plansSpendWhatTheyAreGivenToThePenny() throws {
    func pence(_ table: String, _ plan: String) -> Int {
      RegionFiles.table("bcf/\(table).csv").filter { $0["plan_id"] == plan }.reduce(0) {
        $0 + (Int(($1["amount_gbp"] ?? "").replacing(".", with: "")) ?? 0)
      }
    }
    let plans = RegionFiles.table("bcf/plans.csv").compactMap { $0["plan_id"] }
    #expect(plans.count == 4)
    for plan in plans {
      #expect(pence("contributions", plan) > 0)
      #expect(pence("contributions", plan) == pence("schemes", plan))
    }
  }

  @Test func plansDifferInHowAndWhenTheyDoTheSame() {
    let schemes = RegionFiles.table("bcf/schemes.csv")
    let plans = Set(schemes.compactMap { $0["plan_id"] })
    for plan in plans {
      #expect((5...9).contains(schemes.filter { $0["plan_id"] == plan }.count))
    }
    let homeFirst = schemes.filter { $0["subtype"] == "Home First/Discharge to Assess" }
    #expect(Set(homeFirst.compactMap { $0["plan_id"] }) == plans)
    #expect(Set(homeFirst.compactMap { $0["configuration"] }).count == 4)
    #expect(Set(homeFirst.compactMap { $0["start_date"] }).count == 4)
    #expect(Set(homeFirst.compactMap { $0["maturity"] }).count >= 2)
    #expect(Set(RegionFiles.table("bcf/metrics.csv").compactMap { $0["plan_id"] }) == plans)
  }
}
