/// Writes features as CSV (RFC 4180): points as two columns of coordinates, which is how tables of points are read, everything
/// else with a column `WKT` of well-known text.
struct CSVFeatureWriter: FeatureWriter {
  private let sink: any ByteSink
  private let decimals: Int?
  private let jobs: Int
  private let fieldCount: Int
  private let hasIdentifiers: Bool
  private let isPoints: Bool
  private var losses = (binary: 0, foreign: 0)
  private let reference: ReferenceSystem?
  private let delimiter: UInt8

  /// Begins a table with its header; `delimiter` parts the cells.
  init(_ schema: LayerSchema, _ target: FeatureTarget, delimiter: UInt8) throws(FootprintsError) {
    sink = target.sink
    decimals = target.decimals
    jobs = target.jobs
    reference = target.reference
    self.delimiter = delimiter
    fieldCount = schema.fields.count
    hasIdentifiers = schema.identifier != nil
    isPoints = schema.types == GeometryType.Set(.point) && schema.parts.isEmpty
    let places = reference?.isGeographic == false ? ["easting", "northing"] : ["longitude", "latitude"]
    var taken = Set((isPoints ? places : ["WKT"]).map(\.fieldKey))
    let names = ((hasIdentifiers ? ["id"] : []) + schema.fields.map(\.name)).map { name in
      var free = name
      var number = 1
      while !taken.insert(free.fieldKey).inserted {
        free = "\(name)_\(number)"
        number += 1
      }
      return free
    }
    try sink.write(Array(CSVWriter.line(names + (isPoints ? places : ["WKT"]), delimiter: delimiter).utf8))
  }

  var notices: [Notice] {
    var notices: [Notice] = []
    if let reference, reference.definition != ReferenceSystem.longitudeLatitude {
      notices.append(
        Notice(
          .information, "reference-left-out",
          "CSV does not say which reference system positions are in: \(reference.name)"))
    }
    func add(_ count: Int, _ code: String, _ what: String, _ why: String) {
      if count > 0 {
        notices.append(
          Notice(
            .warning, code,
            "\(Wording.plural(count, what)) \(Wording.form(count, "was", "were")) left out: \(why)"))
      }
    }
    add(losses.binary, "bytes-left-out", "value", "CSV does not hold bytes")
    add(
      losses.foreign, "geometry-left-out", "geometry that is not a point",
      "the layer is said to have points only")
    return notices
  }

  mutating func write(_ batch: FeatureBatch) throws(FootprintsError) {
    let pieces = Pieces(of: batch.count, minimum: 16, jobs: jobs)
    let (fields, hasIdentifiers, isPoints, decimals) = (fieldCount, hasIdentifiers, isPoints, decimals)
    let delimiter = delimiter
    let parts = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      var text = ""
      var losses = (binary: 0, foreign: 0)
      for feature in pieces[piece] {
        var cells: [String] = []
        cells.reserveCapacity(fields + 3)
        if hasIdentifiers { cells.append(batch.identifiers[feature].words ?? "") }
        for value in batch.values(of: feature, fields: fields) {
          if case .binary = value { losses.binary += 1 }
          cells.append(value.words ?? "")
        }
        batch.geometry.withBytes { all in
          let geometry = UnsafeRawBufferPointer(rebasing: all[batch.bytes(of: feature)])
          if isPoints {
            let place = Self.coordinates(of: geometry, decimals, &losses.foreign)
            cells += [place.x, place.y]
          } else {
            cells.append(geometry.isEmpty ? "" : WKTText.text(of: geometry, decimals: decimals))
          }
        }
        text += CSVWriter.line(cells, delimiter: delimiter)
      }
      return (Array(text.utf8), losses)
    }
    for (bytes, lost) in parts {
      losses.binary += lost.binary
      losses.foreign += lost.foreign
      try sink.write(bytes)
    }
  }

  mutating func finish() throws(FootprintsError) {}

  /// The two numbers of a point as cells; empty for none.
  private static func coordinates(
    of geometry: UnsafeRawBufferPointer, _ decimals: Int?, _ foreign: inout Int
  ) -> (x: String, y: String) {
    if geometry.isEmpty { return ("", "") }
    guard WKB.type(of: geometry).type == .point else {
      foreign += 1
      return ("", "")
    }
    let box = WKBExtent.box(of: geometry)
    if box.isEmpty { return ("", "") }
    func cell(_ number: Double) -> String {
      var text: [UInt8] = []
      CoordinateText.append(number, decimals: decimals, to: &text)
      return String(decoding: text, as: UTF8.self)
    }
    return (cell(box.min.x), cell(box.min.y))
  }
}
