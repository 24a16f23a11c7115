import Footprints
import Testing

/// Overlap areas pair by pair against another program, on real layers and on the demonstration region.
@Suite(.enabled(if: OverlapOracle.python != nil, "no Python with Shapely: set FOOTPRINT_ORACLE_PYTHON"))
struct OverlapOracleTests {
  /// How far an area A of perimeter P may be from the oracle's: `relative` A + `displacement` P, and
  /// `absolute` more where A is below `floor`.
  struct Tolerance {
    var relative: Double
    /// How far the outline may lie elsewhere, in metres.
    var displacement: Double
    /// In m2; a pair that only one side has counts as 0 on the other.
    var absolute: Double
    /// In m2.
    var floor: Double

    /// The same coordinates and kindred programs.
    static let reference = Tolerance(relative: 1e-9, displacement: 0, absolute: 1e-6, floor: 1)
    /// The same coordinates; the oracle rounds crossing points to a Double, whose step at 600 km is 1.2e-10 m.
    static let sameCoordinates = Tolerance(relative: 1e-9, displacement: 2.4e-10, absolute: 1e-6, floor: 1)
    /// The engine rounds coordinates to a grid of 7.6 micrometres: half of its diagonal is 5.4. Borders that
    /// nearly coincide can gain or lose a pair of hair's breadth.
    static let roundedByEngine = Tolerance(
      relative: 1e-9, displacement: 5.4e-6, absolute: 0.1, floor: 1e4)

    func allowed(_ pair: OverlapTable.Pair?) -> Double {
      let (area, perimeter) = (pair?.area ?? 0, pair?.perimeter ?? 0)
      return relative * area + displacement * perimeter + (area < floor ? absolute : 0)
    }
  }

  typealias Layers = (x: MultiPolygonArray, y: MultiPolygonArray)

  static let real: [String] = [
    "ccg_buc x utla", "ccg_bgc x ltla", "stp x utla", "trust_fptp x msoa",
  ]

  static func realLayers(_ name: String) throws -> Layers {
    switch name {
    case "ccg_buc x utla": (try RealLayers.ccg.get().geometry, try RealLayers.utla.get().geometry)
    case "ccg_bgc x ltla": (try RealLayers.bare("ccg_bgc").geometry, try RealLayers.ltla.get().geometry)
    case "stp x utla": (try RealLayers.stp.get().geometry, try RealLayers.utla.get().geometry)
    default: (try RealLayers.trust.get().geometry, try RealLayers.brick.get().geometry)
    }
  }

  @Test(.enabled(if: RealTables.isPresent), arguments: real) func realLayersAgree(name: String) throws {
    try check(try Self.realLayers(name), name)
  }

  @Test(arguments: [("ccg", "ltla"), ("utla", "trust"), ("trust", "bricks"), ("bricks", "stp")])
  func demonstrationRegionAgrees(x: String, y: String) throws {
    let region = Workbench(
      package: try DataPackage(PackageFolder(OverlapOracle.packageFolder + "/Boundaries/region")),
      reader: LayerReader(working: try .working(ReferenceSystem.britishNationalGrid)))
    try check((region.layer(x).geometry, region.layer(y).geometry), "region \(x) x \(y)")
  }

  @Test func randomLayersAgree() throws {
    var (x, y) = (MultiPolygonArray(), MultiPolygonArray())
    for seed in 0..<20 as Range<UInt64> {
      // Side by side, so that one run of the oracle sees them all.
      let origin = Coordinate(300_000 + 20_000 * Double(seed), 300_000)
      let one = try RandomLayer.make(seed: seed, origin: origin)
      x.append(contentsOf: one.units)
      // Its own cells share all their edges with the units; the other's cells cross them.
      y.append(contentsOf: one.cells)
      y.append(contentsOf: try RandomLayer.make(seed: seed + 1000, side: 5, origin: origin).cells)
    }
    try check((x, y), "random layers")
  }

  private func check(_ layers: Layers, _ name: String) throws {
    let (x, y) = layers
    let oracle = try OverlapOracle.pairs(x, y)
    let reference = try GEOSOverlap.table(x, y, jobs: availableJobs)
    compare(reference.pairs, oracle, .reference, perimeter: 1e-9, "\(name), GEOS")
    let engine = try OverlapEngine.table(x, y)
    compare(engine.pairs, oracle, .roundedByEngine, perimeter: nil, "\(name), engine")
    #expect(engine.pairs.map(\.x) == engine.pairs.map(\.x).sorted())

    // On coordinates that are on the engine's grid already nothing is rounded.
    let grid = try IntegerGrid(covering: x, y, jobs: availableJobs)
    let (onGridX, onGridY) = (try KernelOracle.valid(x, grid: grid), try KernelOracle.valid(y, grid: grid))
    compare(
      try OverlapEngine.table(onGridX, onGridY).pairs, try OverlapOracle.pairs(onGridX, onGridY),
      .sameCoordinates, perimeter: 1e-6, "\(name), engine on the grid")
  }

  private func compare(
    _ pairs: [OverlapTable.Pair], _ oracle: [OverlapTable.Pair], _ tolerance: Tolerance, perimeter: Double?,
    _ name: String
  ) {
    struct Key: Hashable { var x, y: Int }
    #expect(oracle.count > 5, "\(name): the oracle found next to nothing")
    let found = Dictionary(uniqueKeysWithValues: pairs.map { (Key(x: $0.x, y: $0.y), $0) })
    let expected = Dictionary(uniqueKeysWithValues: oracle.map { (Key(x: $0.x, y: $0.y), $0) })
    for key in Set(found.keys).union(expected.keys) {
      let (ours, theirs) = (found[key]?.area ?? 0, expected[key]?.area ?? 0)
      let allowed = tolerance.allowed(expected[key])
      #expect(abs(ours - theirs) <= allowed, "\(name), pair \(key.x) \(key.y): \(ours), oracle \(theirs)")
      if let perimeter, theirs >= 1e4, let a = found[key]?.perimeter, let b = expected[key]?.perimeter {
        #expect(abs(a - b) <= perimeter * b, "\(name), pair \(key.x) \(key.y): \(a) m, oracle \(b) m")
      }
    }
  }
}
