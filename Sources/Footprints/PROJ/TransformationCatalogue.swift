import Synchronization

/// The transformations of one job into its working system, each looked up once: PROJ's registry takes
/// tens of milliseconds an answer, and layers of one system share the lattice.
final class TransformationCatalogue: Sendable {
  private let target: ReferenceSystem
  private let known = Mutex<[String: (Transformation, ProjectionLattice)]>([:])

  init(to target: ReferenceSystem) { self.target = target }

  /// The transformation from a system, and the lattice for it.
  func transformation(
    from source: ReferenceSystem
  ) throws(FootprintsError) -> (transformation: Transformation, lattice: ProjectionLattice) {
    if let pair = known.withLock({ $0[source.definition] }) { return pair }
    let pair = (try Transformation(from: source, to: target), ProjectionLattice())
    known.withLock { $0[source.definition] = pair }
    return pair
  }
}
