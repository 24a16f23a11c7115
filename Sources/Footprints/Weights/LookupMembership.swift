/// Which bricks belong to which areas of a layer by lookup tables, whose columns are found by the codes in them.
struct LookupMembership: Sendable {
  let membership: Membership
  /// What was noticed about the lookup: bricks without a row, rows of unknown areas, bricks with several, columns that
  /// say different things, bricks far from their area, each with their people.
  let notices: [Notice]

  /// By the table and columns that put the most people into areas of the layer. The name of a column says less, as
  /// layers of several vintages share names; it decides where two fit equally.
  ///
  /// `areas` holds the common parts of bricks and layer. Throws `badData` where no table has a column for both.
  init(
    _ tables: [LookupTable], bricks: Bricks, in layer: PreparedLayer, areas: OverlapTable
  ) throws(FootprintsError) {
    let (brickIndex, layerIndex) = (bricks.layer.codeIndex, layer.codeIndex)
    let fits = tables.flatMap { table in
      LookupSearch(table, bricks: bricks, brickIndex: brickIndex, layerIndex: layerIndex, areas: areas) {
        Self.rank($0, for: layer)
      }.fits
    }
    guard let best = LookupFit.best(fits) else {
      let columns = tables.prefix(5).map { "\($0.file) has \(CodeList($0.columns, joinedBy: nil))" }
      let more = tables.count > columns.count ? "; and \(tables.count - columns.count) more tables" : ""
      throw FootprintsError(
        .badData,
        "no lookup table has a column with the codes of \(bricks.layer.name) and one with those of \(layer.name)",
        file: tables.first?.file, remedy: "\(columns.joined(separator: "; "))\(more).")
    }
    let found = LookupUnits(best.key, best.value, bricks, areas)
    membership = Membership(
      found.units.map { $0.map { [Membership.Share(unit: $0, share: 1)] } ?? [] }, unitCount: layer.count)
    let notes = LookupNotes(best, found, bricks: bricks, layer: layer, areas: areas)
    notices = notes.respelt(brickIndex, layerIndex) + notes.all + notes.rivals(among: fits) + notes.elsewhere
  }

  /// Where two columns fit equally the one counts that is named as the layer's field of codes or has its year.
  private static func rank(_ name: String, for layer: PreparedLayer) -> Int {
    if name.fieldKey == layer.origin.codeField?.fieldKey { return 2 }
    // Columns carry the last two digits: UTLA21CD.
    let year = layer.vintage.flatMap(CalendarYear.init).map { String($0.year).suffix(2) }
    return year.map { name.filter(\.isNumber).hasSuffix($0) } == true ? 1 : 0
  }
}

/// What a reader must know of a lookup.
private struct LookupNotes {
  private let fit: LookupFit
  private let found: LookupUnits
  private let bricks: Bricks
  private let layer: PreparedLayer
  private let areas: OverlapTable

  init(
    _ fit: LookupFit, _ found: LookupUnits, bricks: Bricks, layer: PreparedLayer, areas: OverlapTable
  ) {
    (self.fit, self.found, self.bricks, self.layer, self.areas) = (fit, found, bricks, layer, areas)
  }

  private var columns: String { "columns \(names(fit))" }

  private func names(_ fit: LookupFit) -> String {
    "\(fit.table.columns[fit.key.column]) and \(fit.table.columns[fit.value.column])"
  }

  /// "3 small areas with 4,000 people".
  private func counted(_ which: [Int]) -> String {
    "\(Wording.plural(which.count, "small area")) with \(Wording.people(which.reduce(0) { $0 + bricks.people[$1] }))"
  }

  private func named(_ which: [Int]) -> String { "\(CodeList(which.map { bricks.layer.codes[$0] }))" }

  private func warning(_ code: String, _ which: [Int], _ what: String) -> [Notice] {
    if which.isEmpty { return [] }
    return [
      Notice(
        .warning, code, "\(fit.table.file): \(counted(which)) \(what) (\(named(which)), \(columns))")
    ]
  }

  /// What the reader of the table had to say, and codes that it writes otherwise.
  func respelt(_ brickIndex: CodeIndex, _ layerIndex: CodeIndex) -> [Notice] {
    let table = fit.table
    let keys = brickIndex.positions(of: table.codes[fit.key.column]).respelt
    let values = layerIndex.positions(of: table.codes[fit.value.column]).respelt
    return table.notices + Notice.respelt(keys, in: table.file, of: bricks.layer.name)
      + Notice.respelt(values, in: table.file, of: layer.name)
  }

  /// Bricks without a row, with a row of an unknown area, with several areas.
  var all: [Notice] {
    let without = found.units.indices.filter { !found.hasRow[$0] }
    let unknown = found.units.indices.filter { found.hasRow[$0] && found.units[$0] == nil }
    return warning("lookup-gap", without, "without a row, in no area of \(layer.name)")
      + warning("lookup-unknown", unknown, "whose row names no area of \(layer.name), in none of them")
      + warning("ambiguous-lookup", found.several, "with several areas of \(layer.name); the first is used")
  }

  /// Other columns that fit as well and say something else, as those of two years with the same codes do.
  func rivals(among fits: [LookupFit]) -> [Notice] {
    fits.compactMap { other in
      guard other.people == fit.people, other.bricks == fit.bricks else { return nil }
      // Few fit as well, so that finding their areas once more costs less than keeping those of all.
      let others = LookupUnits(other.key, other.value, bricks, areas).units
      let different = found.units.indices.filter { found.units[$0] != others[$0] }
      if different.isEmpty { return nil }
      let elsewhere = other.table.file == fit.table.file ? "" : " of \(other.table.file)"
      return Notice(
        .warning, "lookup-columns-differ",
        "\(fit.table.file): \(columns) are used; \(names(other))\(elsewhere) fit \(layer.name) as well and put \(counted(different)) elsewhere (\(named(different)))"
      )
    }
  }

  /// Bricks that are put into an area which they do not touch, although generalisation cannot have moved them there:
  /// the table is of other boundaries, or a column is not what it seems.
  var elsewhere: [Notice] {
    let tolerance = bricks.layer.resolution.tolerance + layer.resolution.tolerance
    let far = found.units.indices.filter { brick in
      guard let unit = found.units[brick], !found.isInPlace[brick], areas.xAreas[brick] > 0,
        areas.yAreas[unit] > 0
      else { return false }
      let shape = bricks.layer.geometry
      let width = 2 * areas.xAreas[brick] / shape.perimeter(of: brick)
      return width > tolerance
        || !shape.box(of: brick).grown(by: tolerance).intersects(layer.geometry.box(of: unit))
    }
    return warning(
      "lookup-elsewhere", far, "put into an area of \(layer.name) that has nothing in common with them")
  }
}
