/// Follows the boundary of an area around each of its parts, and cuts it into rings that pass no vertex twice.
struct BoundaryWalks {
  private let edges: [AreaArrangement.Edge]
  private let sweep: WindingSweep
  /// The exterior of each polygon and its holes, each ring closed and from its lowest vertex on.
  private(set) var polygons: [[[GridPoint]]] = []
  /// The polygon of each edge that has been passed.
  private var polygonOfEdge: [Int32]
  /// One more than the place on the stack, for the vertices that are there.
  private var places: [UInt32]
  private var stack: [(vertex: UInt32, point: GridPoint)] = []

  init(_ edges: [AreaArrangement.Edge], _ sweep: WindingSweep) {
    self.edges = edges
    self.sweep = sweep
    polygonOfEdge = Array(repeating: WindingSweep.none, count: edges.count)
    places = Array(repeating: 0, count: 2 * edges.count)
  }

  /// Collects the polygons. The first edge of a walk is its lowest and leftmost one, and what lies to the left of that
  /// has been passed before.
  mutating func collect() {
    for edge in edges.indices where sweep.sides[edge] != .inner && polygonOfEdge[edge] == WindingSweep.none {
      let rings = rings(from: edge)
      // Around a part there is one exterior; holes that touch it are in the same walk.
      let isExterior = sweep.sides[edge] == .right
      let polygon = isExterior ? Int32(polygons.count) : polygonOfEdge[Int(sweep.leftOf[edge])]
      if isExterior { polygons.append([]) }
      mark(from: edge, polygon)
      let exterior = isExterior ? rings.firstIndex(where: Self.isCounterClockwise) : nil
      if let exterior { polygons[Int(polygon)].append(rings[exterior]) }
      for index in rings.indices where index != exterior { polygons[Int(polygon)].append(rings[index]) }
    }
  }

  private mutating func mark(from first: Int, _ polygon: Int32) {
    var edge = first
    repeat {
      polygonOfEdge[edge] = polygon
      edge = Int(sweep.next[edge])
    } while edge != first
  }

  /// The rings of the walk that an edge belongs to, by their lowest vertices.
  private mutating func rings(from first: Int) -> [[GridPoint]] {
    var rings: [[GridPoint]] = []
    var edge = first
    stack.removeAll(keepingCapacity: true)
    push(edge)
    repeat {
      edge = Int(sweep.next[edge])
      let vertex = start(edge).vertex
      let place = Int(places[Int(vertex)])
      if place > 0 {
        rings.append(ring(stack[(place - 1)...].map(\.point)))
        for item in stack[(place - 1)...] { places[Int(item.vertex)] = 0 }
        stack.removeLast(stack.count - place + 1)
      }
      if edge != first { push(edge) }
    } while edge != first
    return rings.sorted { AreaArrangement.isBelow($0[0], $1[0]) }
  }

  private mutating func push(_ edge: Int) {
    stack.append(start(edge))
    places[Int(start(edge).vertex)] = UInt32(stack.count)
  }

  /// The vertex that the boundary comes from along an edge.
  private func start(_ edge: Int) -> (vertex: UInt32, point: GridPoint) {
    sweep.sides[edge] == .left
      ? (sweep.lowVertex[edge], edges[edge].low) : (sweep.highVertex[edge], edges[edge].high)
  }

  /// A closed ring that starts at its lowest vertex.
  private func ring(_ points: [GridPoint]) -> [GridPoint] {
    var lowest = 0
    for index in points.indices where AreaArrangement.isBelow(points[index], points[lowest]) {
      lowest = index
    }
    return Array(points[lowest...] + points[...lowest])
  }

  private static func isCounterClockwise(_ ring: [GridPoint]) -> Bool {
    // At the lowest vertex a ring turns the way it runs.
    sideSign(ring[ring.count - 2], ring[0], ring[1]) > 0
  }
}
