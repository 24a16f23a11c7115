import Footprints
import Testing

/// Unions of random layers of every kind that the kernel must cope with, against GEOS and each other.
@Suite struct RandomDissolveTests {
  /// The kinds whose areas never overlap others of their layer, in layer A.
  private static let coverages: Set<LayerKind> = [
    .sharingAllEdges, .sharingSomeEdges, .bricks, .tJunctions,
  ]
  private static let groupCount = 3

  /// A random layer's valid areas, with a group for most of them.
  private struct Case {
    let layer: GridLayer
    let areas: MultiPolygonArray
    let groups: [Int?]

    init(_ kind: LayerKind, seed: UInt64) throws {
      let pair = try kind.layers(seed: seed)
      let grid = IntegerGrid(covering: pair.a, pair.b, jobs: 1)
      let raw = try GridLayer(pair.a, grid: grid, jobs: 1)
      let invalid = Set(try OverlapKernel.invalidAreas(of: raw, jobs: 1).map(\.area))
      areas = raw.multiPolygons(of: (0..<raw.count).filter { !invalid.contains($0) })
      layer = try GridLayer(areas, grid: grid, jobs: 1)
      var random = SeededGenerator(seed: seed)
      groups = (0..<layer.count).map { _ in
        let group = Int.random(in: 0...groupCount, using: &random)
        return group == groupCount ? nil : group
      }
    }

    func members(_ group: Int) -> [Int] { groups.indices.filter { groups[$0] == group } }

    /// The same areas in another order, each ring from another vertex on.
    func shuffled(seed: UInt64) throws -> (layer: GridLayer, groups: [Int?]) {
      var random = SeededGenerator(seed: seed &+ 1)
      let order = groups.indices.shuffled(using: &random)
      var turned = MultiPolygonArray()
      for area in order {
        for polygon in areas.polygons(of: area) {
          for ring in areas.rings(of: polygon) {
            let open = areas.coordinates[areas.vertices(of: ring)].dropLast()
            let start = Int.random(in: 0..<open.count, using: &random) + open.startIndex
            for vertex in open[start...] + open[..<start] + [open[start]] { turned.append(vertex) }
            turned.endRing()
          }
          turned.endPolygon()
        }
        turned.endArea()
      }
      return (try GridLayer(turned, grid: layer.grid, jobs: 1), order.map { groups[$0] })
    }
  }

  @Test(arguments: LayerKind.allCases)
  func everyGroupIsTheUnionOfItsAreas(kind: LayerKind) throws {
    var compared = 0
    for seed in 0..<40 as Range<UInt64> {
      let label: Comment = "\(kind), seed \(seed)"
      let layers = try Case(kind, seed: seed)
      let dissolved = try layers.layer.dissolved(into: layers.groups, count: Self.groupCount, jobs: 2)
      #expect(dissolved.geometry.count == Self.groupCount, label)
      #expect(try OverlapKernel.invalidAreas(of: dissolved.gridded, jobs: 1).isEmpty, label)
      if Self.coverages.contains(kind) { #expect(dissolved.united.isEmpty, label) }
      let context = GEOSContext()
      for group in 0..<Self.groupCount {
        let parts = layers.layer.multiPolygons(of: layers.members(group))
        if parts.polygonCount == 0 {
          #expect(dissolved.geometry.polygons(of: group).isEmpty, label)
          continue
        }
        let union = try GEOSGeometry(polygons: 0..<parts.polygonCount, of: parts, in: context).union()
        let own = try GEOSGeometry(area: group, of: dissolved.geometry, in: context)
        #expect(try own.validityFault() == nil, label)
        let size = try union.area()
        // Where lines cross, GEOS's points are put on the grid, which moves outlines by up to a unit of it.
        let tolerance = 1e-9 * size + 1e-6 * (try union.length())
        #expect(abs(try own.area() - size) <= tolerance, label)
        #expect(abs(try own.intersection(union).area() - size) <= tolerance, label)
        compared += 1
      }
    }
    #expect(compared > 20, "\(kind)")
  }

  /// What cancels does not depend on the order of areas, where rings begin, how many threads there are.
  @Test(arguments: LayerKind.allCases)
  func theOrderOfAreasChangesNothing(kind: LayerKind) throws {
    for seed in 0..<20 as Range<UInt64> {
      let layers = try Case(kind, seed: seed)
      let one = try layers.layer.dissolved(into: layers.groups, count: Self.groupCount, jobs: 1)
      let other = try layers.shuffled(seed: seed)
      let two = try other.layer.dissolved(into: other.groups, count: Self.groupCount, jobs: 3)
      #expect(one.united.count == two.united.count, "\(kind), seed \(seed)")
      let touched = Set(one.united.compactMap { layers.groups[$0] })
      for group in 0..<Self.groupCount where !touched.contains(group) {
        #expect(
          one.geometry.selecting([group]) == two.geometry.selecting([group]), "\(kind), seed \(seed)")
      }
    }
  }

