import Footprints
import Testing

/// Money in words, from its pence.
@Suite struct MoneyWordingTests {
  @Test(
    arguments: [
      (0, "£0.00"), (5, "£0.05"), (-5, "-£0.05"), (123_450, "£1,234.50"), (-123_450, "-£1,234.50"),
      (123_456_789, "£1,234,567.89"), (99_999, "£999.99"), (-99_999_999, "-£999,999.99"),
      // More digits than a Double holds.
      (9_007_199_254_740_993, "£90,071,992,547,409.93"), (.max, "£92,233,720,368,547,758.07"),
      (.min, "-£92,233,720,368,547,758.08"),
    ] as [(Int64, String)])
  func toThePenny(pence: Int64, text: String) {
    #expect(Wording.money(Money(pence: pence)) == text)
  }

  @Test(
    arguments: [
      (0, "£0.00"), (-123_450, "-£1,234.50"), (99_999_999, "£999,999.99"), (-99_999_999, "-£999,999.99"),
      (100_000_000, "£1.0 million"), (-100_000_000, "-£1.0 million"), (104_999_999, "£1.0 million"),
      (105_000_000, "£1.1 million"), (-105_000_000, "-£1.1 million"), (115_000_000, "£1.2 million"),
      (9_815_000_000, "£98.2 million"), (9_814_999_999, "£98.1 million"),
      (99_994_999_999, "£999.9 million"), (99_995_000_000, "£1,000.0 million"),
      (.max, "£92,233,720,368.5 million"), (.min, "-£92,233,720,368.5 million"),
    ] as [(Int64, String)])
  func roundedFromAMillionOn(pence: Int64, text: String) {
    #expect(Wording.roundMoney(Money(pence: pence)) == text)
  }
}
