/// How a brick that lies in more than one area is counted.
public enum MembershipMethod: String, Sendable, CaseIterable, Codable {
  /// Wholly in the area that holds the largest share of it, and in every area that overlaps that one and holds half of it.
  case largest
  /// In every area by its share of the brick's area.
  case apportion
  /// Wholly in the area that holds its point: where its people live on average, or its centre of gravity.
  case centroid
  /// In the area that a lookup table names.
  case lookup

  /// The method in words.
  public var explanation: String {
    switch self {
    case .largest: "each small area counts in the area that holds the largest share of it"
    case .apportion: "each small area counts in every area by the share of its own area that lies there"
    case .centroid: "each small area counts in the area that holds its point"
    case .lookup: "each small area counts in the area that the lookup table names"
    }
  }
}

/// Which share of each brick belongs to which units of a layer: a sparse matrix, one row per brick.
public struct Membership: Sendable {
  /// One brick's share in one unit, 0...1.
  public struct Share: Sendable, Equatable {
    /// The position of the unit in its layer.
    public let unit: Int
    /// The share of the brick that counts there.
    public let share: Double

    /// Makes a share.
    public init(unit: Int, share: Double) {
      self.unit = unit
      self.share = share
    }
  }

  /// The number of units of the layer.
  public let unitCount: Int
  /// Bricks of which at least 1% lies in a second unit.
  public let straddling: Int
  /// The positions of the bricks of which at least a tenth lies in a second unit, in order: nobody knows where those live who
  /// live there. Less can be the generalisation of a border that brick and unit have in common.
  public let dividedBricks: [Int]
  private let offsets: [Int]
  private let shares: [Share]

  /// Makes a membership from rows, one per brick.
  public init(_ rows: [[Share]], unitCount: Int, straddling: Int = 0, dividedBricks: [Int] = []) {
    self.unitCount = unitCount
    self.straddling = straddling
    self.dividedBricks = dividedBricks
    var offsets = [0]
    offsets.reserveCapacity(rows.count + 1)
    for row in rows { offsets.append((offsets.last ?? 0) + row.count) }
    self.offsets = offsets
    shares = rows.flatMap { $0 }
  }

  /// The number of bricks.
  public var brickCount: Int { offsets.count - 1 }

  /// The units of a brick.
  public subscript(_ brick: Int) -> ArraySlice<Share> { shares[offsets[brick]..<offsets[brick + 1]] }

  /// The bricks of which a unit has at least a share, in order.
  func bricks(of unit: Int, atLeast share: Double) -> [Int] {
    (0..<brickCount).filter { self[$0].contains { $0.unit == unit && $0.share >= share } }
  }

  /// A brick with less than this share of its area in every unit belongs to none of them by its largest
  /// share: it is a neighbour that generalisation makes touch, such as a Welsh area against a layer of England.
  /// A coastal brick whose sea the other layer leaves out has more than this.
  public static let leastShare = 0.05

  /// A brick of which a second unit has at least this share is divided between the two.
  static let dividingShare = 0.1

  /// Where units of one layer overlap each other, each that holds at least this share of a brick has it.
  static let overlappingShare = 0.5

  /// Two units that together hold no more than a whole brick and this much of it do not overlap there: lines
  /// generalised each on its own may cross.
  static let overlapNoise = 0.05

  /// Membership from the areas that bricks (as X) and units (as Y) have in common.
  ///
  /// By the largest share a brick belongs to one unit, and to others only where those overlap it: units that
  /// divide a brick compete for it, units that lie over each other do not. Two that hold more than the whole brick
  /// between them must overlap, whatever their shapes are.
  public init(areas table: OverlapTable, method: MembershipMethod) {
    var rows = [[Share]](repeating: [], count: table.xAreas.count)
    for pair in table.pairs where table.xAreas[pair.x] > 0 {
      rows[pair.x].append(Share(unit: pair.y, share: min(1, pair.area / table.xAreas[pair.x])))
    }
    var (straddling, divided) = (0, [Int]())
    for brick in rows.indices {
      let all = rows[brick]
      if all.count(where: { $0.share >= 0.01 }) > 1 { straddling += 1 }
      if all.count(where: { $0.share >= Self.dividingShare }) > 1 { divided.append(brick) }
      if method == .apportion { continue }
      rows[brick] = Self.holders(all).map { Share(unit: $0, share: 1) }
    }
    self.init(rows, unitCount: table.yAreas.count, straddling: straddling, dividedBricks: divided)
  }

  /// The units that no brick belongs to, in order.
  package var emptyUnits: [Int] {
    var isEmpty = [Bool](repeating: true, count: unitCount)
    for share in shares { isEmpty[share.unit] = false }
    return isEmpty.indices.filter { isEmpty[$0] }
  }

