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
}
