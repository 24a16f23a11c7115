/// The outlines of some areas of a layer as a screen can show them: cut off at the frame of a map, on a grid of a tenth of a pixel, and without
/// vertices that nobody could see.
///
/// Borders are simplified once for both neighbours, so that none gaps or overlaps: rings are cut where three borders meet, and each
/// stretch between two such places is simplified by itself, in a direction that does not depend on the area, by the rule of Douglas and Peucker
/// (Algorithms for the reduction of the number of points required to represent a digitized line, 1973).
struct ScreenOutlines: Sendable {
  /// The rings of each area, without the closing vertex; a point is in the area if it is inside an odd number of them.
  private(set) var rings: [[[MapFrame.Place]]]
  /// Every border once.
  private(set) var borders: [[MapFrame.Place]] = []

  /// The outlines of some areas, in their order.
  ///
  /// - Parameters:
  ///   - areas: positions of areas of the geometry.
  ///   - frame: what the map shows; the geometry is in its plane.
  ///   - tolerance: how far a border may be off, in tenths of a pixel.
  init(_ geometry: MultiPolygonArray, areas: [Int], in frame: MapFrame, tolerance: Double = 5) {
    let edge = frame.box.grown(by: 0.02 * (frame.box.max.x - frame.box.min.x))
    let whole = areas.map { area in
      geometry.rings(ofArea: area).compactMap { ring in
        Self.snapped(
          RingClipping.clipped(geometry.coordinates[geometry.vertices(of: ring)], to: edge), frame)
      }
    }
    let corners = Corners(whole)
    var known: Set<Stretch> = []
    rings = []
    for area in whole {
      var simple: [[MapFrame.Place]] = []
      for ring in area {
        var vertices: [MapFrame.Place] = []
        for stretch in corners.stretches(of: ring) {
          let line = LineSimplification.simplified(stretch, tolerance: tolerance)
          if known.insert(Stretch(stretch)).inserted { borders.append(line) }
          vertices.append(contentsOf: line.dropLast())
        }
        if vertices.count > 2 { simple.append(vertices) }
      }
      rings.append(simple)
    }
    // What became too small to be seen needs no border either.
    borders.removeAll { $0.count < 3 && $0.first == $0.last }
  }

  /// A ring on the grid of the screen, without the closing vertex; nil where nothing is left of it.
  private static func snapped(_ ring: [Coordinate], _ frame: MapFrame) -> [MapFrame.Place]? {
    var out: [MapFrame.Place] = []
    for vertex in ring {
      let place = frame.place(vertex)
      if out.last != place { out.append(place) }
    }
    if out.count > 1, out.first == out.last { out.removeLast() }
    return out.count > 2 ? out : nil
  }

  /// What tells one stretch of border from any other, whichever way it runs.
  private struct Stretch: Hashable {
    let first, second, last: MapFrame.Place

    init(_ line: [MapFrame.Place]) {
      let line = LineSimplification.isForward(line) ? line : line.reversed()
      (first, second, last) = (line[0], line[1], line[line.count - 1])
    }
  }
}

/// The places at which borders of several areas meet.
private struct Corners {
  private struct Neighbours {
    let one, other: MapFrame.Place
    var isCorner = false
  }

  private var places: [MapFrame.Place: Neighbours] = [:]

  init(_ areas: [[[MapFrame.Place]]]) {
    for ring in areas.joined() {
      for index in ring.indices {
        let before = ring[index == 0 ? ring.count - 1 : index - 1]
        let after = ring[index == ring.count - 1 ? 0 : index + 1]
        let (one, other) = before.isBefore(after) ? (before, after) : (after, before)
        guard let known = places[ring[index]] else {
          places[ring[index]] = Neighbours(one: one, other: other)
          continue
        }
        if known.one != one || known.other != other { places[ring[index]]?.isCorner = true }
      }
    }
  }

  /// A ring cut at its corners; one without any at its first place and the one furthest from that. Each stretch has the places at both of its ends.
  func stretches(of ring: [MapFrame.Place]) -> [[MapFrame.Place]] {
    var cuts = ring.indices.filter { places[ring[$0]]?.isCorner == true }
    if cuts.count < 2 {
      let start = cuts.first ?? (ring.indices.min { ring[$0].isBefore(ring[$1]) } ?? 0)
      let far =
        ring.indices.max {
          (ring[start].squaredDistance(to: ring[$0]), ring[$1])
            < (ring[start].squaredDistance(to: ring[$1]), ring[$0])
        } ?? start
      cuts = [start, far].sorted()
    }
    return cuts.indices.compactMap { number in
      let (from, to) = (cuts[number], cuts[number == cuts.count - 1 ? 0 : number + 1])
      let line = from < to ? Array(ring[from...to]) : Array(ring[from...]) + ring[...to]
      return line.count > 1 ? line : nil
    }
  }
}

/// Lines with fewer vertices.
enum LineSimplification {
  /// A line without the vertices that are no further than a tolerance from what is left; its ends stay. The same for a line and its reverse.
  static func simplified(_ line: [MapFrame.Place], tolerance: Double) -> [MapFrame.Place] {
    if line.count < 3 { return line }
    if !isForward(line) { return simplified(line.reversed(), tolerance: tolerance).reversed() }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [0..<line.count - 1]
    while let part = open.popLast() {
      var (furthest, distance) = (part.lowerBound, tolerance * tolerance)
      for index in part.dropFirst() {
        let away = line[index].squaredDistance(toSegment: line[part.lowerBound], line[part.upperBound])
        if away > distance { (furthest, distance) = (index, away) }
      }
      if furthest == part.lowerBound { continue }
      isKept[furthest] = true
      open += [part.lowerBound..<furthest, furthest..<part.upperBound]
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// Whether a line, and not its reverse, is the one that is simplified.
  static func isForward(_ line: [MapFrame.Place]) -> Bool {
    for (one, other) in zip(line, line.reversed()) where one != other { return one.isBefore(other) }
    // It is its own reverse, as a spike is.
    return true
  }
}

extension MapFrame.Place: Comparable {
  /// By x, then by y.
  public static func < (a: Self, b: Self) -> Bool { a.isBefore(b) }

  fileprivate func isBefore(_ other: Self) -> Bool { (x, y) < (other.x, other.y) }

  fileprivate func squaredDistance(to other: Self) -> Int {
    let (dx, dy) = (Int(x) - Int(other.x), Int(y) - Int(other.y))
    return dx * dx + dy * dy
  }

  fileprivate func squaredDistance(toSegment p: Self, _ q: Self) -> Double {
    let (ux, uy) = (Double(q.x) - Double(p.x), Double(q.y) - Double(p.y))
    let (vx, vy) = (Double(x) - Double(p.x), Double(y) - Double(p.y))
    let length = ux * ux + uy * uy
    let part = length > 0 ? min(1, max(0, (ux * vx + uy * vy) / length)) : 0
    let (dx, dy) = (vx - part * ux, vy - part * uy)
    return dx * dx + dy * dy
  }
}
