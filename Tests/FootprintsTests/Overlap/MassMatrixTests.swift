import Footprints
import Testing

@Suite struct MassMatrixTests {
  @Test func cellsAreOrderedMergedAndPositive() {
    let matrix = MassMatrix(
      unit: .people, xTotals: [10, 10], yTotals: [10, 10, 10],
      cells: [
        .init(x: 1, y: 2, mass: 1), .init(x: 0, y: 1, mass: 2), .init(x: 0, y: 0, mass: 0),
        .init(x: 1, y: 0, mass: 3), .init(x: 0, y: 1, mass: 4),
      ])
    #expect(
      matrix.cells == [
        .init(x: 0, y: 1, mass: 6), .init(x: 1, y: 0, mass: 3), .init(x: 1, y: 2, mass: 1),
      ])
    #expect(matrix.row(1).map(\.y) == [0, 2])
    #expect(matrix.column(1).map(\.mass) == [6])
    #expect(matrix.column(2).map(\.x) == [1])
    #expect(matrix.total == 10)
    #expect(matrix.xUncovered(0) == 4 && matrix.xUncovered(1) == 6)
    #expect(matrix.yUncovered(0) == 7 && matrix.yUncovered(1) == 4 && matrix.yUncovered(2) == 9)
    #expect(matrix.xShare(matrix.cells[0]) == 0.6)
  }

  /// What is set aside is neither shared nor uncovered, however the matrix is turned, ordered and grouped.
  @Test(arguments: 0..<100 as Range<UInt64>) func whatIsSetAsideIsNotUncovered(seed: UInt64) {
    let all = RandomMatrix.make(seed: seed, uncovered: true)
    let matrix = all.settingAside { ($0.x + $0.y) % 3 == 0 }
    #expect(matrix.cells == all.cells.filter { ($0.x + $0.y) % 3 != 0 }, "seed \(seed)")
    for x in all.xTotals.indices {
      #expect(agree(matrix.xShared[x] + matrix.xSetAside[x], all.xShared[x]), "seed \(seed), unit \(x)")
      // The difference of large sums: as exact as they are.
      #expect(
        abs(matrix.xUncovered(x) - all.xUncovered(x)) <= 1e-12 * all.xTotals[x], "seed \(seed), unit \(x)")
    }
    #expect(matrix.transposed.transposed == matrix, "seed \(seed)")
    #expect(matrix.transposed.xSetAside == matrix.ySetAside, "seed \(seed)")
    let backwards = matrix.reordered(
      x: matrix.xTotals.indices.reversed(), y: matrix.yTotals.indices.reversed())
    #expect(backwards.xSetAside == matrix.xSetAside.reversed(), "seed \(seed)")
    #expect(backwards.ySetAside == matrix.ySetAside.reversed(), "seed \(seed)")
    let one = matrix.groupingY(matrix.yTotals.map { _ in [0] }, count: 1)
    #expect(agree(one.ySetAside[0], matrix.ySetAside.reduce(0, +)), "seed \(seed)")
  }

  /// What lies in several units of the other layer is uncovered by none of them only once.
  @Test func whatIsRepeatedCountsOnce() {
    let matrix = MassMatrix(
      unit: .squareMetres, xTotals: [10, 10], yTotals: [5, 5, 10],
      cells: [.init(x: 0, y: 0, mass: 5), .init(x: 0, y: 1, mass: 5), .init(x: 1, y: 2, mass: 10)],
      xRepeated: [4, 0])
    let others = [
      matrix, matrix.transposed.transposed, matrix.settingAside { $0.y == 1 },
      matrix.groupingY([[0], [0], [1]], count: 2),
    ]
    for other in others { #expect(other.xUncovered(0) == 4 && other.xUncovered(1) == 0) }
    #expect(matrix.reordered(x: [1, 0], y: [2, 0, 1]).xUncovered(1) == 4)
    #expect(matrix.transposed.yUncovered(0) == 4)
  }

  @Test func unitsWithoutMassHaveNoShares() {
    let matrix = MassMatrix(unit: .people, xTotals: [0], yTotals: [0], cells: [.init(x: 0, y: 0, mass: 1)])
    #expect(matrix.xShare(matrix.cells[0]) == 0)
    #expect(matrix.yShare(matrix.cells[0]) == 0)
    #expect(matrix.xUncovered(0) == 0)
    let empty = MassMatrix(unit: .people, xTotals: [], yTotals: [], cells: [])
    #expect(empty.total == 0 && empty.transposed == empty)
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func rowsColumnsAndTransposeAgree(seed: UInt64) {
    let matrix = RandomMatrix.make(seed: seed, uncovered: true)
    let transposed = matrix.transposed
    #expect(transposed.transposed == matrix, "seed \(seed)")
    #expect(matrix.xTotals.indices.flatMap { Array(matrix.row($0)) } == matrix.cells, "seed \(seed)")
    for y in matrix.yTotals.indices {
      #expect(matrix.column(y).map(\.x) == transposed.row(y).map(\.y), "seed \(seed)")
      #expect(matrix.column(y).map(\.mass) == transposed.row(y).map(\.mass), "seed \(seed)")
    }
    for x in matrix.xTotals.indices {
      let shares = matrix.row(x).reduce(0.0) { $0 + matrix.xShare($1) }
      let uncovered = matrix.xTotals[x] > 0 ? matrix.xUncovered(x) / matrix.xTotals[x] : 1
      #expect(agree(shares + uncovered, 1), "seed \(seed), unit \(x)")
    }
  }
}
