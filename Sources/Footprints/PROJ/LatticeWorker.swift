/// Transforms on one thread by a lattice that all threads share.
struct LatticeWorker: ~Copyable {
  private let lattice: ProjectionLattice
  private let operation: PROJOperation
  private let state = State()
  private let finish: (Transformation.Approximation) -> Void

  /// What the worker has seen; a reference, because a worker is lent for one run after another.
  private final class State {
    var cells: [ProjectionLattice.Place: ProjectionLattice.Cell] = [:]
    var approximation = Transformation.Approximation(largestDeviation: 0, exactVertices: 0)
  }

  /// Calls `finish` with how well it went when the worker has done its last run.
  init(
    _ lattice: ProjectionLattice, pipeline: String, finish: @escaping (Transformation.Approximation) -> Void
  ) throws(FootprintsError) {
    self.lattice = lattice
    operation = try PROJOperation(pipeline)
    self.finish = finish
  }

  deinit { finish(state.approximation) }

  /// Transforms in place.
  func transform(_ coordinates: UnsafeMutableBufferPointer<Coordinate>) {
    var place = ProjectionLattice.Place(column: .min, row: .min)
    var coefficients: [SIMD2<Double>]?
    for index in coordinates.indices {
      let x = coordinates[index].x * ProjectionLattice.cellsPerDegree
      let y = coordinates[index].y * ProjectionLattice.cellsPerDegree
      // Degrees are below 360 in size (`PlausibleCoordinates`); anything else must not trap here.
      guard abs(x) < 1e6, abs(y) < 1e6 else {
        coordinates[index] = exact(coordinates[index])
        continue
      }
      let (column, row) = (x.rounded(.down), y.rounded(.down))
      let wanted = ProjectionLattice.Place(column: Int32(column), row: Int32(row))
      if wanted != place {
        place = wanted
        coefficients = cell(at: wanted).coefficients
      }
      if let coefficients {
        let value = ProjectionLattice.value(coefficients, x - column, y - row)
        coordinates[index] = Coordinate(value.x, value.y)
      } else {
        coordinates[index] = exact(coordinates[index])
      }
    }
  }

  private func exact(_ coordinate: Coordinate) -> Coordinate {
    state.approximation.exactVertices += 1
    return operation.transform(coordinate)
  }

  private func cell(at place: ProjectionLattice.Place) -> ProjectionLattice.Cell {
    if let known = state.cells[place] { return known }
    let cell = lattice.cell(at: place, operation)
    state.cells[place] = cell
    state.approximation.largestDeviation = max(state.approximation.largestDeviation, cell.deviation)
    return cell
  }
}
