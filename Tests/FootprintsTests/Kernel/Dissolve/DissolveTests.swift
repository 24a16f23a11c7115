import Footprints
import Testing

/// Unions through shared edges, in situations that can be drawn.
@Suite struct DissolveTests {
  typealias Ring = [(Double, Double)]

  static func gridded(_ array: MultiPolygonArray) throws -> GridLayer {
    try GridLayer(array, grid: IntegerGrid(covering: array, jobs: 1), jobs: 1)
  }

  /// All areas in one.
  private func union(_ areas: MultiPolygonArray) throws -> DissolvedLayer {
    let dissolved = try Self.gridded(areas).dissolved(jobs: 1)
    #expect(dissolved.geometry.count == 1)
    #expect(try OverlapKernel.invalidAreas(of: dissolved.gridded, jobs: 1).isEmpty)
    return dissolved
  }

  private func rings(_ array: MultiPolygonArray) -> [[[Double]]] {
    (0..<array.ringCount).map { array.coordinates[array.vertices(of: $0)].map { [$0.x, $0.y] } }
  }

  @Test func twoSquaresAreARectangleWithTheVerticesOfBoth() throws {
    let union = try union(.squares(columns: 2, rows: 1))
    #expect(rings(union.geometry) == [[[0, 0], [1, 0], [2, 0], [2, 1], [1, 1], [0, 1], [0, 0]]])
    #expect(union.united.isEmpty)
  }

  @Test func aFrameOfSquaresHasAHole() throws {
    let board = MultiPolygonArray.squares(columns: 3, rows: 3)
    let union = try union(board.selecting([0, 1, 2, 3, 5, 6, 7, 8]))
    #expect(union.geometry.polygonOffsets == [0, 2])
    #expect(union.geometry.area(of: 0) == 8)
    let island = try self.union(
      MultiPolygonArray(areas: [
        [[Self.square(0, 9), Self.square(2, 7)]], [[Self.square(3, 6)]],
      ]))
    #expect(island.geometry.polygonOffsets == [0, 2, 3])
  }

  private static func square(_ low: Double, _ high: Double) -> Ring {
    [(low, low), (high, low), (high, high), (low, high)]
  }

  /// Squares that touch at corners only are two polygons; a hole that touches the outline stays a hole.
  @Test func whatTouchesAtPointsIsValid() throws {
    let board = MultiPolygonArray.squares(columns: 3, rows: 3)
    #expect(try union(board.selecting([0, 4])).geometry.polygonCount == 2)
    // All but the middle of a side and one beside it: the hole touches the notch at a corner.
    let notched = try union(board.selecting([1, 2, 3, 5, 6, 7, 8])).geometry
    #expect(notched.polygonCount == 1 && notched.ringCount == 2)
    // Four squares around an empty one, which touch each other at its corners.
    let diamond = try union(board.selecting([1, 3, 5, 7])).geometry
    #expect(diamond.polygonCount == 4 && diamond.ringCount == 4 && diamond.area(of: 0) == 4)
  }

  /// A chessboard: every inner vertex is a node of four edges.
  @Test func aChessboardIsItsSquares() throws {
    let board = MultiPolygonArray.squares(columns: 20, rows: 20)
    let white = try union(board.selecting((0..<400).filter { ($0 / 20 + $0) % 2 == 0 })).geometry
    #expect(white.polygonCount == 200 && white.ringCount == 200)
    // With the border of the board the black squares inside are holes of one polygon, which touch each other.
    let bordered = try union(
      board.selecting(
        (0..<400).filter { ($0 / 20 + $0) % 2 == 0 || $0 % 20 % 19 == 0 || $0 / 20 % 19 == 0 }))
    #expect(bordered.united.isEmpty)
    #expect(bordered.geometry.area(of: 0) == 238)
  }

  @Test func tJunctionsNeedNoNewVertex() throws {
    let union = try union(
      .rectangles([(0, 0, 4, 1), (0, 1, 1, 1), (1, 1, 2, 1), (3, 1, 1, 1), (0, 2, 4, 1)]))
    #expect(
      rings(union.geometry) == [
        [[0, 0], [4, 0], [4, 1], [4, 2], [4, 3], [0, 3], [0, 2], [0, 1], [0, 0]]
      ])
    #expect(union.united.isEmpty)
    // Half of a side stays.
    let half = try self.union(.rectangles([(0, 0, 4, 1), (1, 1, 2, 1)]))
    #expect(half.geometry.ringCount == 1 && half.geometry.area(of: 0) == 6 && half.united.isEmpty)
  }

  /// Overlapping areas, the same area twice, one within another: only those are left to GEOS.
  @Test func overlapsAreUnited() throws {
    let overlapping = try union(.rectangles([(0, 0, 2, 1), (1, 0, 2, 1), (3, 0, 1, 1), (4, 0, 1, 1)]))
    #expect(overlapping.geometry.area(of: 0) == 5 && overlapping.geometry.ringCount == 1)
    #expect(overlapping.united == [0, 1])
    let twice = try union(.rectangles([(0, 0, 1, 1), (1, 0, 1, 1), (1, 0, 1, 1)]))
    #expect(twice.geometry.area(of: 0) == 2 && twice.united == [1, 2])
    let within = try union(.rectangles([(0, 0, 4, 4), (1, 1, 1, 1), (4, 0, 1, 4)]))
    #expect(within.geometry.area(of: 0) == 20 && within.geometry.ringCount == 1 && within.united == [0, 1])
    // In different groups nothing is wrong with it.
    let apart = try Self.gridded(.rectangles([(0, 0, 2, 1), (1, 0, 2, 1)])).dissolved(
      into: [0, 1], count: 2, jobs: 1)
    #expect(apart.united.isEmpty && apart.geometry.count == 2)
  }

  @Test func groupsWithoutAreasAndAreasWithoutGroups() throws {
    let layer = try Self.gridded(.squares(columns: 3, rows: 1))
    let dissolved = try layer.dissolved(into: [2, nil, 2], count: 4, jobs: 2)
    #expect(dissolved.geometry.count == 4)
    #expect((0..<4).map { dissolved.geometry.polygons(of: $0).count } == [0, 0, 2, 0])
    #expect(
      try Self.gridded(.squares(columns: 1, rows: 1)).dissolved(into: [nil], count: 0, jobs: 1).geometry.count
        == 0)
  }

  /// Of copies of an area, however many, one would be enough; that each overlaps all others need not be found out.
  @Test(arguments: [20, 3000]) func manyCopiesOfAnArea(count: Int) throws {
    let copies = MultiPolygonArray.rectangles(Array(repeating: (0, 0, 10, 10), count: count))
    let union = try union(copies)
    #expect(union.geometry.area(of: 0) == 100 && union.united.count == count)
  }
}
