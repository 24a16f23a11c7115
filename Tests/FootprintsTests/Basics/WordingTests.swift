import Footprints
import Testing

/// Numbers in words: where one way of saying it ends and the next begins, and what no number is.
@Suite struct WordingTests {
  /// What no count, share or size can be, and what no `Int` holds.
  static let impossible: [Double] = [
    .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e300, -1e300, 9.3e18,
    -9.3e18,
    0x1p63, -0x1p63, .leastNonzeroMagnitude,
  ]

  @Test(
    arguments: [
      (0, "0"), (-0.4, "0"), (0.5, "1"), (-0.5, "-1"), (999.4, "999"), (999.5, "1,000"), (-1234.5, "-1,235"),
      (1_234_567, "1,234,567"), (999_999_999_999_999, "999,999,999,999,999"), (1e15, "?"), (-1e15, "?"),
      (.nan, "?"), (.infinity, "?"),
    ] as [(Double, String)])
  func counts(value: Double, text: String) {
    #expect(Wording.count(value) == text)
    #expect(Wording.plain(value) == text.filter { $0 != "," })
  }

  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (-999, "-999"), (-1000, "-1,000"),
      (100_000, "100,000"),
      (1_000_000, "1,000,000"), (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
    ] as [(Int, String)])
  func groups(value: Int, text: String) {
    #expect(Wording.grouped(value) == text)
  }

  @Test(
    arguments: [
      (nil, ""), (.nan, ""), (.infinity, ""), (0, "0.0%"), (0.000_000_1, "<0.1%"), (0.000_4, "<0.1%"),
      (0.000_499_9, "<0.1%"), (0.000_5, "0.1%"), (0.452, "45.2%"), (0.451_49, "45.1%"), (0.125, "12.5%"),
      (0.999_4, "99.9%"), (0.999_5, ">99.9%"), (0.999_999, ">99.9%"), (1, "100.0%"), (1 - 1e-12, "100.0%"),
      (-0.000_1, "0.0%"), (-0.25, "-25.0%"), (12.345_6, "1,234.6%"), (1e300, "?%"),
    ] as [(Double?, String)])
  func percentages(share: Double?, text: String) {
    #expect(Wording.percent(share) == text)
  }

  @Test(
    arguments: [
      (0.95, "95%"), (0.995, "99.5%"), (0, "0%"), (1, "100%"), (0.000_4, "<0.1%"), (0.999_9, ">99.9%"),
      (.nan, ""),
    ] as [(Double, String)])
  func settings(share: Double, text: String) {
    #expect(Wording.setting(share) == text)
  }

  /// Each way of saying it, at both of its ends.
  @Test(
    arguments: [
      (-1, "hardly any"), (0, "hardly any"), (0.004_99, "hardly any"), (0.005, "1 in 200"),
      (0.01, "1 in 100"),
      (0.029_9, "1 in 33"), (0.03, "1 in 25"), (0.049_9, "1 in 25"), (0.05, "1 in 15"), (0.074_9, "1 in 15"),
      (0.075, "1 in 10"), (0.149, "1 in 10"), (0.151, "2 in 10"), (0.349, "3 in 10"), (0.351, "4 in 10"),
      (0.424, "4 in 10"), (0.425, "nearly half"), (0.474, "nearly half"), (0.475, "half"), (0.5, "half"),
      (0.524, "half"), (0.525, "more than half"), (0.574, "more than half"), (0.575, "6 in 10"),
      (0.649, "6 in 10"), (0.849, "8 in 10"), (0.851, "9 in 10"), (0.949, "9 in 10"),
      (0.951, "more than 9 in 10"),
      (0.969, "more than 9 in 10"), (0.97, "nearly all"), (0.999_49, "nearly all"), (0.999_5, "all"),
      (1, "all"),
      (1.000_1, "all"),
    ] as [(Double, String)])
  func sharesInWords(share: Double, text: String) {
    #expect(Wording.inWords(share) == text)
  }

  @Test(
    arguments: [
      (0.999_5, 3, "1.000"), (0.999_4, 3, "0.999"), (0.000_4, 3, "0.000"), (-0.000_4, 3, "0.000"),
      (-0.000_5, 3, "-0.001"), (1, 3, "1.000"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"),
      (-0.4, 0, "0"), (0.25, 1, "0.3"), (0.05, 2, "0.05"), (12.3, 4, "12.3000"),
      (1_234_567.891, 2, "1,234,567.89"),
      (-1_234.5, 1, "-1,234.5"), (999_999_999_999, 2, "999,999,999,999.00"), (1e12, 2, "?"), (.nan, 1, "?"),
      (-.infinity, 1, "?"), (51.123_456_78, 7, "51.1234568"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, places: Int, text: String) {
    #expect(Wording.decimal(value, places) == text)
  }

  @Test(
    arguments: [
      (0, "0.0 m2"), (0.04, "0.0 m2"), (0.05, "0.1 m2"), (99.94, "99.9 m2"), (99.99, "100.0 m2"),
      (100, "0.01 ha"),
      (9_999, "1.00 ha"), (12_345, "1.23 ha"), (99_990, "10.00 ha"), (99_940, "9.99 ha"), (1e5, "0.10 km2"),
      (999_000, "1.00 km2"), (994_000, "0.99 km2"), (12_345_678, "12.35 km2"), (99_994_999, "99.99 km2"),
      (99_999_999, "100.00 km2"), (1e8, "100 km2"), (1_234_500_000, "1,235 km2"), (-5, "-5.0 m2"),
      (.nan, "? m2"),
      (.infinity, "? km2"), (1e300, "? km2"),
    ] as [(Double, String)])
  func areas(squareMetres: Double, text: String) {
    #expect(Wording.area(squareMetres) == text)
    #expect(MassUnit.squareMetres.words(squareMetres) == text)
    #expect(MassUnit.squareMetres.cell(squareMetres) == text)
  }

  @Test(
    arguments: [
      (0, "0 people"), (0.4, "0 people"), (0.5, "1 person"), (1, "1 person"), (1.49, "1 person"),
      (1.5, "2 people"),
      (-1, "-1 people"), (12_345.6, "12,346 people"), (.nan, "? people"),
    ] as [(Double, String)])
  func people(value: Double, text: String) {
    #expect(Wording.people(value) == text)
    #expect(MassUnit.people.words(value) == text)
    #expect(MassUnit.people.cell(value) == String(text.split(separator: " ")[0]))
  }

  @Test func nounsOfMasses() {
    #expect(MassUnit.squareMetres.noun == "area" && MassUnit.people.noun == "people")
  }

  /// No number ends the program, with however many decimals.
  @Test func noNumberIsTooMuch() {
    for value in Self.impossible + [1e11, -999_999_999_999, 0, 0.5] {
      _ = (Wording.count(value), Wording.plain(value), Wording.percent(value), Wording.setting(value))
      _ = (Wording.area(value), Wording.people(value), Wording.inWords(value))
      for places in [-1, 0, 1, 6, 7, 12, 15, 18, 19, 20, 400, .max, .min] {
        _ = Wording.decimal(value, places)
      }
    }
    #expect(Wording.inWords(.nan) == "?")
    #expect(Wording.decimal(0, 19) == "?" && Wording.decimal(1, -1) == "?")
    #expect(Wording.decimal(99_999_999_999, 7) == "99,999,999,999.0000000")
    #expect(Wording.decimal(999_999_999_999, 7) == "?", "nineteen digits are more than a number has")
    #expect(Wording.decimal(0.5, 15) == "0.500000000000000")
  }

  @Test func lists() {
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b"]) == "a and b")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    #expect(Wording.list(["", ""]) == " and ")
  }

  @Test func plurals() {
    #expect(Wording.plural(0, "plan") == "0 plans")
    #expect(Wording.plural(1, "plan") == "1 plan")
    #expect(Wording.plural(-1, "plan") == "-1 plans")
    #expect(Wording.plural(1234, "authority", "authorities") == "1,234 authorities")
    #expect(Wording.plural(1, "authority", "authorities") == "1 authority")
  }

  @Test(
    arguments: [
      ("notYetEstablished", "not yet established"), ("mature", "mature"), ("", ""), ("Not Yet", "Not Yet"),
      ("NHSTrust", "NHSTrust"), ("aB", "a b"), ("not yet Established", "not yet Established"),
      ("übungÖffnen", "übung öffnen"),
    ])
  func spacesWords(text: String, spaced: String) {
    #expect(Wording.spacedWords(text) == spaced)
  }

  @Test(arguments: [
    (80, "80"), (539.6, "539.6"), (-1234.5, "-1,234.5"), (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333"),
  ])
  func numbersHaveTheDecimalsThatTheyNeed(value: Double, text: String) {
    #expect(Wording.number(value) == text)
  }

  @Test func countsAgreeWithTheirWords() {
    #expect([0, 1, 2].map { Wording.form($0, "is", "are") } == ["are", "is", "are"])
    #expect([1, 2, 3].map { Wording.all($0, "plan") } == ["the only plan", "both plans", "all 3 plans"])
    #expect(Wording.all(2, "authority", "authorities") == "both authorities")
    #expect(Wording.sentence("both plans") == "Both plans" && Wording.sentence("") == "")
  }
}
