extension Notice {
  /// A warning about two layers of different years; nil where a layer does not say of which year it is.
  static func vintages(_ x: PreparedLayer, _ y: PreparedLayer) -> Notice? {
    guard let one = x.vintage, let other = y.vintage, let a = year(one), let b = year(other), a != b else {
      return nil
    }
    return Notice(
      .warning, "mixed-vintage",
      "\(x.name) is of \(one) and \(y.name) of \(other): areas may have been merged, split or recoded in between"
    )
  }

  /// The first year in a vintage such as `2021-04` or "April 2021".
  private static func year(_ vintage: String) -> Int? {
    vintage.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }.compactMap { Int($0) }.first
  }
}
