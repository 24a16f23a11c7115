import Footprints
import Testing

@Suite struct MembershipShapesTests {
  /// Every unit has its small areas in one round, and no round has two units in one.
  @Test(arguments: 0..<200 as Range<UInt64>) func roundsHaveEveryTrustOnce(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (bricks, units) = (
      Int.random(in: 1...40, using: &generator), Int.random(in: 1...12, using: &generator)
    )
    let rows = (0..<bricks).map { _ in
      (0..<units).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        .map { Membership.Share(unit: $0, share: 1) }
    }
    let membership = Membership(rows, unitCount: units)
    let rounds = membership.rounds()
    for unit in 0..<units {
      let expected = rows.indices.filter { rows[$0].contains { $0.unit == unit } }
      let found = rounds.map { round in round.indices.filter { round[$0] == unit } }.filter { !$0.isEmpty }
      #expect(found == (expected.isEmpty ? [] : [expected]), "seed \(seed)")
    }
  }
}
