/// An operation from longitude and latitude, or its inverse, approximated by bicubic polynomials on a lattice of the
/// operation's own results, shared by all threads and layers of a job.
///
/// A cell of the lattice is 1/20 degree wide and high, or 4,096 m for the inverse. Its polynomial (Lagrange, through the 4 x 4 nodes around
/// it) is made when the first vertex falls into it, and is compared at once with the operation itself at two
/// points that are not nodes: the middle, where the remainder of such a polynomial is largest, and a
/// point off the middle, which a symmetric error could not escape as well. A cell that differs there by more than
/// `allowed`, such as one that a kink of a grid-based operation crosses, is never used: its vertices go
/// through the operation one by one. For the Transverse Mercator projection and a Helmert transformation the
/// difference is below 10^-7 m.
///
/// What a vertex becomes depends on the operation and the vertex alone, so layers that share borders still do.
package final class ProjectionLattice: Sendable {
  /// The largest difference that is accepted, in metres.
  package static let allowed = 1e-6
  /// The same for the inverse, in degrees: a hundredth of a millimetre, a thousandth of the last decimal that is written.
  package static let allowedDegrees = 1e-10

  /// Which way a lattice goes.
  package enum Direction: Sendable {
    /// From longitude and latitude.
    case forwards
    /// To longitude and latitude.
    case backwards
  }

  /// Which way it goes.
  let direction: Direction
  /// How many cells there are in a unit of what is transformed. Multiplying by it is exact or nearly so.
  let cellsPerUnit: Double
  private let allowed: Double

  /// An empty lattice; its cells are made when they are needed.
  package init(_ direction: Direction = .forwards) {
    self.direction = direction
    switch direction {
    case .forwards: (cellsPerUnit, allowed) = (20, Self.allowed)
    case .backwards: (cellsPerUnit, allowed) = (0x1p-12, Self.allowedDegrees)
    }
  }
  /// How many cells are kept, and how many nodes: 25 countries of the size of England. A file of positions all
  /// over the world gets the same results, more slowly, and does not fill the memory.
  static let mostKept = 1 << 18

  /// The place of a cell, and of the node at its lower left corner.
  struct Place: Hashable {
    let column: Int32
    let row: Int32
  }

  /// What the operation makes of the position at (t, u) of a cell.
  private func correct(
    _ place: Place, _ operation: borrowing PROJOperation, _ t: Double = 0, _ u: Double = 0
  ) -> Coordinate {
    operation.transform(
      Coordinate((Double(place.column) + t) / cellsPerUnit, (Double(place.row) + u) / cellsPerUnit),
      forwards: direction == .forwards)
  }

  /// A cell with how good it is.
  struct Cell: Sendable {
    /// The operation's approximation, each coordinate running from 0 to 1 within the cell.
    let polynomial: Bicubic
    /// The largest difference from the operation at two points, in the unit of the result.
    let deviation: Double
    /// Whether the approximation is good enough to be used.
    let isUsed: Bool
  }

  private let cells = SharedPlaces<Cell>(most: mostKept)
  private let nodes = SharedPlaces<SIMD2<Double>>(most: mostKept)

  /// The cell at a place, made with the caller's own operation when it has not been made yet. Two threads may
  /// make the same cell at once; they make it the same.
  func cell(at place: Place, _ operation: borrowing PROJOperation) -> Cell {
    if let known = cells[place] { return known }
    let new = makeCell(at: place, operation)
    cells[place] = new
    return new
  }

  private func makeCell(at place: Place, _ operation: borrowing PROJOperation) -> Cell {
    let polynomial = Bicubic(through: nodes(around: place, operation))
    var worst = 0.0
    for (t, u) in [(0.5, 0.5), (0.3, 0.8)] {
      let approximate = polynomial(t, u)
      let correct = correct(place, operation, t, u)
      let deviation = max(abs(approximate.x - correct.x), abs(approximate.y - correct.y))
      // Not a number where the operation fails: such a cell is not used either.
      guard deviation <= allowed else {
        return Cell(polynomial: polynomial, deviation: 0, isUsed: false)
      }
      worst = max(worst, deviation)
    }
    return Cell(polynomial: polynomial, deviation: worst, isUsed: true)
  }

  /// The results of the operation at the 16 nodes around a cell, row by row.
  private func nodes(around place: Place, _ operation: borrowing PROJOperation) -> [SIMD2<Double>] {
    let places = (0..<16).map { index in
      Place(column: place.column + Int32(index % 4) - 1, row: place.row + Int32(index / 4) - 1)
    }
    var values: [SIMD2<Double>] = []
    values.reserveCapacity(16)
    for place in places {
      if let known = nodes[place] {
        values.append(known)
      } else {
        let result = correct(place, operation)
        let value = SIMD2(result.x, result.y)
        nodes[place] = value
        values.append(value)
      }
    }
    return values
  }
}
