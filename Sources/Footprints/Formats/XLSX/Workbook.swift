import CXLSXWriter

/// A workbook of Excel (Office Open XML) in the making, written by libxlsxwriter.
///
/// The same cells make the same bytes: the time of making that every workbook states is a fixed one. Rows are written in their order, each once
/// complete, so that a sheet of any length needs little memory.
final class Workbook {
  private let folder: ScratchFolder
  private let pointer: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
  private var names: Set<String> = []
  private var isClosed = false
  private static let file = "workbook.xlsx"

  /// How cells of a column look.
  enum CellFormat: Hashable {
    /// As they are.
    case plain
    /// The words above a column.
    case header
    /// Numbers in a format of Excel's: `0.0%`.
    case number(String)
  }

  /// Begins one without sheets.
  init() throws(FootprintsError) {
    let place = try ScratchFolder()
    let path = "\(place.path)/\(Self.file)"
    folder = place
    // Excel counts days from 1900, and zip archives from 1980.
    var properties = lxw_doc_properties()
    properties.created = 315_532_800
    var made: UnsafeMutablePointer<lxw_workbook>?
    place.path.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      // Both are copied before this ends.
      made = workbook_new_opt(path, &options)
    }
    guard let made else { throw FootprintsError(.fault, "there is no memory for a workbook") }
    pointer = made
    workbook_set_properties(pointer, &properties)
  }

  deinit { if !isClosed { lxw_workbook_free(pointer) } }

  /// One sheet; it is gone with its workbook.
  struct Sheet {
    fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
  }

  /// The most rows that a sheet can have, the header among them.
  static let mostRows = 1_048_576
  /// The most columns.
  static let mostColumns = 16_384
  /// The longest text of a cell.
  static let longestText = 32_767

  /// Adds a sheet. Its name is made one that Excel allows: without certain characters, at most 31 of them, different from all others.
  func sheet(_ name: String) throws(FootprintsError) -> Sheet {
    var base = String(name.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline }.prefix(31))
    // One name is Excel's own.
    if base.isEmpty || base.lowercased() == "history" { base = "sheet" }
    var own = base
    var number = 2
    while !names.insert(own.lowercased()).inserted {
      let suffix = " \(number)"
      own = base.prefix(31 - suffix.count) + suffix
      number += 1
    }
    guard let sheet = workbook_add_worksheet(pointer, own) else {
      throw FootprintsError(.fault, "a sheet '\(own)' cannot be added to a workbook")
    }
    return Sheet(pointer: sheet)
  }

  /// Sets how wide columns are, in characters.
  func setWidth(_ characters: Int, ofColumn column: Int, in sheet: Sheet) {
    worksheet_set_column(
      sheet.pointer, lxw_col_t(column), lxw_col_t(column), Double(characters), nil)
  }

  /// Keeps the first row in view, and lets a reader filter by the columns.
  func freezeHeader(columns: Int, rows: Int, in sheet: Sheet) {
    worksheet_freeze_panes(sheet.pointer, 1, 0)
    if columns > 0 { worksheet_autofilter(sheet.pointer, 0, 0, lxw_row_t(rows), lxw_col_t(columns - 1)) }
  }

  /// Writes a text, which stays one whatever it looks like; what is too long for a cell is cut, and an ellipsis says so.
  func write(
    _ text: String, row: Int, column: Int, _ format: CellFormat = .plain, in sheet: Sheet
  ) throws(FootprintsError) {
    var text = text
    if text.unicodeScalars.count > Self.longestText {
      text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText - 1))) + "…"
    }
    try check(
      worksheet_write_string(sheet.pointer, lxw_row_t(row), lxw_col_t(column), text, self.format(format)))
  }

  /// Writes a number.
  func write(
    _ number: Double, row: Int, column: Int, _ format: CellFormat = .plain, in sheet: Sheet
  ) throws(FootprintsError) {
    try check(
      worksheet_write_number(sheet.pointer, lxw_row_t(row), lxw_col_t(column), number, self.format(format)))
  }

  /// Writes true or false.
  func write(_ flag: Bool, row: Int, column: Int, in sheet: Sheet) throws(FootprintsError) {
    try check(worksheet_write_boolean(sheet.pointer, lxw_row_t(row), lxw_col_t(column), flag ? 1 : 0, nil))
  }

  /// Ends the workbook and returns its bytes. It can be ended once.
  func bytes() throws(FootprintsError) -> FileBytes {
    // It frees the workbook, also where it fails.
    isClosed = true
    try check(workbook_close(pointer))
    guard let bytes = try folder.bytes(of: Self.file, named: Self.file) else {
      throw FootprintsError(.fault, "a workbook that was written is not there")
    }
    return bytes
  }

  private func format(_ format: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
    if format == .plain { return nil }
    if let known = formats[format] { return known }
    let made = workbook_add_format(pointer)
    switch format {
    case .plain: break
    case .header:
      format_set_bold(made)
      format_set_text_wrap(made)
    case .number(let pattern): format_set_num_format(made, pattern)
    }
    formats[format] = made
    return made
  }

  private func check(_ code: lxw_error) throws(FootprintsError) {
    guard code != LXW_NO_ERROR else { return }
    let words = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    throw FootprintsError(.cannotWrite, "a workbook cannot be written: \(words)")
  }
}
