/// Which columns of a table of points hold their coordinates, found by their names.
struct PointColumns {
  typealias Kind = CoordinateNames.Kind

  let x: Int
  let y: Int
  let kind: Kind
  /// Which were chosen, where the table has others.
  private(set) var notices: [Notice] = []

  /// Finds the columns, or those that are asked for.
  ///
  /// Throws `badData` where there is no pair of them, or more than one of a kind, with the columns that there are.
  init(_ header: [String], _ options: PointOptions, file: String) throws(FootprintsError) {
    if let xName = options.xField, let yName = options.yField {
      x = try Self.column(xName, header, file)
      y = try Self.column(yName, header, file)
      let (xKey, yKey) = (header[x].fieldKey, header[y].fieldKey)
      kind = CoordinateNames.all.first { $0.x.contains(xKey) && $0.y.contains(yKey) }?.kind ?? .unknown
      return
    }
    let keys = header.map(\.fieldKey)
    func columns(_ names: [String]) -> [Int] { keys.indices.filter { names.contains(keys[$0]) } }
    let found = CoordinateNames.all.map { (kind: $0.kind, x: columns($0.x), y: columns($0.y)) }
    guard let chosen = found.first(where: { !$0.x.isEmpty && !$0.y.isEmpty }) else {
      let half = found.lazy.flatMap { $0.x + $0.y }.first
      let what =
        half.map { "has a column \(header[$0]) and none that goes with it as the other coordinate" }
        ?? "has no columns of coordinates, such as easting and northing or longitude and latitude"
      throw FootprintsError(
        .badData, "\(what); the columns are \(CodeList(header, limit: 60, joinedBy: nil))", file: file,
        place: "line 1", remedy: "Say which columns hold the coordinates.", reason: .pointColumns)
    }
    guard chosen.x.count == 1, chosen.y.count == 1 else {
      let names = (chosen.x + chosen.y).sorted().map { header[$0] }
      throw FootprintsError(
        .badData, "it is not clear which columns hold the coordinates: \(CodeList(names, limit: 20))",
        file: file, place: "line 1", remedy: "Say which columns hold the coordinates.", reason: .pointColumns)
    }
    (x, y, kind) = (chosen.x[0], chosen.y[0], chosen.kind)
    let others = found.flatMap { $0.x + $0.y }.filter { $0 != chosen.x[0] && $0 != chosen.y[0] }
    if !others.isEmpty {
      notices.append(
        Notice(
          .information, "coordinates-chosen",
          "\(file): the coordinates are those of \(header[x]) and \(header[y]), not of \(CodeList(others.sorted().map { header[$0] }))"
        ))
    }
  }

  /// A column by its name, letter case aside.
  static func column(_ name: String, _ header: [String], _ file: String) throws(FootprintsError) -> Int {
    if let column = header.firstIndex(of: name) ?? header.firstIndex(where: { $0.fieldKey == name.fieldKey })
    {
      return column
    }
    throw FootprintsError(
      .badData, "there is no column \(name)", file: file, place: "line 1",
      remedy: "The columns are: \(CodeList(header, limit: 60, joinedBy: nil)).")
  }
}
