import Testing

@testable import Footprints

/// Who fails which policy test, and what would help.
@Suite struct AuditAnalysisTests {
  private func failures(_ result: AuditResult) -> [String] {
    result.failures.map { "\($0.test.name) \($0.unit.code)" }
  }

  /// The second group has 3 and 4 thousand people in one authority, 5 and 6 in the other.
  @Test func whoFailsAndByHowMuch() throws {
    let result = try SmallPackage().study().run(AuditAnalysis.self, AuditRequest()).result
    #expect(failures(result) == ["one-utla E38000002"])
    let failure = try #require(result.failures.first)
    #expect(failure.mass == 18_000 && failure.value == 11.0 / 18 && failure.best?.code == "E06000002")
    #expect(abs(failure.shortfall - (0.95 * 18_000 - 11_000)) < 1e-6)
    // Of all single changes: the two authorities merged, 10 thousand; its own 7 thousand cannot go in one change without tearing; the part
    // that the other authority cuts off is one.
    let move = try #require(failure.move)
    #expect(move.people == 7000 && move.sentence.contains("2 small areas"))
    #expect(result.tests.map(\.met) == [2])
  }

  @Test func testsOfAnyTierAreHeldWhereLayersAreNamed() throws {
    var request = AuditRequest()
    request.layers = ["ccg", "utla"]
    request.suggestsMoves = false
    let result = try SmallPackage().study().run(AuditAnalysis.self, request).result
    #expect(Set(result.tests.map(\.test.name)) == ["coterminous", "hsj-75", "one-utla"])
    #expect(result.failures.allSatisfy { $0.move == nil })
    request.presets = ["HSJ-75"]
    #expect(
      Set(try SmallPackage().study().run(AuditAnalysis.self, request).result.tests.map(\.test.name)) == [
        "hsj-75"
      ])
  }

  private func held(_ preset: String) throws -> AuditResult {
    var package = SmallPackage()
    package.table("presets", role: "presets", "name,rule,people,margin,judged\n\(preset)\n")
    var request = AuditRequest()
    request.presets = ["mine"]
    return try package.study().run(AuditAnalysis.self, request).result
  }

  /// Whoever is merged into one that passes fails no more.
  @Test func aMergerIsAChange() throws {
    let result = try held("mine,people-at-least,8000,,ccg")
    #expect(failures(result) == ["mine E38000001"] && result.failures.first?.shortfall == 5000)
    let move = try #require(result.failures.first?.move)
    #expect(
      move.people == 3000 && move.sentence == "merge E38000001 (E38000001) into E38000002 (E38000002)"
        || move.sentence == "merge E38000001 into E38000002")
  }

  /// 12 to 18 thousand: the first group passes with no change that leaves the second within them.
  @Test func nobodyElseFails() throws {
    let result = try held("mine,people-about,15000,0.2,ccg")
    #expect(failures(result) == ["mine E38000001"] && result.failures.first?.shortfall == 9000)
    #expect(result.failures.first?.move == nil)
  }

  @Test func whatMakesNoSense() throws {
    func error(_ change: (inout AuditRequest) -> Void) throws -> String {
      var request = AuditRequest()
      change(&request)
      let error = #expect(throws: FootprintsError.self) {
        try SmallPackage().study().run(AuditAnalysis.self, request)
      }
      return error?.description ?? ""
    }
    #expect(try error { $0.layers = ["ccg"] }.contains("not of 1 layer"))
    #expect(try error { $0.presets = ["one-utl"] }.contains("there is no policy test 'one-utl'"))
    #expect(
      try error { $0.presets = ["icb-1m"] }.contains("no policy test is about two layers of the package"))
    #expect(try error { $0.weights = .flow }.contains("residents"))
  }
}
