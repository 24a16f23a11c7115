/// A change after which an area passes a policy test.
struct PolicyMove: Sendable {
  /// What it is, in words: "move Northam 003 from Ashby to Birch".
  let sentence: String
  /// The people who would change areas.
  let people: Double
}

extension SuggestionSearch {
  /// For each area that fails a test, the change of fewest people after which it passes and nobody fails who passed before.
  ///
  /// - Parameter ofOther: whether the areas judged are those of the layer that does not change.
  func smallestMoves(
    for test: PolicyPreset, ofOther: Bool
  ) throws(FootprintsError) -> [Int: PolicyMove] {
    @Sendable func verdicts(_ matrix: MassMatrix) -> [Bool] {
      let judged = ofOther ? matrix.transposed : matrix
      return judged.xTotals.indices.map { test.verdict(onRow: $0, of: judged) }
    }
    let before = verdicts(baseline)
    guard before.contains(false) else { return [:] }
    let candidates = candidates()
    let mended = try parallelMap(count: candidates.count, jobs: jobs) {
      index throws(FootprintsError) -> [Int] in
      let candidate = candidates[index]
      var after = verdicts(matrix(after: candidate))
      // An area that was merged fares as what it is part of.
      if !ofOther, candidate.isMerger {
        let whole = candidate.to > candidate.from ? candidate.to - 1 : candidate.to
        after.insert(after[whole], at: candidate.from)
      }
      guard zip(before, after).allSatisfy({ !$0 || $1 }) else { return [] }
      return before.indices.filter { !before[$0] && after[$0] }
    }
    var best: [Int: Int] = [:]
    for (index, areas) in mended.enumerated() {
      for area in areas {
        guard let known = best[area].map({ candidates[$0] }) else {
          best[area] = index
          continue
        }
        let (one, other) = (candidates[index], known)
        if (one.people, one.order) < (other.people, other.order) { best[area] = index }
      }
    }
    return best.mapValues { PolicyMove(sentence: sentence(candidates[$0]), people: candidates[$0].people) }
  }
}
