/// How wide the areas of two layers are, and the parts that they have in common.
struct OverlapWidths {
  let table: OverlapTable
  let x: Side
  let y: Side

  /// The areas of one of the layers.
  struct Side {
    /// The position of a pair's area.
    let position: (OverlapTable.Pair) -> Int
    /// Their sizes in m2.
    let areas: [Double]
    /// Their mean widths in metres; 0 for one without ground.
    let widths: [Double]
    /// For each area the pair that is its largest part, the first of equal ones; nil for one without any.
    let largest: [Int?]

    /// Whether a pair, by its number and itself, is the largest part of its area.
    func isLargest(_ number: Int, _ pair: OverlapTable.Pair) -> Bool { largest[position(pair)] == number }
  }

  init(_ table: OverlapTable, x: PreparedLayer, y: PreparedLayer, jobs: Int) throws(FootprintsError) {
    self.table = table
    self.x = try Side(table, x.geometry, table.xAreas, jobs: jobs) { $0.x }
    self.y = try Side(table, y.geometry, table.yAreas, jobs: jobs) { $0.y }
  }

  /// Both layers' areas.
  var sides: [Side] { [x, y] }

  /// The mean width of the narrower of a pair's areas.
  func narrower(_ pair: OverlapTable.Pair) -> Double { min(x.widths[pair.x], y.widths[pair.y]) }

  /// Whether a pair's common part is less than half of either area: what is more is the area itself, however narrow.
  func isPart(_ pair: OverlapTable.Pair) -> Bool {
    2 * pair.area < min(table.xAreas[pair.x], table.yAreas[pair.y])
  }
}

extension OverlapWidths.Side {
  fileprivate init(
    _ table: OverlapTable, _ layer: MultiPolygonArray, _ areas: [Double], jobs: Int,
    position: @escaping (OverlapTable.Pair) -> Int
  ) throws(FootprintsError) {
    self.position = position
    self.areas = areas
    let chunks = Pieces(of: areas.count, minimum: 64, jobs: jobs)
    widths = try parallelMap(count: chunks.count, jobs: jobs) { chunk in
      chunks[chunk].map { area in
        let perimeter = layer.perimeter(of: area)
        return perimeter > 0 ? 2 * areas[area] / perimeter : 0
      }
    }.flatMap(\.self)
    var largest = [Int?](repeating: nil, count: areas.count)
    for (number, pair) in table.pairs.enumerated() {
      if let other = largest[position(pair)], table.pairs[other].area >= pair.area { continue }
      largest[position(pair)] = number
    }
    self.largest = largest
  }
}
