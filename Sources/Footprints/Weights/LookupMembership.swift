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
    let (brickIndex, layerIndex) = (CodeIndex(bricks.layer.codes), CodeIndex(layer.codes))
    var fits: [LookupFit] = []
    for table in tables {
      for key in table.columns(fitting: brickIndex) {
        for value in table.columns(fitting: layerIndex) {
          fits.append(LookupFit(table, key, value, brickIndex, layerIndex, bricks, areas))
        }
      }
    }
    guard let best = Self.best(fits, for: layer) else {
      let columns = tables.prefix(5).map { "\($0.file) has \(CodeList($0.columns, joinedBy: nil))" }
      let more = tables.count > columns.count ? "; and \(tables.count - columns.count) more tables" : ""
      throw FootprintsError(
        .badData,
        "no lookup table has a column with the codes of \(bricks.layer.name) and one with those of \(layer.name)",
        file: tables.first?.file, remedy: "\(columns.joined(separator: "; "))\(more).")
    }
    membership = Membership(
      best.units.map { $0.map { [Membership.Share(unit: $0, share: 1)] } ?? [] }, unitCount: layer.count)
    let notes = LookupNotes(best, bricks: bricks, layer: layer)
    notices = notes.all + notes.rivals(among: fits) + notes.elsewhere(areas)
  }

  /// Of the fits with the most people the one that puts the most of them where the boundaries do, then the one with
  /// the most bricks; then the one whose column is named as the layer's field of codes or has its year, else the first.
  private static func best(_ fits: [LookupFit], for layer: PreparedLayer) -> LookupFit? {
    // Columns carry the last two digits: UTLA21CD.
    let year = layer.vintage.flatMap(CalendarYear.init).map { String($0.year).suffix(2) }
    func rank(_ fit: LookupFit) -> Int {
      let name = fit.table.columns[fit.value]
      if name.fieldKey == layer.origin.codeField?.fieldKey { return 2 }
      return year.map { name.filter(\.isNumber).hasSuffix($0) } == true ? 1 : 0
    }
    func isBetter(_ one: LookupFit, _ other: LookupFit) -> Bool {
      (one.people, one.peopleInPlace, one.bricks, rank(one))
        > (other.people, other.peopleInPlace, other.bricks, rank(other))
    }
    return fits.filter { $0.bricks > 0 }.reduce(nil) { best, fit in
      best.map { isBetter(fit, $0) ? fit : $0 } ?? fit
    }
  }
}

/// What two columns of a lookup table say about where bricks belong.
private struct LookupFit {
  let table: LookupTable
  let key: Int
  let value: Int
  /// The area of each brick; nil where its row names none of the layer, or it has no row.
  private(set) var units: [Int?]
  private(set) var hasRow: [Bool]
  /// Bricks with several areas.
  private(set) var several: [Int] = []
  /// How many bricks have an area, and their people.
  private(set) var bricks = 0
  private(set) var people = 0.0
  /// Whether a brick and its area have something in common.
  let isInPlace: [Bool]
  /// The people of the bricks that do.
  let peopleInPlace: Double
  let respelt: (keys: [String], values: [String])

  init(
    _ table: LookupTable, _ key: Int, _ value: Int, _ brickIndex: CodeIndex, _ layerIndex: CodeIndex,
    _ bricks: Bricks, _ areas: OverlapTable
  ) {
    (self.table, self.key, self.value) = (table, key, value)
    let keys = brickIndex.positions(of: table.codes[key])
    let values = layerIndex.positions(of: table.codes[value])
    respelt = (keys.respelt, values.respelt)
    units = Array(repeating: nil, count: bricks.layer.count)
    hasRow = Array(repeating: false, count: bricks.layer.count)
    var isSeveral = hasRow
    for (brick, area) in zip(keys.positions, values.positions) {
      guard let brick else { continue }
      hasRow[brick] = true
      guard let area else { continue }
      if let known = units[brick] {
        if known != area, !isSeveral[brick] {
          isSeveral[brick] = true
          several.append(brick)
        }
      } else {
        units[brick] = area
        self.bricks += 1
        people += bricks.people[brick]
      }
    }
    var isInPlace = Array(repeating: false, count: bricks.layer.count)
    for pair in areas.pairs where units[pair.x] == pair.y { isInPlace[pair.x] = true }
    self.isInPlace = isInPlace
    peopleInPlace = isInPlace.indices.reduce(0) { $0 + (isInPlace[$1] ? bricks.people[$1] : 0) }
  }
}

/// What a reader must know of a lookup.
private struct LookupNotes {
  private let fit: LookupFit
  private let bricks: Bricks
  private let layer: PreparedLayer

  init(_ fit: LookupFit, bricks: Bricks, layer: PreparedLayer) {
    (self.fit, self.bricks, self.layer) = (fit, bricks, layer)
  }

  private var columns: String { "columns \(fit.table.columns[fit.key]) and \(fit.table.columns[fit.value])" }

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

  /// Bricks without a row, with a row of an unknown area, with several areas.
  var all: [Notice] {
    let without = fit.units.indices.filter { !fit.hasRow[$0] }
    let unknown = fit.units.indices.filter { fit.hasRow[$0] && fit.units[$0] == nil }
    return fit.table.notices
      + Notice.respelt(fit.respelt.keys, in: fit.table.file, of: bricks.layer.name)
      + Notice.respelt(fit.respelt.values, in: fit.table.file, of: layer.name)
      + warning("lookup-gap", without, "without a row, in no area of \(layer.name)")
      + warning("lookup-unknown", unknown, "whose row names no area of \(layer.name), in none of them")
      + warning("ambiguous-lookup", fit.several, "with several areas of \(layer.name); the first is used")
  }

  /// Other columns that fit as well and say something else, as those of two years with the same codes do.
  func rivals(among fits: [LookupFit]) -> [Notice] {
    fits.compactMap { other in
      guard other.people == fit.people, other.bricks == fit.bricks, other.units != fit.units else {
        return nil
      }
      let different = fit.units.indices.filter { fit.units[$0] != other.units[$0] }
      let elsewhere = other.table.file == fit.table.file ? "" : " of \(other.table.file)"
      return Notice(
        .warning, "lookup-columns-differ",
        "\(fit.table.file): \(columns) are used; \(other.table.columns[other.key]) and \(other.table.columns[other.value])\(elsewhere) fit \(layer.name) as well and put \(counted(different)) elsewhere (\(named(different)))"
      )
    }
  }

  /// Bricks that are put into an area which they do not touch, although generalisation cannot have moved them there:
  /// the table is of other boundaries, or a column is not what it seems.
  func elsewhere(_ areas: OverlapTable) -> [Notice] {
    let tolerance = bricks.layer.resolution.tolerance + layer.resolution.tolerance
    let far = fit.units.indices.filter { brick in
      guard let unit = fit.units[brick], !fit.isInPlace[brick], areas.xAreas[brick] > 0,
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
