extension String {
  /// The string with control characters shown as `\u{...}`, so that a name from a file can neither move
  /// the cursor of a terminal nor break a line of a table.
  package var printable: String { printable { $0.isControl } }

  /// The same for a format that keeps line endings and tabs together in quotes.
  package var printableLines: String { printable { $0.isControl && $0 != "\n" && $0 != "\r" && $0 != "\t" } }

  private func printable(_ isHidden: (Unicode.Scalar) -> Bool) -> String {
    // Nearly every text is plain, and bytes say so fastest.
    guard !isPlain, unicodeScalars.contains(where: isHidden) else { return self }
    var out = ""
    for scalar in unicodeScalars {
      if isHidden(scalar) {
        out += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Whether all of it is printable ASCII.
  private var isPlain: Bool {
    for byte in utf8 where byte < 0x20 || byte >= 0x7F { return false }
    return true
  }

  /// The text as a part of a message: the beginning of what is too long for one.
  package var excerpt: String { shortened(to: 80, ending: 0) }

  /// The text as a message: what is too long to be read is cut in the middle, since messages end with what was done.
  ///
  /// Lists in messages are limited where they are made (``CodeList``); this is for the cells, names and lines of files
  /// that are quoted in them.
  package var message: String { shortened(to: 1000, ending: 400) }

  /// The text, or its beginning and its last characters, in `length` characters.
  private func shortened(to length: Int, ending: Int) -> String {
    // A character has at least a byte; counting characters of a long text costs more than the text is worth.
    guard utf8.count > length else { return self }
    let scalars = unicodeScalars
    guard scalars.count > length else { return self }
    let start = String(String.UnicodeScalarView(scalars.prefix(length - ending)))
    if ending == 0 { return start + "..." }
    return start + " ... " + String(String.UnicodeScalarView(scalars.suffix(ending)))
  }
}

extension Unicode.Scalar {
  /// C0 and C1 controls, line and paragraph separators, and the bidirectional overrides that can make a
  /// line read differently from what it is.
  package var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
      || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
