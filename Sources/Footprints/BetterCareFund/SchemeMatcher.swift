/// What a process touches in a plan, made once for all schemes and metrics.
///
/// A scheme matches by the number of a High Impact Change, by its type, or by both. Types match when one is
/// the beginning of the other, word by word, whatever the case and punctuation: "Intermediate Care" matches
/// "Intermediate Care Services".
///
/// The type "HICM for Managing Transfer of Care" is different: it only says that the scheme implements some
/// High Impact Change. A trusted assessor scheme (change 6) of that type is not touched by a change to
/// discharge to assess (change 4), so where such a scheme gives its numbers, they decide, and where it gives none but
/// its sub-type names a change ("Trusted Assessors"), that does. Where neither says anything it may implement any
/// change, and matches by its type, so that nobody is left out unasked.
struct SchemeMatcher {
  private let changes: Set<Int>
  private let types: PhraseTree
  private let metrics: PhraseTree

  init(_ process: ProcessChange) {
    changes = Set(process.changes)
    types = PhraseTree(process.schemeTypes)
    metrics = PhraseTree(process.metrics)
  }

  /// Why the scheme implements the process, in words (`hicm 4`, `type Intermediate Care Services`); empty where it
  /// does not.
  func reasons(_ scheme: BetterCareFundPlan.Scheme) -> [String] {
    var type = scheme.type.phrase
    // Templates number their types ("11. HICM for Managing Transfer of Care").
    if type.count > 1, let number = type.first, number.count <= 2, Int(number) != nil { type.removeFirst() }
    let family =
      scheme.family.isEmpty ? PlanningWords.standard.meaning(of: scheme.type, .type) ?? "" : scheme.family
    let familyWords = family.phrase
    let isHighImpact = type.starts(with: ["hicm"]) || familyWords.starts(with: ["hicm"])
    let isNumbered = !scheme.changes.isEmpty
    let numbers =
      isNumbered ? scheme.changes : isHighImpact ? HighImpactChange.numbers(in: scheme.subtype) : []
    let common = numbers.filter(changes.contains)
    var reasons: [String] = []
    if !common.isEmpty {
      reasons.append(
        "hicm " + common.map(String.init).joined(separator: ";") + (isNumbered ? "" : " by sub-type"))
    }
    let numbersDecide = isHighImpact && !numbers.isEmpty && common.isEmpty
    if numbersDecide { return reasons }
    if types.sharesBeginning(with: type) {
      reasons.append("type \(scheme.type)")
    } else if types.sharesBeginning(with: familyWords) {
      reasons.append("type \(scheme.type) (\(family))")
    }
    return reasons
  }

  /// Whether a metric of a plan is one that the process concerns: the words of the process's metric are
  /// together in it ("length of stay" in "length of stay 21 days or more"). The abbreviations DTOC and NEA
  /// mean the same as their full names.
  func concerns(_ metric: BetterCareFundPlan.Metric) -> Bool { metrics.isIn(metric.metric.phrase) }
}
