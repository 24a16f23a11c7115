/// How the minimum contributions of clinical commissioning groups are divided among the boards whose areas they
/// span: by shares of people, conserved to the penny.
public struct ContributionSplit: Sendable, Equatable {
  /// What one group pays into one board's plan.
  public struct Part: Sendable, Equatable {
    /// The index of the group, x of the matrix.
    public let x: Int
    /// The index of the board, y of the matrix.
    public let y: Int
    /// How much.
    public let amount: Money
    /// Whether the amount was published rather than computed.
    public let isPublished: Bool
  }

  /// An allocation that has been published.
  public struct Allocation: Sendable, Equatable {
    /// The index of the group, x of the matrix.
    public var x: Int
    /// The index of the board, y of the matrix.
    public var y: Int
    /// How much.
    public var amount: Money

    /// Puts the parts together.
    public init(x: Int, y: Int, amount: Money) {
      self.x = x
      self.y = y
      self.amount = amount
    }
  }

  /// The parts, in the order of (x, y), each pair once.
  public let parts: [Part]
  /// The minimum of each group that nothing could be computed for: it shares people with no board, or the
  /// published parts do not add up to it. Not in ``parts``; 0 for all others, below 0 where more was
  /// published than the minimum.
  public let unassigned: [Money]

  /// Splits each minimum among the boards in proportion to the people that the group shares with them, by
  /// the method of largest remainders. People of a group in no board's area do not take part, so the whole
  /// minimum is split.
  ///
  /// Published amounts override: they are taken as they are, and what remains of the minimum is split among
  /// the other boards.
  ///
  /// Precondition: one minimum for each unit x; published pairs within the matrix, each once.
  public init(minima: [Money], masses: MassMatrix, published: [Allocation] = []) {
    precondition(minima.count == masses.xTotals.count, "one minimum for each group")
    precondition(published.allSatisfy { minima.indices.contains($0.x) }, "no such group")
    var parts: [Part] = []
    var unassigned: [Money] = []
    for x in minima.indices {
      let fixed = published.filter { $0.x == x }
      precondition(Set(fixed.map(\.y)).count == fixed.count, "a pair was published twice")
      precondition(fixed.allSatisfy { masses.yTotals.indices.contains($0.y) }, "no such board")
      let rest = Money(pence: minima[x].pence - fixed.map(\.amount).sum().pence)
      let open = masses.row(x).filter { cell in !fixed.contains { $0.y == cell.y } }
      var row = fixed.map { Part(x: x, y: $0.y, amount: $0.amount, isPublished: true) }
      if rest.pence > 0, !open.isEmpty {
        for (cell, amount) in zip(open, Self.split(rest, by: open.map(\.mass))) {
          row.append(Part(x: x, y: cell.y, amount: amount, isPublished: false))
        }
        unassigned.append(.zero)
      } else {
        row += open.map { Part(x: x, y: $0.y, amount: .zero, isPublished: false) }
        unassigned.append(rest)
      }
      parts += row.sorted { $0.y < $1.y }
    }
    self.parts = parts
    self.unassigned = unassigned
  }

  /// The sum of every board's parts.
  public func boardTotals(count: Int) -> [Money] {
    var totals = [Money](repeating: .zero, count: count)
    for part in parts { totals[part.y] = totals[part.y] + part.amount }
    return totals
  }

  /// Splits an amount in proportion to weights so that the parts sum to it exactly: each gets the whole
  /// pence of its quota, and the pence left over go to the largest remainders, if equal, to the first
  /// (Hamilton's method).
  ///
  /// Precondition: an amount from 0 to 2^53 pence, the whole numbers of a Double; weights finite, not
  /// negative, one of them above 0.
  public static func split(_ amount: Money, by weights: [Double]) -> [Money] {
    let sum = weights.reduce(0, +)
    precondition((0...(1 << 53)).contains(amount.pence))
    precondition(sum > 0 && sum.isFinite && weights.allSatisfy { $0 >= 0 })
    let quotas = weights.map { Double(amount.pence) * ($0 / sum) }
    // No quota is above the amount by more than its rounding, and that is at most 2^53.
    var pence = quotas.map { min(amount.pence, Int64($0)) }
    var left = amount.pence - pence.reduce(0, +)
    let order = weights.indices.sorted {
      let (a, b) = (quotas[$0] - Double(pence[$0]), quotas[$1] - Double(pence[$1]))
      return a == b ? $0 < $1 : a > b
    }.filter { weights[$0] > 0 }
    // Rounding of quotas can leave more than one penny per part, or a few too many; going round settles both.
    var place = 0
    while left != 0 {
      let index = left > 0 ? order[place % order.count] : order[order.count - 1 - place % order.count]
      let step: Int64 = left > 0 ? 1 : -1
      if pence[index] + step >= 0 {
        pence[index] += step
        left -= step
      }
      place += 1
    }
    return pence.map(Money.init(pence:))
  }
}
