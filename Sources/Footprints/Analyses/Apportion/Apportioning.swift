/// The numbers of some areas re-expressed on others by the masses that they share.
struct Apportioning: Sendable {
  /// The numbers of one area of Y, or what lies in none.
  struct Row: Sendable {
    /// The values of the dividing columns.
    let key: [String]
    /// The position in Y; nil for what lies in no area of Y.
    let area: Int?
    /// By column; nil where nothing is known.
    let values: [AreaNumbers.Value?]
    /// The share of the area's mass in areas of X that the table has a row for; nil for what lies in none, and for an area without mass.
    let coverage: Double?
  }

  let rows: [Row]
  let notices: [Notice]

  /// Shares the numbers out.
  ///
  /// A part of an area of X gets its share of counts and pounds by mass, slivers set aside, and all of its rates and means, which are averaged
  /// by mass. Pounds are divided by largest remainders (``ContributionSplit``), so that not a penny is lost; `published` overrides them, by the
  /// place of the column.
  init(
    _ numbers: AreaNumbers, by matrix: MassMatrix, of x: AreaCodes,
    published: [Int: [ContributionSplit.Allocation]] = [:]
  ) {
    let withRest = Self.withRest(matrix)
    var unshared: Set<Int> = []
    var unpaid: Set<Int> = []
    rows = numbers.groups.flatMap { group -> [Row] in
      var columns: [[AreaNumbers.Value?]] = []
      for (place, column) in numbers.columns.enumerated() {
        let values = group.values[place]
        for x in values.indices where values[x] != nil && withRest.row(x).isEmpty { unshared.insert(x) }
        switch column.kind {
        case .extensive: columns.append(Self.extensive(values, withRest, matrix, group.elsewhere[place]))
        case .intensive: columns.append(Self.intensive(values, withRest))
        case .money:
          let split = Self.money(values, withRest, published[place] ?? [], group.elsewhere[place])
          unpaid.formUnion(split.unpaid)
          columns.append(split.values)
        }
      }
      let coverage = Self.coverage(group.hasRow, matrix)
      return (0...matrix.yTotals.count).map { y in
        let isRest = y == matrix.yTotals.count
        return Row(
          key: group.key, area: isRest ? nil : y, values: columns.map { $0[y] },
          coverage: isRest ? nil : coverage[y])
      }
    }
    notices = Self.notices(unshared, unpaid, x, matrix.unit)
  }

  /// The masses with one more unit of Y, which is what of X lies in none.
  private static func withRest(_ matrix: MassMatrix) -> MassMatrix {
    let rest = matrix.yTotals.count
    let left = matrix.xTotals.indices.map { matrix.xUncovered($0) }
    // A share of a mass that rounding alone left over is none.
    let cells = left.indices.filter { left[$0] > 1e-9 * matrix.xTotals[$0] }
      .map { MassMatrix.Cell(x: $0, y: rest, mass: left[$0]) }
    return MassMatrix(
      unit: matrix.unit, xTotals: matrix.xTotals, yTotals: matrix.yTotals + [left.reduce(0, +)],
      cells: matrix.cells + cells)
  }

  private static func extensive(
    _ values: [AreaNumbers.Value?], _ masses: MassMatrix, _ matrix: MassMatrix,
    _ elsewhere: AreaNumbers.Value?
  ) -> [AreaNumbers.Value?] {
    let rest = masses.yTotals.count - 1
    var sums = [Double?](repeating: nil, count: rest + 1)
    if case .number(let sum)? = elsewhere { sums[rest] = sum }
    for x in values.indices {
      guard case .number(let value)? = values[x] else { continue }
      let row = masses.row(x)
      // Areas of Y that overlap each other both count what they share, so the parts may sum to more than the whole.
      let whole = row.reduce(0) { $0 + $1.mass } - matrix.xRepeated[x]
      guard let last = row.last, whole > 0 else {
        sums[rest] = (sums[rest] ?? 0) + value
        continue
      }
      var left = value
      for cell in row {
        // What rounding leaves goes with the last part, so that the parts sum to the whole.
        let isLast = cell == last && matrix.xRepeated[x] == 0
        let part = isLast ? left : value * (cell.mass / whole)
        left -= part
        sums[cell.y] = (sums[cell.y] ?? 0) + part
      }
    }
    if sums[rest] == nil { sums[rest] = 0 }
    return sums.map { $0.map(AreaNumbers.Value.number) }
  }

