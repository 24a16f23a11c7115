import Footprints
import Testing

@Suite struct FlowCatchmentsTests {
  /// The worked example: m1 with 8,000 people (T1 75%, T2 25%), m2 with 6,000 (20%, 80%).
  private let example = "msoa,TrustCode,proportion\nm1,T1,0.75\nm1,T2,0.25\nm2,T1,0.2\nm2,T2,0.8\n"
  private let people = [8000.0, 6000]

  private func catchments(
    _ csv: String, _ method: CatchmentMethod, threshold: Double = 0.3, bricks: [String] = ["m1", "m2"]
  ) throws -> FlowCatchments {
    let flows = try FlowTable(CSVTable(Array(csv.utf8), file: "flows.csv"))
    return try FlowCatchments(flows, bricks: bricks, method: method, threshold: threshold)
  }

  @Test func workedExample() throws {
    let proportional = try catchments(example, .proportional)
    #expect(proportional.trusts == ["T1", "T2"])
    let shares = proportional.membership.totals(people)
    // 0.75 x 8,000 + 0.2 x 6,000 and 0.25 x 8,000 + 0.8 x 6,000.
    #expect(agree(shares[0], 7200) && agree(shares[1], 6800))
    let stronger = example.replacing("0.75", with: "0.8").replacing("0.25", with: "0.2")
    let others = try catchments(stronger, .proportional).membership.totals(people)
    #expect(agree(others[0], 7600) && agree(others[1], 6400))
    #expect(try catchments(example, .fptp).membership.totals(people) == [8000, 6000])
    // At 20% both trusts have a claim to both areas, at 25% only T2 has, at 80% it is left with m2.
    #expect(
      try catchments(example, .threshold, threshold: 0.2).membership.totals(people) == [14_000, 14_000])
    #expect(try catchments(example, .threshold, threshold: 0.25).membership.totals(people) == [8000, 14_000])
    #expect(try catchments(example, .threshold, threshold: 0.8).membership.totals(people) == [0, 6000])
  }

  @Test func firstPastThePostIsAPartition() throws {
    // A tie goes to the trust whose code comes first, wherever its row is.
    let csv = "msoa,TrustCode,proportion\nm1,T2,0.4\nm1,T1,0.4\nm1,T3,0.2\nm2,T3,0.1\n"
    let catchments = try catchments(csv, .fptp)
    #expect(catchments.membership[0].map(\.unit) == [0])
    #expect(catchments.membership[1].map(\.unit) == [2])
    #expect((0..<2).allSatisfy { catchments.membership[$0].map(\.share) == [1] })
  }

  @Test func whatIsSuppressedStaysOutside() throws {
    let csv = "msoa,TrustCode,proportion\nm1,T1,0.5\nm1,T2,0.3\n"
    let catchments = try catchments(csv, .proportional)
    let totals = catchments.membership.totals(people)
    #expect(agree(totals[0], 4000) && agree(totals[1], 2400))
    // A fifth of m1 is "other", and m2 is in no catchment, which is reported.
    #expect(catchments.notices.map(\.code) == ["no-flow"])
    #expect(catchments.notices[0].message.hasPrefix("flows.csv: 1 small area has"))
  }

  @Test func flowsOfUnknownSmallAreasCountForNobody() throws {
    let csv = example + "m9,T1,0.9\nm9,T7,0.1\n"
    let catchments = try catchments(csv, .fptp)
    #expect(catchments.trusts == ["T1", "T2", "T7"])
    #expect(catchments.membership.totals(people) == [8000, 6000, 0])
    #expect(catchments.notices.map(\.code) == ["flow-outside"])
    #expect(catchments.notices[0].severity == .warning)
    let message = catchments.notices[0].message
    #expect(message.contains("2 flows from 1 small area that is not in the layer (m9)"))
    #expect(message.contains("2 trusts are too small: T1 and T7"))
    let table = try FlowTable(
      CSVTable(
        Array("msoa,trust,patients,total_patients\nm1,T1,5,10\nm3,T1,12,20\nW4,T1,30,40\n".utf8),
        file: "f.csv"))
    let english = try FlowCatchments(
      table, bricks: ["m1"], codePrefix: ["m"], method: .proportional, threshold: 0.3)
    #expect(english.notices[0].message.hasPrefix("f.csv: 1 flow with 12 patients from 1 small area"))
  }

  @Test func flowsOfNothingAreNotFlows() throws {
    let catchments = try catchments("msoa,TrustCode,proportion\nm1,T1,0\nm2,T1,0.1\n", .fptp)
    #expect(catchments.membership[0].isEmpty)
    #expect(catchments.notices.map(\.code) == ["no-flow"])
  }

  @Test func orderOfTheRowsChangesNothing() throws {
    let lines = example.split(separator: "\n").map(String.init)
    let reversed = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    for method in [CatchmentMethod.fptp, .threshold, .proportional] {
      let (a, b) = (try catchments(example, method), try catchments(reversed, method))
      #expect(a.membership.totals(people) == b.membership.totals(people))
    }
  }

  /// Catchments by threshold overlap, so no partition is compared and the entropy measures are missing, with
  /// the reason.
  @Test func overlappingCatchmentsHaveNoEntropyMeasures() throws {
    let authorities = Membership([[.init(unit: 0, share: 1)], [.init(unit: 1, share: 1)]], unitCount: 2)
    func scores(_ method: CatchmentMethod) throws -> CoterminosityScores {
      let catchments = try catchments(example, method, threshold: 0.2)
      let matrix = catchments.membership.shared(with: authorities, masses: people)
      return try CoterminosityScores(
        matrix, x: catchments.trusts.map { NamedCode(code: $0) },
        y: [NamedCode(code: "A"), NamedCode(code: "B")], xRole: "trust", yRole: "utla",
        overlappingUnits: catchments.membership.coverage(people).repeated > 0)
    }
    let partition = try scores(.fptp)
    #expect(partition.system.vMeasure != nil)
    let overlapping = try scores(.threshold)
    #expect(overlapping.system.vMeasure == nil)
    #expect(overlapping.system.entropyReason?.contains("overlap each other") == true)
    #expect(overlapping.units.allSatisfy { $0.inhomogeneity == nil })
    #expect(overlapping.units.allSatisfy { $0.effectivePartnersShannon >= 1 })
  }
}
