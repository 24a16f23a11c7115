/// How far a border, or a part of one, agrees with the border of another layer.
public struct BorderAgreement: Sendable, Equatable {
  /// The length in metres.
  public private(set) var length = 0.0
  /// The length that both layers draw in the same place, up to the rounding of coordinates to the grid.
  public private(set) var sharedLength = 0.0
  /// The length within the distance asked for of the other border.
  public private(set) var withinLength = 0.0
  /// The integral of the distance from the other border along this one, in m2; nil where there is no other.
  private var integral: Double? = 0
  /// Where it is furthest from the other border; nil where either border is missing.
  public private(set) var furthest: Furthest?

  /// A place that is as far from the other border as any.
  public struct Furthest: Sendable, Equatable {
    /// How far, in metres: the directed Hausdorff distance from this border to the other.
    public let distance: Double
    /// Where, in metres of the working reference system.
    public let place: Coordinate
    /// The positions of the areas whose border it is, ascending.
    public let areas: [Int]
  }

  /// The part of the length within the distance asked for (Goodchild and Hunter 1997); nil where there is no length.
  public var withinShare: Double? { length > 0 ? min(1, withinLength / length) : nil }
  /// The part that both layers draw in the same place; nil where there is no length.
  public var sharedShare: Double? { length > 0 ? min(1, sharedLength / length) : nil }
  /// The mean distance from the other border, over the length; nil where either border is missing.
  public var meanDisplacement: Double? { length > 0 ? integral.map { $0 / length } : nil }

  /// Nothing yet.
  init() {}

  /// Adds a segment. Where it is furthest from the other border is asked for only if nothing before was as far.
  mutating func add(_ edge: EdgeDisplacement, furthest there: () -> Furthest) {
    length += edge.length
    sharedLength += edge.shared
    withinLength += edge.within
    integral = integral.map { $0 + edge.integral }
    if edge.largest > furthest?.distance ?? -1 {
      furthest = there()
    }
  }

  /// Adds a segment where there is no other border.
  mutating func add(lengthAlone length: Double) {
    self.length += length
    integral = nil
  }
}
