extension PolicyPreset {
  /// The usual presets, in order.
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
    try all(usual(tolerance: tolerance), numbers: numbers)
  }

  /// The names of the usual presets, in order.
  public static let names = usual(tolerance: 1).map(\.name)

  /// The presets of some declarations, with numbers in place of theirs.
  static func all(
    _ declarations: [PolicyDeclaration], numbers: [String: Double]
  ) throws(FootprintsError) -> [PolicyPreset] {
    for name in numbers.keys.sorted() where !declarations.contains(where: { $0.keys.contains(name) }) {
      let preset = declarations.first { name.hasPrefix($0.name + ".") }
      throw FootprintsError(
        .usage, "there is no \(preset == nil ? "policy test" : "number") '\(name)'",
        remedy: suggestion(
          for: name, among: preset?.keys ?? declarations.map(\.name),
          kind: preset == nil ? "policy tests" : "numbers"), reason: .unknownName)
    }
    return try declarations.map { (declaration) throws(FootprintsError) in
      try declaration.preset(with: numbers)
    }
  }

  private static let upperTier = ["utla", "ctyua"]
  private static let statement = "written ministerial statement on integrated care boards, 9 September 2025"

  /// What policies have tested.
  static func usual(tolerance: Double) -> [PolicyDeclaration] {
    [
      PolicyDeclaration(
        "coterminous", .bothShares, [tolerance], source: "Footprints, with the tolerance of this analysis"),
      PolicyDeclaration(
        "hsj-75", .bothShares, [0.75],
        source: "Health Service Journal on the clinical commissioning group authorisation test of 2012"),
      PolicyDeclaration(
        "one-utla", .insideOne, [tolerance], of: ["ccg"], against: upperTier,
        source: "NHS Commissioning Board guidance, 24 May 2012"),
      PolicyDeclaration(
        "one-ics", .insideOne, [tolerance], of: upperTier, against: ["stp", "ics", "icb"],
        source: "Department of Health and Social Care decision on ICS boundaries, 22 July 2021"),
      PolicyDeclaration(
        "one-icb", .insideOne, [tolerance], of: upperTier, against: ["icb"],
        source:
          "the decision on ICS boundaries of 22 July 2021, for the integrated care boards that followed in July 2022"
      ),
      PolicyDeclaration(
        "icb-on-strategic-authorities", .ofWholes, [tolerance], of: ["icb"], against: ["strategic-authority"],
        source: "\(statement): coterminous with one or more strategic authorities wherever feasible"),
      PolicyDeclaration(
        "icb-1m", .peopleAtLeast, [1_000_000], of: ["icb"],
        source: "\(statement): at least a million people"),
      PolicyDeclaration(
        "lgr-500k", .peopleAbout, [500_000, 0.3], of: ["proposed", "unitary"],
        source:
          "English Devolution White Paper, 16 December 2024: about 500,000, with exceptions; how near is “about” is Footprints’ own choice"
      ),
    ]
  }
}
