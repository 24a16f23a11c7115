/// Exact decimal numbers as text.
enum DecimalText {
  /// The text of `units` of the last of `places` decimals: 123,450 with two places is `1234.50`.
  ///
  /// Precondition: `places` is not negative.
  static func text(units: Int64, places: Int) -> String {
    precondition(places >= 0, "no negative number of decimals")
    let sign = units < 0 ? "-" : ""
    let digits = String(units.magnitude)
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
