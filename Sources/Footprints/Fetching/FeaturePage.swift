/// One answer with features: where each lies in the bytes, so that none of its coordinates is ever read or written anew.
struct FeaturePage {
  /// One feature.
  struct Feature {
    /// Where its text is.
    let range: Range<Int>
    /// Where the text of its properties is; nil where it has none.
    let properties: Range<Int>?
    /// Its `id`.
    let id: JSONValue?
  }

  let bytes: FileBytes
  let features: [Feature]
  /// Whether the service has more than this.
  let saysMore: Bool

  /// Reads an answer in GeoJSON. Throws `badData` for what is none.
  init(_ bytes: FileBytes) throws(FootprintsError) {
    self.bytes = bytes
    var features: [Feature]?
    var saysMore = false
    try bytes.withBytes { (raw) throws(FootprintsError) in
      var json = JSONScanner(raw.assumingMemoryBound(to: UInt8.self))
      try json.object { (json, key) throws(FootprintsError) in
        if key.equals("features") {
          var found: [Feature] = []
          try json.array { (json) throws(FootprintsError) in found.append(try Self.feature(&json)) }
          features = found
        } else if key.equals("exceededTransferLimit") {
          saysMore = try JSONValue(&json, depth: 1) == .bool(true) || saysMore
        } else if key.equals("properties") {
          // Where newer servers say so.
          let own = try JSONValue(&json, depth: 1)
          saysMore = own["exceededTransferLimit"] == .bool(true) || saysMore
        } else {
          try json.skipValue()
        }
      }
    }
    guard let features else {
      throw FootprintsError(
        .badData, "the answer has no features", file: bytes.name, remedy: "Check the service and its layer.")
    }
    self.features = features
    self.saysMore = saysMore
  }

  private static func feature(_ json: inout JSONScanner) throws(FootprintsError) -> Feature {
    json.skipSpace()
    let start = json.offset
    var properties: Range<Int>?
    var id: JSONValue?
    try json.object { (json, key) throws(FootprintsError) in
      json.skipSpace()
      let begin = json.offset
      if key.equals("id") { id = try JSONValue(&json, depth: 2) } else { try json.skipValue() }
      if key.equals("properties") { properties = begin..<json.offset }
    }
    return Feature(range: start..<json.offset, properties: properties, id: id)
  }

  /// The properties of a feature.
  func properties(_ feature: Feature) throws(FootprintsError) -> JSONValue {
    guard let range = feature.properties else { return .object([]) }
    let text = bytes.withBytes { Array($0[range]) }
    return try JSONValue(parsing: FileBytes(text, name: bytes.name))
  }

  /// The text of a feature.
  func text(_ feature: Feature) -> [UInt8] { bytes.withBytes { Array($0[feature.range]) } }
}
