/// Which group each area of a layer belongs to, the groups in the order of their codes.
struct AreaGrouping: Sendable {
  /// The groups that have areas.
  let groups: [NamedCode]
  /// The group of each area by its position; nil for an area without one.
  let groupOfArea: [Int?]
  /// The field or column that says so; nil where all areas are one group.
  let field: String?
  /// The table that says so; nil where the layer itself does.
  private(set) var table: String?
  /// What was noticed about the table.
  private(set) var notices: [Notice] = []

  /// All areas in one group with the name of the layer.
  init(all layer: PreparedLayer) {
    groups = [NamedCode(code: layer.name)]
    groupOfArea = Array(repeating: 0, count: layer.count)
    field = nil
  }

  /// By a field. Of several names for a code the first counts.
  ///
  /// Throws `badData` where no area has a group.
  init(of layer: PreparedLayer, _ codes: [NamedCode?], from field: String) throws(FootprintsError) {
    var names: [String: String] = [:]
    for case let group? in codes where names[group.code, default: ""].isEmpty {
      names[group.code] = group.name
    }
    groups = names.keys.sorted().map { NamedCode(code: $0, name: names[$0] ?? "") }
    let positions = Dictionary(uniqueKeysWithValues: zip(groups.map(\.code), groups.indices))
    groupOfArea = codes.map { $0.flatMap { positions[$0.code] } }
    self.field = field
    if groups.isEmpty {
      throw FootprintsError(.badData, "no area of \(layer.name) has a group in \(field)")
    }
  }

  /// By a lookup table, in which the column of the layer's codes is found by the codes in it.
  ///
  /// Throws `badData` where no column has the layer's codes, `usage` where it is not clear which has the groups.
  init(
    of layer: PreparedLayer, by wanted: String?, in table: LookupTable
  ) throws(FootprintsError) {
    let index = layer.codeIndex
    let group = try wanted.map { (name) throws(FootprintsError) in try Self.column(name, of: table) }
    let fitting = table.columns(fitting: index).filter { $0 != group }
    let counts = fitting.map { Set(index.positions(of: table.codes[$0]).positions.compactMap(\.self)).count }
    guard let most = counts.max(), let place = counts.firstIndex(of: most) else {
      throw FootprintsError(
        .badData, "has no column with the codes of \(layer.name)", file: table.file,
        remedy: "It has \(CodeList(table.columns, limit: 20, joinedBy: nil)).")
    }
    let key = fitting[place]
    let value: Int
    if let group { value = group } else { value = try Self.onlyGroup(of: table, besides: key) }
    let names = FieldDetection.labelField(of: table.columns[value], among: table.columns)
      .flatMap { table.columns.firstIndex(of: $0) }
    let found = index.positions(of: table.codes[key])
    var codes = [NamedCode?](repeating: nil, count: layer.count)
    var several: Set<Int> = []
    for (row, position) in found.positions.enumerated() {
      guard let area = position, !table.codes[value][row].isEmpty else { continue }
      let own = NamedCode(code: table.codes[value][row], name: names.map { table.codes[$0][row] } ?? "")
      if let known = codes[area] {
        if known.code != own.code { several.insert(area) }
      } else {
        codes[area] = own
      }
    }
    try self.init(of: layer, codes, from: table.columns[value])
    self.table = table.file
    notices = Notice.respelt(found.respelt, in: table.file, of: layer.name)
    if !several.isEmpty {
      notices.append(
        Notice(
          .warning, "ambiguous-lookup",
          "\(table.file): \(Wording.plural(several.count, "area")) of \(layer.name) with several groups in \(table.columns[value]); the first is used (\(CodeList(several.sorted().map { layer.codes[$0] })))"
        ))
    }
  }

  private static func column(_ name: String, of table: LookupTable) throws(FootprintsError) -> Int {
    if let exact = table.columns.firstIndex(of: name) { return exact }
    let folded = table.columns.indices.filter { table.columns[$0].lowercased() == name.lowercased() }
    if folded.count == 1 { return folded[0] }
    throw FootprintsError(
      .usage, "has no column '\(name)'", file: table.file,
      remedy: "It has \(CodeList(table.columns, limit: 20, joinedBy: nil)).")
  }

  /// The only other column with codes.
  private static func onlyGroup(of table: LookupTable, besides key: Int) throws(FootprintsError) -> Int {
    var others = table.columns.indices.filter { $0 != key }
    if others.count > 1 {
      others = others.filter { column in
        guard let kind = FieldDetection.parts(of: table.columns[column])?.kind else { return false }
        return kind != .label && kind != .welshLabel
      }
    }
    if others.count == 1 { return others[0] }
    throw FootprintsError(
      .usage, "several columns could have the groups", file: table.file,
      remedy: "Say which, of \(CodeList(table.columns, limit: 20, joinedBy: nil)).", reason: .severalGroupings
    )
  }
}
