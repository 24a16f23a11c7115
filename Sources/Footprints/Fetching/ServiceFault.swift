/// An error that comes as a successful answer: `{"error": {"code": 400, "message": "Invalid URL", "details": [...]}}`.
struct ServiceFault {
  let code: Int
  let message: String

  /// Finds one in an answer; nil where it has none. Throws `badData` where the answer is not JSON.
  init?(in bytes: FileBytes) throws(FootprintsError) {
    var fault: JSONValue?
    try bytes.withBytes { (raw) throws(FootprintsError) in
      var json = JSONScanner(raw.assumingMemoryBound(to: UInt8.self))
      try json.object { (json, key) throws(FootprintsError) in
        if key.equals("error") { fault = try JSONValue(&json, depth: 1) } else { try json.skipValue() }
      }
      json.skipSpace()
      guard json.at == json.end else { throw json.failure("there is more after the end of the JSON text") }
    }
    guard let fault else { return nil }
    code = fault["code"]?.double.flatMap { Int(exactly: $0) } ?? 500
    let said = [fault["message"]?.text] + (fault["details"]?.elements ?? []).map(\.text)
    var words: [String] = []
    // Details often repeat the message.
    for word in said.compactMap({ $0 }) where !word.isEmpty && !words.contains(word) { words.append(word) }
    message = "\(words.isEmpty ? "no reason given" : words.joined(separator: ": ")) (code \(code))"
  }
}
