/// What the cells of a column are, as far as all of them agree.
struct CSVValueKind {
  private var candidates: [FieldKind] = [.boolean, .integer, .real, .date, .dateTime]
  private var hasValues = false

  /// The kind; text for a column without any value.
  var kind: FieldKind { hasValues ? candidates.first ?? .text : .text }

  /// Takes account of a cell.
  mutating func note(_ text: String) {
    if text.isEmpty || candidates.isEmpty { return }
    hasValues = true
    candidates.removeAll { !Self.isOne(text, $0) }
  }

  private static func isOne(_ text: String, _ kind: FieldKind) -> Bool {
    switch kind {
    case .boolean: text == "true" || text == "false"
    case .integer: Int64(text).map { String($0) == text } ?? false
    case .real: isNumber(text)
    case .date: DateText.isDate(text)
    case .dateTime: DateText.isDateTime(text)
    default: true
    }
  }

  /// Whether it is a number and certainly no code: no zeros in front, no plus, and an exponent only with a sign.
  private static func isNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    guard let first = digits.first, first &- 0x30 <= 9, digits.count <= 400 else { return false }
    if first == 0x30, let second = digits.dropFirst().first, second &- 0x30 <= 9 { return false }
    if let mark = digits.firstIndex(of: UInt8(ascii: "e")) {
      let sign = digits[digits.index(after: mark)...].first
      guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
    }
    guard !digits.contains(UInt8(ascii: "E")), !digits.contains(UInt8(ascii: "x")) else { return false }
    // More digits than a whole number of a double has would be lost.
    guard let number = Double(text), number.isFinite else { return false }
    return Int64(text) == nil && digits.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") }
      || number.magnitude < 1e15
  }
}
