import EmbeddedRegion

/// The files of the embedded region, read by the tests with as little machinery as will do.
enum RegionFiles {
  /// Every embedded file by its path.
  static let all: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    let region = UnsafeBufferPointer(start: embedded_region_files(), count: Int(embedded_region_count))
    for file in region {
      files[String(cString: file.path)] = Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))
    }
    return files
  }()

  /// The lines of a file.
  static func lines(_ path: String) -> [Substring] {
    String(decoding: all[path] ?? [], as: UTF8.self).split(separator: "\n")
  }

  /// The rows of a table, by column. No field of the region holds a comma or a quote.
  static func table(_ path: String) -> [[String: String]] {
    let rows = lines(path).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in Dictionary(zip(header, row)) { first, _ in first } }
  }
}
