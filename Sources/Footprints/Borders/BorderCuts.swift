/// Where vertices of a layer lie on edges that do not have them.
///
/// Neighbours that set their vertices in different places along one line have no edge in common. Such edges have an area on
/// one side only, as those of a coast do; so only those are looked at, against all.
struct BorderCuts {
  /// A segment and a vertex that lies on it.
  private struct Cut: Sendable, Hashable {
    let segment: UInt32
    let part: Double
    let vertex: Coordinate
  }
  private let cuts: [Cut]

  var isEmpty: Bool { cuts.isEmpty }

  /// How many units of the grid a vertex may lie beside an edge that it is meant to lie on: each of the three points was
  /// rounded by up to 0.71.
  static let tolerance = 2.0

  /// Finds the cuts of the segments collected, which a tree holds. Throws `badData` where that takes too many steps.
  init(of book: SegmentBook, tree: SegmentTree, unit: Double, jobs: Int) throws(FootprintsError) {
    let outer = book.sides.indices.filter { book.sides[$0] != SegmentBook.bothSides }
    let reach = Self.tolerance * unit
    let limit = DistanceLimit(segments: book.segments.count)
    let chunk = 4096
    let found = try parallelMap(
      count: (outer.count + chunk - 1) / chunk, jobs: jobs, makeWorker: { SegmentNeighbours(tree) }
    ) { (neighbours, index) throws(FootprintsError) in
      var cuts: [Cut] = []
      for number in outer[index * chunk..<min(outer.count, (index + 1) * chunk)] {
        let own = tree.segments[number]
        neighbours.forEach(within: reach, of: own) { other in
          let segment = tree.segments[Int(other)]
          for vertex in [segment.a, segment.b] {
            if let part = own.part(of: vertex, within: reach) {
              cuts.append(Cut(segment: UInt32(number), part: part, vertex: vertex))
            }
          }
          for vertex in [own.a, own.b] {
            if let part = segment.part(of: vertex, within: reach) {
              cuts.append(Cut(segment: other, part: part, vertex: vertex))
            }
          }
        }
        try limit.check(&neighbours.steps)
      }
      return cuts
    }
    cuts = Set(found.joined()).sorted {
      ($0.segment, $0.part, $0.vertex.x, $0.vertex.y) < ($1.segment, $1.part, $1.vertex.x, $1.vertex.y)
    }
  }

  /// The segments with all cuts made.
  func apply(to book: SegmentBook) -> SegmentBook {
    var out = SegmentBook(expecting: book.segments.count + cuts.count)
    let owners = book.owners()
    var (cut, owner) = (0, 0)
    for (number, segment) in book.segments.enumerated() {
      let begin = owner
      while owner < owners.count, owners[owner].segment == number { owner += 1 }
      let areas = owners[begin..<owner].map(\.area)
      let side = book.sides[number]
      var last = segment.a
      func add(_ next: Coordinate) {
        guard next != last else { return }
        let (piece, isTurned) = LineSegment.between(last, next)
        out.add(piece, sides: isTurned ? side << 1 & 2 | side >> 1 : side, areas: areas)
        last = next
      }
      while cut < cuts.count, cuts[cut].segment == number {
        add(cuts[cut].vertex)
        cut += 1
      }
      add(segment.b)
    }
    return out
  }
}

extension LineSegment {
  /// Where a point lies along the segment, from 0 to 1, if it lies on it within a distance, and no nearer to its ends.
  fileprivate func part(of point: Coordinate, within reach: Double) -> Double? {
    let length = length
    let (ux, uy) = ((b.x - a.x) / length, (b.y - a.y) / length)
    let (px, py) = (point.x - a.x, point.y - a.y)
    let along = px * ux + py * uy
    guard along > reach, along < length - reach, abs(px * uy - py * ux) <= reach else { return nil }
    return along / length
  }
}
