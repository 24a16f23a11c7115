import Footprints
import Testing

@Suite struct RegionLayerTests {
  /// File name, role, number of areas.
  static let layers = [
    ("bricks", "brick", 410), ("ccg", "ccg", 6), ("utla", "utla", 4), ("ltla", "ltla", 9), ("stp", "stp", 2),
    ("trust", "trust", 4),
  ]

  @Test(arguments: layers)
  func areasAreValidAndCodesUnique(name: String, role: String, count: Int) throws {
    let layer = try RegionLayer(role, file: "\(name).geojson")
    #expect(layer.codes.count == count)
    #expect(Set(layer.codes).count == count)
    #expect(layer.codes.allSatisfy { $0.hasPrefix("X") })
    let context = GEOSContext()
    for area in layer.codes.indices {
      let reason = try GEOSGeometry(area: area, of: layer.areas, in: context).invalidReason()
      #expect(reason == nil, "\(layer.codes[area])")
    }
  }

  @Test(arguments: layers)
  func neighboursShareTheirBordersExactly(name: String, role: String, count: Int) throws {
    let layer = try RegionLayer(role, file: "\(name).geojson")
    struct Edge: Hashable {
      var from: RegionLayer.Position
      var to: RegionLayer.Position
    }
    var edges: [Edge: Int] = [:]
    for ring in layer.rings.joined() {
      #expect(ring.count >= 4 && ring.first == ring.last)
      for (a, b) in zip(ring, ring.dropFirst()) { edges[Edge(from: a, to: b), default: 0] += 1 }
    }
    // An edge never occurs twice in one direction; without its reverse it is coast, and coasts are closed.
    #expect(edges.values.allSatisfy { $0 == 1 })
    var balance: [RegionLayer.Position: Int] = [:]
    var (inland, coast) = (0, 0)
    for edge in edges.keys {
      if edges[Edge(from: edge.to, to: edge.from)] != nil {
        inland += 1
      } else {
        coast += 1
        balance[edge.from, default: 0] += 1
        balance[edge.to, default: 0] -= 1
      }
    }
    #expect(balance.values.allSatisfy { $0 == 0 })
    #expect(inland > 0 && coast > 0)
  }

  @Test(arguments: layers)
  func exteriorsAreCounterClockwiseAndHolesClockwise(name: String, role: String, count: Int) throws {
    let areas = try RegionLayer(role, file: "\(name).geojson").areas
    for polygon in 0..<areas.polygonCount {
      for ring in areas.rings(of: polygon) {
        let line = areas.coordinates[areas.vertices(of: ring)]
        let twice = zip(line, line.dropFirst()).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) }
        #expect((twice > 0) == (ring == areas.rings(of: polygon).lowerBound))
      }
    }
  }

  @Test func regionHasIslandsAHoleAndAnExclave() throws {
    let bricks = try RegionLayer("brick", file: "bricks.geojson")
    #expect(bricks.areas.polygonCount == bricks.codes.count)
    let upper = try RegionLayer("utla", file: "utla.geojson").areas
    // Kestrel Hundred: the mainland, two islands, and Larkstow Detached.
    #expect(upper.polygons(of: 1).count == 4)
    // Northmere: one polygon with the lake and the exclave as holes.
    #expect(upper.polygons(of: 0).count == 1)
    #expect(upper.rings(ofArea: 0).count == 3)
  }

  /// Layers generalised on their own overlap in slivers along common borders. By mean width 2 A / P these lie
  /// below half the nominal tolerance of 200 m, and the overlaps of common bricks far above the whole of it.
  @Test(arguments: [
    ("ccg", "utla"), ("ccg", "ltla"), ("ccg", "stp"), ("ccg", "trust"), ("utla", "stp"), ("ltla", "stp"),
    ("utla", "ltla"), ("utla", "trust"), ("ltla", "trust"), ("stp", "trust"),
  ])
  func widthTellsSliversFromOverlaps(x: String, y: String) throws {
    let (one, two) = (
      try RegionLayer(x, file: "\(x).geojson"), try RegionLayer(y, file: "\(y).geojson")
    )
    let common = Set(RegionBricks.all.map { [$0.codes[x], $0.codes[y]] })
    let context = GEOSContext()
    for i in one.codes.indices {
      let a = try GEOSGeometry(area: i, of: one.areas, in: context)
      for j in two.codes.indices {
        let both = try a.intersection(try GEOSGeometry(area: j, of: two.areas, in: context))
        let (area, length) = (try both.area(), try both.length())
        let width = area > 0 ? 2 * area / length : 0
        let pair = "\(one.codes[i]) \(two.codes[j]): \(width) m"
        if common.contains([one.codes[i], two.codes[j]]) {
          #expect(width > 500, "\(pair)")
        } else {
          #expect(width < 100, "\(pair)")
        }
      }
    }
  }

  @Test func thereAreSlivers() throws {
    let (ccg, utla) = (
      try RegionLayer("ccg", file: "ccg.geojson"), try RegionLayer("utla", file: "utla.geojson")
    )
    let common = Set(RegionBricks.all.map { [$0.codes["ccg"], $0.codes["utla"]] })
    let context = GEOSContext()
    var slivers = 0
    for i in ccg.codes.indices {
      let a = try GEOSGeometry(area: i, of: ccg.areas, in: context)
      for j in utla.codes.indices where !common.contains([ccg.codes[i], utla.codes[j]]) {
        if try a.intersection(try GEOSGeometry(area: j, of: utla.areas, in: context)).area() > 0 {
          slivers += 1
        }
      }
    }
    #expect(slivers >= 4)
  }
}
