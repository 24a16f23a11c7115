/// A packed tree of the boxes of segments, each node eight boxes, in the order of Hilbert's curve (Kamel and
/// Faloutsos, "On packing R-trees", 1993).
///
/// A long slanting segment has a box that is nearly empty, and many of them, such as the rays of a star, have boxes that
/// all lie on each other. So segments are cut for the tree alone into parts whose boxes are no larger than suits their
/// number, at most eight parts for each segment on average.
struct SegmentTree: Sendable {
  /// The segments.
  let segments: [LineSegment]
  /// All nodes, those of the leaves first and the root last.
  let nodes: [SegmentBoxes]
  /// The nodes of each level, from the leaves up.
  let levels: [Range<Int>]
  /// The segment of each place of a leaf.
  let items: [UInt32]
  /// Whether a segment can be in several places.
  let hasParts: Bool

  /// Builds the tree over segments, of which there must be at least one.
  init(_ segments: [LineSegment]) {
    self.segments = segments
    let parts = SegmentParts(segments)
    hasParts = parts.items.count > segments.count
    items = parts.items
    var nodes: [SegmentBoxes] = []
    nodes.reserveCapacity(parts.items.count / 7 + 2)
    Self.append(parts.boxes, to: &nodes)
    var levels = [0..<nodes.count]
    while let level = levels.last, level.count > 1 {
      Self.append(level.map { nodes[$0].box }, to: &nodes)
      levels.append(level.upperBound..<nodes.count)
    }
    self.nodes = nodes
    self.levels = levels
  }

  /// Adds nodes that hold boxes in their order.
  private static func append(_ boxes: [Box], to nodes: inout [SegmentBoxes]) {
    for first in stride(from: 0, to: boxes.count, by: 8) {
      var node = SegmentBoxes()
      for lane in 0..<min(8, boxes.count - first) { node.set(lane, boxes[first + lane]) }
      nodes.append(node)
    }
  }
}

/// Segments cut into parts for a tree, in the order of Hilbert's curve.
struct SegmentParts {
  /// The segment of each part.
  private(set) var items: [UInt32] = []
  /// The box of each part.
  private(set) var boxes: [Box] = []

  init(_ segments: [LineSegment]) {
    var all = Box.empty
    var sum = 0.0
    for segment in segments {
      all.extend(to: segment.a)
      all.extend(to: segment.b)
      sum += Self.side(segment)
    }
    let (width, height) = (all.max.x - all.min.x, all.max.y - all.min.y)
    // The side of a box that suits the number of segments, or as many parts as there may be.
    let target = max((width * height / Double(segments.count)).squareRoot(), sum / Double(7 * segments.count))
    var unordered: [Box] = []
    var owners: [UInt32] = []
    unordered.reserveCapacity(segments.count)
    owners.reserveCapacity(segments.count)
    for (number, segment) in segments.enumerated() {
      let count = target > 0 ? max(1, Int((Self.side(segment) / target).rounded(.up))) : 1
      var last = segment.a
      for part in 1...count {
        let next = segment.point(at: Double(part) / Double(count))
        var box = Box(
          min: Coordinate(min(last.x, next.x), min(last.y, next.y)),
          max: Coordinate(max(last.x, next.x), max(last.y, next.y)))
        // The ends of a part are rounded.
        if count > 1 { box = box.grown(by: 1e-6) }
        unordered.append(box)
        owners.append(UInt32(truncatingIfNeeded: number))
        last = next
      }
    }
    let (scaleX, scaleY) = (Self.scale(width), Self.scale(height))
    var keys = unordered.indices.map { part -> UInt64 in
      let box = unordered[part]
      let column = ((box.min.x + box.max.x) / 2 - all.min.x) * scaleX
      let row = ((box.min.y + box.max.y) / 2 - all.min.y) * scaleY
      let place = hilbertPlace(Self.step(column), Self.step(row))
      return UInt64(place) << 32 | UInt64(UInt32(truncatingIfNeeded: part))
    }
    keys.sort()
    items.reserveCapacity(keys.count)
    boxes.reserveCapacity(keys.count)
    for key in keys {
      let part = Int(key & 0xFFFF_FFFF)
      items.append(owners[part])
      boxes.append(unordered[part])
    }
  }

  /// The side of a square as large as the segment's box.
  private static func side(_ segment: LineSegment) -> Double {
    ((segment.b.x - segment.a.x) * abs(segment.b.y - segment.a.y)).squareRoot()
  }

  private static func scale(_ size: Double) -> Double { size > 0 ? 65535 / size : 0 }

  /// A number of a column or row; the parts of cut segments may begin a little outside.
  private static func step(_ value: Double) -> UInt32 { UInt32(min(65535, max(0, value))) }
}
