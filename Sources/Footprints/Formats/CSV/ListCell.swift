extension String {
  /// The parts of a list written in one cell, joined by semicolons; without padding and empty parts.
  var listParts: [String] {
    split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
