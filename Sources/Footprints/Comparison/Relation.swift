/// How two areas lie relative to each other, by people or by area, as seen from X.
public enum Relation: String, Sendable {
  /// Each lies in the other, up to the tolerance.
  case equal
  /// X lies in Y, up to the tolerance.
  case within
  /// Y lies in X, up to the tolerance.
  case contains
  /// They have a real part in common, and each has another part of its own.
  case overlaps
  /// Their common part is only as wide as generalisation may displace a boundary.
  case sliver

  /// Judges shares, of people or of area; `whole` is the share at or above which an area counts as wholly inside another.
  public init(xShare: Double, yShare: Double, isSliver: Bool, whole: Double) {
    switch (isSliver, xShare >= whole, yShare >= whole) {
    case (true, _, _): self = .sliver
    case (_, true, true): self = .equal
    case (_, true, _): self = .within
    case (_, _, true): self = .contains
    default: self = .overlaps
    }
  }
}
