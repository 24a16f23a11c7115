extension Notice {
  /// A warning about two layers of different years; nil where a layer does not say of which year it is.
  static func vintages(_ x: PreparedLayer, _ y: PreparedLayer) -> Notice? {
    guard let one = x.vintage, let other = y.vintage, let a = CalendarYear(one), let b = CalendarYear(other),
      a.year != b.year
    else { return nil }
    return Notice(
      .warning, "mixed-vintage",
      "\(x.name) is of \(one) and \(y.name) of \(other): areas may have been merged, split or recoded in between"
    )
  }
}
