/// What makes an area invalid in the sense of OGC Simple Features, in the kinds that GEOS distinguishes.
public enum ValidityFault: Sendable, Hashable {
  /// Edges of one ring or of two cross, or lie on each other.
  case selfIntersection
  /// A ring touches itself: at a point, or where it runs back over itself.
  case ringSelfIntersection
  /// A hole is not inside the exterior of its polygon.
  case holeOutsideShell
  /// A hole is inside another hole of its polygon.
  case nestedHoles
  /// Rings that touch at points cut the interior of a polygon into parts.
  case disconnectedInterior
  /// The exterior of a polygon is inside another polygon of the area.
  case nestedShells
  /// A ring has fewer than three different vertices.
  case tooFewPoints
  /// A polygon has the same ring twice.
  case duplicatedRings
  /// A ring does not end where it begins.
  case ringNotClosed
  /// A coordinate is not a finite number.
  case invalidCoordinate
  /// Something else, in the words of whoever found it.
  case other(String)
}

extension ValidityFault: CustomStringConvertible {
  /// The fault in words.
  public var description: String {
    switch self {
    case .selfIntersection: "self-intersection"
    case .ringSelfIntersection: "ring self-intersection"
    case .holeOutsideShell: "hole outside its polygon"
    case .nestedHoles: "hole inside another hole"
    case .disconnectedInterior: "disconnected interior"
    case .nestedShells: "polygon inside another polygon"
    case .tooFewPoints: "too few points"
    case .duplicatedRings: "the same ring twice"
    case .ringNotClosed: "ring not closed"
    case .invalidCoordinate: "invalid coordinate"
    case .other(let words): words
    }
  }
}
