/// Which ring of an area is meant.
public struct RingPlace: Sendable, Hashable {
  /// The index of the ring among all rings of the area.
  public let index: Int
  /// The index of its polygon in the area.
  public let polygon: Int
  /// The index of the hole among those of the polygon; nil for the exterior.
  public let hole: Int?
}

extension RingPlace: CustomStringConvertible {
  /// Counted from 1, as people do: "exterior of polygon 1".
  public var description: String {
    if let hole { return "hole \(hole + 1) of polygon \(polygon + 1)" }
    return "exterior of polygon \(polygon + 1)"
  }
}
