/// Which units of two layers have anything in common: ground, or people.
///
/// Nobody may live on ground that two units have in common, and a lookup table may know of people where boundaries show no
/// ground. A pair counts with either; pairs with people are counted apart.
public struct CommonPairs: Sendable, Equatable {
  /// The units of a layer that are split: those with more than one partner.
  public struct Split: Sendable, Equatable {
    /// How many units there are.
    public let of: Int
    /// How many have anything in common with more than one unit of the other layer.
    public let count: Int
    /// How many have people in common with more than one; nil where people are not counted.
    public let populated: Int?

    /// Puts the numbers together.
    public init(of: Int, count: Int, populated: Int?) {
      self.of = of
      self.count = count
      self.populated = populated
    }
  }

  /// The units of X.
  public let x: Split
  /// The units of Y.
  public let y: Split
  /// How many pairs there are.
  public let count: Int
  /// How many of them have people in common; nil where people are not counted.
  public let populated: Int?

  /// Counts the pairs of shared masses, and where those are people, of the ground shared; both without slivers.
  init(_ matrix: MassMatrix, ground: MassMatrix?) {
    let people = matrix.unit == .people ? matrix.cells.map { [$0.x, $0.y] } : nil
    let all = Set(matrix.cells.map { [$0.x, $0.y] }).union(ground?.cells.map { [$0.x, $0.y] } ?? [])
    func split(_ side: Int, of count: Int) -> Split {
      func split(_ pairs: some Sequence<[Int]>) -> Int {
        var partners = [Int](repeating: 0, count: count)
        for pair in pairs { partners[pair[side]] += 1 }
        return partners.count { $0 > 1 }
      }
      return Split(of: count, count: split(all), populated: people.map(split))
    }
    x = split(0, of: matrix.xTotals.count)
    y = split(1, of: matrix.yTotals.count)
    count = all.count
    populated = people?.count
  }
}
