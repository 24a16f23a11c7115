/// Where a CSV table has its geometries.
struct GeometryColumns: Sendable {
  private enum Place: Sendable {
    case text(Int)
    case coordinates(x: Int, y: Int)
  }

  private let place: Place
  /// What is known of the reference system from the names.
  let reference: StatedReference
  /// Which were chosen, where the table has others.
  private(set) var notices: [Notice] = []

  /// The columns.
  var all: [Int] {
    switch place {
    case .text(let column): [column]
    case .coordinates(let x, let y): [x, y]
    }
  }

  /// The types that geometries have.
  var types: GeometryType.Set {
    switch place {
    case .text: GeometryType.Set(.geometry)
    case .coordinates: GeometryType.Set(.point)
    }
  }

  /// Finds them by their names: well-known text before coordinates, eastings and northings before longitudes and latitudes.
  init(_ header: [String], file: String) throws(FootprintsError) {
    let keys = header.map(\.fieldKey)
    if let column = CoordinateNames.wellKnownText.lazy.compactMap({ keys.firstIndex(of: $0) }).first {
      (place, reference) = (.text(column), .missing)
      return
    }
    func columns(_ names: [String]) -> [Int] { keys.indices.filter { names.contains(keys[$0]) } }
    let found = CoordinateNames.all.map { (kind: $0.kind, x: columns($0.x), y: columns($0.y)) }
      .filter { !$0.x.isEmpty && !$0.y.isEmpty }
    guard let chosen = found.first, chosen.x.count == 1, chosen.y.count == 1 else {
      throw FootprintsError(
        .badData,
        found.isEmpty
          ? "has no column of well-known text and none of coordinates; the columns are \(CodeList(header, limit: 60, joinedBy: nil))"
          : "has more than one pair of columns that could be coordinates", file: file, place: "line 1",
        remedy: "Call one WKT, or two easting and northing, or longitude and latitude.")
    }
    place = .coordinates(x: chosen.x[0], y: chosen.y[0])
    reference =
      switch chosen.kind {
      case .metres: .formatDefault("EPSG:27700")
      case .degrees: .formatDefault(ReferenceSystem.longitudeLatitude)
      case .unknown: .missing
      }
    if found.count > 1 {
      notices = [
        Notice(
          .information, "coordinates-chosen",
          "\(file): the coordinates are those of \(header[chosen.x[0]]) and \(header[chosen.y[0]])")
      ]
    }
  }

  /// Appends the geometry of a row; none where its cells are empty.
  func append(
    _ cells: UnsafeMutableBufferPointer<CSVCell>, to batch: inout FeatureBatch, _ isRecovered: inout Bool
  ) throws(FootprintsError) {
    switch place {
    case .text(let column):
      var text = cells[column].text(&isRecovered)
      if !text.isEmpty {
        try text.withUTF8Text { (bytes) throws(FootprintsError) in
          try WKTParser.append(bytes, to: &batch.geometry)
        }
      }
      batch.ends.append(batch.geometry.count)
    case .coordinates(let x, let y):
      let (first, second) = (try Self.number(cells[x]), try Self.number(cells[y]))
      batch.append(point: second.isNaN ? Coordinate.none : Coordinate(first, second))
    }
  }

  private static func number(_ cell: CSVCell) throws(FootprintsError) -> Double {
    switch cell.number {
    case .number(let value): return value
    case .none: return .nan
    case .other:
      var ignored = false
      throw FootprintsError(
        .badData, "'\(cell.text(&ignored).excerpt)' is not a number",
        remedy: "Correct the cell; where there is no number, leave it empty.")
    }
  }
}

extension String {
  /// Lends the text as UTF-8, for closures with typed errors.
  fileprivate mutating func withUTF8Text(
    _ body: (UnsafeBufferPointer<UInt8>) throws(FootprintsError) -> Void
  ) throws(FootprintsError) {
    let result = withUTF8 { bytes in Result { () throws(FootprintsError) in try body(bytes) } }
    try result.get()
  }
}
