import Footprints
import Testing

@Suite struct PieceOutlinesTests {
  /// Two layers on one grid, as the kernel sees them, with what it finds.
  static func overlay(_ layers: LayerPair) throws -> (a: GridLayer, b: GridLayer, result: KernelResult) {
    let grid = IntegerGrid(covering: layers.a, layers.b, jobs: 1)
    let a = try GridLayer(KernelOracle.valid(layers.a, grid: grid), grid: grid, jobs: 1)
    let b = try GridLayer(KernelOracle.valid(layers.b, grid: grid), grid: grid, jobs: 1)
    return (a, b, try OverlapKernel.overlap(a: a, b: b, jobs: 1))
  }

  /// The signed area of all walks of an area, in m2.
  static func enclosed(_ walks: MultiPolygonArray, _ area: Int) -> Double {
    walks.rings(ofArea: area).reduce(0) { $0 + walks.signedArea(ofRing: $1) }
  }

  /// The areas that walks enclose are those of the kernel, which follow from sums alone.
  @Test(arguments: LayerKind.allCases, RandomLayersTests.stretches)
  func walksEncloseTheAreasThatTheSumsGive(kind: LayerKind, seeds: Range<UInt64>) throws {
    for seed in seeds {
      let (a, b, result) = try Self.overlay(try kind.layers(seed: seed))
      let masses = Dictionary(uniqueKeysWithValues: result.pairs.map { ([$0.a, $0.b], $0) })
      let all = (0..<a.count).flatMap { i in (0..<b.count).map { (a: i, b: $0) } }
      for piece in [PieceKind.intersection, .aWithoutB, .bWithoutA] {
        let walks = try result.evidence.outlines(of: all, piece, jobs: 1)
        #expect(walks.count == all.count)
        for (index, pair) in all.enumerated() {
          let common = masses[[pair.a, pair.b]]?.area ?? 0
          let expected =
            switch piece {
            case .intersection: common
            case .aWithoutB: result.aAreas[pair.a] - common
            case .bWithoutA: result.bAreas[pair.b] - common
            }
          let error = abs(Self.enclosed(walks, index) - expected)
          let reach = walks.box(of: index)
          let length = reach.isEmpty ? 0 : max(reach.max.x - reach.min.x, reach.max.y - reach.min.y)
          #expect(
            error <= 1e-9 * expected + 1e-8 * length * Double(walks.vertices(ofArea: index).count),
            "\(kind), seed \(seed), \(piece) of \(pair): \(error) of \(expected)")
        }
      }
    }
  }

  @Test func threadsChangeNothing() throws {
    for kind in LayerKind.allCases {
      let (a, b, result) = try Self.overlay(try kind.layers(seed: 7))
      let pairs = result.pairs.map { (a: $0.a, b: $0.b) }
      let one = try result.evidence.outlines(of: pairs, jobs: 1)
      let again = try OverlapKernel.overlap(a: a, b: b, jobs: 3)
      #expect(try again.evidence.outlines(of: pairs, jobs: 3) == one)
    }
  }
}
