/// Writes CSV after RFC 4180, with LF as the line ending.
///
/// A cell is quoted when it holds a comma (or whatever parts cells instead), a quote or a line ending, or when it begins or ends with padding
/// that readers trim. The text is never changed otherwise; in particular a leading `=` stays as it is:
/// what protects a spreadsheet would spoil codes and negative numbers for everybody else.
package enum CSVWriter {
  /// A row, including its line ending.
  package static func line(_ cells: [String], delimiter: UInt8 = UInt8(ascii: ",")) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line.unicodeScalars.append(Unicode.Scalar(delimiter)) }
      append(cell, delimiter, to: &line)
    }
    return ended(line)
  }

  /// A row of values as cells (`JSONValue.cell`), including its line ending. Of text control characters are shown and not
  /// written, except those that quotes hold together.
  static func line(_ values: [JSONValue]) -> String {
    var line = ""
    for (column, value) in values.enumerated() {
      if column > 0 { line += "," }
      switch value {
      // Plain, as most cells are.
      case .null: break
      case .integer(let number): line += number.description
      case .number(let number) where number.isFinite: line += number.description
      default: append(value.cell.printableLines, UInt8(ascii: ","), to: &line)
      }
    }
    return ended(line)
  }

  /// A row of one empty cell would be a blank line, which readers skip.
  private static func ended(_ line: String) -> String { line.isEmpty ? "\"\"\n" : line + "\n" }

  private static func append(_ cell: String, _ delimiter: UInt8, to line: inout String) {
    if !needsQuotes(cell, delimiter) {
      line += cell
      return
    }
    line += "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { line += "\"" }
      line.unicodeScalars.append(scalar)
    }
    line += "\""
  }

  private static func needsQuotes(_ cell: String, _ delimiter: UInt8) -> Bool {
    func isPadding(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
    if isPadding(cell.utf8.first) || isPadding(cell.utf8.last) { return true }
    for byte in cell.utf8
    where byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
      return true
    }
    return false
  }
}
