/// Transforms on one thread by a lattice that all threads share.
struct LatticeWorker: ~Copyable {
  private let operation: PROJOperation
  private let cellsPerUnit: Double
  private let isForwards: Bool
  private let state: State
  private let finish: (Transformation.Approximation) -> Void

  /// What the worker has seen; a reference, because a worker is lent for one run after another.
  private final class State {
    var cells: CellTable
    var approximation = Transformation.Approximation(largestDeviation: 0, exactVertices: 0)

    init(_ lattice: ProjectionLattice) { cells = CellTable(of: lattice) }
  }

  /// Calls `finish` with how well it went when the worker has done its last run.
  init(
    _ lattice: ProjectionLattice, pipeline: String, finish: @escaping (Transformation.Approximation) -> Void
  ) throws(FootprintsError) {
    operation = try PROJOperation(pipeline)
    cellsPerUnit = lattice.cellsPerUnit
    isForwards = lattice.direction.runsForwards
    state = State(lattice)
    self.finish = finish
  }

  deinit { finish(state.approximation) }

  /// Transforms in place.
  func transform(_ coordinates: UnsafeMutableBufferPointer<Coordinate>) {
    // Nothing lies in the cell at infinity.
    var corner = Coordinate(.infinity, .infinity)
    var polynomial: UnsafePointer<Bicubic>?
    for index in coordinates.indices {
      let x = coordinates[index].x * cellsPerUnit
      let y = coordinates[index].y * cellsPerUnit
      // Exact in the cell, and never 0..<1 outside: no need to round every number down. Vertices that follow
      // each other mostly share a cell.
      var (t, u) = (x - corner.x, y - corner.y)
      if !(t >= 0 && t < 1 && u >= 0 && u < 1) {
        corner = Coordinate(x.rounded(.down), y.rounded(.down))
        polynomial = self.polynomial(at: corner)
        (t, u) = (x - corner.x, y - corner.y)
      }
      if let polynomial {
        let value = polynomial.pointee(t, u)
        coordinates[index] = Coordinate(value.x, value.y)
      } else {
        coordinates[index] = exact(coordinates[index])
      }
    }
  }

  private func exact(_ coordinate: Coordinate) -> Coordinate {
    state.approximation.exactVertices += 1
    return operation.transform(coordinate, forwards: isForwards)
  }

  /// The polynomial of the cell with a lower left corner, counted in cells, until the next is asked for; nil
  /// where the operation itself must be used.
  private func polynomial(at corner: Coordinate) -> UnsafePointer<Bicubic>? {
    // Degrees are below 360 in size (`PlausibleCoordinates`), and metres of the Earth below 10^9; anything else must not
    // trap here.
    guard abs(corner.x) < 1e6, abs(corner.y) < 1e6 else { return nil }
    let cell = state.cells.cell(at: .init(column: Int32(corner.x), row: Int32(corner.y)), operation)
    state.approximation.largestDeviation = max(state.approximation.largestDeviation, cell.pointee.deviation)
    return cell.pointee.isUsed ? cell.pointer(to: \.polynomial) : nil
  }
}
