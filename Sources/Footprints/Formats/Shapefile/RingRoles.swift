/// Which rings of one record are exteriors and to which exterior each hole belongs.
///
/// The format has exteriors clockwise and holes counter-clockwise, in any order and with nothing that
/// links them. A hole belongs to the smallest exterior around it. Where a hole is in no exterior, the
/// orientation of this record cannot be trusted: then nesting alone decides, a ring inside an even
/// number of others being an exterior.
struct RingRoles {
  /// For each ring the exterior it is a hole of; nil for the exteriors themselves.
  private(set) var exteriors: [Int?]
  /// Whether clockwise meant exterior throughout.
  private(set) var followsOrientation = true

  /// Finds the roles; the arguments are those of `RingNesting`.
  init(coordinates: ArraySlice<Coordinate>, rings: [Range<Int>], doubleAreas: [Double]) {
    let nesting = RingNesting(coordinates: coordinates, rings: rings, doubleAreas: doubleAreas)
    exteriors = Array(repeating: nil, count: rings.count)
    var orphans = Self.assign(&exteriors, nesting, doubleAreas)
    guard !orphans.isEmpty else { return }

    // A hole that sticks out of its exterior at the bottom is recognised by its top.
    let mirrored = coordinates.map { Coordinate($0.x, -$0.y) }
    let base = coordinates.startIndex
    let fromAbove = RingNesting(
      coordinates: mirrored[...], rings: rings.map { $0.lowerBound - base..<$0.upperBound - base },
      doubleAreas: doubleAreas.map { -$0 })
    var others: [Int?] = Array(repeating: nil, count: rings.count)
    _ = Self.assign(&others, fromAbove, doubleAreas)
    for orphan in orphans { exteriors[orphan] = others[orphan] }
    orphans.removeAll { exteriors[$0] != nil }
    guard !orphans.isEmpty else { return }

    followsOrientation = false
    var depths = Array(repeating: 0, count: rings.count)
    exteriors = Array(repeating: nil, count: rings.count)
    for ring in nesting.order {
      guard let parent = nesting.parents[ring] else { continue }
      depths[ring] = depths[parent] + 1
      if !depths[ring].isMultiple(of: 2) { exteriors[ring] = parent }
    }
  }

  /// Gives each counter-clockwise ring its nearest clockwise ancestor and returns those that have none.
  private static func assign(_ exteriors: inout [Int?], _ nesting: RingNesting, _ doubleAreas: [Double])
    -> [Int]
  {
    var orphans: [Int] = []
    // The nearest clockwise ring at or above each; parents come first in the order.
    var nearest: [Int?] = Array(repeating: nil, count: doubleAreas.count)
    for ring in nesting.order {
      let above = nesting.parents[ring].flatMap { nearest[$0] }
      if doubleAreas[ring] > 0 {
        nearest[ring] = above
        exteriors[ring] = above
        if above == nil { orphans.append(ring) }
      } else {
        nearest[ring] = ring
      }
    }
    return orphans
  }
}
