/// The cells of a lattice that one thread has used, found without a lock, hashing or a copy.
struct CellTable: ~Copyable {
  private let lattice: ProjectionLattice
  /// Which place each slot belongs to; for an empty slot, something that is not a place.
  private var places = [ProjectionLattice.Place](
    repeating: .init(column: .min, row: .min), count: CellTable.slots)
  /// The cells of the slots that belong to a place; the memory of the others is not touched. An array would
  /// be copied element by element on its way out.
  private let cells = UnsafeMutablePointer<ProjectionLattice.Cell>.allocate(capacity: CellTable.slots)

  /// Slots are 64 x 64: places that far apart, more than 3 degrees, share one and evict each other.
  private static let slotBits = Int32(6)
  private static let slots = 1 << (2 * Int(slotBits))

  /// An empty table.
  init(of lattice: ProjectionLattice) { self.lattice = lattice }

  // Cells hold nothing that would have to be released.
  deinit { cells.deallocate() }

  /// The cell at a place, taken from the lattice when the table does not have it. The pointer holds until the
  /// next call.
  @inline(__always)
  mutating func cell(
    at place: ProjectionLattice.Place, _ operation: borrowing PROJOperation
  ) -> UnsafePointer<ProjectionLattice.Cell> {
    let mask: Int32 = (1 << Self.slotBits) - 1
    let slot = Int((place.row & mask) << Self.slotBits | (place.column & mask))
    if places[slot] != place {
      (cells + slot).initialize(to: lattice.cell(at: place, operation))
      places[slot] = place
    }
    return UnsafePointer(cells + slot)
  }
}
