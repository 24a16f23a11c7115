/// Which pieces of ground between areas change hands, and to whom.
struct RepairPlan {
  private(set) var changes: [CoverageRepair.Change] = []
  /// How far the border of each area has moved at most once the changes are made, in metres.
  private(set) var moved: [Double]
  /// The ground of each change: one area of one polygon.
  private var ground = MultiPolygonArray()
  private let movedBefore: [Double]
  /// What each area has to lose, in m2, before half of it is gone.
  private var spare: [Double]
  private let distance: Double
  private let grid: IntegerGrid

  /// Decides on every gap and every piece of ground in two areas.
  ///
  /// - Parameters:
  ///   - moved: how far the border of each area has moved already.
  ///   - distance: how far it may.
  init(
    of coverage: Coverage, in layer: GridLayer, moved: [Double], within distance: Double, jobs: Int
  ) throws(FootprintsError) {
    (self.moved, movedBefore, self.distance, grid) = (moved, moved, distance, layer.grid)
    let areas = layer.multiPolygons(of: 0..<layer.count)
    spare = try parallelMap(count: areas.count, jobs: jobs) { areas.area(of: $0) / 2 }
    let common = try GroundSides(of: coverage.common, in: layer, jobs: jobs).sides
    for (number, overlap) in coverage.overlaps.enumerated() {
      for polygon in coverage.common.polygons(of: number) {
        decide(between: overlap.areas, polygon, of: coverage.common, common[polygon])
      }
    }
    let context = GEOSContext()
    for (number, neighbours) in coverage.neighbours.enumerated() {
      guard let first = neighbours.first else { continue }
      for polygon in coverage.gaps.polygons(of: number) {
        try decide(gapBeside: first.area, polygon, of: coverage.gaps, coverage.gapSides[polygon], context)
      }
    }
    if changes.isEmpty { try decide(on: coverage.inlets, context) }
  }

  /// Decides on every inlet, once nothing else changes hands: where gaps are filled, inlets can end elsewhere.
  private mutating func decide(on inlets: Inlets, _ context: GEOSContext) throws(FootprintsError) {
    for (polygon, sides) in inlets.sides.enumerated() {
      guard let first = sides.lengths.first else { continue }
      try decide(gapBeside: first.area, polygon, of: inlets.ground, sides, context)
    }
  }

  /// Ground in two areas goes to the one that has more of the outline inside, or to the other where the border would move too far.
  private mutating func decide(
    between areas: (Int, Int), _ polygon: Int, of shapes: MultiPolygonArray, _ sides: [GroundSides.Side]
  ) {
    let area = shapes.area(ofPolygon: polygon)
    let isSecond = sides.length(beside: areas.1) > sides.length(beside: areas.0)
    for (to, from) in isSecond ? [(areas.1, areas.0), areas] : [areas, (areas.1, areas.0)] {
      guard area < spare[from], let move = hair(polygon, of: shapes) ?? sides.move(ofBorderOf: from),
        isWithin(move, from)
      else { continue }
      spare[from] -= area
      let change = CoverageRepair.Change(fault: .overlap, to: to, from: from, area: area, move: move)
      return add(change, movingBorderOf: from, polygon, of: shapes)
    }
  }

