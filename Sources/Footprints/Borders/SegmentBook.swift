/// Segments being collected, each once, with the areas that have them.
struct SegmentBook {
  /// The segments in the order in which they came.
  private(set) var segments: [LineSegment] = []
  /// On which sides of each segment areas lie: 1 for the one on its left, 2 for that on its right, 3 for both.
  private(set) var sides: [UInt8] = []
  /// The first area that has each segment.
  private var first: [UInt32] = []
  /// The areas that have segments which another had before.
  private var others: [LayerBorder.Owner] = []
  /// Places of segments by what they are, 0 where there is none: open addressing (Knuth, The Art of Computer
  /// Programming, volume 3, 6.4).
  private var places: [UInt32]

  /// Areas on both sides.
  static let bothSides: UInt8 = 3

  /// Makes room for a number of edges.
  init(expecting count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    places = [UInt32](repeating: 0, count: size)
    segments.reserveCapacity(count)
    sides.reserveCapacity(count)
    first.reserveCapacity(count)
  }

  /// Adds an edge of an area that lies on its left.
  mutating func add(_ from: Coordinate, _ to: Coordinate, area: UInt32) {
    let (segment, isTurned) = LineSegment.between(from, to)
    add(segment, sides: isTurned ? 2 : 1, areas: CollectionOfOne(area))
  }

  /// Adds a segment that areas have.
  mutating func add(_ segment: LineSegment, sides side: UInt8, areas: some Collection<UInt32>) {
    if 2 * (segments.count + 1) > places.count { grow() }
    let place = place(of: segment)
    guard let one = areas.first else { return }
    var rest = areas.dropFirst()
    let number: Int
    if places[place] == 0 {
      number = segments.count
      places[place] = UInt32(number + 1)
      segments.append(segment)
      sides.append(side)
      first.append(one)
    } else {
      number = Int(places[place]) - 1
      sides[number] |= side
      rest = areas.dropFirst(0)
    }
    for area in rest { others.append(LayerBorder.Owner(segment: UInt32(number), area: area)) }
  }

  /// The areas that have each segment, by ascending segment, then area; each once.
  func owners() -> [LayerBorder.Owner] {
    // Areas come in ascending order, so those of a segment do.
    let sorted = others.sorted { ($0.segment, $0.area) < ($1.segment, $1.area) }
    var owners: [LayerBorder.Owner] = []
    owners.reserveCapacity(segments.count + others.count)
    var next = 0
    for segment in segments.indices {
      let begin = owners.count
      owners.append(LayerBorder.Owner(segment: UInt32(segment), area: first[segment]))
      while next < sorted.count, sorted[next].segment == segment {
        if !owners[begin...].contains(sorted[next]) { owners.append(sorted[next]) }
        next += 1
      }
    }
    return owners
  }

  /// The place of a segment, or the empty one where it belongs.
  private func place(of segment: LineSegment) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(segment)) & mask
    while places[place] != 0, segments[Int(places[place]) - 1] != segment { place = (place + 1) & mask }
    return place
  }

  /// A number that mixes all bits of both ends (the last steps of SplitMix64).
  private static func hash(_ segment: LineSegment) -> UInt64 {
    var z: UInt64 = 0
    for value in [segment.a.x, segment.a.y, segment.b.x, segment.b.y] {
      z = (z ^ value.bitPattern) &* 0xBF58_476D_1CE4_E5B9
      z ^= z >> 31
    }
    return (z &* 0x94D0_49BB_1331_11EB) >> 16
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: 2 * places.count)
    for (number, segment) in segments.enumerated() { places[place(of: segment)] = UInt32(number + 1) }
  }
}
