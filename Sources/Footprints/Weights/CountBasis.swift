/// What numbers of people, or patients, rest on: how many there are, how many of them count, and how sure it is where they do.
public struct CountBasis: Sendable, Equatable {
  /// What is counted.
  public let unit: MassUnit
  /// All people, or patients, that could count.
  public let total: Double
  /// The share of them that counts, 0...1: the rest is in small areas that lie in no unit, or goes to trusts that are not told.
  public let countedShare: Double
  /// The small areas that a border divides: at least a tenth of each lies in a second unit.
  public let dividedBricks: Int
  /// The share of all people, or patients, in those, 0...1: the method of counting decides where they count.
  public let dividedShare: Double
  /// The share of patients whose trust is told, 0...1, small flows being suppressed; nil where no flows are used.
  public let toldShare: Double?

  /// What the people that two layers share rest on.
  ///
  /// - Parameters:
  ///   - bricks: the small areas with what is counted.
  ///   - x: which of them belong to which units of one layer.
  ///   - y: the same for the other.
  ///   - told: the part of each small area's patients whose trust is told; nil where no flows are used.
  init(_ bricks: Bricks, x: Membership, y: Membership, told: [Double]? = nil) {
    self.init(unit: bricks.unit, masses: bricks.people, y: y, alsoIn: x, told: told)
  }

  /// What a unit, of which each small area has a share, rests on against a layer.
  init(_ bricks: Bricks, of unit: Membership, in y: Membership, told: [Double]? = nil) {
    let masses = bricks.people.indices.map { brick in
      bricks.people[brick] * unit[brick].reduce(0) { $0 + $1.share }
    }
    self.init(
      unit: bricks.unit, masses: masses, y: y, alsoIn: nil, told: told, alsoDivided: unit.dividedBricks)
  }

  private init(
    unit: MassUnit, masses: [Double], y: Membership, alsoIn x: Membership?, told: [Double]?,
    alsoDivided: [Int] = []
  ) {
    var (all, counted, known) = (0.0, 0.0, 0.0)
    for (brick, mass) in masses.enumerated() {
      all += mass
      let inX = x.map { min(1, $0[brick].reduce(0) { $0 + $1.share }) } ?? 1
      counted += mass * inX * min(1, y[brick].reduce(0) { $0 + $1.share })
      if let told { known += mass * told[brick] }
    }
    let border = Set(y.dividedBricks).union(x?.dividedBricks ?? []).union(alsoDivided).sorted()
      .filter { masses[$0] > 0 }
    self.unit = unit
    total = all
    countedShare = min(1, ratio(counted, all))
    dividedBricks = border.count
    dividedShare = min(1, ratio(border.reduce(0) { $0 + masses[$1] }, all))
    toldShare = told.map { _ in min(1, ratio(known, all)) }
  }
}

extension Membership {
  /// What two layers share through small areas alone that a border of either divides.
  func divided(with other: Membership, over bricks: Bricks) -> MassMatrix {
    var masses = [Double](repeating: 0, count: brickCount)
    for brick in dividedBricks + other.dividedBricks { masses[brick] = bricks.people[brick] }
    return shared(with: other, masses: masses, unit: bricks.unit)
  }
}

extension MassMatrix {
  /// The mass of a pair; 0 where it shares none.
  func mass(_ x: Int, _ y: Int) -> Double {
    // Rows are in the order of y.
    let row = row(x)
    var (low, high) = (row.startIndex, row.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if row[middle].y < y { low = middle + 1 } else { high = middle }
    }
    return low < row.endIndex && row[low].y == y ? row[low].mass : 0
  }
}
