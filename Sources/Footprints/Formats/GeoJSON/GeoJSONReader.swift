/// Reads GeoJSON (RFC 7946, and the 2008 form with a `crs` member): a FeatureCollection, one Feature, a
/// bare geometry, or a sequence of features (newline-delimited, RFC 8142).
package enum GeoJSONReader {
  /// Names of properties beyond this number are not offered as fields, so that a hostile file with a new
  /// name in every feature stays linear.
  static let mostFields = 256

  /// Reads all features on up to `jobs` threads; the result does not depend on their number.
  package static func read(_ bytes: FileBytes, jobs: Int = availableJobs) throws(FootprintsError)
    -> FeatureTable
  {
    try read(bytes, jobs: jobs, leastStretch: FeatureArray.leastStretch)
  }

  /// The same with stretches of at least `leastStretch` bytes per thread, so that small texts can be split too.
  package static func read(_ bytes: FileBytes, jobs: Int, leastStretch: Int) throws(FootprintsError)
    -> FeatureTable
  {
    do throws(FootprintsError) {
      return try bytes.withBytes { (raw) throws(FootprintsError) in
        try table(raw.assumingMemoryBound(to: UInt8.self), bytes, jobs, max(1, leastStretch))
      }
    } catch {
      throw error.inFile(bytes.name)
    }
  }

  private static func table(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: FileBytes, _ jobs: Int, _ leastStretch: Int
  ) throws(FootprintsError) -> FeatureTable {
    var json = JSONScanner(text)
    try checkBeginning(&json, text)
    var document = try GeoJSONDocument<GeoJSONScanner>(&json, jobs: jobs, leastStretch: leastStretch)
    try checkEnd(&json)
    let buffer = FeatureBuffer(joining: document.takeBuffers(), jobs: jobs)
    var fields: [String] = []
    for name in buffer.fields {
      // The same name can be written with and without escapes.
      let field = name.withUnsafeBufferPointer { JSONText.unescaped($0) }
      if !fields.contains(field) { fields.append(field) }
    }
    if buffer.identifiers.contains(where: { $0 >= 0 }), !fields.contains(GeoJSONAttributes.identifierField) {
      fields.append(GeoJSONAttributes.identifierField)
    }
    return FeatureTable(
      geometry: buffer.geometry, points: buffer.points, shapes: buffer.shapes,
      attributes: GeoJSONAttributes(
        bytes: bytes, properties: buffer.properties, identifiers: buffer.identifiers, fields: fields),
      reference: document.reference,
      notices: [document.completeness.notice(features: buffer.count)].compactMap { $0 } + notices(buffer))
  }

  /// Skips a byte order mark and refuses what cannot be GeoJSON with a message that says what it is.
  static func checkBeginning(
    _ json: inout JSONScanner, _ text: UnsafeBufferPointer<UInt8>, mayBeEmpty: Bool = false
  ) throws(FootprintsError) {
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { json.at += 3 }
    if text.count >= 2, text[0] == 0xFE && text[1] == 0xFF || text[0] == 0xFF && text[1] == 0xFE {
      throw FootprintsError(.badData, "is UTF-16 text, not GeoJSON", remedy: "Save it as UTF-8.")
    }
    guard json.peek() == 0x7B || json.peek() == 0x1E else {
      if json.at == json.end, mayBeEmpty { return }
      if json.at == json.end { throw FootprintsError(.badData, "is empty, not GeoJSON") }
      throw FootprintsError(
        .badData, "is not GeoJSON: it does not begin with '{'", place: json.position(of: json.at),
        remedy: "\(VectorFormats.readable).")
    }
  }

  /// Refuses what follows the end of a document.
  static func checkEnd(_ json: inout JSONScanner) throws(FootprintsError) {
    guard json.peek() == 0, json.at == json.end else {
      throw json.failure(
        "there is more after the end of the GeoJSON text",
        remedy:
          "A file holds one FeatureCollection, or one Feature or geometry after the other.")
    }
  }

  private static func notices(_ buffer: FeatureBuffer) -> [Notice] {
    var notices: [Notice] = []
    func add(_ features: [Int], _ severity: Notice.Severity, _ code: String, _ what: String) {
      if !features.isEmpty { notices.append(Notice(severity, code, "\(FeatureList(features)) \(what)")) }
    }
    add(
      buffer.unclosed, .warning, "unclosed-ring",
      "had a ring whose last position is not its first; it was closed")
    add(
      buffer.degenerate, .warning, "degenerate-ring",
      "had a ring of fewer than four positions, which has no area; it was left out")
    add(
      buffer.mixed, .warning, "mixed-collection",
      "has lines or points as well as polygons; they have no area and do not count")
    if buffer.threeDimensional > 0 {
      notices.append(Notice(.information, "heights", "positions have heights, which are not used"))
    }
    return notices
  }
}

/// "feature 3", "features 3, 4 and 12", "features 0, 1, 2 and 40 more": which features a notice is about.
package struct FeatureList: CustomStringConvertible {
  private let features: [Int]

  /// Names up to ten features by their index from 0.
  package init(_ features: [Int]) { self.features = features }

  /// The list as words.
  package var description: String {
    let shown = features.prefix(10).map(String.init)
    if features.count == 1 { return "feature \(shown[0])" }
    if features.count <= 10 {
      return "features \(shown.dropLast().joined(separator: ", ")) and \(shown[shown.count - 1])"
    }
    return "features \(shown.joined(separator: ", ")) and \(features.count - 10) more"
  }
}
