import Synchronization

/// What an operation has turned every distinct position into so far, shared by the threads and layers of a job.
///
/// Neighbours and layers repeat the same vertices two to four times, and PROJ takes several times as long for one
/// as looking it up does. What a position becomes depends on nothing else, so it does not matter who was first.
final class TransformedPositions: Sendable {
  /// Parts with a lock each, so that threads seldom wait; a position's hash decides its part.
  private let parts: [Part]
  private static let partBits = 7

  init() { parts = (0..<1 << Self.partBits).map { _ in Part() } }

  private final class Part: Sendable {
    let table = Mutex(Table())
  }

  /// Transforms in place, using the caller's own operation for what has not been transformed yet.
  func transform(_ coordinates: UnsafeMutableBufferPointer<Coordinate>, _ operation: borrowing PROJOperation)
  {
    // The positions of each part, by a counting sort.
    let hashes = coordinates.map(Self.hash)
    var ends = [Int](repeating: 0, count: parts.count + 1)
    for hash in hashes { ends[Self.part(hash) + 1] += 1 }
    for part in parts.indices { ends[part + 1] += ends[part] }
    var places = ends
    var order = [Int](repeating: 0, count: coordinates.count)
    for (index, hash) in hashes.enumerated() {
      order[places[Self.part(hash)]] = index
      places[Self.part(hash)] += 1
    }
    // Each run of positions begins with another part, or all threads would follow the first from lock to lock.
    let start = hashes.first.map(Self.part) ?? 0
    for step in parts.indices {
      let part = (start + step) & (parts.count - 1)
      if ends[part] == ends[part + 1] { continue }
      let indices = order[ends[part]..<ends[part + 1]]
      parts[part].table.withLock { table in
        table.transform(coordinates, indices, hashes, operation)
      }
    }
  }

  private static func part(_ hash: UInt64) -> Int { Int(hash >> UInt64(64 - partBits)) }

  /// The finishing steps of SplitMix64 (Steele et al. 2014) on both numbers' bits.
  private static func hash(_ coordinate: Coordinate) -> UInt64 {
    var mixed = coordinate.x.bitPattern ^ (coordinate.y.bitPattern &* 0x9E37_79B9_7F4A_7C15)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Positions with their results, by open addressing. A position is the same only if its bits are: it need not
  /// be a number.
  private struct Table {
    private struct Entry {
      let position: Coordinate
      var result: Coordinate
    }

    private var entries: [Entry] = []
    /// One more than the position in `entries`, or 0 for a free slot; a power of two of them, at most two
    /// thirds used.
    private var slots = [UInt32](repeating: 0, count: 16)

    mutating func transform(
      _ coordinates: UnsafeMutableBufferPointer<Coordinate>, _ indices: ArraySlice<Int>, _ hashes: [UInt64],
      _ operation: borrowing PROJOperation
    ) {
      let first = entries.count
      let places = indices.map { place(of: coordinates[$0], hashes[$0]) }
      if entries.count > first {
        var new = entries[first...].map(\.position)
        new.withUnsafeMutableBufferPointer { operation.transform($0) }
        for (offset, result) in new.enumerated() { entries[first + offset].result = result }
      }
      for (index, place) in zip(indices, places) { coordinates[index] = entries[place].result }
    }

    /// Where a position is in `entries`, to which it is added if new.
    private mutating func place(of position: Coordinate, _ hash: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let place = Int(slots[slot]) - 1
        if Self.isSame(entries[place].position, position) { return place }
        slot = (slot + 1) & (slots.count - 1)
      }
      entries.append(Entry(position: position, result: position))
      slots[slot] = UInt32(entries.count)
      if entries.count * 3 > slots.count * 2 { enlarge() }
      return entries.count - 1
    }

    private mutating func enlarge() {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for (place, entry) in entries.enumerated() {
        var slot = Int(truncatingIfNeeded: TransformedPositions.hash(entry.position)) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(place + 1)
      }
    }

    private static func isSame(_ a: Coordinate, _ b: Coordinate) -> Bool {
      a.x.bitPattern == b.x.bitPattern && a.y.bitPattern == b.y.bitPattern
    }
  }
}
