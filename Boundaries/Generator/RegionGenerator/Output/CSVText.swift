/// A table of a data package: a header and rows of text, written as CSV (RFC 4180, lines end with LF).
struct CSVText: Sendable {
  /// The resource's name, its role, and its path inside the package.
  var name: String
  var role: String
  var path: String
  /// The columns' names.
  var header: [String]
  /// As many fields as the header has, in every row.
  var rows: [[String]]

  /// The table as a file.
  var file: RegionFile {
    var bytes: [UInt8] = []
    for row in [header] + rows {
      bytes += row.map(Self.quoted).joined(separator: ",").utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return RegionFile(path: path, bytes: bytes)
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n".contains($0) }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
