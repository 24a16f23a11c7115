extension MassMatrix {
  /// Variation of information in nats: H(Y given X) + H(X given Y), the sum of both conditional entropies
  /// (``xConditionalEntropy``). 0 where both layers draw the same map; a distance in the mathematical sense.
  ///
  /// Source: M. Meilă, "Comparing clusterings: an information based distance", J. Multivar. Anal. 98 (2007).
  public var variationOfInformation: Double { xConditionalEntropy + transposed.xConditionalEntropy }

  /// The same over H(X,Y), 0...1; 0 where H(X,Y) is 0, because then both layers have one unit each.
  public var normalisedVariationOfInformation: Double {
    min(1, ratio(variationOfInformation, entropy(of: cells.lazy.map(\.mass), total: total)))
  }
}

extension SystemMeasure {
  static let variationOfInformation = SystemMeasure(
    ofPartitions: "variation_of_information",
    "variation of information in nats (Meilă 2007): the sum of both conditional entropies"
  ) { $0.variationOfInformation }

  static let variationOfInformationNormalised = SystemMeasure(
    ofPartitions: "variation_of_information_normalised", "the same over H(X,Y), 0 to 1; 0 is the same map"
  ) { $0.normalisedVariationOfInformation }
}

extension SystemScores {
  /// Variation of information in nats; nil where ``entropyReason`` says why.
  public var variationOfInformation: Double? { number(.variationOfInformation) }
  /// The same over H(X,Y), 0...1.
  public var normalisedVariationOfInformation: Double? { number(.variationOfInformationNormalised) }
}
