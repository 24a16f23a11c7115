import Synchronization

/// The transformations of one job into its working system, each looked up once: PROJ's registry takes
/// tens of milliseconds per answer, and layers of one system share what is known of their positions.
final class TransformationCatalogue: Sendable {
  /// A transformation with what its users share.
  struct Entry: Sendable {
    let transformation: Transformation
    let lattice = ProjectionLattice()
    fileprivate(set) var positions = TransformedPositions()
  }

  private let target: ReferenceSystem
  private let known = Mutex<[String: Entry]>([:])

  init(to target: ReferenceSystem) { self.target = target }

  /// The transformation from a system.
  func entry(from source: ReferenceSystem) throws(FootprintsError) -> Entry {
    // Looked up under the lock: a second layer would only do the same work at the same time.
    try known.withLock { known throws(FootprintsError) in
      if let entry = known[source.definition] { return entry }
      let entry = Entry(transformation: try Transformation(from: source, to: target))
      known[source.definition] = entry
      return entry
    }
  }

  /// Forgets what became of individual positions, which can be a lot, once all layers are read.
  func forgetPositions() {
    known.withLock { known in
      for source in known.keys { known[source]?.positions = TransformedPositions() }
    }
  }
}