  /// The units that have a whole brick of which they hold shares, by position.
  private static func holders(_ shares: [Share]) -> [Int] {
    // Ties go to the unit that comes first, so that the result has one meaning.
    guard let best = shares.max(by: { ($0.share, $1.unit) < ($1.share, $0.unit) }), best.share >= leastShare
    else { return [] }
    // Nearly always there is one, and the others need no order.
    guard shares.contains(where: { $0.unit != best.unit && $0.share >= overlappingShare }) else {
      return [best.unit]
    }
    var holders: [Share] = []
    for share in shares.sorted(by: { ($1.share, $0.unit) < ($0.share, $1.unit) }) {
      let isLargeEnough = holders.isEmpty || share.share >= overlappingShare
      if isLargeEnough, holders.allSatisfy({ $0.share + share.share > 1 + overlapNoise }) {
        holders.append(share)
      }
    }
    return holders.map(\.unit).sorted()
  }

  /// Membership in one unit alone, as the only unit.
  func selecting(unit: Int) -> Membership {
    let rows = (0..<brickCount).map { brick in
      self[brick].filter { $0.unit == unit }.map { Share(unit: 0, share: $0.share) }
    }
    return Membership(rows, unitCount: 1, straddling: straddling, dividedBricks: dividedBricks)
  }

  /// Membership in groups of units, such as the plans that several authorities share: `group[unit]` lists the
  /// groups of a unit.
  public func grouped(_ groups: [[Int]], count: Int) -> Membership {
    let rows = (0..<brickCount).map { brick in
      var sums: [(group: Int, share: Double)] = []
      for share in self[brick] {
        for group in groups[share.unit] {
          if let at = sums.firstIndex(where: { $0.group == group }) {
            sums[at].share = min(1, sums[at].share + share.share)
          } else {
            sums.append((group, share.share))
          }
        }
      }
      return sums.sorted { $0.group < $1.group }.map { Share(unit: $0.group, share: $0.share) }
    }
    return Membership(rows, unitCount: count, straddling: straddling, dividedBricks: dividedBricks)
  }

  /// The mass of each unit: the sum of its bricks' masses by share, bricks in order.
  public func totals(_ masses: [Double]) -> [Double] {
    var totals = [Double](repeating: 0, count: unitCount)
    for brick in 0..<brickCount {
      for share in self[brick] { totals[share.unit] += masses[brick] * share.share }
    }
    return totals
  }

  /// The mass that is in no unit, and the mass that counts in more than one because units overlap each other;
  /// brick by brick, so that a gap here does not hide an overlap there.
  package func coverage(_ masses: [Double]) -> (outside: Double, repeated: Double) {
    var (outside, repeated) = (0.0, 0.0)
    for brick in 0..<brickCount {
      let share = self[brick].reduce(0) { $0 + $1.share }
      outside += masses[brick] * max(0, 1 - share)
      repeated += masses[brick] * max(0, share - 1)
    }
    return (outside, repeated)
  }

  /// The people that the units of two layers share through their bricks: N_ij is the sum over bricks of people
  /// times both shares. Exact where at least one of the two shares is 0 or 1 for every brick; for bricks that
  /// both layers divide use the areas of the three-way intersections instead (`PopulationOverlap`).
  ///
  /// `unit` says what the masses are of.
  public func shared(with other: Membership, masses: [Double], unit: MassUnit = .people) -> MassMatrix {
    precondition(
      brickCount == other.brickCount && masses.count == brickCount, "memberships of the same bricks")
    // Brick by brick into the row of each unit of X: the order of addition is that of the bricks.
    var rows = [[Int: Double]](repeating: [:], count: unitCount)
    var xRepeated = [Double](repeating: 0, count: unitCount)
    var yRepeated = [Double](repeating: 0, count: other.unitCount)
    for brick in 0..<brickCount where masses[brick] > 0 {
      // Units of one layer that overlap each other have more than the whole brick between them. A last digit is rounding.
      let inX = self[brick].reduce(-1) { $0 + $1.share }
      let inY = other[brick].reduce(-1) { $0 + $1.share }
      if inY > 1e-9 { for x in self[brick] { xRepeated[x.unit] += masses[brick] * x.share * inY } }
      if inX > 1e-9 { for y in other[brick] { yRepeated[y.unit] += masses[brick] * y.share * inX } }
      for x in self[brick] {
        for y in other[brick] { rows[x.unit][y.unit, default: 0] += masses[brick] * x.share * y.share }
      }
    }
    return MassMatrix(
      unit: unit, xTotals: totals(masses), yTotals: other.totals(masses),
      cells: rows.enumerated().flatMap { x, row in
        row.map { MassMatrix.Cell(x: x, y: $0.key, mass: $0.value) }
      }, xRepeated: xRepeated, yRepeated: yRepeated)
  }
}
