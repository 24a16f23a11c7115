extension String {
  /// The name of a field without what varies between files: letter case, and everything that is neither letter nor
  /// digit, such as spaces (no-break ones too), underscores, brackets and pound signs.
  package var fieldKey: String {
    String(
      String.UnicodeScalarView(
        lowercased().unicodeScalars.filter { scalar in
          scalar.isASCII
            ? ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }))
  }
}
