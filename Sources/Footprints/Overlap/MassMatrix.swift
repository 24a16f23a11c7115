/// The masses that the units of two layers X and Y share: a sparse matrix N, one cell for every pair that
/// shares anything.
///
/// Mass is area or people (``unit``); every formula on the matrix is the same for both.
/// The totals r and c are each unit's own mass, not the sums of its cells: what is missing from the sum is
/// the part of the unit outside the other layer. Measures that normalise by the sums would hide that part.
public struct MassMatrix: Sendable, Equatable {
  /// One pair of units with the mass they share.
  public struct Cell: Sendable, Equatable {
    /// The index of the unit of X.
    public let x: Int
    /// The index of the unit of Y.
    public let y: Int
    /// The shared mass N, above 0.
    public let mass: Double

    /// Makes a cell.
    public init(x: Int, y: Int, mass: Double) {
      self.x = x
      self.y = y
      self.mass = mass
    }
  }

  /// What the masses are of.
  public let unit: MassUnit
  /// The mass r of every unit of X itself.
  public let xTotals: [Double]
  /// The mass c of every unit of Y itself.
  public let yTotals: [Double]
  /// The pairs with mass above 0, each once, in the order of (x, y).
  public let cells: [Cell]
  /// All shared mass, T.
  public let total: Double
  /// The mass of each unit of X that lies in units of Y: the row sums.
  public let xShared: [Double]
  /// The mass of each unit of Y that lies in units of X: the column sums.
  public let yShared: [Double]
  /// The mass of each unit of X that it shares in cells that were set aside: covered, but not counted.
  public let xSetAside: [Double]
  /// The mass of each unit of Y that it shares in cells that were set aside.
  public let ySetAside: [Double]
  /// The mass of each unit of X that lies in several units of Y, which overlap each other there: what the row sum counts
  /// beyond once. 0 where nobody worked it out.
  public let xRepeated: [Double]
  /// The same for Y.
  public let yRepeated: [Double]

  private let rowOffsets: [Int]
  private let columnOffsets: [Int]
  private let cellsByColumn: [Cell]

  /// Orders the cells, adds up cells of the same pair in the order given, and leaves out pairs without
  /// mass.
  ///
  /// Precondition: indices within the totals; masses and totals finite and not negative.
  ///
  /// `xRepeated` and `yRepeated` are what units share with the other layer beyond once; nil for nothing.
  public init(
    unit: MassUnit, xTotals: [Double], yTotals: [Double], cells: [Cell], xRepeated: [Double]? = nil,
    yRepeated: [Double]? = nil
  ) {
    self.init(
      unit: unit, xTotals: xTotals, yTotals: yTotals, cells: cells, xSetAside: nil, ySetAside: nil,
      xRepeated: xRepeated, yRepeated: yRepeated)
  }

  /// The same with masses that were set aside; nil for none.
  private init(
    unit: MassUnit, xTotals: [Double], yTotals: [Double], cells: [Cell], xSetAside: [Double]?,
    ySetAside: [Double]?, xRepeated: [Double]?, yRepeated: [Double]?
  ) {
    self.xRepeated = xRepeated ?? Array(repeating: 0, count: xTotals.count)
    self.yRepeated = yRepeated ?? Array(repeating: 0, count: yTotals.count)
    self.xSetAside = xSetAside ?? Array(repeating: 0, count: xTotals.count)
    self.ySetAside = ySetAside ?? Array(repeating: 0, count: yTotals.count)
    precondition((xTotals + yTotals).allSatisfy { $0 >= 0 && $0.isFinite }, "a total is not a mass")
    let ordered = cells.enumerated().sorted {
      ($0.element.x, $0.element.y, $0.offset) < ($1.element.x, $1.element.y, $1.offset)
    }
    var unique: [Cell] = []
    unique.reserveCapacity(ordered.count)
    for (_, cell) in ordered {
      precondition(xTotals.indices.contains(cell.x) && yTotals.indices.contains(cell.y), "no such unit")
      precondition(cell.mass >= 0 && cell.mass.isFinite, "a cell is not a mass")
      guard cell.mass > 0 else { continue }
      if let last = unique.last, last.x == cell.x, last.y == cell.y {
        unique[unique.count - 1] = Cell(x: cell.x, y: cell.y, mass: last.mass + cell.mass)
      } else {
        unique.append(cell)
      }
    }
    self.unit = unit
    self.xTotals = xTotals
    self.yTotals = yTotals
    self.cells = unique

    var columnOffsets = Self.offsets(of: unique.map(\.y), count: yTotals.count)
    rowOffsets = Self.offsets(of: unique.map(\.x), count: xTotals.count)
    self.columnOffsets = columnOffsets
    // Placing row by row leaves each column in the order of x.
    var byColumn = unique
    var rows = [Double](repeating: 0, count: xTotals.count)
    var columns = [Double](repeating: 0, count: yTotals.count)
    for cell in unique {
      byColumn[columnOffsets[cell.y]] = cell
      columnOffsets[cell.y] += 1
      rows[cell.x] += cell.mass
      columns[cell.y] += cell.mass
    }
    cellsByColumn = byColumn
    xShared = rows
    yShared = columns
    total = unique.reduce(0) { $0 + $1.mass }
  }

  /// Where each unit's run of cells starts once the cells are grouped by `keys`; one more than `count`.
  private static func offsets(of keys: [Int], count: Int) -> [Int] {
    var offsets = [Int](repeating: 0, count: count + 1)
    for key in keys { offsets[key + 1] += 1 }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    return offsets
  }

