/// How results say what their numbers rest on.
enum BasisFields {
  /// The fields of a basis.
  static let all: [Field<CountBasis>] = [
    .people("total", "all", "the people, or patients, that could count") { $0.total },
    .share("counted_share", "counted", "the share of them that counts in the numbers") { $0.countedShare },
    .count(
      "divided_small_areas", "divided",
      "the small areas with any of them that a border divides: at least a tenth lies in a second area"
    ) { $0.dividedBricks },
    .share(
      "divided_share", "divided",
      "the share of people, or patients, in those: the method of counting decides where they count"
    ) { $0.dividedShare },
    .share(
      "told_share", "told",
      "the share of patients whose trust is told, small flows being suppressed; null where no flows are used"
    ) { $0.toldShare },
  ]
}

extension CountBasis {
  /// What the numbers rest on, a sentence; `whole` is what the total is of: "the trust’s catchment".
  func sentence(of whole: String) -> String {
    let told = toldShare.map { ", and of \(Wording.percent($0)) of patients it is told where they go" } ?? ""
    let divided =
      dividedBricks == 0
      ? "no border divides a small area"
      : "\(Wording.percent(dividedShare)) of them in \(Wording.plural(dividedBricks, "small area")) of which a border cuts off a tenth or more, so that the method of counting decides"
    return
      "How sure: \(Wording.percent(countedShare)) of \(unit.words(total)) \(whole) count, \(divided)\(told)."
  }
}

extension ClosedRange<Double> {
  /// "12.3% to 15.6%", "12.3%" where both ends read the same.
  var percentWords: String {
    let (low, high) = (Wording.percent(lowerBound), Wording.percent(upperBound))
    return low == high ? low : "\(low) to \(high)"
  }
}
