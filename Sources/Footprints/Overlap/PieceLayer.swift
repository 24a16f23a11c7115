extension PreparedLayer {
  /// The pieces of two layers as a layer, to be compared with a third: what each two areas have in common, and what of
  /// either layer lies in no area of the other. Neighbours have all vertices of their common borders in common.
  ///
  /// A piece has the codes of its two areas, joined by a hyphen: `E54000001-E10000001`; of what is left over one is missing:
  /// `E54000001-`. Slivers (``SliverRule``) are no pieces; a notice counts them.
  ///
  /// Throws `badData` where two pieces would have one code, as codes with hyphens can; `fault` where the kernel's checks
  /// fail.
  ///
  /// - Parameters:
  ///   - x: the first layer.
  ///   - y: the second, in the same reference system.
  ///   - jobs: how many threads may be used; never changes the layer.
  public init(
    piecesOf x: PreparedLayer, and y: PreparedLayer, jobs: Int = availableJobs
  ) throws(FootprintsError) {
    let table = try OverlapEngine.table(x, y, jobs: jobs)
    let slivers = try Slivers(table, x: x, y: y, jobs: jobs)
    let judged = zip(table.pairs, slivers.areSlivers)
    let pairs = judged.filter { !$0.1 }.map(\.0)
    let evidence = try table.evidence(x.geometry, y.geometry, jobs: jobs)
    let left = table.leftovers
    let outlines = try evidence.outlines(of: pairs, andLeftOf: (left.x, left.y), jobs: jobs)
    let grid = evidence.a.grid
    let units =
      pairs.map { NamedCode(piece: x.unit($0.x), y.unit($0.y)) }
      + left.x.map { NamedCode(piece: x.unit($0), nil) }
      + left.y.map { NamedCode(piece: nil, y.unit($0)) }
    let polygons = try OverlapPieces.polygons(of: outlines, on: grid, jobs: jobs)
    let order = units.indices.filter { !polygons.polygons(of: $0).isEmpty }
      .sorted { units[$0].code < units[$1].code }
    if let (twice, _) = zip(order, order.dropFirst()).first(where: { units[$0].code == units[$1].code }) {
      throw FootprintsError(
        .badData, "two pieces of \(x.name) and \(y.name) would have the code '\(units[twice].code)'",
        remedy: "Give the areas codes without hyphens.")
    }
    try self.init(
      pieces: polygons.selecting(order), units: order.map { units[$0] }, on: grid, of: x, y,
      notice: Notice(slivers: judged.filter(\.1).map(\.0.area), slivers.rule), jobs: jobs)
  }
}

extension OverlapTable {
  /// The areas of each layer of which at least 1 m2 lies in no area of the other.
  fileprivate var leftovers: (x: [Int], y: [Int]) {
    func left(_ matrix: MassMatrix) -> [Int] { matrix.xTotals.indices.filter { matrix.xUncovered($0) >= 1 } }
    return (left(matrix), left(matrix.transposed))
  }
}

extension NamedCode {
  /// A piece of two areas, or what is left over of one.
  fileprivate init(piece x: NamedCode?, _ y: NamedCode?) {
    self.init(
      code: "\(x?.code ?? "")-\(y?.code ?? "")", name: "\(x?.name ?? "none") / \(y?.name ?? "none")")
  }
}

extension Notice {
  /// That slivers are no pieces; nil without slivers.
  fileprivate init?(slivers areas: [Double], _ rule: SliverRule) {
    if areas.isEmpty { return nil }
    self.init(
      .information, "slivers",
      "\(Wording.plural(areas.count, "common part")) narrower than \(Wording.decimal(rule.width, 0)) m, \(Wording.area(areas.reduce(0, +))) in all, \(Wording.form(areas.count, "is", "are")) no \(Wording.form(areas.count, "piece", "pieces"))"
    )
  }
}
