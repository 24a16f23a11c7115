import FoundationEssentials
import Footprints
import Testing

/// Overlap areas pair by pair against another program, on real layers and on the demonstration region.
@Suite(.enabled(if: OverlapOracle.python != nil, "no Python with Shapely: set FOOTPRINT_ORACLE_PYTHON"))
struct OverlapOracleTests {
  /// How far an area may be from the oracle's; a pair that only one side has counts as 0 on the other.
  struct Tolerance {
    /// Above `floor`, of the area.
    var relative: Double
    /// Up to `floor`, in m2.
    var absolute: Double
    /// In m2.
    var floor: Double
    /// How far the outline may lie elsewhere, in metres: what slivers differ by through no fault of either side.
    var displacement: Double

    /// The same coordinates. The oracle rounds crossing points to doubles, which are 1.2e-10 m apart at 600 km.
    static let sameCoordinates = Tolerance(
      relative: 1e-9, absolute: 1e-6, floor: 1, displacement: 1.2e-10)
    /// The engine rounds coordinates to a grid of a micrometre, for which not even slivers need an allowance.
    static let roundedByEngine = Tolerance(relative: 1e-6, absolute: 0.1, floor: 1e4, displacement: 0)

    /// The allowed difference between two areas.
    func excess(_ area: Double, oracle: Double) -> Double {
      abs(area - oracle) / (oracle > floor ? relative * oracle : absolute)
    }
  }

  typealias Layers = (x: MultiPolygonArray, y: MultiPolygonArray)

  /// Every pair of the layers named, each also against itself.
  static func combinations(_ layers: [String]) -> [(x: String, y: String)] {
    layers.indices.flatMap { i in layers[i...].map { (layers[i], $0) } }
  }

  /// All combinations when `$FOOTPRINT_ALL_LAYERS` is set, else without those that take longest and show least.
  static let real = combinations(["ccg", "ccg_bgc", "stp", "utla", "ltla", "trust", "msoa"]).filter { pair in
    isLongRun
      || (pair.y != "msoa" || pair.x == "trust")
        && (pair.x != "ccg_bgc" || ["utla", "ltla"].contains(pair.y))
  }

  static func realLayer(_ name: String) throws -> MultiPolygonArray {
    switch name {
    case "ccg": try RealLayers.ccg.get().geometry
    case "ccg_bgc": try RealLayers.bare("ccg_bgc").geometry
    case "stp": try RealLayers.stp.get().geometry
    case "utla": try RealLayers.utla.get().geometry
    case "ltla": try RealLayers.ltla.get().geometry
    case "trust": try RealLayers.trust.get().geometry
    default: try RealLayers.brick.get().geometry
    }
  }

  @Test(.enabled(if: RealTables.isPresent), arguments: real)
  func realLayersAgree(x: String, y: String) throws {
    try check((try Self.realLayer(x), try Self.realLayer(y)), "\(x) x \(y)")
  }

  @Test(arguments: combinations(["ccg", "utla", "ltla", "stp", "trust", "bricks"]))
  func demonstrationRegionAgrees(x: String, y: String) throws {
    let region = try Study(
      package: DataPackage(PackageFolder(OverlapOracle.packageFolder + "/Boundaries/region")))
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

  /// Whether the slow combinations were asked for too, with a report of how close things are.
  static let isLongRun = ProcessInfo.processInfo.environment["FOOTPRINT_ALL_LAYERS"] != nil

  private func check(_ layers: Layers, _ name: String) throws {
    let (x, y) = layers
    let oracle = try OverlapOracle.pairs(x, y)
    let reference = try GEOSOverlap.table(x, y, jobs: availableJobs)
    #expect(
      compare(reference.pairs, oracle, .sameCoordinates, perimeter: 1e-9, "\(name), GEOS").isEmpty)
    let engine = try OverlapEngine.table(x, y)
    _ = compare(engine.pairs, oracle, .roundedByEngine, perimeter: nil, "\(name), engine")
    #expect(engine.pairs.map(\.x) == engine.pairs.map(\.x).sorted())

    // On coordinates that are on the engine's grid already nothing is rounded.
    let grid = IntegerGrid(covering: x, y, jobs: availableJobs)
    let (onGridX, onGridY) = (try KernelOracle.valid(x, grid: grid), try KernelOracle.valid(y, grid: grid))
    let doubts = compare(
      try OverlapEngine.table(onGridX, onGridY).pairs, try OverlapOracle.pairs(onGridX, onGridY),
      .sameCoordinates, perimeter: 1e-6, "\(name), engine on the grid")
    try ExactOverlapTests.judge(
      doubts.map { pair in
        KernelOracle.Doubt(
          label: "\(name), pair \(pair.x) \(pair.y)", a: onGridX.selecting([pair.x]),
          b: onGridY.selecting([pair.y]), kernel: (pair.area, pair.perimeter))
      })
  }

  /// Compares pair by pair and returns the pairs that only the allowance for displaced outlines lets pass.
  private func compare(
    _ pairs: [OverlapTable.Pair], _ oracle: [OverlapTable.Pair], _ tolerance: Tolerance, perimeter: Double?,
    _ name: String
  ) -> [OverlapTable.Pair] {
    struct Key: Hashable { var x, y: Int }
    #expect(oracle.count > 1, "\(name): the oracle found next to nothing")
    let found = Dictionary(uniqueKeysWithValues: pairs.map { (Key(x: $0.x, y: $0.y), $0) })
    let expected = Dictionary(uniqueKeysWithValues: oracle.map { (Key(x: $0.x, y: $0.y), $0) })
    var doubts: [OverlapTable.Pair] = []
    var (worst, beyond) = (0.0, 0.0)
    for key in Set(found.keys).union(expected.keys) {
      let (ours, theirs) = (found[key]?.area ?? 0, expected[key]?.area ?? 0)
      let excess = tolerance.excess(ours, oracle: theirs)
      if excess > 1 {
        let length = max(found[key]?.perimeter ?? 0, expected[key]?.perimeter ?? 0)
        #expect(
          abs(ours - theirs) <= tolerance.displacement * length,
          "\(name), pair \(key.x) \(key.y): \(ours), oracle \(theirs)")
        doubts.append(found[key] ?? .init(x: key.x, y: key.y, area: 0, perimeter: 0))
        beyond = max(beyond, excess)
      } else {
        worst = max(worst, excess)
      }
      if let perimeter, theirs >= 1e4, let a = found[key]?.perimeter, let b = expected[key]?.perimeter {
        #expect(abs(a - b) <= perimeter * b, "\(name), pair \(key.x) \(key.y): \(a) m, oracle \(b) m")
      }
    }
    if Self.isLongRun {
      print(
        "\(name): \(pairs.count) pairs, oracle \(oracle.count); at most \(worst) of the tolerance,",
        "\(doubts.count) slivers beyond it, up to \(beyond) times")
    }
    return doubts
  }
}
