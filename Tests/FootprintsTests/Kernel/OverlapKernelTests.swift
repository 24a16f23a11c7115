import Footprints
import Testing

@Suite struct OverlapKernelTests {
  @Test func twoSquares() throws {
    let a = MultiPolygonArray.rectangles([(0, 0, 2, 2)])
    let b = MultiPolygonArray.rectangles([(1, 1, 2, 2)])
    let result = try KernelOracle.kernel(a, b)
    #expect(result.pairs.count == 1)
    #expect(result.pairs[0].area == 1)
    #expect(result.pairs[0].perimeter == 4)
    #expect(result.pairs[0].centroid == Coordinate(1.5, 1.5))
    #expect(result.aAreas == [4] && result.bAreas == [4])
    try KernelOracle.check(a, b, "two squares")
  }

  @Test(arguments: 0..<120)
  func randomStars(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1, size: 1000)
    layers.step = [1.0 / 1_048_576, 0.001, 1, 10, 50][Int(seed % 5)]
    let a = layers.stars(count: 5, corners: 12)
    let b = layers.stars(count: 5, corners: 12)
    try KernelOracle.check(a, b, "seed \(seed)")
    try KernelOracle.check(a, a, "seed \(seed) against itself")
  }

  @Test(arguments: 0..<30)
  func randomBricks(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1, size: 1024)
    let a = try layers.bricks(columns: 8, rows: 8, areas: 3)
    let b = try layers.bricks(columns: 8, rows: 8, areas: 4)
    try KernelOracle.check(a, b, "seed \(seed)")
    try KernelOracle.check(a, a, "seed \(seed) against itself")
  }

  @Test(arguments: 0..<30)
  func randomNeedles(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 0.001, size: 700_000)
    try KernelOracle.check(layers.needles(count: 12), layers.stars(count: 4, corners: 9), "seed \(seed)")
    try KernelOracle.check(layers.needles(count: 12), layers.needles(count: 12), "seed \(seed)")
  }
}
