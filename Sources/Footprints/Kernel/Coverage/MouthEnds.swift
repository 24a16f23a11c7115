/// Where the mouths of an inlet end: at vertices of the areas where such are near.
///
/// A mouth ends at the foot of a perpendicular, which can lie millimetres beside a corner where borders are not quite parallel. To end
/// it at the corner makes the inlet smaller by a thin triangle, and saves both areas a vertex.
struct MouthEnds {
  private var ring: [(place: Coordinate, isVertex: Bool)]
  private let isOnBorder: (Coordinate, Coordinate) -> Bool

  /// How far a corner may lie from a mouth's end, as a part of the mouth's length.
  private static let nearness = 0.25

  /// A ring, open, with its interior on the left, which of its places are vertices of areas, and which edges lie along their borders.
  init(_ ring: [(Coordinate, Bool)], isOnBorder: @escaping (Coordinate, Coordinate) -> Bool) {
    self.ring = ring.map { (place: $0.0, isVertex: $0.1) }
    self.isOnBorder = isOnBorder
  }

  /// The ring, closed.
  mutating func settled() -> [Coordinate] {
    var place = 0
    var left = ring.count
    while left > 0, ring.count > 3 {
      if isToSpare(place) {
        ring.remove(at: place)
        // What was next to it may be to spare now.
        place = (place + ring.count - 1) % ring.count
        left = ring.count
      } else {
        place = (place + 1) % ring.count
        left -= 1
      }
    }
    return ring.map(\.place) + ring.prefix(1).map(\.place)
  }

  private func isToSpare(_ place: Int) -> Bool {
    if ring[place].isVertex { return false }
    let (before, after) = (ring[(place + ring.count - 1) % ring.count], ring[(place + 1) % ring.count])
    let own = ring[place].place
    func isNear(_ corner: (place: Coordinate, isVertex: Bool), _ beyond: Coordinate) -> Bool {
      corner.isVertex
        && LineSegment.between(own, corner.place).segment.length
          <= Self.nearness * LineSegment.between(own, beyond).segment.length
        && isOnBorder(own, corner.place) && !isOnBorder(own, beyond)
    }
    // Without a corner that points inwards the inlet would be larger.
    guard Self.cross(before.place, own, after.place) > 0,
      isNear(before, after.place) || isNear(after, before.place)
    else { return false }
    return !ring.contains { other in
      other.place != before.place && other.place != own && other.place != after.place
        && Self.cross(before.place, own, other.place) >= 0
        && Self.cross(own, after.place, other.place) >= 0
        && Self.cross(after.place, before.place, other.place) >= 0
    }
  }

  /// Positive where a third point lies on the left of the way from one to another.
  private static func cross(_ p: Coordinate, _ q: Coordinate, _ r: Coordinate) -> Double {
    (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y)
  }
}
