/// Amounts of pounds that are known for pairs of areas of two layers.
struct PublishedAmounts: Sendable {
  /// The amounts by the place of the column that they are of.
  private(set) var amounts: [Int: [ContributionSplit.Allocation]] = [:]
  let notices: [Notice]

  /// Reads a table with a code of X, a code of Y and columns of pounds named as those that are apportioned.
  ///
  /// Throws `badData` where a column is missing or there is no amount, and for a pair that is there twice.
  init(
    _ table: CSVTable, columns: [AreaNumbers.Column], x: PreparedLayer, y: PreparedLayer
  ) throws(FootprintsError) {
    func codes(_ layer: PreparedLayer, besides other: Int?) throws(FootprintsError) -> (
      Int, CodeIndex.Matches
    ) {
      let index = layer.codeIndex
      let counts = table.header.indices.map { column in
        column == other ? 0 : index.positions(of: (0..<table.count).map { table.word($0, column) }).count
      }
      guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
        throw FootprintsError(
          .badData, "has no column with the codes of \(layer.name)", file: table.file,
          remedy: "It has \(CodeList(table.header, limit: 20, joinedBy: nil)).")
      }
      return (place, index.positions(of: (0..<table.count).map { table.word($0, place) }))
    }
    let (xPlace, inX) = try codes(x, besides: nil)
    let (_, inY) = try codes(y, besides: xPlace)
    var left: [Int] = []
    var seen: Set<[Int]> = []
    for (column, declared) in columns.enumerated() where declared.kind == .money {
      guard let place = table.column(named: declared.name) else { continue }
      for row in 0..<table.count {
        let text = table.word(row, place)
        if text.isEmpty { continue }
        guard let i = inX.positions[row], let j = inY.positions[row] else {
          left.append(row)
          continue
        }
        guard let amount = Money(text), amount.pence >= 0 else {
          throw table.failure("\(table.header[place]) is '\(text)', not an amount of pounds", row: row)
        }
        guard seen.insert([column, i, j]).inserted else {
          throw table.failure("a second amount for \(x.codes[i]) and \(y.codes[j])", row: row)
        }
        amounts[column, default: []].append(.init(x: i, y: j, amount: amount))
      }
    }
    if amounts.isEmpty {
      throw FootprintsError(
        .badData, "has no amount for a pair of areas of \(x.name) and \(y.name)", file: table.file,
        remedy: "Its column of pounds needs the name of the one that is apportioned.")
    }
    notices =
      left.isEmpty
      ? table.notices
      : table.notices + [
        Notice(
          .warning, "orphan-row",
          "\(table.file): amounts of pairs that are not in \(x.name) and \(y.name) are left out (\(table.lines(of: left)))"
        )
      ]
  }
}
