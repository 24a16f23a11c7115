/// An amount of money in whole pence, so that sums are exact.
package struct Pounds: Sendable {
  /// The amount in pence.
  package var pence: Int

  /// An amount in pence.
  package init(pence: Int) { self.pence = pence }

  /// Pounds and pence as the tables write them: 1234.50.
  package var text: String {
    let (pounds, rest) = pence.quotientAndRemainder(dividingBy: 100)
    return "\(pounds).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Splits the amount in proportion to weights, to the penny: the parts' sum is the whole.
  package func split(by weights: [Int]) -> [Pounds] {
    let total = weights.reduce(0, +)
    var (before, reached) = (0, 0)
    return weights.map { weight in
      // Rounding the running total instead of the parts loses and invents nothing.
      reached += weight
      let upTo = pence * reached / total
      defer { before = upTo }
      return Pounds(pence: upTo - before)
    }
  }
}
