/// The properties of a GeoJSON text, found again in the bytes when a field is asked for.
struct GeoJSONAttributes: FeatureAttributes {
  let bytes: FileBytes
  /// Where each feature's `properties` value begins; -1 where it has none.
  let properties: [Int]
  /// Where each feature's `id` begins; -1 where it has none.
  let identifiers: [Int]
  let fields: [String]

  /// The name under which the `id` member of the features is offered when any feature has one and no
  /// property has that name.
  static let identifierField = "id"

  func values(of field: String) throws(FootprintsError) -> [String?] {
    try bytes.withBytes { (raw) throws(FootprintsError) in
      let text = raw.assumingMemoryBound(to: UInt8.self)
      let wanted = Array(field.utf8)
      var values: [String?] = []
      values.reserveCapacity(properties.count)
      for index in properties.indices {
        var value: String?
        if properties[index] >= 0 {
          value = try Self.value(of: field, wanted, JSONScanner(text, from: properties[index]))
        }
        if value == nil, field == Self.identifierField, identifiers[index] >= 0 {
          var json = JSONScanner(text, from: identifiers[index])
          value = try Self.scalar(&json)
        }
        values.append(value)
      }
      return values
    }
  }

  /// The value of a property, or else of the first object among the properties that has such a member. Names
  /// with escapes are compared by their meaning.
  private static func value(
    of field: String, _ wanted: [UInt8], _ properties: JSONScanner
  ) throws(FootprintsError) -> String? {
    var json = properties
    guard json.peek() == 0x7B else { return nil }
    var found: String??
    var nested: String?
    func isWanted(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
      key.elementsEqual(wanted) || (key.contains(0x5C) && JSONText.unescaped(key) == field)
    }
    try json.object { (json, key) throws(FootprintsError) in
      if isWanted(key) {
        found = .some(try scalar(&json))
      } else if nested == nil, json.peek() == 0x7B {
        try json.object { (json, key) throws(FootprintsError) in
          if isWanted(key) { nested = try scalar(&json) } else { try json.skipValue() }
        }
      } else {
        try json.skipValue()
      }
    }
    return found ?? nested
  }

  /// A value as text: strings without padding, numbers and words as they are, null as nil, objects and
  /// arrays as their JSON text.
  private static func scalar(_ json: inout JSONScanner) throws(FootprintsError) -> String? {
    switch json.peek() {
    case 0x22:
      return try json.string().trimmingPadding
    case 0x6E:
      try json.literal("null")
      return nil
    default:
      let start = json.at
      try json.skipValue()
      return String(decoding: UnsafeBufferPointer(start: start, count: json.at - start), as: UTF8.self)
    }
  }
}

extension String {
  /// The text without white space at either end.
  package var trimmingPadding: String {
    // Nearly every text begins and ends with a visible ASCII character, which can be checked without Unicode's tables.
    if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last { return self }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else {
      return ""
    }
    if first == startIndex, index(after: last) == endIndex { return self }
    return String(self[first...last])
  }
}
