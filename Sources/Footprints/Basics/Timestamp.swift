/// Points in time as files state them.
package enum Timestamp {
  /// The moment so many seconds after the beginning of 1970, ISO 8601 in UTC with milliseconds: `1970-01-01T00:00:00.000Z`.
  /// Years beyond 9999 are 9999, and moments before 1970 its beginning.
  package static func text(secondsSince1970 seconds: Int) -> String {
    // The end of 9999.
    let seconds = min(max(0, seconds), 253_402_300_799)
    var (days, rest) = (seconds / 86400, seconds % 86400)
    var year = 1970
    func length(_ year: Int) -> Int { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365 }
    while days >= length(year) {
      days -= length(year)
      year += 1
    }
    let months = [31, length(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var month = 0
    while days >= months[month] {
      days -= months[month]
      month += 1
    }
    func padded(_ number: Int, _ width: Int = 2) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    let hours = rest / 3600
    rest %= 3600
    return
      "\(padded(year, 4))-\(padded(month + 1))-\(padded(days + 1))T\(padded(hours)):\(padded(rest / 60)):\(padded(rest % 60)).000Z"
  }
}
