/// Which bricks belong to which areas of a layer by lookup tables, whose columns are found by the codes in them.
struct LookupMembership: Sendable {
  let membership: Membership
  /// What was noticed about the lookup: bricks without a row, rows of unknown areas, bricks with several, with their people.
  let notices: [Notice]

  /// By the first of the tables that has a column for both.
  ///
  /// Throws `badData` where none has.
  init(
    _ tables: [LookupTable], bricks: Bricks, in layer: PreparedLayer
  ) throws(FootprintsError) {
    let (brickIndex, layerIndex) = (CodeIndex(bricks.layer.codes), CodeIndex(layer.codes))
    for table in tables {
      guard let key = table.column(of: brickIndex), let value = table.column(of: layerIndex) else { continue }
      self.init(table, key, value, brickIndex, layerIndex, bricks, layer)
      return
    }
    let columns = tables.prefix(5).map { "\($0.file) has \(CodeList($0.columns, joinedBy: nil))" }
    let more = tables.count > columns.count ? "; and \(tables.count - columns.count) more tables" : ""
    throw FootprintsError(
      .badData,
      "no lookup table has a column with the codes of \(bricks.layer.name) and one with those of \(layer.name)",
      file: tables.first?.file, remedy: "\(columns.joined(separator: "; "))\(more).")
  }

  private init(
    _ table: LookupTable, _ key: Int, _ value: Int, _ brickIndex: CodeIndex, _ layerIndex: CodeIndex,
    _ bricks: Bricks, _ layer: PreparedLayer
  ) {
    let keys = brickIndex.positions(of: table.codes[key])
    let values = layerIndex.positions(of: table.codes[value])
    var unit = [Int?](repeating: nil, count: bricks.layer.count)
    var hasRow = [Bool](repeating: false, count: bricks.layer.count)
    var several: [Int] = []
    var isAmbiguous = [Bool](repeating: false, count: bricks.layer.count)
    for (brick, area) in zip(keys.positions, values.positions) {
      guard let brick else { continue }
      hasRow[brick] = true
      guard let area else { continue }
      if let known = unit[brick] {
        if known != area, !isAmbiguous[brick] {
          isAmbiguous[brick] = true
          several.append(brick)
        }
      } else {
        unit[brick] = area
      }
    }
    membership = Membership(
      unit.map { $0.map { [Membership.Share(unit: $0, share: 1)] } ?? [] }, unitCount: layer.count)
    let columns = "\(table.columns[key]) and \(table.columns[value])"
    func notice(_ code: String, _ which: [Int], _ what: String) -> [Notice] {
      if which.isEmpty { return [] }
      let people = Wording.people(which.reduce(0) { $0 + bricks.people[$1] })
      let areas = Wording.plural(which.count, "small area")
      return [
        Notice(
          .warning, code,
          "\(table.file): \(areas) with \(people) \(what) (\(CodeList(which.map { bricks.layer.codes[$0] })), columns \(columns))"
        )
      ]
    }
    let without = unit.indices.filter { !hasRow[$0] }
    let unknown = unit.indices.filter { hasRow[$0] && unit[$0] == nil }
    notices =
      table.notices + Notice.respelt(keys.respelt, in: table.file, of: bricks.layer.name)
      + Notice.respelt(values.respelt, in: table.file, of: layer.name)
      + notice("lookup-gap", without, "without a row, in no area of \(layer.name)")
      + notice("lookup-unknown", unknown, "whose row names no area of \(layer.name), in none of them")
      + notice("ambiguous-lookup", several, "with several areas of \(layer.name); the first is used")
  }
}
