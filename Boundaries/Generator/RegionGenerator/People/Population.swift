/// People per brick: about equal numbers everywhere, as census areas are made; density comes from size.
struct Population: Sendable {
  /// Residents of each brick.
  let residents: [Int]

  init(bricks: Partition, seed: UInt64) {
    residents = bricks.centres.indices.map { brick in
      var chance = SeededGenerator(seed: seed, .people, brick)
      // Two draws make middling numbers more common than extreme ones.
      return 2200 + chance.below(1900) + chance.below(1900)
    }
  }

  /// The people of each of a number of areas.
  func sums(_ areaOf: [Int], count: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: count)
    for (area, people) in zip(areaOf, residents) { sums[area] += people }
    return sums
  }
}
