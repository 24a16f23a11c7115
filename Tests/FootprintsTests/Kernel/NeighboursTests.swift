import Footprints
import Testing

@Suite struct NeighboursTests {
  /// Cells of a grid have those beside, above and below as neighbours.
  @Test(arguments: 0..<5 as Range<UInt64>) func cellsOfAGrid(seed: UInt64) throws {
    let side = 6
    let layer = try RandomLayer.make(seed: seed, side: side)
    let cells = layer.cells
    let digits = { (n: Int) in String(repeating: "0", count: 2 - String(n).count) + String(n) }
    let prepared = try PreparedLayer("cells", codes: (0..<cells.count).map(digits), areas: cells)
    let neighbours = try prepared.gridded.neighbours(jobs: 2)
    for cell in 0..<side * side {
      let (x, y) = (cell % side, cell / side)
      let expected = [(0, -1), (-1, 0), (1, 0), (0, 1)].compactMap { dx, dy -> Int? in
        (0..<side).contains(x + dx) && (0..<side).contains(y + dy) ? (y + dy) * side + x + dx : nil
      }
      #expect(neighbours[cell] == expected, "seed \(seed), cell \(cell)")
    }
  }
}
