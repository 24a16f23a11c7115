import Foundation

/// The rows of a CSV file by column, read with as little machinery as will do: what the product's reader makes
/// of a table is compared with this.
func plainCSV(_ path: String) throws -> [[String: String]] {
  var text = try String(contentsOfFile: path, encoding: .utf8)
  if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
  let rows = text.split(whereSeparator: \.isNewline).map { line in
    // Text between quotes is every second piece; only commas outside part fields.
    let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
    var fields = [""]
    for (index, piece) in pieces.enumerated() {
      if index % 2 == 1 {
        fields[fields.count - 1] += piece
        continue
      }
      let parts = piece.split(separator: ",", omittingEmptySubsequences: false)
      fields[fields.count - 1] += parts.first ?? ""
      fields += parts.dropFirst().map(String.init)
    }
    return fields
  }
  guard let header = rows.first else { return [] }
  return rows.dropFirst().map { row in Dictionary(zip(header, row)) { first, _ in first } }
}
