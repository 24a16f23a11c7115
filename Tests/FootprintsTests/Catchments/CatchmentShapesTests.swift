import Testing

@testable import Footprints

@Suite struct CatchmentShapesTests {
  /// Every trust has its small areas in one round, and no round has two trusts in one.
  @Test(arguments: 0..<200 as Range<UInt64>) func roundsHaveEveryTrustOnce(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (bricks, trusts) = (
      Int.random(in: 1...40, using: &generator), Int.random(in: 1...12, using: &generator)
    )
    let rows = (0..<bricks).map { _ in
      (0..<trusts).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        .map { Membership.Share(unit: $0, share: 1) }
    }
    let membership = Membership(rows, unitCount: trusts)
    let rounds = Catchments.rounds(membership)
    for trust in 0..<trusts {
      let expected = rows.indices.filter { rows[$0].contains { $0.unit == trust } }
      let found = rounds.map { round in round.indices.filter { round[$0] == trust } }.filter { !$0.isEmpty }
      #expect(found == (expected.isEmpty ? [] : [expected]), "seed \(seed)")
    }
  }
}
