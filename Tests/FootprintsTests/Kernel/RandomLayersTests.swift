import FoundationEssentials
import Footprints
import Testing

/// The kernel against GEOS in every situation that two layers can be in.
@Suite struct RandomLayersTests {
  private static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }

  /// Pairs of layers of each kind: `$FOOTPRINT_RANDOM_LAYERS` instead of two hundred.
  static let count = setting("FOOTPRINT_RANDOM_LAYERS") ?? 200
  /// The seed of the first pair of each kind: `$FOOTPRINT_RANDOM_SEED` instead of 0.
  static let first = setting("FOOTPRINT_RANDOM_SEED") ?? 0
  /// Whether more than the usual run was asked for, with a report of how close things were.
  static let isLongRun = setting("FOOTPRINT_RANDOM_LAYERS") != nil

  /// The seeds in stretches of fifty, or of a twentieth of a long run.
  static let stretches: [Range<UInt64>] = {
    let length = max(50, count / 20)
    return stride(from: first, to: first + count, by: Int(length)).map {
      $0..<min($0 + length, first + count)
    }
  }()

  @Test(arguments: LayerKind.allCases, stretches)
  func everyPairIsAsGEOSHasIt(kind: LayerKind, seeds: Range<UInt64>) throws {
    var agreement = KernelOracle.Agreement()
    for seed in seeds {
      let layers = try kind.layers(seed: seed)
      agreement.add(try KernelOracle.compare(layers, "\(kind), seed \(seed)"))
    }
    try ExactOverlapTests.judge(agreement.doubts)
    // A kind that makes nothing to compare would never fail.
    #expect(agreement.pairs >= seeds.count || kind == .apart, "\(kind), seeds \(seeds)")
    #expect(agreement.common > 0 || [.apart, .touching].contains(kind), "\(kind), seeds \(seeds)")
    if Self.isLongRun {
      print(
        "\(kind) \(seeds): \(agreement.pairs) pairs, \(agreement.common) with an area; largest difference",
        "\(agreement.relative) of areas above 1 m2, \(agreement.absolute) m2 below;",
        "\(agreement.doubts.count) beyond, judged by exact arithmetic", agreement.doubts.first?.label ?? "")
    }
  }

  /// The layers as they are made, before a repair.
  @Test(arguments: LayerKind.allCases, stretches)
  func exactlyTheInvalidAreasAreFound(kind: LayerKind, seeds: Range<UInt64>) throws {
    for seed in seeds {
      let layers = try kind.layers(seed: seed)
      _ = try InvalidAreasTests.check(layers.a, "\(kind), seed \(seed), A")
      _ = try InvalidAreasTests.check(layers.b, "\(kind), seed \(seed), B")
    }
  }
}
