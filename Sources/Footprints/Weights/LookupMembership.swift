/// Which bricks belong to which areas of a layer by a lookup table, whose columns are found by the codes in them.
struct LookupMembership: Sendable {
  let membership: Membership
  /// What was noticed about the lookup.
  let notices: [Notice]

  /// Throws `badData` where no column holds the codes of one of the two.
  init(_ table: LookupTable, bricks: PreparedLayer, in layer: PreparedLayer) throws(FootprintsError) {
    func column(_ layer: PreparedLayer) throws(FootprintsError) -> Int {
      if let column = table.column(of: Set(layer.codes)) { return column }
      throw FootprintsError(
        .badData, "no column holds the codes of \(layer.name)", file: table.file,
        remedy: "Its columns are \(table.columns.joined(separator: ", ")).")
    }
    let unit = Dictionary(zip(layer.codes, layer.codes.indices), uniquingKeysWith: { first, _ in first })
    let (partner, conflicts) = table.mapping(from: try column(bricks), to: try column(layer))
    let rows = bricks.codes.map { code -> [Membership.Share] in
      guard let code = partner[code], let index = unit[code] else { return [] }
      return [Membership.Share(unit: index, share: 1)]
    }
    membership = Membership(rows, unitCount: layer.count)
    notices = table.notices + conflicts
  }
}
