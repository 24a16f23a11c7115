/// How the pairs of edges that may meet in a cell are best found.
enum CellPlan {
  /// Compare the boxes of all pairs.
  case compare
  /// Compare the pairs whose shadows on a line meet; if those are many, divide the cell instead, if that
  /// helps.
  case sweep(otherwise: Division?)
  /// Divide the cell, and decide again about each part.
  case divide(Division)

  /// `growth` says how many times more often than at first the edges occur in cells by now.
  ///
  /// Long lines side by side are not taken apart by any division, but have narrow shadows; if they run
  /// apart like rays, in small cells only: there each quartering halves the pairs that are left, which no
  /// count of boxes would show, and doubles the edges. That ends when it has cost enough.
  init(_ cell: Cell, _ a: EdgeExtent, _ b: EdgeExtent, growth: Double) {
    let whole = Plan(cell: cell, a: a, b: b)
    let mayGrow = growth < 32
    let quarters = mayGrow ? Division(quartering: cell) : nil
    let isCrowded = whole.cost > 200 * Double(a.count + b.count)
    if isCrowded && whole.edgesAreLong {
      self = .sweep(otherwise: quarters)
    } else if mayGrow, let division = Division(of: cell, for: a, b, use: .part) {
      self = .divide(division)
    } else {
      self = isCrowded ? .sweep(otherwise: quarters) : .compare
    }
  }
}

extension Division {
  /// What a division is for.
  enum Use {
    /// The outermost cell of an overlay.
    case outermost
    /// A crowded cell within it.
    case part
    /// Edges and points to be located among them.
    case location
  }

  /// Cuts a cell in four, or nil if it is too small.
  init?(quartering cell: Cell) {
    guard cell.widthBits > 0, cell.heightBits > 0 else { return nil }
    self.init(cell: cell, columnBits: 1, rowBits: 1)
  }

  /// The division of a cell that is expected to make comparing two sets of edges cheapest, or nil when
  /// comparing all pairs at once is.
  ///
  /// The costs are those measured on synthetic national layers: comparing the boxes of a pair against
  /// handling an edge in a cell. A finer division leaves fewer pairs, but touches long edges in more cells;
  /// halving goes on, each time along the axis that gains more, while it gains. Edges are assumed to be spread
  /// evenly; where they are not, the crowded cells are divided again.
  init?(
    of cell: Cell, for a: EdgeExtent, _ b: EdgeExtent, use: Use
  ) {
    var best = Plan(cell: cell, a: a, b: b, meetingCost: use == .location ? 0 : Plan.meetingCost)
    var bestCost = best.cost
    // Where most boxes meet it is better to look closer first, see `CellPlan`.
    if use == .outermost && best.edgesAreLong {
      self.init(cell: cell, columnBits: 0, rowBits: 0)
      return
    }
    // Not finer than one cell for this many edges: empty cells cost as well.
    let most = max(4, (a.count + b.count) / 4)
    while 2 << (best.columnBits + best.rowBits) <= most {
      var wider = best
      wider.columnBits += 1
      var higher = best
      higher.rowBits += 1
      let costs = (wider.isPossible ? wider.cost : .infinity, higher.isPossible ? higher.cost : .infinity)
      if min(costs.0, costs.1) >= bestCost { break }
      if (costs.0 < costs.1 ? wider : higher).isTooLarge { break }
      (best, bestCost) = costs.0 < costs.1 ? (wider, costs.0) : (higher, costs.1)
    }
    if use != .outermost && best.columnBits + best.rowBits < 2 { return nil }
    self.init(cell: cell, columnBits: best.columnBits, rowBits: best.rowBits)
  }
}

/// A division under consideration.
private struct Plan {
  let cell: Cell
  let a: EdgeExtent
  let b: EdgeExtent
  var columnBits = 0
  var rowBits = 0
  /// What a pair whose boxes meet costs, when comparing two boxes costs 1.
  var meetingCost = Self.meetingCost

  /// What an edge in a cell costs.
  static let edgeCost = 20.0
  static let meetingCost = 8.0

  var isPossible: Bool { columnBits <= cell.widthBits && rowBits <= cell.heightBits }

  /// Whether so many boxes meet that edges must be long for the cell.
  var edgesAreLong: Bool { meetings > 0.05 }

  /// Whether the lists would need several times the memory of the edges.
  var isTooLarge: Bool { occurrences(a) + occurrences(b) > 4 * Double(a.count + b.count) }

  /// How often the edges occur in all cells together: once, and once more for every side they cross.
  private func occurrences(_ extent: EdgeExtent) -> Double {
    Double(extent.count)
      + extent.sumOfWidths * pow2(columnBits - cell.widthBits) * (columnBits > 0 ? 1 : 0)
      + extent.sumOfHeights * pow2(rowBits - cell.heightBits) * (rowBits > 0 ? 1 : 0)
  }

  /// The share of pairs in a cell whose boxes meet, if boxes are spread evenly: along each axis the sum of
  /// both boxes' sides, as parts of the cell's.
  private var meetings: Double {
    let columns =
      part(a.sumOfWidths, a.count, cell.widthBits, columnBits)
      + part(b.sumOfWidths, b.count, cell.widthBits, columnBits)
    let rows =
      part(a.sumOfHeights, a.count, cell.heightBits, rowBits)
      + part(b.sumOfHeights, b.count, cell.heightBits, rowBits)
    return min(1, columns) * min(1, rows)
  }

  /// The mean part of a cell's side that an edge takes in one cell, given that it is cut where it crosses
  /// from one to the next.
  private func part(_ sum: Double, _ count: Int, _ sideBits: Int, _ divisionBits: Int) -> Double {
    let mean = sum / Double(max(1, count)) * pow2(divisionBits - sideBits)
    return divisionBits == 0 ? min(1, mean) : mean / (1 + mean)
  }

  var cost: Double {
    let a = occurrences(a)
    let b = occurrences(b)
    let pairs = a * b * pow2(-columnBits - rowBits) * (1 + meetingCost * meetings)
    return columnBits + rowBits == 0 ? pairs : pairs + Self.edgeCost * (a + b)
  }

  private func pow2(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}
