/// What a server says in a collection about features that it left out, in the words of ArcGIS
/// (`exceededTransferLimit`), OGC API - Features and WFS (`numberMatched`, a link `next`) and GeoServer
/// (`totalFeatures`).
struct Completeness {
  private var isCut = false
  private var hasNext = false
  /// How many features there are on the server, the largest number stated.
  private var matched: Int?

  /// Consumes the value of a member of the collection, or of a member of its `properties`.
  mutating func readMember(
    _ key: UnsafeBufferPointer<UInt8>, _ json: inout JSONScanner, isNested: Bool = false
  ) throws(FootprintsError) {
    if key.equals("exceededTransferLimit"), json.peek() == 0x74 {
      isCut = true
    } else if key.equals("numberMatched") || key.equals("totalFeatures"),
      let count = Self.wholeNumber(json)
    {
      matched = max(matched ?? 0, count)
    } else if key.equals("properties"), !isNested, json.peek() == 0x7B {
      // ArcGIS puts it there when it is asked for GeoJSON.
      return try json.object { (json, key) throws(FootprintsError) in
        try readMember(key, &json, isNested: true)
      }
    } else if key.equals("links"), json.peek() == 0x5B {
      return try json.array { (json) throws(FootprintsError) in try readLink(&json) }
    }
    try json.skipValue()
  }

  private mutating func readLink(_ json: inout JSONScanner) throws(FootprintsError) {
    guard json.peek() == 0x7B else { return try json.skipValue() }
    try json.object { (json, key) throws(FootprintsError) in
      guard key.equals("rel"), json.peek() == 0x22 else { return try json.skipValue() }
      if try json.string() == "next" { hasNext = true }
    }
  }

  /// The number that stands here; nil for anything else, such as GeoServer's "unknown".
  private static func wholeNumber(_ json: JSONScanner) -> Int? {
    var json = json
    if json.peek() == 0x22 {
      guard let text = try? json.string() else { return nil }
      return Int(text)
    }
    let start = json.at
    guard (try? json.skipNumber()) != nil else { return nil }
    return Int(String(decoding: UnsafeBufferPointer(start: start, count: json.at - start), as: UTF8.self))
  }

  /// The warning that a file with so many features is not the whole layer; nil where nothing says so. Pages
  /// that somebody joined still have the marks of the first, but as many features as the server has.
  func notice(features: Int) -> Notice? {
    let held = Wording.grouped(features)
    if let matched {
      guard matched > features else { return nil }
      return Notice(
        .warning, "truncated",
        "the server cut the file: it holds \(held) of \(Wording.grouped(matched)) features. Download the rest"
      )
    }
    guard isCut || hasNext else { return nil }
    return Notice(
      .warning, "truncated",
      "the server cut the file: it holds \(held) \(Wording.form(features, "feature", "features")), and there are more. Download the rest"
    )
  }
}
