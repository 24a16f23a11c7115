/// Edges of a layer, found by their ends whichever way they run.
///
/// Open addressing in one buffer, which is cut into parts that threads fill independently; the hash of an edge decides
/// its part. Of edges with the same start and end only the first is kept, so that however often one is repeated, few
/// have to be looked at. 8 bytes per slot, two to four slots per edge.
struct EdgeTable: Sendable {
  /// No edge.
  static let none = UInt32.max
  static let partBits = 5

  private struct Slot: BitwiseCopyable {
    var tag: UInt32
    var edge: UInt32
  }

  private let slots: [Slot]
  private let mask: Int

  /// An edge with the hash of its ends.
  struct Entry: BitwiseCopyable, Sendable {
    let hash: UInt64
    let edge: UInt32
  }

  /// A table of the edges in some lists; each has one list for each part.
  init(
    _ lists: [[[Entry]]], _ vertices: UnsafeBufferPointer<GridPoint>, jobs: Int
  ) throws(FootprintsError) {
    let parts = 1 << Self.partBits
    let largest = (0..<parts).map { part in lists.reduce(0) { $0 + $1[part].count } }.max() ?? 0
    let bits = max(4, Int.bitWidth - max(0, 2 * largest - 1).leadingZeroBitCount)
    let mask = 1 << bits - 1
    self.mask = mask
    var filled = [Slot](repeating: Slot(tag: 0, edge: Self.none), count: parts << bits)
    var outcome = Result<[Void], FootprintsError>.success([])
    filled.withUnsafeMutableBufferPointer { buffer in
      // Every part is filled by one task, from the lists in their order.
      let shared = DisjointElements(buffer: buffer)
      let points = SharedVertices(vertices)
      outcome = Result { () throws(FootprintsError) in
        try parallelMap(count: parts, jobs: jobs) { part in
          for list in lists {
            for entry in list[part] {
              Self.insert(entry, points.buffer, shared, part << bits, mask)
            }
          }
        }
      }
    }
    _ = try outcome.get()
    slots = filled
  }

  private static func insert(
    _ entry: Entry, _ vertices: UnsafeBufferPointer<GridPoint>, _ slots: DisjointElements<Slot>, _ base: Int,
    _ mask: Int
  ) {
    let edge = Int(entry.edge)
    let tag = UInt32(truncatingIfNeeded: entry.hash)
    var place = EdgeHash.place(entry.hash) & mask
    while slots[base &+ place].edge != Self.none {
      let slot = slots[base &+ place]
      if slot.tag == tag, vertices[Int(slot.edge)] == vertices[edge],
        vertices[Int(slot.edge) &+ 1] == vertices[edge &+ 1]
      {
        return
      }
      place = (place &+ 1) & mask
    }
    slots[base &+ place] = Slot(tag: tag, edge: entry.edge)
  }

  /// The edge that runs from `q` to `p`; `none` if the table has none. `hash` is that of the two.
  @inline(__always)
  func edge(
    from q: GridPoint, to p: GridPoint, hash: UInt64, _ vertices: UnsafeBufferPointer<GridPoint>
  ) -> UInt32 {
    slots.withUnsafeBufferPointer { slots in
      let base = EdgeHash.part(hash) &* (mask &+ 1)
      let tag = UInt32(truncatingIfNeeded: hash)
      var place = EdgeHash.place(hash) & mask
      while true {
        let slot = slots[base &+ place]
        if slot.edge == Self.none { return Self.none }
        if slot.tag == tag, vertices[Int(slot.edge)] == q, vertices[Int(slot.edge) &+ 1] == p {
          return slot.edge
        }
        place = (place &+ 1) & mask
      }
    }
  }
}

/// A hash of two points that does not depend on their order (multipliers of SplitMix64, Steele et al. 2014). Its low
/// bits say whether an edge is sampled, its highest to which part of a table it belongs.
enum EdgeHash {
  @inline(__always)
  static func of(_ point: GridPoint) -> UInt64 {
    var hash = UInt64(bitPattern: point.x) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash &>> 29) ^ UInt64(bitPattern: point.y)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash &>> 32)
  }

  @inline(__always)
  static func of(_ p: GridPoint, _ q: GridPoint) -> UInt64 { of(ofEnds: of(p), of(q)) }

  /// The same from the hashes of both points.
  @inline(__always)
  static func of(ofEnds p: UInt64, _ q: UInt64) -> UInt64 {
    var hash = p &+ q
    hash = (hash ^ (hash &>> 30)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash &>> 31)
  }

  @inline(__always)
  static func part(_ hash: UInt64) -> Int { Int(hash &>> UInt64(64 - EdgeTable.partBits)) }

  @inline(__always)
  static func place(_ hash: UInt64) -> Int { Int((hash &>> 20) & 0xFFFF_FFFF) }
}

/// The vertices of a layer for several threads that read them.
///
/// Unchecked Sendable: nobody changes them, and whoever lends them waits for the threads.
struct SharedVertices: @unchecked Sendable {
  let buffer: UnsafeBufferPointer<GridPoint>

  init(_ buffer: UnsafeBufferPointer<GridPoint>) { self.buffer = buffer }
}
