/// An operation over 16 x 16 cells of a lattice, as the polynomial of degree 5 in either direction through 6 x 6 of its
/// results: what the nodes of the cells are taken from, with a tenth of the calls to the operation.
///
/// Its own error is some 10^-10 m for a Transverse Mercator projection; each cell is compared with the operation
/// itself all the same.
package struct LatticeBlock: Sendable {
  /// How many cells there are in either direction.
  static let side: Int32 = 16
  private static let nodeCount = 6

  /// The results row by row; none where the polynomial cannot be used.
  private let values: [SIMD2<Double>]

  /// The block through what the operation makes of positions, given from 0 to 1 across it, unless its results differ from
  /// the polynomial by more than `allowed` half way between them.
  package init(allowed: Double, _ operation: (_ t: Double, _ u: Double) -> SIMD2<Double>) {
    let places = (0..<Self.nodeCount).map { Double($0) / Double(Self.nodeCount - 1) }
    let values = places.flatMap { u in places.map { operation($0, u) } }
    self.values = values
    let isSmooth = [(0.1, 0.3), (0.9, 0.5), (0.5, 0.1), (0.7, 0.9)].allSatisfy { t, u in
      let correct = operation(t, u)
      let rows = (0..<Self.nodeCount).map { Self.sum(values, from: Self.nodeCount * $0, Self.weights(at: t)) }
      let value = Self.sum(rows, from: 0, Self.weights(at: u))
      // Not a number where the operation fails.
      return abs(value.x - correct.x) <= allowed && abs(value.y - correct.y) <= allowed
    }
    isUsed = isSmooth
  }

  /// Whether the polynomial can be used.
  package let isUsed: Bool

  /// The values at the 4 x 4 nodes around a cell of the block, row by row.
  package func nodes(around column: Int, _ row: Int) -> [SIMD2<Double>] {
    // First along the rows of results, then across them.
    var columns: [[SIMD2<Double>]] = []
    columns.reserveCapacity(4)
    for weights in Self.nodeWeights[column..<column + 4] {
      columns.append((0..<Self.nodeCount).map { Self.sum(values, from: Self.nodeCount * $0, weights) })
    }
    var nodes: [SIMD2<Double>] = []
    nodes.reserveCapacity(16)
    for weights in Self.nodeWeights[row..<row + 4] {
      for column in columns { nodes.append(Self.sum(column, from: 0, weights)) }
    }
    return nodes
  }

  private typealias Weights = (Double, Double, Double, Double, Double, Double)

  /// The weights of the values in a row or column for the nodes from one before the block to one after it.
  private static let nodeWeights: [Weights] = (-1...Int(side) + 1).map {
    weights(at: Double($0) / Double(side))
  }

  /// Lagrange's weights of the values at 0, 1/5 ... 1.
  private static func weights(at place: Double) -> Weights {
    let x = place * Double(nodeCount - 1)
    func weight(_ node: Int) -> Double {
      (0..<nodeCount).reduce(1) { product, other in
        other == node ? product : product * (x - Double(other)) / Double(node - other)
      }
    }
    return (weight(0), weight(1), weight(2), weight(3), weight(4), weight(5))
  }

  private static func sum(_ values: [SIMD2<Double>], from first: Int, _ weights: Weights) -> SIMD2<Double> {
    let left: SIMD2<Double> =
      values[first] * weights.0 + values[first + 1] * weights.1 + values[first + 2] * weights.2
    let right: SIMD2<Double> =
      values[first + 3] * weights.3 + values[first + 4] * weights.4 + values[first + 5] * weights.5
    return left + right
  }
}
