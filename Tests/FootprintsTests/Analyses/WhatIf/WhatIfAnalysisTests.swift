import Foundation
import Testing

@testable import Footprints

/// Scenarios over eight places in a row, of 1 to 8 thousand people; three groups (two, four, two places) and two authorities of four.
@Suite struct WhatIfAnalysisTests {
  private func result(
    _ scenario: String?, _ package: SmallPackage = SmallPackage(),
    _ change: (inout WhatIfRequest) -> Void = { _ in }
  ) throws -> (result: WhatIfResult, answer: Answer<WhatIfAnalysis>) {
    let folder = try TemporaryFolder()
    var request = WhatIfRequest()
    if let scenario { request.scenario = try folder.write(scenario, to: "scenario.yaml") }
    change(&request)
    let answer = try package.study().run(WhatIfAnalysis.self, request)
    return (answer.result, answer)
  }

  private func masses(_ scores: ScoreResult, side: UnitScores.Side = .x) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: scores.scores.units.filter { $0.side == side }.map { ($0.unit.code, $0.mass) })
  }

  private func after(_ changes: String, _ package: SmallPackage = SmallPackage()) throws -> [String: Double] {
    masses(try #require(result("layer: ccg\nchanges:\n\(changes)", package).result.scores).after)
  }

  @Test func changesByHand() throws {
    // Places 1 and 2, 3 to 6, 7 and 8.
    let before = ["E38000001": 3000.0, "E38000002": 18_000, "E38000003": 15_000]
    let merged = try result("layer: ccg\nchanges: [{merge: [E38000001, E38000003], code: N, name: New}]")
      .result
    let scores = try #require(merged.scores)
    #expect(masses(scores.before) == before && masses(scores.after) == ["E38000002": 18_000, "N": 18_000])
    #expect(scores.after.scores.units.first { $0.unit.code == "N" }?.unit.name == "New")
    #expect(
      try after("  - {move: [E02000003, E02000004], to: E38000001}")
        == ["E38000001": 10_000, "E38000002": 11_000, "E38000003": 15_000])
    #expect(
      try after("  - {split: E38000002, bricks: [E02000005], code: N}")
        == ["E38000001": 3000, "E38000002": 13_000, "E38000003": 15_000, "N": 5000])
    // One after the other: what was split off joins another.
    #expect(
      try after("  - {split: E38000002, bricks: [E02000003], code: N}\n  - {merge: [E38000001, N]}")
        == ["E38000001": 6000, "E38000002": 15_000, "E38000003": 15_000])
    // An area that gives everything away is gone.
    let gone = try result("layer: ccg\nchanges: [{move: [E02000001, E02000002], to: E38000002}]")
    #expect(masses(try #require(gone.result.scores).after) == ["E38000002": 21_000, "E38000003": 15_000])
    #expect(
      gone.answer.inputs.notices.contains { $0.code == "no-bricks" && $0.message.contains("E38000001") })
    // The groups fit the authorities when the middle one is divided between them.
    let best = try #require(
      result("layer: ccg\nchanges: [{split: E38000002, bricks: [E02000005, E02000006], code: N}]").result
        .scores)
    #expect(best.after.scores.system[.degreeOfFit].x == 1 && best.before.scores.system[.degreeOfFit].x < 1)
  }

  /// A scenario that changes nothing changes no number, and merging is associative.
  @Test func nothingChangesNothing() throws {
    let same = try result("layer: ccg\nchanges: [{move: [E02000001], to: E38000001}]")
    let scores = try #require(same.result.scores)
    #expect(scores.before.scores == scores.after.scores)
    #expect(
      same.result.units.allSatisfy { !$0.isChanged }
        && same.result.measures.allSatisfy { $0.change ?? 0 == 0 })
    #expect(same.answer.inputs.notices.contains { $0.code == "no-change" })
    let (a, b, c) = ("E38000001", "E38000002", "E38000003")
    let orders = try [
      "  - {merge: [\(a), \(b)], code: M}\n  - {merge: [M, \(c)], code: N, name: N}",
      "  - {merge: [\(c), \(b)], code: M}\n  - {merge: [\(a), M], code: N, name: N}",
      "  - {merge: [\(b), \(c), \(a)], code: N, name: N}",
    ].map { try #require(result("layer: ccg\nchanges:\n\($0)").result.scores).after.scores }
    #expect(orders[0] == orders[1] && orders[1] == orders[2])
  }

  /// Whatever changes, nobody is lost.
  @Test(arguments: 0..<30 as Range<UInt64>) func everybodyStays(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let groups = ["E38000001", "E38000002", "E38000003"]
    let lines = (0..<4).map { _ -> String in
      let bricks = (1...8).filter { _ in Bool.random(using: &generator) }.map { "E0200000\($0)" }
      let chosen = bricks.isEmpty ? ["E02000001"] : bricks
      return
        "  - {move: [\(chosen.joined(separator: ", "))], to: \(groups.randomElement(using: &generator) ?? "")}"
    }
    // A group that was emptied is still there to be filled again.
    let masses = try after(lines.joined(separator: "\n"))
    #expect(masses.values.reduce(0, +) == 36_000, "seed \(seed): \(lines)")
  }

  @Test func mergersSignAsOne() throws {
    var package = SmallPackage()
    package.replace(
      "P1,E38000002,ccg,NHS Two,true", with: "P1,E38000002,ccg,NHS Two,true\nP1,E38000001,ccg,NHS One,true",
      in: "bcf-partners.csv")
    let found = try result("layer: ccg\nchanges: [{merge: [E38000001, E38000002], code: N}]", package) {
      ($0.trust, $0.process) = ("RBB", "discharge-to-assess")
    }.result
    let impacts = try #require(found.impacts)
    #expect(impacts.before.impact.signatoriesTotal == 4 && impacts.after.impact.signatoriesTotal == 3)
    let partners = try result("changes: [{plan: P1, remove: [E38000002], add: [X1, X2]}]") {
      ($0.trust, $0.process) = ("RBB", "discharge-to-assess")
    }.result.impacts
    #expect(partners?.before.impact.signatoriesTotal == 3 && partners?.after.impact.signatoriesTotal == 5)
  }

  @Test func catchmentsAndProfiles() throws {
    // RBB has places 4 to 8 by first past the post; with the first four only the first plan is touched.
    let found = try result(
      "changes: [{catchment: RBB, bricks: [E02000001, E02000002, E02000003, E02000004]}]"
    ) {
      ($0.trust, $0.process, $0.profile) = ("RBB", "discharge-to-assess", "E06000001")
    }.result
    let impacts = try #require(found.impacts)
    #expect(
      impacts.before.impact.trust.population == 30_000 && impacts.after.impact.trust.population == 10_000)
    #expect(impacts.after.impact.plans.map(\.plan.id) == ["P1"])
    #expect(found.scores == nil && found.profiles != nil)
    let all = try result("changes: [{catchments: threshold, threshold: 0.3}]") {
      ($0.trust, $0.process) = ("RAA", "discharge-to-assess")
    }.result.impacts
    #expect(all?.before.impact.trust.population == 6000 && all?.after.impact.trust.population == 36_000)
  }

  @Test func whatCannotBeIsSaid() throws {
    func error(_ changes: String, _ change: (inout WhatIfRequest) -> Void = { _ in }) -> String {
      SmallPackage.error { _ = try result(changes, SmallPackage(), change) }?.description ?? "none"
    }
    #expect(
      error("layer: ccg\nchanges: [{move: [E02000009], to: E38000001}]").contains(
        "there is no small area 'E02000009'"))
    #expect(error("layer: ccg\nchanges: [{move: [E02000001], to: E99}]").contains("change 1"))
    #expect(error("layer: ccg\nchanges: [{merge: [E38000001, E38000009]}]").contains("E38000009"))
    #expect(
      error("layer: ccg\nchanges: [{split: E38000001, bricks: [E02000008], code: N}]").contains(
        "does not belong to E38000001"))
    #expect(
      error("layer: ccg\nchanges: [{split: E38000001, bricks: [E02000001], code: E38000002}]").contains(
        "has an area 'E38000002' already"))
    #expect(
      error("changes: [{move: [E02000001], to: E38000001}]").contains("does not say which layer changes"))
    #expect(error("changes: [{plan: P9, remove: [X]}]").contains("P9"))
    #expect(error("changes: [{plan: P1, remove: [X]}]").contains("'X' takes no part in the plan P1"))
    #expect(error("changes: [{catchments: proportional}]").contains("have no small areas of their own"))
    #expect(error("changes: [{catchments: voronoi}]").contains("need points of role 'sites'"))
    #expect(
      error("layer: ccg\nchanges: [{move: [E02000001], to: E38000002}]") { $0.trust = "RAA" }.contains(
        "both a trust and a process"))
    #expect(
      SmallPackage.error { _ = try result(nil) }?.message.contains("neither a scenario nor suggestions")
        == true)
  }

  // MARK: Suggestions

  @Test func suggestionsByHand() throws {
    // The best move gives places 5 and 6 (11,000 people) of the middle group to the third, or 3 and 4 (7,000) to the first.
    let found = try result(nil) { ($0.layer, $0.suggest, $0.measure) = ("ccg", 20, "degree_of_fit.x_to_y") }
      .result
    // 3,000 + 11,000 + 15,000 of 36,000 are in the best authority of their group.
    #expect(found.suggestions.allSatisfy { abs($0.before - 29.0 / 36) < 1e-12 && $0.after > $0.before })
    let moves = Dictionary(found.suggestions.map { ("\($0.codes) \($0.target ?? "")", $0) }) { a, _ in a }
    let whole = try #require(moves["[\"E02000003\", \"E02000004\"] E38000001"])
    #expect(whole.after == 1 && whole.people == 7000)
    let one = try #require(moves["[\"E02000003\"] E38000001"])
    #expect(abs(one.after - 32.0 / 36) < 1e-12 && one.people == 3000)
    // Place 4 is not beside the first group, and without 3 and 4 the first would be torn from nothing.
    #expect(!found.suggestions.contains { $0.codes == ["E02000004"] })
    // As many people better it as move, but where more pass to the third group than leave the best authority.
    let other = try #require(moves["[\"E02000005\", \"E02000006\"] E38000003"])
    #expect(other.after == 1 && other.people == 11_000)
    let worth = found.suggestions.map { $0.gain / $0.people }
    #expect(zip(worth, worth.dropFirst()).allSatisfy { $0 >= $1 - 1e-15 })
  }

  @Test func suggestionsForAPolicyTest() throws {
    let found = try result(nil) { ($0.layer, $0.suggest, $0.preset) = ("ccg", 3, "one-utla") }.result
    // The middle group alone lies in two authorities: 7,000 people have to move.
    #expect(found.suggestions.first?.people == 7000 && found.suggestions.first?.after == 3)
    let error = SmallPackage.error {
      _ = try result(nil) { ($0.layer, $0.suggest, $0.preset) = ("ccg", 3, "lgr-500k") }
    }
    #expect(error?.message.contains("is about") == true)
    let unknown = SmallPackage.error {
      _ = try result(nil) { ($0.layer, $0.suggest, $0.measure) = ("ccg", 3, "fit") }
    }
    #expect(unknown?.message.contains("there is no measure 'fit'") == true)
  }

  /// The masses that are worked out again for a try are those of the changed layer.
  @Test func triesAreExact() throws {
    for measure in ["v_measure", "adjusted_rand", "variation_of_information", "mapcurves.y", "splits.x"] {
      let found = try result(nil) { ($0.layer, $0.suggest, $0.measure) = ("ccg", 4, measure) }.result
      for suggestion in found.suggestions {
        #expect(suggestion.gain > 0, "\(measure): \(suggestion.sentence)")
      }
    }
  }
}
