/// A test of coterminosity that a policy has used, with its numbers and its source, so that a verdict can be
/// read without looking anything up.
public struct PolicyPreset: Sendable, Equatable {
  /// What a unit has to meet.
  public enum Rule: Sendable, Equatable {
    /// Some partner has both shares, s and d, at least this large.
    case bothShares(atLeast: Double)
    /// Some partner holds at least this share of the unit.
    case insideOne(atLeast: Double)
  }

  /// The stable name, such as `hsj-75`.
  public let name: String
  /// The rule in words, numbers included.
  public let text: String
  /// Where the rule comes from.
  public let source: String
  /// The rule.
  public let rule: Rule
  /// The roles of the layer whose units are judged; empty: any.
  let judged: Set<String>
  /// The roles of the layer against which they are judged; empty: any.
  let against: Set<String>

  /// Whether units of a layer of one role can be judged against a layer of another role by this preset.
  public func applies(toUnitsOf role: String?, against other: String?) -> Bool {
    func fits(_ roles: Set<String>, _ role: String?) -> Bool {
      roles.isEmpty || role.map { roles.contains($0.lowercased()) } == true
    }
    return fits(judged, role) && fits(against, other)
  }

  /// The verdict on a unit of X of a matrix. A unit without mass or partners never passes.
  public func verdict(onRow x: Int, of matrix: MassMatrix) -> Bool {
    matrix.row(x).contains { cell in
      switch rule {
      case .bothShares(let share): matrix.mutualContainment(cell) >= share
      case .insideOne(let share): matrix.xShare(cell) >= share
      }
    }
  }

  /// The presets, in order. `tolerance` is the share at or above which a unit counts as wholly inside another; the
  /// sources of `one-utla` and `one-ics` say "one" and leave open what to do about a street across the
  /// boundary, so the tolerance decides.
  public static func all(tolerance: Double) -> [PolicyPreset] {
    [
      PolicyPreset(
        name: "coterminous", text: "both shares at least \(Wording.setting(tolerance))",
        source: "Footprints, with the tolerance of this analysis",
        rule: .bothShares(atLeast: tolerance), judged: [], against: []),
      PolicyPreset(
        name: "hsj-75", text: "both shares at least 75%",
        source: "Health Service Journal on the clinical commissioning group authorisation test of 2012",
        rule: .bothShares(atLeast: 0.75), judged: [], against: []),
      PolicyPreset(
        name: "one-utla",
        text:
          "the clinical commissioning group lies in one upper-tier local authority (at least \(Wording.setting(tolerance)))",
        source: "NHS Commissioning Board guidance, 24 May 2012",
        rule: .insideOne(atLeast: tolerance), judged: ["ccg"], against: upperTier),
      PolicyPreset(
        name: "one-ics",
        text:
          "the upper-tier local authority lies in one partnership (STP or ICS; at least \(Wording.setting(tolerance)))",
        source: "Department of Health and Social Care decision on ICS boundaries, 22 July 2021",
        rule: .insideOne(atLeast: tolerance), judged: upperTier, against: ["stp", "ics", "icb"]),
    ]
  }

  private static let upperTier: Set<String> = ["utla", "ctyua"]
}
