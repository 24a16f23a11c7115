/// Points in time as files state them, in the calendar of ISO 8601.
package enum Timestamp {
  /// The moment so many seconds after the beginning of 1970, in UTC with milliseconds: `1970-01-01T00:00:00.000Z`. Moments
  /// before the year 0 or after 9999 are the first and last of these.
  package static func text(secondsSince1970 seconds: Int) -> String {
    let day = Int((Double(seconds) / 86400).rounded(.down))
    let within = min(max(day, Self.day(0, 1, 1)), Self.day(9999, 12, 31))
    let rest = within == day ? seconds - day * 86400 : 0
    return "\(date(within))T\(clock(rest / 60)):\(padded(rest % 60, 2)).000Z"
  }

  /// The day and minute of a number of minutes since the beginning of 1970: `1970-01-01T00:00`; nil outside the years 0 to
  /// 9999.
  static func minute(_ minutes: Int) -> String? {
    let day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
    guard day >= Self.day(0, 1, 1), day <= Self.day(9999, 12, 31) else { return nil }
    return "\(date(day))T\(clock(minutes - day * 1440))"
  }

  /// The number of days from the beginning of 1970 to a day (H. Hinnant, "chrono-compatible low-level date algorithms").
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years begin in March, so that a leap day is the last of one.
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date of a number of days since the beginning of 1970 (likewise).
  static func date(_ day: Int) -> String {
    let day = day + 719_468
    let era = (day >= 0 ? day : day - 146_096) / 146_097
    let dayOfEra = day - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return
      "\(padded(year, 4))-\(padded(month >= 10 ? month - 9 : month + 3, 2))-\(padded(dayOfYear - (153 * month + 2) / 5 + 1, 2))"
  }

  private static func clock(_ minutes: Int) -> String {
    "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  /// A number with zeroes in front of it up to a width.
  static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }
}
