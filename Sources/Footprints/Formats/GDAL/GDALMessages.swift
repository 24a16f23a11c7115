/// What GDAL says, as far as people can read it.
struct GDALMessages {
  /// Its lines, each cut where it is too long.
  let lines: [String]
  private let isCut: Bool

  private static let mostLines = 10
  private static let longestLine = 300

  /// Takes what was written on standard error by a program that worked in a folder, which nobody need know.
  init(_ bytes: some Sequence<UInt8>, isCut: Bool, in folder: String) {
    let text = String(decoding: Array(bytes), as: UTF8.self).replacing("\(folder)/", with: "")
    let all = text.split(whereSeparator: \.isNewline).map { line in
      line.count > Self.longestLine ? "\(line.prefix(Self.longestLine))…".printable : String(line).printable
    }.filter { line in
      // About drivers that this version has not got, and a list of those that it has.
      !line.isEmpty && line != "FAILURE:" && !line.hasPrefix("  -> ")
        && !line.contains("to unload from GDAL_SKIP") && !line.contains("to unload from OGR_SKIP")
    }
    var seen: Set<String> = []
    let different = all.filter { seen.insert($0).inserted }
    lines = Array(different.prefix(Self.mostLines))
    self.isCut = isCut || different.count > lines.count
  }

  /// The lines after a colon, or nothing.
  var suffix: String {
    lines.isEmpty ? "" : ": \(lines.joined(separator: "; "))\(isCut ? "; and more" : "")"
  }

  /// One notice for each line.
  var notices: [Notice] {
    let notices = lines.map { Notice(.warning, "gdal", "GDAL says: \($0)") }
    return isCut ? notices + [Notice(.warning, "gdal", "GDAL says more, which is left out")] : notices
  }
}
