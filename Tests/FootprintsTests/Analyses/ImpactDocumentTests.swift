import Footprints
import Testing

/// What a planner reads about an impact, on a package of two plans and two trusts.
@Suite struct ImpactDocumentTests {
  private func text(
    _ trust: String = "RBB", _ change: (inout SmallPackage) -> Void = { _ in }
  ) throws -> String {
    var package = SmallPackage()
    change(&package)
    let request = ImpactAnalysis.Request(trust: trust, process: "discharge-to-assess")
    return try package.study().run(ImpactAnalysis.self, request).report.text(as: "table")
  }

  @Test func oneWayIsSaidOfBothPlans() throws {
    let text = try text()
    #expect(text.contains("The change touches 2 Better Care Fund plans, which spend £3,500.50"))
    #expect(
      text.contains(
        "Both plans describe the process in one way, so the trust would run it in one way.\n"))
  }

  @Test func waysThatAllDifferAreNotCounted() throws {
    let text = try text {
      $0.replace(
        "P2,P2-1,D2A,HICM for Managing Transfer of Care,Home First", with: "P2,P2-1,D2A,HICM,Beds",
        in: "bcf-schemes.csv")
    }
    #expect(
      text.contains(
        "Each of the two plans runs the process in its own way, so the trust would have to run it differently for each of them.\n"
      ))
  }

  @Test func someOfThreePlansDiffer() throws {
    let text = try text { package in
      package.replace(
        "P2,E06000002,Birch plan", with: "P2,E06000002,Birch plan\nP3,E06000002,Cedar plan",
        in: "bcf-plans.csv")
      package.replace("P2,P2-1", with: "P3,P3-1,D2A,HICM,Beds,4,\nP2,P2-1", in: "bcf-schemes.csv")
    }
    #expect(text.contains("The trust would have to run the process in 2 ways for 3 plans, because they"))
  }

  @Test func aPlanThatDoesNotSayHowIsTold() throws {
    let silent = try text {
      $0.replace(
        "HICM for Managing Transfer of Care,Home First,4,2500.50", with: "Home Care,,,2500.50",
        in: "bcf-schemes.csv")
    }
    #expect(
      silent.contains(
        "Only one plan says how the process is run. 1 plan does not say how the process is run.\n"))
    let none = try text {
      $0.replace(
        "HICM for Managing Transfer of Care,Home First,4,", with: "Home Care,,,", in: "bcf-schemes.csv")
    }
    #expect(none.contains("Neither of the plans says how the process is run.\n"))
  }

  @Test func onePlanIsOnePlan() throws {
    let text = try text {
      $0.replace(
        "P2,P2-1,D2A,HICM for Managing Transfer of Care,Home First,4", with: "P2,P2-1,Respite,Carers,,",
        in: "bcf-schemes.csv")
    }
    #expect(
      text.contains(
        "The change touches 1 Better Care Fund plan, which spends £1,000.00 on the schemes concerned and is signed by 2 organisations. 1 more plan shares the trust’s people but has no scheme for this.\n"
      ))
    #expect(!text.contains(" way"))
  }

  @Test(
    arguments: [
      ("539.6,543.3,\"per 100,000\"", "residential admissions 65+, 539.6 to 543.3 per 100,000"),
      ("80,82.5,%", "residential admissions 65+, 80.0 to 82.5%"),
      (",1234,days", "residential admissions 65+, to 1,234 days"),
      ("7,,", "residential admissions 65+, from 7 (no target given)"),
      (",,%", "residential admissions 65+ (no numbers given)"),
    ])
  func metricsGoFromBaselineToTarget(numbers: String, words: String) throws {
    let text = try text {
      $0.table(
        "metrics", role: "bcf-metrics",
        "plan_id,metric,baseline,target,unit\nP1,residential admissions 65+,\(numbers)\n")
    }
    #expect(text.contains("  - Metrics concerned: \(words)\n"))
  }
}
