/// Which areas of a layer have ground in common, found by overlaying those near some places with each other.
struct CommonGround {
  private(set) var pairs: [Coverage.Overlap] = []
  private(set) var shapes = MultiPolygonArray()

  /// Up to so many pairs of areas are worked out.
  static let mostPairs = 1 << 17

  /// Overlays the areas whose boxes meet any of those of ground that is known to lie in several areas; nil where there are too
  /// many pairs.
  init?(of layer: GridLayer, near places: [Box], jobs: Int) throws(FootprintsError) {
    if places.isEmpty { return }
    let boxes = BoxesNear(layer.areaBoxes(jobs: jobs))
    let near = boxes.positions(near: places)
    // Neighbours have boxes that meet as well, and a large area's meets many.
    guard boxes.hasPairs(among: near, atMost: max(1 << 20, 256 * near.count)) else { return nil }
    // A copy of most of the layer is not worth its time.
    let isWhole = 2 * near.count > layer.count
    let part = isWhole ? layer : layer.selecting(near)
    let overlap = try OverlapKernel.overlap(a: part, b: part, jobs: jobs)
    let found = overlap.pairs.filter { $0.a < $0.b && $0.area > 0 }
    if found.count > Self.mostPairs { return nil }
    let outlines = try overlap.evidence.outlines(of: found.map { (a: $0.a, b: $0.b) }, jobs: jobs)
    shapes = try SnapRounding.roundedApart(outlines, unitsPerOne: layer.grid.unitsPerMetre, jobs: jobs)
    pairs = found.map { pair in
      Coverage.Overlap(
        areas: isWhole ? (pair.a, pair.b) : (near[pair.a], near[pair.b]), area: pair.area,
        perimeter: pair.perimeter)
    }
  }
}

/// Finds which of many boxes meet any of others, by a sweep from west to east.
struct BoxesNear {
  private let boxes: [Box]

  init(_ boxes: [Box]) { self.boxes = boxes }

  /// The positions of the boxes that meet any of some places, ascending.
  func positions(near places: [Box]) -> [Int] {
    var isNear = [Bool](repeating: false, count: boxes.count)
    forEachMeeting(places) { box, _ in isNear[box] = true }
    return isNear.indices.filter { isNear[$0] }
  }

  /// Whether at most a number of pairs of some of the boxes meet.
  func hasPairs(among some: [Int], atMost limit: Int) -> Bool {
    let order = some.map { boxes[$0] }.sorted { $0.min.x < $1.min.x }
    var open: [Box] = []
    var pairs = 0
    for box in order {
      open.removeAll { $0.max.x < box.min.x }
      pairs += open.count { $0.min.y <= box.max.y && $0.max.y >= box.min.y }
      if pairs > limit { return false }
      open.append(box)
    }
    return true
  }

  /// Calls `body` with the positions of every box and place that meet.
  private func forEachMeeting(_ places: [Box], _ body: (Int, Int) -> Void) {
    let west = boxes.indices.filter { !boxes[$0].isEmpty }.sorted { boxes[$0].min.x < boxes[$1].min.x }
    let order = places.indices.filter { !places[$0].isEmpty }.sorted { places[$0].min.x < places[$1].min.x }
    var (openBoxes, openPlaces) = ([Int](), [Int]())
    var (box, place) = (0, 0)
    while box < west.count || place < order.count {
      let isBox =
        place == order.count
        || box < west.count && boxes[west[box]].min.x <= places[order[place]].min.x
      if isBox {
        let own = boxes[west[box]]
        openPlaces.removeAll { places[$0].max.x < own.min.x }
        for other in openPlaces where places[other].intersects(own) { body(west[box], other) }
        openBoxes.append(west[box])
        box += 1
      } else {
        let own = places[order[place]]
        openBoxes.removeAll { boxes[$0].max.x < own.min.x }
        for other in openBoxes where boxes[other].intersects(own) { body(other, order[place]) }
        openPlaces.append(order[place])
        place += 1
      }
    }
  }
}

extension GridLayer {
  /// The box of each area in metres.
  func areaBoxes(jobs: Int) -> [Box] {
    (0..<count).map { area in
      var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
      for ring in rings(ofArea: area) {
        for vertex in edges(of: ring) {
          let point = vertices[vertex]
          low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
          high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
        }
      }
      return low.x > high.x ? .empty : Box(min: grid.coordinate(low), max: grid.coordinate(high))
    }
  }
}
