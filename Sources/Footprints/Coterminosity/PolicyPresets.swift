extension PolicyPreset {
  /// The presets, in order.
  ///
  /// Throws `usage` for a number of a test that there is not, or that makes no sense.
  ///
  /// - Parameters:
  ///   - tolerance: the share at or above which a unit counts as wholly inside another. Sources that say "one" or "whole"
  ///     leave open what to do about a street across the boundary, so the tolerance decides.
  ///   - numbers: numbers in place of the usual ones, by the name of the test for its main number (`hsj-75`), or by
  ///     that and the name of the number (`lgr-500k.margin`).
  public static func all(
    tolerance: Double, numbers: [String: Double] = [:]
  ) throws(FootprintsError) -> [PolicyPreset] {
    let presets = declarations(tolerance: tolerance)
    for name in numbers.keys.sorted() where !presets.contains(where: { $0.keys.contains(name) }) {
      let preset = presets.first { name.hasPrefix($0.name + ".") }
      throw FootprintsError(
        .usage, "there is no \(preset == nil ? "policy test" : "number") '\(name)'",
        remedy: suggestion(
          for: name, among: preset?.keys ?? presets.map(\.name),
          kind: preset == nil ? "policy tests" : "numbers"), reason: .unknownName)
    }
    return try presets.map { (declaration) throws(FootprintsError) in try declaration.preset(with: numbers) }
  }

  /// The names of all presets, in order.
  public static let names = declarations(tolerance: 1).map(\.name)

  /// A preset before its numbers are known.
  private struct Declaration {
    let name: String
    let source: String
    let numbers: [Number]
    var judged: [String] = []
    var against: [String] = []
    let rule: ([Double]) -> PolicyRule
    let text: ([Double]) -> String

    /// By which names its numbers can be given.
    var keys: [String] { [name] + numbers.map { "\(name).\($0.name)" } }

    func preset(with given: [String: Double]) throws(FootprintsError) -> PolicyPreset {
      var numbers = numbers
      for place in numbers.indices {
        let key = "\(name).\(numbers[place].name)"
        guard let value = given[key] ?? (place == 0 ? given[name] : nil) else { continue }
        let (isValid, range) =
          numbers[place].kind == .share
          ? (value > 0 && value <= 1, "a share above 0 and up to 1")
          : (value > 0 && value.isFinite, "a number of people above 0")
        guard isValid else {
          throw FootprintsError(
            .usage, "preset \(given[key] == nil ? name : key) is \(value), not \(range)",
            reason: .outOfRange("preset"))
        }
        (numbers[place].value, numbers[place].isGiven) = (value, true)
      }
      let values = numbers.map(\.value)
      return PolicyPreset(
        name: name, text: text(values), source: source, numbers: numbers, rule: rule(values), judged: judged,
        against: against)
    }
  }

  private static let upperTier = ["utla", "ctyua"]
  private static let statement = "written ministerial statement on integrated care boards, 9 September 2025"

  private static func declarations(tolerance: Double) -> [Declaration] {
    func share(_ value: Double) -> [Number] { [Number(name: "share", kind: .share, value: value)] }
    func people(_ value: Double) -> Number { Number(name: "people", kind: .people, value: value) }
    return [
      Declaration(
        name: "coterminous", source: "Footprints, with the tolerance of this analysis",
        numbers: share(tolerance), rule: { .bothShares(atLeast: $0[0]) },
        text: { "both shares at least \(Wording.setting($0[0]))" }),
      Declaration(
        name: "hsj-75",
        source: "Health Service Journal on the clinical commissioning group authorisation test of 2012",
        numbers: share(0.75), rule: { .bothShares(atLeast: $0[0]) },
        text: { "both shares at least \(Wording.setting($0[0]))" }),
      Declaration(
        name: "one-utla", source: "NHS Commissioning Board guidance, 24 May 2012", numbers: share(tolerance),
        judged: ["ccg"], against: upperTier, rule: { .insideOne(atLeast: $0[0]) },
        text: {
          "the clinical commissioning group lies in one upper-tier local authority (at least \(Wording.setting($0[0])))"
        }),
      Declaration(
        name: "one-ics",
        source: "Department of Health and Social Care decision on ICS boundaries, 22 July 2021",
        numbers: share(tolerance), judged: upperTier, against: ["stp", "ics", "icb"],
        rule: { .insideOne(atLeast: $0[0]) },
        text: {
          "the upper-tier local authority lies in one partnership (STP or ICS; at least \(Wording.setting($0[0])))"
        }),
      Declaration(
        name: "one-icb",
        source:
          "the decision on ICS boundaries of 22 July 2021, for the integrated care boards that followed in July 2022",
        numbers: share(tolerance), judged: upperTier, against: ["icb"],
        rule: { .insideOne(atLeast: $0[0]) },
        text: {
          "the upper-tier local authority lies in one integrated care board (at least \(Wording.setting($0[0])))"
        }),
      Declaration(
        name: "icb-on-strategic-authorities",
        source: "\(statement): coterminous with one or more strategic authorities wherever feasible",
        numbers: share(tolerance), judged: ["icb"], against: ["strategic-authority"],
        rule: { .ofWholes(atLeast: $0[0]) },
        text: {
          "at least \(Wording.setting($0[0])) of the integrated care board is made of strategic authorities that lie in it, each to at least \(Wording.setting($0[0]))"
        }),
      Declaration(
        name: "icb-1m", source: "\(statement): at least a million people", numbers: [people(1_000_000)],
        judged: ["icb"], rule: { .people(atLeast: $0[0]) },
        text: { "the integrated care board has at least \(Wording.people($0[0]))" }),
      Declaration(
        name: "lgr-500k",
        source:
          "English Devolution White Paper, 16 December 2024: about 500,000, with exceptions; how near is “about” is Footprints’ own choice",
        numbers: [people(500_000), Number(name: "margin", kind: .share, value: 0.3)],
        judged: ["proposed", "unitary"],
        rule: { .peopleWithin(from: $0[0] * (1 - $0[1]), to: $0[0] * (1 + $0[1])) },
        text: {
          "the new authority has about \(Wording.people($0[0])), give or take \(Wording.setting($0[1])): \(Wording.count($0[0] * (1 - $0[1]))) to \(Wording.count($0[0] * (1 + $0[1])))"
        }),
    ]
  }
}
