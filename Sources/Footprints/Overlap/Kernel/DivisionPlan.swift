extension Division {
  /// The division of a cell that is expected to make comparing two sets of edges cheapest, or nil when
  /// comparing all pairs at once is.
  ///
  /// The costs are those measured on synthetic national layers: comparing the boxes of a pair against
  /// handling an edge in a cell. A finer division leaves fewer pairs, but touches long edges in more cells;
  /// halving goes on, each time along the axis that gains more, while it gains. Edges are assumed to be spread
  /// evenly; where they are not, the crowded cells are divided again.
  init?(
    of cell: Cell, for x: EdgeExtent, _ y: EdgeExtent, isRoot: Bool
  ) {
    var best = Plan(cell: cell, x: x, y: y)
    var bestCost = best.cost
    // Not finer than one cell for so many edges: empty cells cost as well.
    let most = max(4, (x.count + y.count) / (isRoot ? 16 : 4))
    while 2 << (best.columnBits + best.rowBits) <= most {
      var wider = best
      wider.columnBits += 1
      var higher = best
      higher.rowBits += 1
      let costs = (wider.isPossible ? wider.cost : .infinity, higher.isPossible ? higher.cost : .infinity)
      if min(costs.0, costs.1) >= bestCost { break }
      (best, bestCost) = costs.0 < costs.1 ? (wider, costs.0) : (higher, costs.1)
    }
    if !isRoot && best.columnBits + best.rowBits < 2 { return nil }
    self.init(cell: cell, columnBits: best.columnBits, rowBits: best.rowBits)
  }
}

/// A division being weighed.
private struct Plan {
  let cell: Cell
  let x: EdgeExtent
  let y: EdgeExtent
  var columnBits = 0
  var rowBits = 0

  /// Comparing two boxes costs 1; so much costs an edge in a cell.
  static let edgeCost = 20.0

  var isPossible: Bool { columnBits <= cell.widthBits && rowBits <= cell.heightBits }

  /// How often the edges occur in all cells together: once, and once more for every side they cross.
  private func occurrences(_ extent: EdgeExtent) -> Double {
    Double(extent.count)
      + extent.sumOfWidths * pow2(columnBits - cell.widthBits) * (columnBits > 0 ? 1 : 0)
      + extent.sumOfHeights * pow2(rowBits - cell.heightBits) * (rowBits > 0 ? 1 : 0)
  }

  var cost: Double {
    let x = occurrences(x)
    let y = occurrences(y)
    let pairs = x * y * pow2(-columnBits - rowBits)
    return columnBits + rowBits == 0 ? pairs : pairs + Self.edgeCost * (x + y)
  }

  private func pow2(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}
