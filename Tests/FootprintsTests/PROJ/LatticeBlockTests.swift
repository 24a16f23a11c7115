import Footprints
import Testing

@Suite struct LatticeBlockTests {
  /// A polynomial of degree 5 in each direction, from 0 to 1 across the block.
  private static func smooth(_ t: Double, _ u: Double) -> SIMD2<Double> {
    SIMD2(
      400_000 + 900 * t - 30 * u * t * t + 2 * t * t * t * t * t,
      200_000 + 1100 * u * u + t * u * u * u * u * u)
  }

  @Test func nodesLieOnAPolynomialOfDegreeFive() {
    let block = LatticeBlock(allowed: 1e-9, Self.smooth)
    #expect(block.isUsed)
    for (column, row) in [(0, 0), (3, 11), (15, 15)] {
      for (index, node) in block.nodes(around: column, row).enumerated() {
        let (t, u) = (Double(column + index % 4 - 1) / 16, Double(row + index / 4 - 1) / 16)
        let correct = Self.smooth(t, u)
        #expect(
          abs(node.x - correct.x) < 1e-8 && abs(node.y - correct.y) < 1e-8, "(\(column), \(row)), \(index)")
      }
    }
  }

  /// As where a grid of shifts ends, or where the operation fails.
  @Test func whatIsNotSmoothIsNotUsed() {
    #expect(
      !LatticeBlock(allowed: 1e-7) { t, u in Self.smooth(t, u) + SIMD2(max(0, t - 0.52) * 1e-4, 0) }.isUsed)
    #expect(
      !LatticeBlock(allowed: 1e-7) { t, u in u > 0.95 ? SIMD2(.infinity, .infinity) : Self.smooth(t, u) }
        .isUsed)
  }
}
