/// A day of the Gregorian calendar, written as ISO 8601 has it.
struct CalendarDay: Sendable, Hashable, Comparable {
  /// The days since the beginning of 1970.
  private let number: Int

  /// Reads `2027-04-01`; nil for what is no day.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    number = Timestamp.day(year, month, day)
  }

  /// The days from another one to this.
  func days(since other: CalendarDay) -> Int { number - other.number }

  /// By time.
  static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}