  /// A large board, in which only some edges are looked up and walks find the others, against one in which all are.
  @Test(arguments: [1, 2, 5]) func walksFindWhatTheTableFinds(jobs: Int) throws {
    let board = MultiPolygonArray.squares(columns: 100, rows: 100, side: 16)
    // Each side in sixteen edges, so that borders are runs.
    var fine = MultiPolygonArray()
    for area in 0..<board.count {
      let corners = board.coordinates[board.vertices(ofArea: area)]
      for (a, b) in zip(corners, corners.dropFirst()) {
        for step in 0..<16 {
          let t = Double(step) / 16
          fine.append(Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
        }
      }
      fine.append(corners[corners.startIndex])
      fine.endRing()
      fine.endPolygon()
      fine.endArea()
    }
    let layer = try DissolveTests.gridded(fine)
    #expect(layer.edgeCount > 1 << 15)
    let all = try layer.dissolved(jobs: jobs)
    #expect(all.geometry.coordinates.count == 4 * 100 * 16 + 1 && all.geometry.ringCount == 1)
    var random = SeededGenerator(seed: 11)
    let groups = (0..<layer.count).map { _ in Int.random(in: 0..<7, using: &random) as Int? }
    let coarse = try DissolveTests.gridded(board)
    let (one, two) = (
      try layer.dissolved(into: groups, count: 7, jobs: jobs),
      try coarse.dissolved(into: groups, count: 7, jobs: 1)
    )
    for group in 0..<7 {
      #expect(one.geometry.area(of: group) == two.geometry.area(of: group))
      #expect(one.geometry.polygons(of: group).count == two.geometry.polygons(of: group).count)
      #expect(one.geometry.rings(ofArea: group).count == two.geometry.rings(ofArea: group).count)
    }
    #expect(one.united.isEmpty)
  }

  @Test(.enabled(if: OverlapOracle.python != nil, "no Python with Shapely: scripts/prepare-oracle makes one"))
  func shapelyAgrees() throws {
    var groups: [(areas: MultiPolygonArray, union: MultiPolygonArray)] = []
    var areCoverages: [Bool] = []
    var labels: [String] = []
    for kind in LayerKind.allCases {
      for seed in 100..<106 as Range<UInt64> {
        let layers = try Case(kind, seed: seed)
        let dissolved = try layers.layer.dissolved(into: layers.groups, count: Self.groupCount, jobs: 2)
        for group in 0..<Self.groupCount where !layers.members(group).isEmpty {
          groups.append(
            (layers.layer.multiPolygons(of: layers.members(group)), dissolved.geometry.selecting([group])))
          areCoverages.append(
            kind == .bricks && dissolved.united.allSatisfy { layers.groups[$0] != group })
          labels.append("\(kind), seed \(seed), group \(group)")
        }
      }
    }
    for (index, answer) in try OverlapOracle.unions(groups).enumerated() {
      let size = groups[index].union.area(of: 0)
      let length = groups[index].union.perimeter(of: 0)
      #expect(answer.unary.area <= 1e-9 * size + 1e-6 * length, "\(labels[index])")
      if areCoverages[index] { #expect(answer.coverage.area <= 1e-9 * size, "\(labels[index])") }
    }
  }

  /// Where areas overlap, a coverage union takes them at their word and is wrong; this one is not.
  @Test(.enabled(if: OverlapOracle.python != nil, "no Python with Shapely: scripts/prepare-oracle makes one"))
  func overlapsAreNotTakenOnTrust() throws {
    let areas = MultiPolygonArray.rectangles([(0, 0, 3, 3), (2, 1, 3, 1), (0, 3, 3, 1)])
    let dissolved = try DissolveTests.gridded(areas).dissolved(jobs: 1)
    let answer = try OverlapOracle.unions([(areas, dissolved.geometry)])[0]
    #expect(answer.unary.area == 0 && answer.unary.y == 1)
    #expect(dissolved.united == [0, 1])
    #expect(answer.coverage.area > 0 || answer.coverage.y == 0)
  }
}
