/// The edges of areas that are longer than a length, and the vertices that lie on them without being their ends.
///
/// Areas that were drawn next to each other need not have all vertices of a common border in common: one may run straight
/// past a vertex of the other. Before a long edge is bent, as by a projection, such vertices have to be its own.
struct LongEdges {
  private let areas: MultiPolygonArray
  /// The first vertex of each, ascending.
  private let starts: [Int]

  init(of areas: MultiPolygonArray, longerThan length: Double, jobs: Int) throws(FootprintsError) {
    self.areas = areas
    let pieces = areas.ringPieces(jobs: jobs)
    starts = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      var starts: [Int] = []
      for ring in pieces[piece] {
        for vertex in areas.vertices(of: ring).dropLast() {
          let (p, q) = (areas.coordinates[vertex], areas.coordinates[vertex + 1])
          let (dx, dy) = (q.x - p.x, q.y - p.y)
          if dx * dx + dy * dy > length * length { starts.append(vertex) }
        }
      }
      return starts
    }.flatMap(\.self)
  }

  var isEmpty: Bool { starts.isEmpty }

  /// A vertex on an edge, by the place of the edge among the long ones.
  private struct Contact: BitwiseCopyable, Sendable {
    let edge: Int
    /// How far along the edge, in the direction of its `LineSegment`.
    let part: Double
    let point: Coordinate

    static func precedes(_ a: Contact, _ b: Contact) -> Bool {
      (a.edge, a.part, a.point.x, a.point.y) < (b.edge, b.part, b.point.x, b.point.y)
    }
  }

  /// The areas with every vertex that comes within a distance of a long edge as one of the edge's own. The vertices of an
  /// edge are the same whichever way it runs.
  func withVerticesNear(_ distance: Double, jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    if isEmpty { return areas }
    let contacts = try contacts(within: distance, jobs: jobs)
    return contacts.isEmpty ? areas : adding(contacts)
  }

  /// The vertices on long edges, in the order of the edges and along them, each once.
  private func contacts(within distance: Double, jobs: Int) throws(FootprintsError) -> [Contact] {
    let segments = starts.map {
      LineSegment.between(areas.coordinates[$0], areas.coordinates[$0 + 1]).segment
    }
    let tree = SegmentTree(segments)
    let pieces = Pieces(of: areas.coordinates.count, minimum: 1 << 12, jobs: 4 * jobs)
    var found = try parallelMap(
      count: pieces.count, jobs: jobs, makeWorker: { SegmentNeighbours(tree) }
    ) { neighbours, piece in
      var contacts: [Contact] = []
      for vertex in pieces[piece] {
        let point = areas.coordinates[vertex]
        neighbours.forEach(within: distance, of: point) { number in
          let edge = segments[Int(number)]
          let part = edge.part(nearestTo: point)
          guard part > 0, part < 1, point != edge.a, point != edge.b,
            edge.squaredDistance(from: point) <= distance * distance
          else { return }
          contacts.append(Contact(edge: Int(number), part: part, point: point))
        }
      }
      return contacts
    }.flatMap(\.self)
    found.sort(by: Contact.precedes)
    var last: Contact?
    found.removeAll { contact in
      defer { last = contact }
      return last?.edge == contact.edge && last?.point == contact.point
    }
    return found
  }

  private func adding(_ contacts: [Contact]) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    out.reserve(coordinates: areas.coordinates.count + contacts.count)
    var edge = 0
    var next = 0
    for area in 0..<areas.count {
      for polygon in areas.polygons(of: area) {
        for ring in areas.rings(of: polygon) {
          for vertex in areas.vertices(of: ring) {
            out.append(areas.coordinates[vertex])
            guard edge < starts.count, starts[edge] == vertex else { continue }
            let first = next
            while next < contacts.count, contacts[next].edge == edge { next += 1 }
            edge += 1
            if first == next { continue }
            let own = contacts[first..<next]
            let isTurned =
              LineSegment.between(areas.coordinates[vertex], areas.coordinates[vertex + 1]).isTurned
            for contact in isTurned ? Array(own.reversed()) : Array(own) { out.append(contact.point) }
          }
          out.endRing()
        }
        out.endPolygon()
      }
      out.endArea()
    }
    return out
  }
}

extension LineSegment {
  /// Where the point of the segment's line that is nearest to a point lies: 0 at the first end, 1 at the second.
  fileprivate func part(nearestTo p: Coordinate) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    return ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)
  }
}
