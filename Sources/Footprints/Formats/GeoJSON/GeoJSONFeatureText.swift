/// The text of one feature as GeoJSON has it.
struct GeoJSONFeatureText: Sendable {
  /// What could not be written as it was.
  struct Losses: Sendable {
    var binary = 0
    var notNumbers = 0
    var measures = 0
    var foreign: [GeometryType: Int] = [:]

    mutating func add(_ other: Losses) {
      binary += other.binary
      notNumbers += other.notNumbers
      measures += other.measures
      foreign.merge(other.foreign, uniquingKeysWith: +)
    }
  }

  private let fields: [FeatureField]
  /// The names of the fields in quotes, with the colon after them.
  private let names: [[UInt8]]
  private let hasIdentifiers: Bool
  private let decimals: Int?
  private let orients: Bool

  /// `orients` says whether rings are turned as RFC 7946 asks.
  init(_ schema: LayerSchema, decimals: Int?, orients: Bool) {
    fields = schema.fields
    names = schema.fields.map { field in
      var name: [UInt8] = []
      name.appendQuoted(field.name)
      return name + Array(": ".utf8)
    }
    hasIdentifiers = schema.identifier != nil
    self.decimals = decimals
    self.orients = orients
  }

  /// Appends one feature of a batch.
  func append(_ feature: Int, of batch: FeatureBatch, to out: inout [UInt8], _ losses: inout Losses) {
    out += "{\"type\": \"Feature\", ".utf8
    if hasIdentifiers, batch.identifiers[feature] != .null {
      out += "\"id\": ".utf8
      append(batch.identifiers[feature], .text, to: &out, &losses)
      out += ", ".utf8
    }
    out += "\"properties\": {".utf8
    let base = feature * fields.count
    for index in fields.indices {
      if index > 0 { out += ", ".utf8 }
      out += names[index]
      append(batch.values[base + index], fields[index].kind, to: &out, &losses)
    }
    out += "}, \"geometry\": ".utf8
    appendGeometry(batch, feature, to: &out, &losses)
    out.append(0x7D)
  }

  private func appendGeometry(
    _ batch: FeatureBatch, _ feature: Int, to out: inout [UInt8], _ losses: inout Losses
  ) {
    let range = batch.bytes(of: feature)
    if range.isEmpty {
      out += "null".utf8
      return
    }
    batch.geometry.withBytes { all in
      let bytes = UnsafeRawBufferPointer(rebasing: all[range])
      let start = out.count
      var text = GeometryText(decimals: decimals, orients: orients)
      swap(&text.text, &out)
      WKB.walk(bytes, &text)
      swap(&text.text, &out)
      if text.hasMeasures { losses.measures += 1 }
      if text.isForeign {
        losses.foreign[WKB.type(of: bytes).type, default: 0] += 1
        out.removeLast(out.count - start)
        out += "null".utf8
      }
    }
  }

  private func append(
    _ value: AttributeValue, _ kind: FieldKind, to out: inout [UInt8], _ losses: inout Losses
  ) {
    switch value {
    case .null: out += "null".utf8
    case .boolean(let flag): out += (flag ? "true" : "false").utf8
    case .integer(let number): out += String(number).utf8
    case .real(let number):
      // With its point, so that it is read back as what it is.
      if !number.isFinite { losses.notNumbers += 1 }
      out += (number.isFinite ? number.description : "null").utf8
    case .text(let text):
      if kind == .json, JSONScanner.isValue(text) { out += text.utf8 } else { out.appendQuoted(text) }
    case .binary:
      losses.binary += 1
      out += "null".utf8
    }
  }

  /// What a reader must know of losses.
  func notices(_ losses: Losses) -> [Notice] {
    var notices: [Notice] = []
    func add(_ code: String, _ count: Int, _ what: String, _ why: String) {
      if count > 0 {
        notices.append(
          Notice(
            .warning, code,
            "\(Wording.plural(count, what)) \(Wording.form(count, "was", "were")) left out: \(why)"))
      }
    }
    add("bytes-left-out", losses.binary, "value", "GeoJSON does not hold bytes")
    add("not-a-number", losses.notNumbers, "number", "JSON holds none that is infinite or not a number")
    if losses.measures > 0 {
      notices.append(
        Notice(
          .warning, "measures-left-out",
          "the measures of \(Wording.plural(losses.measures, "geometry", "geometries")) were left out: GeoJSON does not hold any"
        ))
    }
    for (type, count) in losses.foreign.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      notices.append(
        Notice(
          .warning, "geometry-left-out",
          "the geometry of \(Wording.plural(count, "feature")) was left out: GeoJSON has no type \(type.name)"
        ))
    }
    return notices
  }
}

extension [UInt8] {
  /// Appends a JSON string.
  mutating func appendQuoted(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    }
    if isPlain {
      append(0x22)
      append(contentsOf: text.utf8)
      append(0x22)
      return
    }
    var quoted = ""
    JSONValue.quote(text, to: &quoted)
    append(contentsOf: quoted.utf8)
  }
}

extension JSONScanner {
  /// Whether a text is one JSON value on one line.
  static func isValue(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var json = JSONScanner(bytes)
      guard (try? json.skipValue()) != nil, json.peek() == 0, json.at == json.end else { return false }
      return !bytes.contains { $0 < 0x20 }
    }
  }
}