  private static func intensive(_ values: [AreaNumbers.Value?], _ masses: MassMatrix) -> [AreaNumbers.Value?]
  {
    masses.yTotals.indices.map { y in
      var (sum, weight) = (0.0, 0.0)
      for cell in masses.column(y) {
        guard case .number(let value)? = values[cell.x] else { continue }
        sum += value * cell.mass
        weight += cell.mass
      }
      return weight > 0 ? .number(sum / weight) : nil
    }
  }

  /// Pounds, and the areas of X whose published parts are not what there is to divide: the difference is in no area.
  private static func money(
    _ values: [AreaNumbers.Value?], _ masses: MassMatrix, _ published: [ContributionSplit.Allocation],
    _ elsewhere: AreaNumbers.Value?
  ) -> (values: [AreaNumbers.Value?], unpaid: [Int]) {
    let rest = masses.yTotals.count - 1
    let amounts = values.map { value -> Money? in if case .money(let money)? = value { money } else { nil } }
    // What is owed is divided as what is had, without its sign.
    let split = ContributionSplit(
      minima: amounts.map { Money(pence: abs($0?.pence ?? 0)) }, masses: masses,
      published: published.filter { amounts[$0.x] != nil })
    var sums = [Money?](repeating: nil, count: rest + 1)
    if case .money(let sum)? = elsewhere { sums[rest] = sum }
    for part in split.parts {
      guard let amount = amounts[part.x] else { continue }
      sums[part.y] =
        (sums[part.y] ?? .zero) + (amount.pence < 0 ? Money(pence: -part.amount.pence) : part.amount)
    }
    var unpaid: [Int] = []
    for (x, left) in split.unassigned.enumerated() where left.pence != 0 {
      guard let amount = amounts[x] else { continue }
      sums[rest] = (sums[rest] ?? .zero) + (amount.pence < 0 ? Money(pence: -left.pence) : left)
      if published.contains(where: { $0.x == x }) { unpaid.append(x) }
    }
    if sums[rest] == nil { sums[rest] = .zero }
    return (sums.map { $0.map(AreaNumbers.Value.money) }, unpaid)
  }

  private static func coverage(_ hasRow: [Bool], _ matrix: MassMatrix) -> [Double?] {
    matrix.yTotals.indices.map { y in
      let whole = matrix.yTotals[y] - matrix.ySetAside[y]
      guard whole > 0 else { return nil }
      let known = matrix.column(y).reduce(0) { $0 + (hasRow[$1.x] ? $1.mass : 0) }
      return min(1, known / whole)
    }
  }

  private static func notices(
    _ unshared: Set<Int>, _ unpaid: Set<Int>, _ x: AreaCodes, _ unit: MassUnit
  ) -> [Notice] {
    var notices: [Notice] = []
    if !unshared.isEmpty {
      let codes = unshared.sorted().map { x.codes[$0] }
      notices.append(
        Notice(
          .warning, "no-mass",
          "\(CodeList(codes)) of \(x.name) \(Wording.form(codes.count, "has", "have")) no \(unit == .people ? "people" : "ground") to divide numbers by: \(Wording.form(codes.count, "its", "their")) numbers are in the row without a code",
          about: codes))
    }
    if !unpaid.isEmpty {
      let codes = unpaid.sorted().map { x.codes[$0] }
      notices.append(
        Notice(
          .warning, "published-differs",
          "the published amounts of \(CodeList(codes)) of \(x.name) are not what there is to divide: the difference is in the row without a code",
          about: codes))
    }
    return notices
  }
}
