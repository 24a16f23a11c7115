import Foundation
import Testing

@testable import Footprints

/// What a reorganisation does to plans.
@Suite struct RehearseAnalysisTests {
  private func run(
    _ scenario: String, _ change: (inout SmallPackage) -> Void = { _ in }
  ) throws -> (result: RehearseResult, notices: [Notice]) {
    var package = SmallPackage()
    package.files["bcf-plans.csv"] =
      "plan_id,hwb_code,name,period_start,period_end\nP1,E06000001,Ashby plan,2023-04-01,2025-03-31\nP2,E06000002,Birch plan,2023-04-01,2025-03-31\n"
    package.table(
      "bcf-contributions", role: "bcf-contributions",
      "plan_id,org_code,kind,amount_gbp\nP1,E06000001,laAdditional,100.01\nP1,E38000002,ccgMinimum,500.00\nP2,E06000002,dfg,7.00\n"
    )
    change(&package)
    let folder = try TemporaryFolder()
    let answer = try package.study().run(
      RehearseAnalysis.self, RehearseRequest(scenario: try folder.write(scenario, to: "scenario.yaml")))
    return (answer.result, answer.inputs.notices)
  }

  /// Places 0 and 1 with 3 thousand people, places 2 and 3 with 7.
  private static let split = """
    layer: utla
    date: 2024-04-01
    changes:
      - split: E06000001
        bricks: [E02000001, E02000002]
        code: WEST
        name: West
      - split: E06000001
        bricks: [E02000003, E02000004]
        code: MID
        name: Middle
    """

  @Test func anAuthorityIsDivided() throws {
    let rehearsal = try run(Self.split).result.rehearsal
    #expect(rehearsal.ended.map(\.code) == ["E06000001"])
    #expect(Set(rehearsal.new.map(\.code)) == ["WEST", "MID"])
    #expect(rehearsal.untouched == 1 && rehearsal.plans.map(\.fate) == [.splits])
    let plan = try #require(rehearsal.plans.first)
    #expect(plan.parts.map(\.unit.code) == ["MID", "WEST"] && plan.parts.map(\.share) == [0.7, 0.3])
    // The authority's pounds alone, by people, to the penny; half of the plan's two years is left.
    #expect(plan.ending == Money("100.01") && plan.amount == Money("600.01"))
    #expect(rehearsal.payments.map(\.part.pence).reduce(0, +) == 10_001)
    #expect(Set(rehearsal.payments.map(\.part)) == [Money("70.01"), Money("30.00")])
    #expect(plan.afterwards == Money(pence: Int64((10_001.0 * 365 / 731).rounded())))
    #expect(plan.from == "2024-04-01" && plan.until == "2025-03-31")
    // Who ends signs no more.
    let west = rehearsal.signatures.filter { $0.area.code == "WEST" }
    #expect(west.map(\.organisation.code) == ["WEST", "E38000002"] && west.map(\.isNew) == [true, false])
  }

  /// The codes of another layer stand for their small areas: E38000001 is places 0 and 1.
  @Test func areasOfAnotherLayerWillDo() throws {
    let scenario = Self.split.replacing("[E02000001, E02000002]", with: "[E38000001]")
    #expect(try run(scenario).result.rehearsal.plans.first?.parts.map(\.share) == [0.7, 0.3])
  }

  @Test func authoritiesMerge() throws {
    let rehearsal = try run(
      "layer: utla\nchanges:\n  - merge: [E06000001, E06000002]\n    code: ONE\n    name: One\n"
    ).result.rehearsal
    #expect(rehearsal.plans.map(\.fate) == [.merges, .merges] && rehearsal.untouched == 0)
    #expect(Set(rehearsal.signatures.map(\.organisation.code)) == ["ONE", "E38000002"])
    #expect(rehearsal.signatures.first?.plans == ["P1", "P2"])
    // Nobody says when.
    #expect(rehearsal.plans.allSatisfy { $0.afterwards == nil && $0.from.isEmpty })
  }

  @Test func whatGoesOnWithOtherPeople() throws {
    let rehearsal = try run("layer: utla\nchanges:\n  - move: [E02000004]\n    to: E06000002\n").result
      .rehearsal
    #expect(rehearsal.ended.isEmpty && rehearsal.new.isEmpty && rehearsal.payments.isEmpty)
    #expect(rehearsal.plans.map(\.plan.id) == ["P1"] && rehearsal.plans.map(\.fate) == [.changes])
  }

  @Test func aNewNameForTheSameGround() throws {
    let rehearsal = try run(
      "changes:\n  - split: E06000001\n    bricks: [E06000001]\n    code: NEW\n"
    ).result.rehearsal
    #expect(rehearsal.plans.map(\.fate) == [.renamed])
  }

  @Test(arguments: [
    ("layer: utla\ndate: 1 April\nchanges:\n  - merge: [E06000001, E06000002]\n", "no day such as"),
    ("layer: utla\nchanges:\n  - plan: P1\n    remove: [E38000002]\n", "changes no area of utla"),
    ("layer: utla\nchanges:\n  - move: [E0299]\n    to: E06000002\n", "no small area 'E0299'"),
    ("changes: []\n", "no list of 'changes'"),
  ])
  func whatMakesNoSense(scenario: String, words: String) throws {
    let error = #expect(throws: FootprintsError.self) { try run(scenario) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }
}