  /// Ground in no area goes to the neighbour with most of the outline, or is divided. A hole in one area has no other border to
  /// move to: it shrinks to nothing, by no more than the radius of a circle of its size, and half of the width of its box.
  private mutating func decide(
    gapBeside area: Int, _ polygon: Int, of shapes: MultiPolygonArray, _ sides: [GroundSides.Side],
    _ context: GEOSContext
  ) throws(FootprintsError) {
    let size = shapes.area(ofPolygon: polygon)
    if sides.allSatisfy({ $0.beyond == [area] }) {
      let box = shapes.box(ofPolygon: polygon)
      let move = min((size / .pi).squareRoot(), min(box.max.x - box.min.x, box.max.y - box.min.y) / 2)
      let change = CoverageRepair.Change(fault: .pinhole, to: area, from: nil, area: size, move: move)
      if isWithin(move, area) { add(change, movingBorderOf: area, polygon, of: shapes) }
      return
    }
    if let move = hair(polygon, of: shapes) ?? sides.move(ofBorderOf: area), isWithin(move, area) {
      let change = CoverageRepair.Change(fault: .gap, to: area, from: nil, area: size, move: move)
      return add(change, movingBorderOf: area, polygon, of: shapes)
    }
    let (before, distance) = (movedBefore, distance)
    let division = try GapDivision(
      of: polygon, in: shapes, sides, spare: { distance - before[$0] }, context: context)
    for share in division?.shares ?? [] {
      moved[share.area] = max(moved[share.area], movedBefore[share.area] + share.move)
      changes.append(
        .init(fault: .gap, to: share.area, from: nil, area: share.size, move: share.move))
      for corner in share.triangle { ground.append(corner) }
      ground.append(share.triangle[0])
      ground.endRing()
      ground.endPolygon()
      ground.endArea()
    }
  }

  private func isWithin(_ move: Double, _ area: Int) -> Bool { movedBefore[area] + move <= distance }

  /// The width of ground too narrow to look beyond its edges, which rounding leaves; nil for all else.
  private func hair(_ polygon: Int, of shapes: MultiPolygonArray) -> Double? {
    let perimeter = shapes.perimeter(ofPolygon: polygon)
    let width = perimeter > 0 ? 2 * shapes.area(ofPolygon: polygon) / perimeter : 0
    return width < GroundSides.reach / grid.unitsPerMetre ? width : nil
  }

  private mutating func add(
    _ change: CoverageRepair.Change, movingBorderOf area: Int, _ polygon: Int, of shapes: MultiPolygonArray
  ) {
    moved[area] = max(moved[area], movedBefore[area] + change.move)
    changes.append(change)
    ground.appendPolygon(polygon, of: shapes)
    ground.endArea()
  }

  /// The areas after the changes.
  ///
  /// A piece of ground is added to an area as rings more, and taken from it as the same rings the other way round: an area is
  /// what its rings wind around (`SnapRounding`). Rounding them all together also gives neighbours all vertices on their
  /// common borders.
  func applied(
    to areas: MultiPolygonArray, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    var gained: [Int: [Int]] = [:]
    var lost: [Int: [Int]] = [:]
    for (number, change) in changes.enumerated() {
      if let from = change.from {
        lost[from, default: []].append(number)
      } else {
        gained[change.to, default: []].append(number)
      }
    }
    var walks = MultiPolygonArray()
    for area in 0..<areas.count {
      guard gained[area] != nil || lost[area] != nil else {
        walks.appendArea(area, of: areas)
        continue
      }
      for ring in areas.rings(ofArea: area) { walks.appendRing(ring, of: areas) }
      for number in gained[area] ?? [] {
        for ring in ground.rings(ofArea: number) { walks.appendRing(ring, of: ground) }
      }
      for number in lost[area] ?? [] {
        for ring in ground.rings(ofArea: number) { walks.appendRing(ring, of: ground, reversed: true) }
      }
      walks.endPolygon()
      walks.endArea()
    }
    return try SnapRounding.rounded(walks, unitsPerOne: grid.unitsPerMetre, jobs: jobs)
  }
}

extension MultiPolygonArray {
  /// Adds a ring of another array.
  fileprivate mutating func appendRing(_ ring: Int, of other: MultiPolygonArray, reversed: Bool = false) {
    let vertices = other.coordinates[other.vertices(of: ring)]
    if reversed {
      for vertex in vertices.reversed() { append(vertex) }
    } else {
      for vertex in vertices { append(vertex) }
    }
    endRing()
  }

  /// Adds a polygon of another array.
  fileprivate mutating func appendPolygon(_ polygon: Int, of other: MultiPolygonArray) {
    for ring in other.rings(of: polygon) { appendRing(ring, of: other) }
    endPolygon()
  }

  fileprivate func box(ofPolygon polygon: Int) -> Box {
    var box = Box.empty
    for ring in rings(of: polygon).prefix(1) {
      for vertex in vertices(of: ring) { box.extend(to: coordinates[vertex]) }
    }
    return box
  }
}
