/// How like one area of a tier the others are: Gower's general coefficient on ranks.
///
/// For each measure the areas are put in order; two areas are as far apart as the share of the places between them, 0 for the same
/// number and 1 for the two ends. Ranks make one measure count as much as another whatever their units, and no outlier more
/// than its place. The measures of one kind (the corner index among each other tier) count together as one, so that a
/// package with many tiers does not drown people and density. What is not known of either of two areas is not compared,
/// and the distance is the mean of the rest.
///
/// J. C. Gower, "A general coefficient of similarity and some of its properties", Biometrics 27 (1971); ranks after
/// J. Podani, "Extending Gower's general coefficient of similarity to ordinal characters", Taxon 48 (1999).
struct Likeness: Sendable {
  /// An area with its distance from the one asked about.
  struct Neighbour: Sendable {
    /// Its position in the tier.
    let unit: Int
    /// 0 for the same in everything, 1 for the other end of everything.
    let distance: Double
    /// The measures known of both, the least different first.
    let differences: [Difference]
  }

  /// How far apart two areas are in one measure.
  struct Difference: Sendable {
    /// The position of the measure.
    let measure: Int
    /// The share of places between the two, 0...1.
    let difference: Double
    /// The share of the other areas that are at least as near, 0...1: what two have in common says little where most have it.
    let asNear: Double
  }

  /// The measures that tell areas apart and are known of the area asked about.
  let measures: [LikeMeasure]
  /// The measures that are not known of it.
  let unknown: [LikeMeasure]
  /// The measures that are the same for all.
  let same: [LikeMeasure]
  /// The others, the most alike first, then by their position.
  let neighbours: [Neighbour]
  /// The positions of those of which less than half of the kinds is known, which are not compared.
  let notCompared: [Int]
  /// For each measure the share of the other areas that have less, those that have as much counting half.
  let ranks: [Double]

  /// Compares all areas with one. Precondition: one value per area and measure.
  init(_ all: [LikeMeasure], of unit: Int) {
    let (known, unknown) = (
      all.filter { $0.values[unit] != nil }, all.filter { $0.values[unit] == nil }
    )
    let isSame: (LikeMeasure) -> Bool = { Set($0.values.compactMap(\.self)).count < 2 }
    self.unknown = unknown
    same = known.filter(isSame)
    let measures = known.filter { !isSame($0) }
    let placed = measures.map { Self.ranks($0.values) }
    self.measures = measures
    ranks = placed.map { $0[unit] ?? 0 }
    let kinds = Set(measures.map(\.kind)).count
    let spreads = placed.map { ranks in Spread(ranks, of: unit) }
    var neighbours: [Neighbour] = []
    var notCompared: [Int] = []
    for other in all.first?.values.indices ?? 0..<0 where other != unit {
      var sums: [LikeMeasure.Kind: (sum: Double, count: Double)] = [:]
      var differences: [Difference] = []
      for (index, ranks) in placed.enumerated() {
        guard let own = ranks[unit], let its = ranks[other] else { continue }
        let difference = abs(its - own)
        differences.append(
          Difference(measure: index, difference: difference, asNear: spreads[index].share(within: difference))
        )
        let kind = measures[index].kind
        sums[kind] = ((sums[kind]?.sum ?? 0) + difference, (sums[kind]?.count ?? 0) + 1)
      }
      guard !sums.isEmpty, 2 * sums.count >= kinds else {
        notCompared.append(other)
        continue
      }
      // In the order of the kinds, so that the sum has one value.
      let total = LikeMeasure.Kind.allCases.reduce(0) { sum, kind in
        sums[kind].map { sum + $0.sum / $0.count } ?? sum
      }
      neighbours.append(
        Neighbour(
          unit: other, distance: total / Double(sums.count),
          differences: differences.sorted { ($0.difference, $0.measure) < ($1.difference, $1.measure) }))
    }
    self.neighbours = neighbours.sorted {
      (Self.key($0.distance), $0.unit) < (Self.key($1.distance), $1.unit)
    }
    self.notCompared = notCompared
  }

  /// The first `count` neighbours, and those that are as near as the last of them.
  func nearest(_ count: Int) -> [Neighbour] {
    guard count > 0, neighbours.count > count else { return Array(neighbours.prefix(max(0, count))) }
    let last = Self.key(neighbours[count - 1].distance)
    return neighbours.prefix { Self.key($0.distance) <= last }
  }

  /// How far the others are from one area in one measure.
  private struct Spread {
    private let sorted: [Double]

    init(_ ranks: [Double?], of unit: Int) {
      let own = ranks[unit] ?? 0
      sorted = ranks.indices.filter { $0 != unit }.compactMap { ranks[$0].map { abs($0 - own) } }.sorted()
    }

    /// The share of them that are no further.
    func share(within difference: Double) -> Double {
      let limit = difference + 1e-9
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] <= limit { low = middle + 1 } else { high = middle }
      }
      return sorted.isEmpty ? 1 : Double(low) / Double(sorted.count)
    }
  }

  /// Distances that differ only by rounding are equal.
  private static func key(_ distance: Double) -> Double { (distance * 1e9).rounded() }

  /// The place of each value among those known, 0 for the least and 1 for the largest; equal values share the middle of theirs.
  static func ranks(_ values: [Double?]) -> [Double?] {
    let sorted = values.compactMap(\.self).sorted()
    guard sorted.count > 1 else { return values.map { $0.map { _ in 0.5 } } }
    var places: [Double: Double] = [:]
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      places[sorted[start]] = (Double(start) + Double(end - start - 1) / 2) / Double(sorted.count - 1)
      start = end
    }
    return values.map { $0.flatMap { places[$0] } }
  }
}
