extension String {
  /// The string with control characters shown as `\u{...}`, so that a name from a file can neither move
  /// the cursor of a terminal nor break a line of a table.
  package var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var out = ""
    for scalar in unicodeScalars {
      if scalar.isControl {
        out += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension Unicode.Scalar {
  /// C0 and C1 controls, line and paragraph separators, and the bidirectional overrides that can make a
  /// line read differently from what it is.
  fileprivate var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
      || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