  /// The cells of one unit of X, by ascending y.
  public func row(_ x: Int) -> ArraySlice<Cell> { cells[rowOffsets[x]..<rowOffsets[x + 1]] }

  /// The cells of one unit of Y, by ascending x.
  public func column(_ y: Int) -> ArraySlice<Cell> {
    cellsByColumn[columnOffsets[y]..<columnOffsets[y + 1]]
  }

  /// The share s = N / r of the cell's unit of X that lies in its unit of Y, 0...1; 0 where r is 0.
  ///
  /// Never above 1, although rounding can leave a shared mass a last digit above the total.
  public func xShare(_ cell: Cell) -> Double { ratio(cell.mass, xTotals[cell.x]) }

  /// The share d = N / c of the cell's unit of Y that lies in its unit of X, 0...1; 0 where c is 0.
  public func yShare(_ cell: Cell) -> Double { ratio(cell.mass, yTotals[cell.y]) }

  /// The mass of a unit of X in no unit of Y: r minus the row sum and what was set aside, each part counted once, never
  /// below 0.
  public func xUncovered(_ x: Int) -> Double {
    max(0, xTotals[x] - xShared[x] - xSetAside[x] + xRepeated[x])
  }

  /// The mass of a unit of Y in no unit of X; see ``xUncovered(_:)``.
  public func yUncovered(_ y: Int) -> Double {
    max(0, yTotals[y] - yShared[y] - ySetAside[y] + yRepeated[y])
  }

  /// The same matrix with the layers exchanged.
  public var transposed: MassMatrix {
    MassMatrix(
      unit: unit, xTotals: yTotals, yTotals: xTotals,
      cells: cellsByColumn.map { Cell(x: $0.y, y: $0.x, mass: $0.mass) }, xSetAside: ySetAside,
      ySetAside: xSetAside, xRepeated: yRepeated, yRepeated: xRepeated)
  }

  /// The same matrix without some cells, asked for in the order of (x, y). Their mass is set aside: totals stay, and it
  /// is not uncovered either.
  public func settingAside(_ isSetAside: (Cell) -> Bool) -> MassMatrix {
    var (xSetAside, ySetAside) = (xSetAside, ySetAside)
    let kept = cells.filter { cell in
      guard isSetAside(cell) else { return true }
      xSetAside[cell.x] += cell.mass
      ySetAside[cell.y] += cell.mass
      return false
    }
    return MassMatrix(
      unit: unit, xTotals: xTotals, yTotals: yTotals, cells: kept, xSetAside: xSetAside, ySetAside: ySetAside,
      xRepeated: xRepeated, yRepeated: yRepeated)
  }

  /// The same matrix with mass that units have and that is in no unit of the other layer, such as patients from other
  /// countries, added to their totals; nil for none.
  func addingElsewhere(x: [Double]? = nil, y: [Double]? = nil) -> MassMatrix {
    func sums(_ totals: [Double], _ more: [Double]?) -> [Double] {
      more.map { zip(totals, $0).map { $0 + $1 } } ?? totals
    }
    return MassMatrix(
      unit: unit, xTotals: sums(xTotals, x), yTotals: sums(yTotals, y), cells: cells, xSetAside: xSetAside,
      ySetAside: ySetAside, xRepeated: xRepeated, yRepeated: yRepeated)
  }

  /// The same matrix with the units of Y put together in groups: `groups[y]` lists the groups of a unit, which may be
  /// none or several.
  ///
  /// Where units of a group overlap each other, their common mass counts twice in it.
  public func groupingY(_ groups: [[Int]], count: Int) -> MassMatrix {
    func grouped(_ masses: [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: count)
      for (y, mass) in masses.enumerated() { for group in groups[y] { sums[group] += mass } }
      return sums
    }
    return MassMatrix(
      unit: unit, xTotals: xTotals, yTotals: grouped(yTotals),
      cells: cells.flatMap { cell in groups[cell.y].map { Cell(x: cell.x, y: $0, mass: cell.mass) } },
      xSetAside: xSetAside, ySetAside: grouped(ySetAside), xRepeated: xRepeated,
      yRepeated: grouped(yRepeated))
  }

  /// The same matrix with its units in another order: unit k of the result is unit `xOrder[k]` of this one.
  ///
  /// Floating-point sums depend on the order of addition. Scores bring the units into the order of their
  /// codes first, so that the order of the features in a file changes no digit.
  ///
  /// Precondition: both orders are permutations of the indices.
  public func reordered(x xOrder: [Int], y yOrder: [Int]) -> MassMatrix {
    func places(_ order: [Int], _ count: Int) -> [Int] {
      var place = [Int](repeating: -1, count: count)
      for (new, old) in order.enumerated() { place[old] = new }
      precondition(order.count == count && !place.contains(-1), "not a permutation of the units")
      return place
    }
    let xPlace = places(xOrder, xTotals.count)
    let yPlace = places(yOrder, yTotals.count)
    return MassMatrix(
      unit: unit, xTotals: xOrder.map { xTotals[$0] }, yTotals: yOrder.map { yTotals[$0] },
      cells: cells.map { Cell(x: xPlace[$0.x], y: yPlace[$0.y], mass: $0.mass) },
      xSetAside: xOrder.map { xSetAside[$0] }, ySetAside: yOrder.map { ySetAside[$0] },
      xRepeated: xOrder.map { xRepeated[$0] }, yRepeated: yOrder.map { yRepeated[$0] })
  }
}
