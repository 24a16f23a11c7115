extension WhatIfResult: IllustratedResult {
  /// The measures from 0 to 1 that change, before and after.
  public func figures() -> [Figure] {
    let changed = measures.compactMap { measure -> ChangeFigure.Row? in
      guard let before = measure.before, let after = measure.after, before != after,
        (0...1).contains(before), (0...1).contains(after)
      else { return nil }
      return ChangeFigure.Row(
        name: measure.name.spaced, before: before, after: after,
        beforeWords: Wording.decimal(before, 3), afterWords: Wording.decimal(after, 3))
    }
    guard let first = changed.max(by: { abs($0.after - $0.before) < abs($1.after - $1.before) }) else {
      return []
    }
    return [
      Figure(
        "Before and after.",
        description:
          "The measures of the two layers that the scenario changes, on a scale from 0 to 1. The largest change: \(first.name), from \(first.beforeWords) to \(first.afterWords).",
        .change(ChangeFigure(rows: Array(changed.prefix(25)), scale: 0...1)))
    ]
  }
}
