/// A column of a lookup table that has codes of a layer, with all others that say the same.
struct LookupColumn {
  /// The position of the column whose name says most.
  private(set) var column: Int
  private(set) var rank: Int
  /// The position of each row's code; -1 where it is none of the layer's.
  let positions: [Int32]

  /// The columns that may be those of a layer. Of equal ones the first of the highest rank by its name is kept.
  static func columns(
    of table: LookupTable, fitting index: CodeIndex, rank: (String) -> Int
  ) -> [LookupColumn] {
    var places: [[Int32]: Int] = [:]
    var found: [LookupColumn] = []
    for column in table.columns(fitting: index) {
      let positions = index.positions(of: table.codes[column]).positions.map { Int32($0 ?? -1) }
      let rank = rank(table.columns[column])
      if let place = places[positions] {
        if rank > found[place].rank { (found[place].column, found[place].rank) = (column, rank) }
      } else {
        places[positions] = found.count
        found.append(LookupColumn(column: column, rank: rank, positions: positions))
      }
    }
    return found
  }
}

/// How well two columns of a lookup table fit. Of the many that a wide table has only this is kept.
struct LookupFit {
  let table: LookupTable
  let key: LookupColumn
  let value: LookupColumn
  /// How many bricks have an area, and their people.
  let bricks: Int
  let people: Double
  /// The people of the bricks that have something in common with their area.
  let peopleInPlace: Double

  init(
    _ table: LookupTable, _ key: LookupColumn, _ value: LookupColumn, _ bricks: Bricks, _ areas: OverlapTable
  ) {
    (self.table, self.key, self.value) = (table, key, value)
    let found = LookupUnits(key, value, bricks, areas)
    let known = found.units.indices.filter { found.units[$0] != nil }
    self.bricks = known.count
    people = known.reduce(0) { $0 + bricks.people[$1] }
    peopleInPlace = known.reduce(0) { $0 + (found.isInPlace[$1] ? bricks.people[$1] : 0) }
  }

  /// Whether it puts more people into areas than another, or more of them where the boundaries do, or more bricks, or is
  /// called more like the layer.
  func isBetter(than other: LookupFit) -> Bool {
    (people, peopleInPlace, bricks, value.rank)
      > (other.people, other.peopleInPlace, other.bricks, other.value.rank)
  }

  /// The best; of equal ones the first, and nil where none has a brick.
  static func best(_ fits: [LookupFit]) -> LookupFit? {
    fits.filter { $0.bricks > 0 }.reduce(nil) { best, fit in
      best.map { fit.isBetter(than: $0) ? fit : $0 } ?? fit
    }
  }
}

/// What two columns of a lookup table say about where bricks belong.
struct LookupUnits {
  /// The area of each brick; nil where its row names none of the layer, or it has no row.
  private(set) var units: [Int?]
  private(set) var hasRow: [Bool]
  /// Bricks with several areas.
  private(set) var several: [Int] = []
  /// Whether a brick and its area have something in common.
  private(set) var isInPlace: [Bool]

  init(_ key: LookupColumn, _ value: LookupColumn, _ bricks: Bricks, _ areas: OverlapTable) {
    units = Array(repeating: nil, count: bricks.layer.count)
    hasRow = Array(repeating: false, count: bricks.layer.count)
    isInPlace = hasRow
    var isSeveral = hasRow
    for (brick, area) in zip(key.positions, value.positions) where brick >= 0 {
      let (brick, area) = (Int(brick), Int(area))
      hasRow[brick] = true
      if area < 0 { continue }
      if let known = units[brick] {
        if known != area, !isSeveral[brick] {
          isSeveral[brick] = true
          several.append(brick)
        }
      } else {
        units[brick] = area
      }
    }
    for pair in areas.pairs where units[pair.x] == pair.y { isInPlace[pair.x] = true }
  }
}

/// Finds the two columns of a table without trying each with each: a table of thousands of columns would take hours.
struct LookupSearch {
  private let table: LookupTable
  private let bricks: Bricks
  private let areas: OverlapTable
  private let keys: [LookupColumn]
  private let values: [LookupColumn]
  private var found: [Pair: LookupFit] = [:]

  private struct Pair: Hashable {
    var key: Int
    var value: Int
  }

  /// `rank` says how much the name of a column is that of the layer.
  init(
    _ table: LookupTable, bricks: Bricks, brickIndex: CodeIndex, layerIndex: CodeIndex, areas: OverlapTable,
    rank: (String) -> Int
  ) {
    (self.table, self.bricks, self.areas) = (table, bricks, areas)
    keys = LookupColumn.columns(of: table, fitting: brickIndex) { _ in 0 }
    values = keys.isEmpty ? [] : LookupColumn.columns(of: table, fitting: layerIndex, rank: rank)
    search()
  }

  /// What was tried, in the order of the columns.
  var fits: [LookupFit] {
    found.sorted { ($0.key.key, $0.key.value) < ($1.key.key, $1.key.value) }.map(\.value)
  }

  /// All columns of areas next to the column of small areas with the most people; then all columns of small areas next to
  /// the best of those; and if that finds a better one, all columns of areas next to it.
  private mutating func search() {
    let people = keys.map { key in
      let known = Set(key.positions)
      // In the order of the bricks: the sum must be the same whenever it is made.
      return bricks.people.indices.reduce(0) { known.contains(Int32($1)) ? $0 + bricks.people[$1] : $0 }
    }
    guard let first = keys.indices.min(by: { (people[$1], $0) < (people[$0], $1) }) else { return }
    for value in values.indices { fit(first, value) }
    guard let best else { return }
    for key in keys.indices { fit(key, best.value) }
    guard let better = self.best, better.key != first else { return }
    for value in values.indices { fit(better.key, value) }
  }

  private mutating func fit(_ key: Int, _ value: Int) {
    let pair = Pair(key: key, value: value)
    if found[pair] == nil { found[pair] = LookupFit(table, keys[key], values[value], bricks, areas) }
  }

  private var best: Pair? {
    var best: (pair: Pair, fit: LookupFit)?
    for (pair, fit) in found.sorted(by: { ($0.key.key, $0.key.value) < ($1.key.key, $1.key.value) })
    where fit.bricks > 0 {
      if let known = best, !fit.isBetter(than: known.fit) { continue }
      best = (pair, fit)
    }
    return best?.pair
  }
}
