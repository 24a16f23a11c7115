import Footprints

/// Random sparse matrices for property tests, the same for the same seed.
enum RandomMatrix {
  /// Up to 8 by 8 units, some without mass or partners. With `uncovered`, units also have mass of their own
  /// outside the other layer; otherwise both layers divide the same mass.
  static func make(seed: UInt64, uncovered: Bool) -> MassMatrix {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: 1...8, using: &generator)
    let columns = Int.random(in: 1...8, using: &generator)
    var xTotals = [Double](repeating: 0, count: rows)
    var yTotals = [Double](repeating: 0, count: columns)
    var cells: [MassMatrix.Cell] = []
    for x in 0..<rows {
      for y in 0..<columns where Bool.random(using: &generator) {
        // Masses over six orders of magnitude.
        let scales = [1, 1000, 1e6]
        let scale = scales[Int.random(in: 0...2, using: &generator)]
        let mass = Double.random(in: 0...1, using: &generator) * scale
        cells.append(.init(x: x, y: y, mass: mass))
        xTotals[x] += mass
        yTotals[y] += mass
      }
    }
    if uncovered {
      for x in 0..<rows { xTotals[x] += Double.random(in: 0...1000, using: &generator) }
      for y in 0..<columns { yTotals[y] += Double.random(in: 0...1000, using: &generator) }
    }
    return MassMatrix(
      unit: .people, xTotals: xTotals, yTotals: yTotals, cells: cells.shuffled(using: &generator))
  }

  static func units(_ count: Int, _ prefix: String) -> [NamedCode] {
    (0..<count).map { NamedCode(code: "\(prefix)\($0)") }
  }
}

/// Whether two numbers agree to a relative 1e-12, or are both smaller than that.
func agree(_ a: Double, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
