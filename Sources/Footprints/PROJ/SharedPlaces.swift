import Synchronization

/// Values by their place in a lattice, which all threads read and add to.
///
/// In parts with a lock each, so that threads hardly ever wait for each other: with one lock for all, a quarter of the time
/// went into waiting when several layers were read at once.
final class SharedPlaces<Value: Sendable>: Sendable {
  private let parts: [Part]
  private let most: Int
  private static var partBits: Int { 7 }

  private final class Part: Sendable {
    let values = Mutex<[ProjectionLattice.Place: Value]>([:])
  }

  /// Keeps at most about a number of values; more are not kept.
  init(most: Int) {
    self.most = most >> Self.partBits
    parts = (0..<1 << Self.partBits).map { _ in Part() }
  }

  /// The value at a place; nil where none is kept.
  subscript(place: ProjectionLattice.Place) -> Value? {
    get { part(of: place).values.withLock { $0[place] } }
    set {
      part(of: place).values.withLock { values in
        if values.count < most || values[place] != nil { values[place] = newValue }
      }
    }
  }

  /// Neighbours are in different parts, as threads work on neighbouring places.
  private func part(of place: ProjectionLattice.Place) -> Part {
    let mixed = UInt32(bitPattern: place.column) &* 0x9E37_79B1 ^ UInt32(bitPattern: place.row) &* 0x85EB_CA77
    return parts[Int(mixed >> UInt32(32 - Self.partBits))]
  }
}
