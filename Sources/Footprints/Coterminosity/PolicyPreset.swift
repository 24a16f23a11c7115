/// A test of coterminosity that a policy has used, with its numbers and its source, so that a verdict can be
/// read without looking anything up.
public struct PolicyPreset: Sendable, Equatable {
  /// A number of a rule, which a user may replace.
  public struct Number: Sendable, Equatable {
    /// What it is of.
    public enum Kind: Sendable, Equatable {
      /// A part of a whole, above 0 and up to 1.
      case share
      /// People, more than none.
      case people
    }

    /// Its name, such as `share`.
    public let name: String
    /// What it is of.
    public let kind: Kind
    /// The number.
    public internal(set) var value: Double
    /// Whether the user gave it in place of the usual one.
    public internal(set) var isGiven = false
  }

  /// Why a preset was not applied to two layers.
  public enum Obstacle: Sendable, Equatable {
    /// It is about units of other tiers.
    case otherTiers
    /// It is about people, and masses are something else.
    case noPeople
  }

  /// The stable name, such as `hsj-75`.
  public let name: String
  /// The rule in words, numbers included.
  public let text: String
  /// Where the rule comes from.
  public let source: String
  /// The numbers of the rule, the main one first.
  public let numbers: [Number]
  /// The rule.
  public let rule: PolicyRule
  /// The roles of the layer whose units are judged; empty: any.
  let judged: [String]
  /// The roles of the layer against which they are judged; empty: any.
  let against: [String]

  /// Whether units of a layer of one role can be judged against a layer of another role by this preset.
  public func applies(toUnitsOf role: String?, against other: String?) -> Bool {
    func fits(_ roles: [String], _ role: String?) -> Bool {
      roles.isEmpty || role.map { roles.contains($0.lowercased()) } == true
    }
    return fits(judged, role) && fits(against, other)
  }

  /// Whether it is about any areas, whatever they are called.
  var isAboutAnyTier: Bool { judged.isEmpty && against.isEmpty }

  /// The verdict on a unit of X of a matrix. A unit without mass or partners never passes.
  public func verdict(onRow x: Int, of matrix: MassMatrix) -> Bool { rule.verdict(onRow: x, of: matrix) }

  /// What it is about, in words: "integrated care boards against strategic authorities".
  public var subject: String {
    func words(_ roles: [String]) -> String {
      let titles = roles.compactMap { RoleTitle.title(of: $0)?.many }
      return (titles.isEmpty ? roles : titles).formatted
    }
    if judged.isEmpty { return "any areas" }
    return against.isEmpty ? words(judged) : "\(words(judged)) against \(words(against))"
  }
}

extension [String] {
  /// "a", "a or b", "a, b or c".
  fileprivate var formatted: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
