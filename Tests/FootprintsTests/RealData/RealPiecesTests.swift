import Foundation
import Footprints
import Testing

/// Pieces and what is left over of real layers, each against Shapely's.
@Suite(.enabled(if: OverlapOracle.python != nil, "needs Shapely (scripts/prepare-oracle)"))
struct RealPiecesTests {
  /// Two files of layers in `$FOOTPRINT_PIECES`, a line each (scripts/check-pieces).
  static let files = (ProcessInfo.processInfo.environment["FOOTPRINT_PIECES"] ?? "")
    .split(separator: "\n").map(String.init)

  /// A border of the grid's pieces may have moved by four micrometres.
  private func check(_ name: String, _ x: PreparedLayer, _ y: PreparedLayer) throws {
    let grid = IntegerGrid(covering: x.geometry, y.geometry, jobs: 2)
    let a = try GridLayer(x.geometry, grid: grid, jobs: 2)
    let b = try GridLayer(y.geometry, grid: grid, jobs: 2)
    let result = try OverlapKernel.overlap(a: a, b: b, jobs: 2)
    let (walks, pairs) = try RandomPiecesTests.outlines(result, a, b)
    let pieces = try SnapRounding.rounded(walks, unitsPerOne: grid.unitsPerMetre, jobs: 2)
    // The pieces have the areas that the kernel has added up without them.
    for (index, pair) in result.pairs.enumerated() {
      let (built, summed) = (pieces.area(of: index), pair.area)
      #expect(
        abs(built - summed) <= 1e-9 * summed + 2e-6 * pair.perimeter,
        "\(name), \(x.codes[pair.a]) \(y.codes[pair.b]): \(built) and \(summed)")
    }
    let faults = try PiecesOracle.faults(
      in: [PiecesOracle.Case(name: name, x: a, y: b, pieces: pieces, pairs: pairs)], tolerance: 4e-6)
    #expect(faults.isEmpty, "\(name), \(faults.count): \(faults.prefix(5).joined(separator: "; "))")
  }

  @Test(
    .enabled(if: RealTables.isPresent),
    arguments: [("ccg", "utla"), ("stp", "ltla"), ("stp", "trust"), ("utla", "stp")])
  func england(x: String, y: String) throws {
    let study = try RealLayers.study()
    try check("\(x) \(y)", study.layer(x), study.layer(y))
  }

  @Test(arguments: [("ccg", "utla"), ("stp", "utla"), ("utla", "bricks")])
  func demonstrationRegion(x: String, y: String) throws {
    let folder = try PackageFolder(OverlapOracle.packageFolder + "/Boundaries/region")
    let region = try Study(package: DataPackage(folder))
    try check("region \(x) \(y)", region.layer(x), region.layer(y))
  }

  @Test(.enabled(if: files.count == 2, "needs two files (scripts/check-pieces)")) func filesOfTheCaller()
    throws
  {
    let study = try Study()
    try check("files", study.layer(Self.files[0]), study.layer(Self.files[1]))
  }
}
