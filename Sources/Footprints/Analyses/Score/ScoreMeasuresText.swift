// The measures of a system that come after the plainest, in words.

extension ScoreResult {
  /// How many areas are split, and how many pairs there are.
  var splits: String {
    let (x, y) = comparison.titles
    let pairs = scores.system.pairs
    func split(_ side: CommonPairs.Split, _ own: RoleTitle, _ other: RoleTitle) -> String {
      let apart = side.populated.flatMap { $0 < side.count ? side.count - $0 : nil }
      let empty = apart.map { " (\(Wording.grouped($0)) of them only by ground on which nobody lives)" } ?? ""
      return
        "\(Wording.grouped(side.count)) of \(own.counted(side.of)) \(Wording.form(side.count, "lies", "lie")) in more than one \(other.one)\(empty)"
    }
    let people =
      pairs.populated.map { $0 == pairs.count ? ", all with people" : ", \(Wording.grouped($0)) with people" }
      ?? ""
    return
      "Splits: \(split(pairs.x, x, y)), and \(split(pairs.y, y, x)). They have \(Wording.plural(pairs.count, "part")) in common\(people)."
  }

  /// The other measures, each with how to read it; why they are missing where they are.
  var furtherMeasures: [String] {
    let system = scores.system
    guard system.entropyReason == nil else {
      return ["None: \(system.entropyReason ?? "")."]
    }
    let (x, y) = comparison.titles
    let (who, where_) =
      switch comparison.unit {
      case .squareMetres: ("places", "place")
      case .people: ("residents", "resident")
      case .patients: ("patients", "patient")
      }
    return [
      pair(
        "Split pairs", system.splitPairs,
        "how often two \(who) of one \(x.one), then of one \(y.one), are apart in the other layer (Wachspress and Adler 2021)"
      ),
      pair(
        "Effective splits", system.effectiveSplits,
        "how many parts beyond one each the \(x.many), then the \(y.many), are divided into, all together; a small part counts for little (Wang et al. 2021)"
      ),
      pair(
        "Square-root entropy", system.squareRootEntropy,
        "1 where nothing is divided; a small part cut off counts for much (Duchin 2018)"),
      line(
        "Rand", [system.rand, system.adjustedRand],
        "how often the layers agree on whether two \(who) belong together, then adjusted: 1 for the same map, 0 for what chance gives"
      ),
      pair(
        "Conditional entropy", system.conditionalEntropy,
        "how much is left unknown of a \(where_)’s \(y.one) once its \(x.one) is known, and the other way round, in nats (Guth, Nieh and Weighill 2020)"
      ),
      line(
        "Variation of information", [system.variationOfInformation, system.normalisedVariationOfInformation],
        "the sum of both conditional entropies, then as a share of all there is to know; 0 is the same map (Meilă 2007)"
      ),
      pair(
        "Goodman and Kruskal’s lambda", system.lambda,
        "how many fewer mistakes one makes by always guessing the likeliest \(y.one) once the \(x.one) is known, and the other way round; the proportion guessed right is the degree of fit"
      ),
      pair(
        "Goodman and Kruskal’s tau", system.tau, "the same for guesses in proportion"),
    ].compactMap(\.self)
  }

  private func pair(_ name: String, _ values: SystemScores.Directed?, _ meaning: String) -> String? {
    line(name, [values?.x, values?.y], meaning)
  }

  private func line(_ name: String, _ values: [Double?], _ meaning: String) -> String? {
    let values = values.compactMap(\.self)
    if values.isEmpty { return nil }
    return "\(name) \(Wording.list(values.map { Wording.decimal($0, 3) })): \(meaning)."
  }
}
