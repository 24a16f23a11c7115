/// Coordinates as text.
enum CoordinateText {
  /// Appends a number with so many decimals at most, without zeros at their end, or with as many as are read back the same.
  /// A number that is none is `null`.
  static func append(_ number: Double, decimals: Int?, to text: inout [UInt8]) {
    guard number.isFinite else {
      text += "null".utf8
      return
    }
    guard let decimals, decimals <= 15,
      number.magnitude < 9e15 / Double(DecimalNumber.integerPowers[decimals])
    else {
      text += number.plainWords.utf8
      return
    }
    let scale = DecimalNumber.integerPowers[decimals]
    let units = (number.magnitude * Double(scale)).rounded(.toNearestOrEven)
    var digits = UInt64(units)
    if digits == 0 {
      text.append(0x30)
      return
    }
    if number < 0 { text.append(0x2D) }
    var places = decimals
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    let (whole, part) = digits.quotientAndRemainder(dividingBy: DecimalNumber.integerPowers[places])
    append(whole, &text)
    if places == 0 { return }
    text.append(0x2E)
    let start = text.count
    append(part, &text)
    // Zeros that the fraction begins with.
    let missing = places - (text.count - start)
    if missing > 0 { text.insert(contentsOf: repeatElement(0x30, count: missing), at: start) }
  }

  private static func append(_ number: UInt64, _ text: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var place = 20
      var rest = number
      repeat {
        place -= 1
        digits[place] = UInt8(0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      text.append(contentsOf: digits[place...])
    }
  }
}
