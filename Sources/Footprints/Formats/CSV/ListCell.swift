extension String {
  /// The parts of a list written in one cell, joined by semicolons; without padding and empty parts.
  var listParts: [String] {
    split(separator: ";").compactMap { part in
      var part = part
      while part.first?.isWhitespace == true { part.removeFirst() }
      while part.last?.isWhitespace == true { part.removeLast() }
      return part.isEmpty ? nil : String(part)
    }
  }
}
