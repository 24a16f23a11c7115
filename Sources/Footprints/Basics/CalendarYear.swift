/// A year, a financial year or a day as files write them, so that the latest can be found and two spellings are one.
/// Vintages of layers, columns of tables and whatever else names a year are read here alone.
struct CalendarYear: Hashable, Comparable {
  /// The year, the first one of a financial year.
  let year: Int
  /// The year in which a financial year ends; 0 for others.
  private let end: Int
  private let month: Int
  private let day: Int

  /// The months from the beginning of the calendar to this; nil where no month is named.
  var months: Int? { month > 0 ? year * 12 + month : nil }

  /// `2019`, `2019.0`, `2019/20`, `2019-2020`, `FY 2019 to 20`, `31/12/2018`, `2018-12-31`, `April 2021`; nil for what names no year.
  init?(_ text: String) {
    let groups = text.split { !($0.isASCII && $0.isNumber) }
    let numbers = groups.compactMap { Int($0) }
    guard numbers.count == groups.count, let place = groups.firstIndex(where: { Self.isYear($0) }) else {
      return nil
    }
    year = numbers[place]
    if numbers.count >= 3, place == 2 || place == 0, let date = Self.date(numbers, yearFirst: place == 0) {
      (month, day, end) = (date.month, date.day, 0)
      return
    }
    (month, day) = (0, 0)
    let next = place + 1 < numbers.count ? numbers[place + 1] : nil
    end = next == year + 1 || next == (year + 1) % 100 ? year + 1 : 0
  }

  /// Boundaries are older than the numbers of people and patients in them: there are layers of the first censuses.
  private static func isYear(_ digits: Substring) -> Bool {
    digits.count == 4 && ["18", "19", "20"].contains { digits.hasPrefix($0) }
  }

  /// Month and day; days come first in England, so the second number is the month.
  private static func date(_ numbers: [Int], yearFirst: Bool) -> (month: Int, day: Int)? {
    let (month, day) = yearFirst ? (numbers[1], numbers[2]) : (numbers[1], numbers[0])
    return (1...12).contains(month) && (1...31).contains(day) ? (month, day) : nil
  }

  static func < (one: CalendarYear, other: CalendarYear) -> Bool {
    (one.year, one.end, one.month, one.day) < (other.year, other.end, other.month, other.day)
  }
}
