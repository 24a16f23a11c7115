extension JSONValue {
  /// The value as JSON text (RFC 8259), indented by two spaces, numbers as short as they can be and read back the same.
  public var serialized: String {
    var out = ""
    write(to: &out, indent: 0, compact: false)
    out += "\n"
    return out
  }

  /// The value as JSON text whose lines after the first are indented by a number of levels of two spaces, for a place
  /// inside another text.
  func text(indentedBy levels: Int) -> String {
    var out = ""
    write(to: &out, indent: levels, compact: false)
    return out
  }

  /// The value as JSON text on one line.
  public var compact: String {
    var out = ""
    write(to: &out, indent: 0, compact: true)
    return out
  }

  /// Appends the text of the value.
  private func write(to out: inout String, indent: Int, compact: Bool) {
    func lines<T>(_ open: String, _ close: String, _ items: [T], _ each: (T, inout String) -> Void) {
      if items.isEmpty {
        out += open + close
        return
      }
      out += open
      for (index, item) in items.enumerated() {
        if index > 0 { out += compact ? ", " : "," }
        if !compact { out += "\n" + String(repeating: "  ", count: indent + 1) }
        each(item, &out)
      }
      if !compact { out += "\n" + String(repeating: "  ", count: indent) }
      out += close
    }
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += value.isFinite ? "\(value)" : "null"
    case .decimal(let units, let places): out += DecimalText.text(units: units, places: places)
    case .string(let text): Self.quote(text, to: &out)
    case .array(let elements):
      lines("[", "]", elements) { $0.write(to: &$1, indent: indent + 1, compact: compact) }
    case .object(let members):
      lines("{", "}", members) { member, out in
        Self.quote(member.name, to: &out)
        out += ": "
        member.value.write(to: &out, indent: indent + 1, compact: compact)
      }
    }
  }

  /// Appends a string in quotes, with everything escaped that JSON or a terminal would misread.
  static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.isControl:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

extension JSONValue.Member {
  /// The name in quotes.
  var quotedName: String {
    var out = ""
    JSONValue.quote(name, to: &out)
    return out
  }
}
