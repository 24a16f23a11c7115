import Testing

@testable import Footprints

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("2023-04-01", "2024-03-31", 365), ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1),
    ("1900-02-28", "1900-03-01", 1), ("2000-02-29", "2000-03-01", 1), ("1999-12-31", "2000-01-01", 1),
    ("2026-04-01", "2026-04-01", 0),
  ])
  func daysBetween(one: String, other: String, days: Int) throws {
    let (a, b) = (try #require(CalendarDay(one)), try #require(CalendarDay(other)))
    #expect(b.days(since: a) == days && (days == 0 || a < b))
  }

  @Test(arguments: [
    "2023-02-29", "2023-13-01", "2023-4-1", "1/4/2023", "2023-04", "", "2023-04-00", "２023-04-01",
  ])
  func noDays(text: String) { #expect(CalendarDay(text) == nil) }
}
