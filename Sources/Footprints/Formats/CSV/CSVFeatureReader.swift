/// Reads a CSV table as a layer: geometries from a column of well-known text, else points from two columns of coordinates.
///
/// A first pass finds what the cells of each column are, so that whole numbers, numbers, days and times keep their types; codes with
/// zeros in front are text.
struct CSVFeatureReader: FeatureReader {
  let schema: LayerSchema
  private(set) var notices: [Notice]
  private let file: CSVFile
  private let place: GeometryColumns
  /// The columns of the fields, in their order.
  private let columns: [Int]
  private let kinds: [FieldKind]
  private var offset: Int
  private var isRecovered = false
  private var isDone = false

  /// Opens a table. Throws `badData` for one without a column of well-known text or columns of coordinates.
  /// `delimiter` parts the cells; nil to find it in the header.
  init(_ bytes: FileBytes, name: String, delimiter: UInt8? = nil) throws(FootprintsError) {
    let file = try CSVFile(bytes, delimiter: delimiter)
    let place = try GeometryColumns(file.header, file: bytes.name)
    self.place = place
    self.file = file
    offset = file.body
    var kinds = [CSVValueKind](repeating: CSVValueKind(), count: file.header.count)
    var count = 0
    var wide = 0
    try Self.rows(of: file, from: file.body) { (row, cells, _) throws(FootprintsError) in
      var ignored = false
      for column in cells.indices { kinds[column].note(cells[column].text(&ignored)) }
      if row.columns > cells.count, !row.endsEmpty { wide += 1 }
      count += 1
      return true
    }
    let columns = file.header.indices.filter { !place.all.contains($0) }
    self.columns = columns
    let fieldKinds = columns.map { kinds[$0].kind }
    self.kinds = fieldKinds
    let names = Self.distinct(columns.map { file.header[$0] })
    schema = LayerSchema(
      name: name, fields: zip(names, fieldKinds).map { FeatureField($0, $1) }, types: place.types,
      reference: place.reference, count: count)
    notices = file.notices + place.notices
    if wide > 0 {
      notices.append(
        Notice(
          .warning, "long-rows",
          "\(Wording.plural(wide, "row")) with more cells than the header; the cells without a column name are left out"
        ))
    }
  }

  mutating func next() throws(FootprintsError) -> FeatureBatch? {
    if isDone { return nil }
    var batch = FeatureBatch()
    var (end, recovered) = (offset, isRecovered)
    let (place, columns, kinds) = (place, columns, kinds)
    var isFull = false
    try Self.rows(of: file, from: offset) { (row, cells, cursor) throws(FootprintsError) in
      do throws(FootprintsError) {
        try place.append(cells, to: &batch, &recovered)
      } catch {
        var error = error
        error.place = cursor.line(of: cursor.start + row.start)
        throw error
      }
      for (column, kind) in zip(columns, kinds) {
        let text = cells[column].text(&recovered)
        batch.values.append(text.isEmpty ? .null : AttributeValue.text(text).fitting(kind) ?? .text(text))
      }
      end = cursor.offset
      isFull = batch.count >= FeatureBatch.mostFeatures || batch.geometry.count >= FeatureBatch.usualBytes
      return !isFull
    }
    (offset, isRecovered) = (end, recovered)
    if !isFull {
      isDone = true
      if isRecovered {
        notices.append(Notice(.warning, "not-utf-8", "text that is not UTF-8 was read as Windows-1252"))
      }
    }
    return batch.count == 0 ? nil : batch
  }

  /// Goes over rows until the body has had enough. Cells that a row has not got are empty.
  private static func rows(
    of file: CSVFile, from offset: Int,
    _ body: (CSVCursor.Row, UnsafeMutableBufferPointer<CSVCell>, CSVCursor) throws(FootprintsError) -> Bool
  ) throws(FootprintsError) {
    do throws(FootprintsError) {
      try file.bytes.withBytes { (raw) throws(FootprintsError) in
        let text = raw.assumingMemoryBound(to: UInt8.self)
        guard offset < text.count, var cursor = CSVCursor(text, from: offset, delimiter: file.delimiter)
        else {
          return
        }
        let cells = UnsafeMutableBufferPointer<CSVCell>.allocate(capacity: file.header.count)
        defer { cells.deallocate() }
        cells.initialize(repeating: CSVCell(start: cursor.start, count: 0))
        while let row = try cursor.next(cells) {
          for column in row.columns..<max(row.columns, cells.count) {
            cells[column] = CSVCell(start: cursor.start, count: 0)
          }
          if try !body(row, cells, cursor) { return }
        }
      }
    } catch {
      throw error.inFile(file.bytes.name)
    }
  }

  /// Names for all columns, none of them twice.
  private static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { place, name in
      let stem = name.isEmpty ? "column_\(place + 1)" : name
      var free = stem
      var number = 1
      while !taken.insert(free).inserted {
        free = "\(stem)_\(number)"
        number += 1
      }
      return free
    }
  }
}
