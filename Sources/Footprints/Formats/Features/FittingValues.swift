extension AttributeValue {
  /// The value as a field of a kind holds it, where nothing is lost by that; nil where it does not fit. Nothing fits every kind.
  package func fitting(_ kind: FieldKind) -> AttributeValue? {
    switch (kind, self) {
    case (_, .null), (.boolean, .boolean), (.integer, .integer), (.real, .real), (.text, .text),
      (.binary, .binary),
      (.json, .text):
      return self
    case (.boolean, .integer(let number)): return number == 0 || number == 1 ? .boolean(number == 1) : nil
    case (.boolean, .text(let text)):
      switch text.lowercased() {
      case "true", "1": return .boolean(true)
      case "false", "0": return .boolean(false)
      default: return nil
      }
    case (.integer, .boolean(let flag)): return .integer(flag ? 1 : 0)
    case (.integer, .real(let number)): return Int64(exactly: number).map(AttributeValue.integer)
    case (.integer, .text(let text)): return Int64(text).map(AttributeValue.integer)
    case (.real, .integer(let number)): return Double(exactly: number).map(AttributeValue.real)
    case (.real, .text(let text)): return Double(text).map(AttributeValue.real)
    case (.date, .text(let text)): return DateText.isDate(text) ? self : nil
    case (.dateTime, .text(let text)): return DateText.isDateTime(text) ? self : nil
    case (.text, _), (.json, _): return words.map(AttributeValue.text)
    default: return nil
    }
  }
}

/// Dates as text: ISO 8601 in the form that GeoPackage, GeoJSON and GDAL share.
enum DateText {
  /// Whether a text is a day of the calendar: `2021-04-01`.
  static func isDate(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.count == 10 && isDay($0) }
  }

  /// Whether a text is a day with a time: `2021-04-01T10:30:00Z`, with T or a space, with or without a fraction of a second
  /// and a zone.
  static func isDateTime(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isMoment)
  }

  /// A day with a time as GeoPackage has it: in UTC, with at least three digits of a fraction of a second. `isGuess` says that
  /// the text has no zone and was taken for UTC. Nil for a text that is no day with a time.
  static func universal(_ text: String) -> (text: String, isGuess: Bool)? {
    var copy = text
    guard copy.withUTF8(isMoment) else { return nil }
    let bytes = Array(text.utf8)
    let end = bytes[19...].firstIndex { $0 == 0x5A || $0 == 0x2B || $0 == 0x2D } ?? bytes.count
    var fraction = end > 19 ? String(decoding: bytes[20..<end], as: UTF8.self) : ""
    while fraction.utf8.count < 3 { fraction += "0" }
    func field(_ range: Range<Int>) -> Int { Int(String(decoding: bytes[range], as: UTF8.self)) ?? 0 }
    var moment =
      "\(String(decoding: bytes[..<10], as: UTF8.self))T\(String(decoding: bytes[11..<19], as: UTF8.self))"
    if end < bytes.count, bytes[end] != 0x5A {
      let offset = (field(end + 1..<end + 3) * 60 + field(end + 4..<end + 6)) * (bytes[end] == 0x2D ? -1 : 1)
      let day = Timestamp.day(field(0..<4), field(5..<7), field(8..<10))
      let minutes = day * 1440 + field(11..<13) * 60 + field(14..<16) - offset
      // Files of other programs have no years beyond these either.
      guard let shifted = Timestamp.minute(minutes) else { return nil }
      moment = shifted + String(decoding: bytes[16..<19], as: UTF8.self)
    }
    return ("\(moment).\(fraction)Z", end == bytes.count)
  }

  static func isMoment(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 19, isDay(bytes), bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      bytes[16] == 0x3A, let hour = number(bytes, 11), let minute = number(bytes, 14),
      let second = number(bytes, 17), hour < 24, minute < 60, second < 61
    else { return false }
    var at = 19
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      let first = at
      while at < bytes.count, bytes[at] &- 0x30 <= 9 { at += 1 }
      if at == first { return false }
    }
    if at == bytes.count { return true }
    if bytes[at] == 0x5A { return at + 1 == bytes.count }
    return (bytes[at] == 0x2B || bytes[at] == 0x2D) && at + 6 == bytes.count && bytes[at + 3] == 0x3A
      && number(bytes, at + 1).map { $0 < 24 } == true && number(bytes, at + 4).map { $0 < 60 } == true
  }

  /// Whether bytes begin with a day of the calendar.
  static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let century = number(bytes, 0),
      let year = number(bytes, 2), let month = number(bytes, 5), let day = number(bytes, 8)
    else { return false }
    let isLeap = year == 0 ? century % 4 == 0 : year % 4 == 0
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && day >= 1 && day <= days[month - 1]
  }

  /// The number that two digits make; nil for anything else.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let (tens, ones) = (bytes[at] &- 0x30, bytes[at + 1] &- 0x30)
    return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
  }
}
