/// What an analysis weighs areas by.
public enum Weights: String, Sendable, CaseIterable, Codable {
  /// Square metres.
  case area
  /// The people of the bricks.
  case population
  /// The patients who go from the bricks to hospital trusts; between trusts and the areas of another layer.
  case flow
}

extension FootprintsError {
  /// Patient flows were asked for where they mean nothing; `why` says what is weighed there.
  static func flowIsBetweenTrustsAndAreas(_ why: String) -> FootprintsError {
    FootprintsError(
      .usage, "patient flows are between trusts and the areas where patients live: \(why)",
      reason: .noFlowBetween)
  }
}

extension Study {
  /// The weights to use unless stated: people when they can be counted.
  public var defaultWeights: Weights {
    given.bricks != nil || hasTable(role: "population") && hasBricks ? .population : .area
  }

  /// The weights to use unless stated for these layers: area where none of them is of the package, whose people need
  /// have nothing to do with them.
  func defaultWeights(for layers: [String]) -> Weights {
    given.bricks == nil && layers.allSatisfy(isOutside) ? .area : defaultWeights
  }
}
