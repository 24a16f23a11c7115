extension Notice {
  /// From which share of an area on its slivers are no longer noise: a warning names the area then. In published
  /// layers that hold the same areas the largest false pair has 6% of one of them (`docs/methods/slivers.md`).
  private static let notableLoss = 0.1

  /// Warnings about the areas of two layers that share much with the other only in slivers, which were set aside.
  static func sliverLosses(_ matrix: MassMatrix, x: PreparedLayer, y: PreparedLayer) -> [Notice] {
    [
      sliverLosses(matrix.xSetAside, of: matrix.xTotals, matrix.unit, in: x),
      sliverLosses(matrix.ySetAside, of: matrix.yTotals, matrix.unit, in: y),
    ].compactMap { $0 }
  }

  private static func sliverLosses(
    _ losses: [Double], of totals: [Double], _ unit: MassUnit, in layer: PreparedLayer
  ) -> Notice? {
    let losers = layer.codes.indices.filter { ratio(losses[$0], totals[$0]) >= notableLoss }
      .sorted { (losses[$1] * totals[$0], $0) < (losses[$0] * totals[$1], $1) }
    guard !losers.isEmpty else { return nil }
    let named = losers.map { "\(layer.codes[$0]) (\(Wording.percent(ratio(losses[$0], totals[$0]))))" }
    let mass = losers.reduce(0) { $0 + losses[$1] }
    return Notice(
      .warning, "lost-to-slivers",
      "\(layer.title.place.counted(losers.count)) \(Wording.form(losers.count, "has", "have")) \(Wording.setting(notableLoss)) or more of \(Wording.form(losers.count, "its", "their")) \(unit.noun) in slivers, which are left out, \(unit.words(mass)) in all: \(CodeList(named))"
    )
  }
}
