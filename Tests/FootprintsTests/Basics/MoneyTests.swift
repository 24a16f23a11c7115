import Footprints
import Testing

@Suite struct MoneyTests {
  @Test(
    arguments: [
      ("7272297.35", 727_229_735), ("0", 0), ("1234.5", 123_450), ("£1,234.50", 123_450), ("-20", -2000),
      (".5", 50), ("12.", 1200), ("0.005", 1), ("0.00499999", 0), ("-0.005", -1),
      ("1440657.6100000001", 144_065_761),
      ("100000000000", 10_000_000_000_000),
    ] as [(String, Int64)])
  func pounds(text: String, pence: Int64) {
    #expect(Money(text)?.pence == pence)
  }

  @Test(arguments: [
    "", "-", ".", "£", "1e6", "1.2.3", "12a", "1,23", "nan", "--1", "1 000", "100000000000.01",
    "99999999999999999999999",
  ])
  func notMoney(text: String) {
    #expect(Money(text) == nil)
  }

  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56"), (.min, "-92233720368547758.08"),
  ])
  func text(pence: Int64, text: String) {
    #expect(Money(pence: pence).description == text)
  }

  @Test func sumsAreExact() {
    // In binary floating point a thousand times 0.1 is not 100.
    #expect(Array(repeating: Money(pence: 10), count: 1000).sum() == Money(pence: 10_000))
    #expect(Money(pence: 3) < Money(pence: 4))
  }

  @Test func jsonHasPoundsWithTwoDecimals() {
    #expect(JSONValue(Money(pence: -123_450)) == .decimal(units: -123_450, places: 2))
    #expect(JSONValue(Money(pence: 5)).compact == "0.05")
    #expect(JSONValue(Money?.none) == .null)
  }
}
