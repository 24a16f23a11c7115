extension OverlapResult: IllustratedResult {
  /// A map of both layers, and a square for every pair.
  public func figures() -> [Figure] { comparison.figures }
}

extension ScoreResult: IllustratedResult {
  /// A map of both layers, a square for every pair, and how many partners areas have.
  public func figures() -> [Figure] {
    comparison.figures + [partners(.x), partners(.y)].compactMap(\.self)
  }

  /// The areas of one side with the most partners.
  private func partners(_ side: UnitScores.Side) -> Figure? {
    func effective(_ unit: UnitScores) -> Double { unit[.effectivePartnersShannon] ?? 0 }
    let units = scores.units.filter { $0.side == side && $0.mass > 0 }.sorted {
      (effective($1), $0.unit.code) < (effective($0), $1.unit.code)
    }.prefix(15)
    guard let first = units.first else { return nil }
    let title = side == .x ? comparison.titles.x : comparison.titles.y
    let words = Wording.decimal(effective(first), 2)
    return Figure(
      "Effective partners of \(title.many).",
      description:
        "How many equal partners would mean the same spread of an area’s \(noun); 1 is a single partner. The most has \(first.unit.name): \(words). \(units.count < scores.units.count { $0.side == side } ? "The first \(units.count) are shown." : "")",
      .bars(
        BarsFigure(
          units.map {
            .init(
              unit: $0.unit, value: effective($0),
              words: Wording.decimal(effective($0), 2))
          }, scale: effective(first))))
  }
}

extension LayerComparison {
  /// The pictures of two layers side by side.
  var figures: [Figure] { [map, matrixFigure].compactMap(\.self) }

  private func share(_ row: Row) -> Double { row.xPeopleShare ?? row.xShare ?? 0 }

  private var map: Figure? {
    let pairs = rows.compactMap { row in row.x.flatMap { x in row.y.map { (x: x, y: $0, row: row) } } }
    guard !pairs.isEmpty, max(x.count, y.count) <= MapFigure.mostAreasDrawn else { return nil }
    let (xs, ys) = (Set(pairs.map(\.x)).sorted(), Set(pairs.map(\.y)).sorted())
    var sources = [
      MapFigure.Source(x, areas: xs, title: x.heading, style: .first),
      MapFigure.Source(y, areas: ys, title: y.heading, style: .second),
    ]
    // Names of both layers would leave no room for either.
    let named = xs.count <= ys.count ? 0 : 1
    sources[named] = sources[named].labelled()
    let map = MapFigure(
      sources, framing: [0],
      shades: pairs.map { pair in
        (
          (0, pair.x), (1, pair.y), share(pair.row),
          "\(Wording.percent(share(pair.row))) in \(y.unit(pair.y).name)"
        )
      }, shadeTitle: "share of each area of \(x.name) in one area of \(y.name)")
    return map.map { map in
      Figure(
        "Where the two layers lie over each other.",
        description:
          "\(Wording.sentence(titles.x.counted(xs.count))) (solid borders) and \(titles.y.counted(ys.count)) (dashed borders); each common part is the darker, the larger a share of its \(titles.x.one) it is. The table has the same \(Wording.plural(pairs.count, "pair")).",
        .map(map))
    }
  }

  /// Rows in the order of codes, columns so that the largest shares lie along the diagonal.
  private var matrixFigure: Figure? {
    let pairs = rows.compactMap { row in row.x.flatMap { x in row.y.map { (x: x, y: $0, row: row) } } }
    let (xs, ys) = (Set(pairs.map(\.x)).sorted(), Set(pairs.map(\.y)))
    guard pairs.count > 1, xs.count <= 250, ys.count <= 250 else { return nil }
    var first: [Int: (share: Double, x: Int)] = [:]
    for pair in pairs where share(pair.row) > first[pair.y]?.share ?? -1 {
      first[pair.y] = (share(pair.row), pair.x)
    }
    let columns = ys.sorted { (first[$0]?.x ?? 0, $0) < (first[$1]?.x ?? 0, $1) }
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let rowPlaces = Dictionary(uniqueKeysWithValues: xs.enumerated().map { ($1, $0) })
    let cells = pairs.compactMap { pair in
      rowPlaces[pair.x].flatMap { row in
        places[pair.y].map { (row: row, column: $0, share: share(pair.row)) }
      }
    }
    return Figure(
      "Every pair at a glance.",
      description:
        "A row for each of the \(titles.x.counted(xs.count)) and a column for each of the \(titles.y.counted(columns.count)); a square is the darker, the larger the share of the row that lies in the column. One dark square in a row is an area with a single partner.",
      .matrix(MatrixFigure(rows: xs.map(x.unit), columns: columns.map(y.unit), cells: cells)))
  }
}
