/// What a number format of a workbook says that a number is.
enum NumberFormat: Sendable {
  case plain, percent, date

  /// A format by its number among those that every workbook has (ECMA-376 part 1, 18.8.30).
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percent
    case 14...22, 27...36, 45...47, 50...58: self = .date
    default: self = .plain
    }
  }

  /// A format by its code: `0.0%`, `dd/mm/yyyy`, `[Red]#,##0`.
  init(code: String) {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    self = .plain
    if code.lowercased() == "general" { return }
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\", "_", "*": isEscaped = !isQuoted
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "%" where !isQuoted && !isBracketed: self = .percent
      case "y", "d", "m", "h", "s":
        // `[h]:mm` counts hours; `[Red]` is a colour.
        if !isQuoted, !isBracketed { self = .date }
      // The rest is for negative numbers, zero and text.
      case ";" where !isQuoted && self != .plain: return
      default: break
      }
    }
  }
}

/// Days as workbooks count them.
enum SerialDay {
  /// The day of a number: `2025-04-01`, and the time where it is not midnight; nil for what is no day.
  ///
  /// Counted from 1900 the first of January is day 1, and day 60 the 29th of February of that year, which was none: the
  /// days before it are one off. Counted from 1904 it is day 0.
  static func text(_ serial: Double, from1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var seconds = Int((serial * 86_400).rounded())
    var day = seconds / 86_400
    seconds %= 86_400
    if from1904 {
      day += 1462
    } else if day == 60 {
      return "1900-02-29"
    } else if day < 60 {
      if day == 0 { return time(seconds) }
      day += 1
    }
    // Day 25,569 is the first of January 1970.
    let date = Timestamp.date(day - 25_569)
    return seconds == 0 ? date : "\(date)T\(time(seconds))"
  }

  private static func time(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Timestamp.padded($0, 2) }.joined(separator: ":")
  }
}
