extension Notice {
  /// A warning where the borders of two layers lie further apart than generalisation explains; nil where they do not.
  ///
  /// Which of the two is at fault shows only in their resolutions, and where these are equal both are named.
  static func crudeBorders(_ rule: SliverRule, x: PreparedLayer, y: PreparedLayer) -> Notice? {
    guard let strips = rule.stripWidth else { return nil }
    let (a, b) = (x.resolution.tolerance, y.resolution.tolerance)
    let (crude, other) = a > b ? (x.name, y.name) : (y.name, x.name)
    let subject =
      a == b
      ? "the borders of \(x.name) and of \(y.name) that ought to be one lie"
      : "the borders of \(crude) lie beside those of \(other) that they ought to be,"
    return Notice(
      .warning, "crude-borders",
      "\(subject) so far apart that the strips between them are usually \(Wording.decimal(strips, 0)) m wide: \(a == b ? "one of the two" : crude) is cruder than any published layer, and what is narrower than \(Wording.decimal(rule.width, 0)) m is taken for a sliver"
    )
  }
}
