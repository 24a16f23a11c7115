extension JSONValue {
  /// Reads a small document, such as a data package's description.
  package init(parsing bytes: FileBytes) throws(FootprintsError) {
    do throws(FootprintsError) {
      self = try bytes.withBytes { (raw) throws(FootprintsError) in
        var json = JSONScanner(raw.assumingMemoryBound(to: UInt8.self))
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { json.at += 3 }
        let value = try JSONValue(&json, depth: 0)
        json.skipSpace()
        guard json.at == json.end else { throw json.failure("there is more after the end of the JSON text") }
        return value
      }
    } catch {
      throw error.inFile(bytes.name)
    }
  }

  init(_ json: inout JSONScanner, depth: Int) throws(FootprintsError) {
    guard depth < 64 else { throw json.failure("nested more than 64 levels deep") }
    switch json.peek() {
    case 0x7B:
      var members: [Member] = []
      try json.object { (json, key) throws(FootprintsError) in
        members.append(Member(JSONText.unescaped(key), try JSONValue(&json, depth: depth + 1)))
      }
      self = .object(members)
    case 0x5B:
      var elements: [JSONValue] = []
      try json.array { (json) throws(FootprintsError) in
        elements.append(try JSONValue(&json, depth: depth + 1))
      }
      self = .array(elements)
    case 0x22: self = .string(try json.string())
    case 0x74:
      try json.literal("true")
      self = .bool(true)
    case 0x66:
      try json.literal("false")
      self = .bool(false)
    case 0x6E:
      try json.literal("null")
      self = .null
    case 0x2D, 0x30...0x39:
      let number = try json.number()
      self = Int(exactly: number).map(JSONValue.integer) ?? .number(number)
    default: throw json.unexpected("a value")
    }
  }
}
