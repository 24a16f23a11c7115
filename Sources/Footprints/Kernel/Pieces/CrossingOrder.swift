/// The crossings of a pair in the order in which they follow each other along the rings of one of its areas.
struct CrossingOrder {
  /// A ring with its crossings: places in `sequence`.
  struct Ring {
    let ring: Int
    let places: Range<Int>
    /// Whether the ring's start lies inside the other area.
    let startsInside: Bool
  }

  /// The crossings by their numbers, ring after ring.
  private(set) var sequence: [UInt32]
  /// For every crossing its place in `sequence`.
  private(set) var places: [UInt32]
  /// All rings of the area, also those without a crossing.
  private(set) var rings: [Ring]
  /// For every place the ring it belongs to, in `rings`.
  private var ringOfPlace: [UInt32]

  private struct Key {
    let edge: UInt32
    let otherEdge: UInt32
    let number: UInt32
    let along: UInt64
  }

  /// Orders crossings along the rings of an area of A (`isOfA`) or B, of which some start inside the other; nil where they do not take turns at entering and
  /// leaving, which those of valid areas do.
  ///
  /// Crossings in one point of an edge, such as those at a vertex where the other area touches itself, follow each
  /// other at infinitely small distances. Which comes first is not known, but that they take turns is, and any order
  /// that does gives the same boundary.
  init?(
    _ crossings: [PieceCrossing], alongA isOfA: Bool, _ layer: GridLayer,
    _ vertices: UnsafeBufferPointer<GridPoint>, area: Int, inside: Set<Int>
  ) {
    var keys = crossings.enumerated().map { number, crossing in
      let edge = isOfA ? crossing.aEdge : crossing.bEdge
      return Key(
        edge: edge, otherEdge: isOfA ? crossing.bEdge : crossing.aEdge,
        number: UInt32(truncatingIfNeeded: number),
        along: crossing.point.distance(along: vertices[Int(edge)], vertices[Int(edge) + 1]))
    }
    keys.sort { first, second in
      if first.edge != second.edge { return first.edge < second.edge }
      if first.along != second.along { return first.along < second.along }
      return first.otherEdge < second.otherEdge
    }
    sequence = keys.map(\.number)
    rings = []
    ringOfPlace = [UInt32](repeating: 0, count: crossings.count)
    places = [UInt32](repeating: 0, count: crossings.count)
    var next = 0
    for ring in layer.rings(ofArea: area) where layer.ringEdgeCounts[ring] > 0 {
      let first = next
      let end = layer.edges(of: ring).upperBound
      while next < keys.count, Int(keys[next].edge) < end {
        ringOfPlace[next] = UInt32(rings.count)
        next += 1
      }
      let new = Ring(ring: ring, places: first..<next, startsInside: inside.contains(ring))
      guard takeTurns(new, crossings, isOfA) else { return nil }
      rings.append(new)
    }
    for (place, number) in sequence.enumerated() { places[Int(number)] = UInt32(truncatingIfNeeded: place) }
  }

  /// Brings the crossings of a ring that lie in one point into an order in which they take turns.
  private mutating func takeTurns(_ ring: Ring, _ crossings: [PieceCrossing], _ isOfA: Bool) -> Bool {
    var isInside = ring.startsInside
    for place in ring.places {
      let crossing = crossings[Int(sequence[place])]
      if (crossing.isEntering == isOfA) == isInside {
        var other = place + 1
        while other < ring.places.upperBound,
          crossings[Int(sequence[other])].isEntering == crossing.isEntering,
          crossings[Int(sequence[other])].point.isBeside(crossing.point)
        {
          other += 1
        }
        guard other < ring.places.upperBound, crossings[Int(sequence[other])].point.isBeside(crossing.point)
        else { return false }
        sequence.swapAt(place, other)
      }
      isInside.toggle()
    }
    return isInside == ring.startsInside
  }

  /// The ring that a crossing lies on, and its place.
  func position(of crossing: Int) -> (ring: Ring, place: Int) {
    let place = Int(places[crossing])
    return (rings[Int(ringOfPlace[place])], place)
  }
}

extension CrossingPoint {
  /// How far it lies along an edge on which it is, measured on the axis along which the edge reaches further, in 2^-20
  /// grid units: below 2^61.
  func distance(along p: GridPoint, _ q: GridPoint) -> UInt64 {
    let start = CrossingPoint(p)
    return (q.x &- p.x).magnitude >= (q.y &- p.y).magnitude
      ? (x &- start.x).magnitude : (y &- start.y).magnitude
  }

  /// Whether two points are so close together that rounding may have changed their order.
  fileprivate func isBeside(_ other: CrossingPoint) -> Bool {
    (x &- other.x).magnitude <= 4 && (y &- other.y).magnitude <= 4
  }
}
