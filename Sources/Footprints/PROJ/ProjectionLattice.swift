/// An operation from longitude and latitude, or its inverse, approximated by bicubic polynomials on a lattice of the
/// operation's own results, shared by all threads and layers of a job.
///
/// A cell of the lattice is 1/20 degree wide and high, or 4,096 m for the inverse. Its polynomial (Lagrange, through the 4 x 4 nodes around
/// it) is made when the first vertex falls into it, from a polynomial of higher degree for a block of cells, and is compared at
/// once with the operation itself at a point off the middle. Where a block's polynomial is not good enough, the nodes are the operation's own results, and
/// the cell is compared at the middle as well, where the remainder of such a polynomial is largest; a symmetric error could escape
/// the middle alone. A cell that differs by more than
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
    /// To longitude and latitude, by the inverse of an operation from there.
    case backwards
    /// To longitude and latitude, by an operation that leads there.
    case toDegrees

    /// Whether the operation is run as it is, not its inverse.
    var runsForwards: Bool { self != .backwards }
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
    case .backwards, .toDegrees: (cellsPerUnit, allowed) = (0x1p-12, Self.allowedDegrees)
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
      forwards: direction.runsForwards)
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
  private let blocks = SharedPlaces<LatticeBlock>(most: mostKept)
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
    let block = block(around: place, operation)
    if block.isUsed {
      let mask = LatticeBlock.side - 1
      let polynomial = Bicubic(
        through: block.nodes(around: Int(place.column & mask), Int(place.row & mask)))
      if let deviation = deviation(of: polynomial, at: [(0.3, 0.8)], of: place, operation) {
        return Cell(polynomial: polynomial, deviation: deviation, isUsed: true)
      }
    }
    let polynomial = Bicubic(through: nodes(around: place, operation))
    let deviation = deviation(of: polynomial, at: [(0.5, 0.5), (0.3, 0.8)], of: place, operation)
    return Cell(polynomial: polynomial, deviation: deviation ?? 0, isUsed: deviation != nil)
  }

  /// The largest difference between a cell's polynomial and the operation at some points; nil if more than allowed.
  private func deviation(
    of polynomial: Bicubic, at points: [(Double, Double)], of place: Place,
    _ operation: borrowing PROJOperation
  ) -> Double? {
    var worst = 0.0
    for (t, u) in points {
      let approximate = polynomial(t, u)
      let correct = correct(place, operation, t, u)
      let deviation = max(abs(approximate.x - correct.x), abs(approximate.y - correct.y))
      // Not a number where the operation fails: such a cell is not used either.
      guard deviation <= allowed else { return nil }
      worst = max(worst, deviation)
    }
    return worst
  }

  /// The block that a cell belongs to.
  private func block(around cell: Place, _ operation: borrowing PROJOperation) -> LatticeBlock {
    let mask = LatticeBlock.side - 1
    let corner = Place(column: cell.column & ~mask, row: cell.row & ~mask)
    if let known = blocks[corner] { return known }
    let size = Double(LatticeBlock.side)
    let new = LatticeBlock(allowed: allowed / 10) { t, u in
      let result = correct(corner, operation, t * size, u * size)
      return SIMD2(result.x, result.y)
    }
    blocks[corner] = new
    return new
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
