/// Writes CSV after RFC 4180, with LF as the line ending.
///
/// A cell is quoted when it holds a comma, a quote or a line ending, or when it begins or ends with padding
/// that readers trim. The text is never changed otherwise; in particular a leading `=` stays as it is:
/// what protects a spreadsheet would spoil codes and negative numbers for everybody else.
package enum CSVWriter {
  /// A row, including its line ending.
  package static func line(_ cells: [String]) -> String {
    // A row of one empty cell would be a blank line, which readers skip.
    (cells == [""] ? "\"\"" : cells.map(Self.quoted).joined(separator: ",")) + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let special: (UInt8) -> Bool = { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    let isPadding: (UInt8?) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    guard cell.utf8.contains(where: special) || isPadding(cell.utf8.first) || isPadding(cell.utf8.last)
    else { return cell }
    var out = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
