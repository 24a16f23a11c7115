import Footprints
import Testing

@Suite struct IntegerGridTests {
  @Test func theGridIsAsFineAsTheLayersAllow() throws {
    func bits(_ reach: Double, at middle: Double = 0) throws -> [Int] {
      let layer = MultiPolygonArray.rectangles([(middle - reach, middle - reach, 2 * reach, 2 * reach)])
      return [
        IntegerGrid(covering: layer, jobs: 1).unitBits,
        IntegerGrid(sharedBy: layer, jobs: 1).unitBits,
      ]
    }
    #expect(try bits(1_048_575) == [20, 20])
    #expect(try bits(1_048_577) == [17, 17])
    // Around another origin than that of the reference system.
    #expect(try bits(500_000, at: 6_500_000) == [20, 20])
    #expect(try bits(1_000_000, at: 6_500_000) == [20, 17])
    // Two parts of one country are on one grid, also one that reaches to the north of Scotland.
    func shared(_ box: (Double, Double, Double, Double)) throws -> IntegerGrid {
      IntegerGrid(sharedBy: .rectangles([(box.0, box.1, box.2, box.3)]), jobs: 1)
    }
    #expect(try shared((5_000, 80_000, 655_000, 576_000)) == shared((300_000, 300_000, 10_000, 10_000)))
    #expect(try shared((5_000, 5_000, 650_000, 1_215_000)).unitBits == 20)
    // An eighth of the coarser unit is still distinguished.
    let a = MultiPolygonArray.rectangles([(0, 0, 1000, 1)])
    let b = MultiPolygonArray.rectangles([(0, 1 - 0x1p-20, 1000, 1)])
    #expect(try KernelOracle.kernel(a, b).pairs.map(\.area) == [1000 * 0x1p-20])
  }
}
