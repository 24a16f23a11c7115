/// An operation from longitude and latitude approximated by bicubic polynomials on a lattice of the
/// operation's own results, for use on one thread.
///
/// A cell of the lattice is 1/20 degree wide and high. Its polynomial (Lagrange, through the 4 x 4 nodes around
/// it) is made when the first vertex falls into it, and is compared at once with the operation itself at two
/// points that are not nodes: the middle, where the remainder of such a polynomial is largest, and a
/// point off the middle, which a symmetric error could not escape too. A cell that differs there by more than
/// `allowed`, such as one that a kink of a grid-based operation crosses, is never used: its vertices go
/// through the operation one by one. For the Transverse Mercator projection and a Helmert transformation the
/// difference is below 10^-7 m.
///
/// What a vertex becomes depends on the operation and the vertex alone, so layers that share borders still do.
final class ProjectionLattice {
  /// The largest difference that is accepted, in metres.
  static let allowed = 1e-6
  private static let cellsPerDegree = 20.0

  private let operation: PROJOperation
  private var cells: [Place: Cell] = [:]
  private var nodes: [Place: SIMD2<Double>] = [:]
  /// The largest difference seen in the cells that are used, in metres.
  private(set) var largestDeviation = 0.0
  /// The vertices that went through the operation itself.
  private(set) var exactCount = 0

  init(_ pipeline: String) throws(FootprintsError) { operation = try PROJOperation(pipeline) }

  private struct Place: Hashable {
    let column: Int32
    let row: Int32
  }

  /// The 16 coefficients of a cell, `coefficients[4 * b + a]` for the powers t^a u^b; nil where the cell is not
  /// used.
  private struct Cell {
    var coefficients: [SIMD2<Double>]?
  }

  /// Transforms in place.
  func transform(_ coordinates: UnsafeMutableBufferPointer<Coordinate>) {
    var place = Place(column: .min, row: .min)
    var current = Cell()
    for index in coordinates.indices {
      let x = coordinates[index].x * Self.cellsPerDegree
      let y = coordinates[index].y * Self.cellsPerDegree
      // Degrees are below 360 in size (`PlausibleCoordinates`); anything else must not trap here.
      guard abs(x) < 1e6, abs(y) < 1e6 else {
        coordinates[index] = exact(coordinates[index])
        continue
      }
      let (column, row) = (x.rounded(.down), y.rounded(.down))
      let wanted = Place(column: Int32(column), row: Int32(row))
      if wanted != place {
        place = wanted
        current = cell(at: wanted)
      }
      guard let coefficients = current.coefficients else {
        coordinates[index] = exact(coordinates[index])
        continue
      }
      let value = Self.value(coefficients, x - column, y - row)
      coordinates[index] = Coordinate(value.x, value.y)
    }
  }

  private func exact(_ coordinate: Coordinate) -> Coordinate {
    exactCount += 1
    return operation.transform(coordinate)
  }

  /// The polynomial at (t, u), both 0...1 within the cell, by Horner's rule in t and then in u.
  @inline(__always)
  private static func value(_ c: [SIMD2<Double>], _ t: Double, _ u: Double) -> SIMD2<Double> {
    c.withUnsafeBufferPointer { c in
      let t = SIMD2(repeating: t)
      let r0 = horner(c[0], c[1], c[2], c[3], t)
      let r1 = horner(c[4], c[5], c[6], c[7], t)
      let r2 = horner(c[8], c[9], c[10], c[11], t)
      let r3 = horner(c[12], c[13], c[14], c[15], t)
      return horner(r0, r1, r2, r3, SIMD2(repeating: u))
    }
  }

  @inline(__always)
  private static func horner(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>, _ t: SIMD2<Double>
  ) -> SIMD2<Double> {
    var value: SIMD2<Double> = d * t + c
    value = value * t + b
    return value * t + a
  }

  private func cell(at place: Place) -> Cell {
    if let known = cells[place] { return known }
    let new = makeCell(at: place)
    cells[place] = new
    return new
  }

  private func makeCell(at place: Place) -> Cell {
    var rows: [SIMD2<Double>] = []
    rows.reserveCapacity(16)
    for row in -1...2 {
      let values = (-1...2).map { node(Place(column: place.column + Int32($0), row: place.row + Int32(row))) }
      rows += Self.cubic(values[0], values[1], values[2], values[3])
    }
    var coefficients = [SIMD2<Double>](repeating: .zero, count: 16)
    for power in 0..<4 {
      let column = Self.cubic(rows[power], rows[4 + power], rows[8 + power], rows[12 + power])
      for other in 0..<4 { coefficients[4 * other + power] = column[other] }
    }
    var worst = 0.0
    for (t, u) in [(0.5, 0.5), (0.3, 0.8)] {
      let approximate = Self.value(coefficients, t, u)
      let correct = operation.transform(
        Coordinate(
          (Double(place.column) + t) / Self.cellsPerDegree, (Double(place.row) + u) / Self.cellsPerDegree))
      let deviation = max(abs(approximate.x - correct.x), abs(approximate.y - correct.y))
      // Not a number where the operation fails: such a cell is not used either.
      guard deviation <= Self.allowed else { return Cell() }
      worst = max(worst, deviation)
    }
    largestDeviation = max(largestDeviation, worst)
    return Cell(coefficients: coefficients)
  }

  private func node(_ place: Place) -> SIMD2<Double> {
    if let known = nodes[place] { return known }
    let value = operation.transform(
      Coordinate(Double(place.column) / Self.cellsPerDegree, Double(place.row) / Self.cellsPerDegree))
    let node = SIMD2(value.x, value.y)
    nodes[place] = node
    return node
  }

  /// The coefficients of the cubic through four values at -1, 0, 1 and 2.
  private static func cubic(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>
  ) -> [SIMD2<Double>] {
    let linear: SIMD2<Double> = c - a / 3 - b / 2 - d / 6
    let square: SIMD2<Double> = (a + c) / 2 - b
    let cube: SIMD2<Double> = (b - c) / 2 + (d - a) / 6
    return [b, linear, square, cube]
  }
}
