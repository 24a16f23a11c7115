import Footprints
import Testing

/// Flows of trusts that have merged or were divided since.
@Suite struct FlowSuccessionTests {
  private static let flows =
    "msoa,TrustCode,proportion\nm1,T1,0.5\nm1,T2,0.25\nm2,T2,0.25\nm2,T3,0.5\n"

  private func moved(_ rows: String) throws -> FlowTable {
    let flows = try FlowTable(CSVTable(Array(Self.flows.utf8), file: "flows.csv"))
    let table = try CSVTable(Array("old_code,new_code,date,kind,share\n\(rows)".utf8), file: "succession.csv")
    return try flows.succeeded(by: SuccessionTable(table))
  }

  private func proportions(_ flows: FlowTable) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: flows.flows.map { ("\($0.brick) \($0.trust)", $0.proportion) })
  }

  @Test func mergersAddUp() throws {
    let flows = try moved("T2,T1,2020-04-01,merger,\n")
    #expect(proportions(flows) == ["m1 T1": 0.75, "m2 T1": 0.25, "m2 T3": 0.5])
    // A third of all proportions moved.
    let notice = try #require(flows.notices.first { $0.code == "succeeded" })
    #expect(notice.message.contains("T2 to T1 (33.3%)") && notice.message.contains("33.3% of all flows"))
  }

  @Test func successorsOfSuccessors() throws {
    let flows = try moved("T1,T8,,,\nT8,T9,,,\nT2,T9,,,\nT7,T1,,,\n")
    #expect(proportions(flows) == ["m1 T9": 0.75, "m2 T9": 0.25, "m2 T3": 0.5])
  }

  @Test func divisionsNeedShares() throws {
    let flows = try moved("T2,T8,,split,0.4\nT2,T9,,split,0.6\n")
    #expect(
      proportions(flows)
        == ["m1 T1": 0.5, "m1 T8": 0.1, "m1 T9": 0.15, "m2 T8": 0.1, "m2 T9": 0.15, "m2 T3": 0.5])
    let open = SmallPackage.error { _ = try moved("T2,T8,,,\nT2,T9,,,\n") }
    #expect(open?.message.contains("'T2' went to T8 and T9, and the shares are not given") == true)
    let short = SmallPackage.error { _ = try moved("T2,T8,,,0.4\nT2,T9,,,0.5\n") }
    #expect(short?.message.contains("sum to 90") == true)
  }

  @Test func nothingFollowsItself() throws {
    let error = SmallPackage.error { _ = try moved("T1,T2,,,\nT2,T1,,,\n") }
    #expect(error?.kind == .badData && error?.message.contains("is its own successor") == true)
    // A trust that keeps its code has nothing to follow, and a row told twice is one.
    #expect(try proportions(moved("T1,T1,,,\n")) == proportions(moved("")))
    #expect(try proportions(moved("T2,T1,,,\nT2,T1,,,\n"))["m1 T1"] == 0.75)
    let wrong = SmallPackage.error { _ = try moved("T1,T2,,,1.5\n") }
    #expect(wrong?.message.contains("share is 1.5") == true)
  }
}
