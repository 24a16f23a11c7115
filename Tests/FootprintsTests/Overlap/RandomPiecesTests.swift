import Foundation
import Footprints
import Testing

/// Pieces and what is left over of random layers of every kind, against Shapely.
@Suite(.enabled(if: OverlapOracle.python != nil, "needs Shapely (scripts/prepare-oracle)"))
struct RandomPiecesTests {
  /// Pairs of layers of each kind: `$FOOTPRINT_RANDOM_PIECES` instead of six.
  static let count = ProcessInfo.processInfo.environment["FOOTPRINT_RANDOM_PIECES"].flatMap(UInt64.init) ?? 6

  /// All walks of two layers, pairs first, then what is left over of A and of B.
  static func outlines(_ result: KernelResult, _ a: GridLayer, _ b: GridLayer) throws -> (
    MultiPolygonArray, [(x: Int?, y: Int?)]
  ) {
    var walks = try result.evidence.outlines(of: result.pairs.map { (a: $0.a, b: $0.b) }, jobs: 2)
    walks.append(contentsOf: try result.evidence.leftovers(ofA: Array(0..<a.count), jobs: 2))
    walks.append(contentsOf: try result.evidence.leftovers(ofB: Array(0..<b.count), jobs: 2))
    let pairs: [(x: Int?, y: Int?)] =
      result.pairs.map { ($0.a, $0.b) } + (0..<a.count).map { ($0, nil) } + (0..<b.count).map { (nil, $0) }
    return (walks, pairs)
  }

  /// On the kernel's grid and on one of a centimetre, as seven decimals of a degree are.
  @Test(arguments: [(units: 0x1p20, moved: 4e-6), (units: 100, moved: 0.03)])
  func piecesAreACoverage(units: Double, moved: Double) throws {
    var cases: [PiecesOracle.Case] = []
    for kind in LayerKind.allCases {
      for seed in 0..<Self.count {
        let (a, b, result) = try PieceOutlinesTests.overlay(try kind.layers(seed: seed))
        let (walks, pairs) = try Self.outlines(result, a, b)
        let pieces = try SnapRounding.rounded(walks, unitsPerOne: units, jobs: 2)
        #expect(pieces.count == pairs.count)
        cases.append(
          PiecesOracle.Case(name: "\(kind) \(seed)", x: a, y: b, pieces: pieces, pairs: pairs))
      }
    }
    let faults = try PiecesOracle.faults(in: cases, tolerance: moved)
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5).joined(separator: "; "))")
  }
}
