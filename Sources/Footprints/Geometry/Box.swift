/// An axis-parallel rectangle, closed on all sides; the empty box has its corners crossed over.
public struct Box: Sendable, Hashable {
  /// The smallest x and y.
  public var min: Coordinate
  /// The largest x and y.
  public var max: Coordinate

  /// The box that contains nothing and disappears in a union.
  public static let empty = Box(
    min: Coordinate(.infinity, .infinity), max: Coordinate(-.infinity, -.infinity))

  /// Makes a box from its corners.
  @inlinable
  public init(min: Coordinate, max: Coordinate) {
    self.min = min
    self.max = max
  }

  /// Whether the box contains no point at all.
  @inlinable
  public var isEmpty: Bool { !(min.x <= max.x && min.y <= max.y) }

  /// Grows the box to contain a position.
  @inlinable
  public mutating func extend(to c: Coordinate) {
    if c.x < min.x { min.x = c.x }
    if c.y < min.y { min.y = c.y }
    if c.x > max.x { max.x = c.x }
    if c.y > max.y { max.y = c.y }
  }

  /// Grows the box to contain another.
  @inlinable
  public mutating func extend(to other: Box) {
    extend(to: other.min)
    extend(to: other.max)
  }

  /// The box with a margin on every side.
  func grown(by margin: Double) -> Box {
    Box(
      min: Coordinate(min.x - margin, min.y - margin), max: Coordinate(max.x + margin, max.y + margin))
  }

  /// Whether the two boxes share at least a point.
  @inlinable
  public func intersects(_ other: Box) -> Bool {
    min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y && other.min.y <= max.y
  }

  /// The common part, empty when there is none.
  @inlinable
  public func intersection(_ other: Box) -> Box {
    Box(
      min: Coordinate(Swift.max(min.x, other.min.x), Swift.max(min.y, other.min.y)),
      max: Coordinate(Swift.min(max.x, other.max.x), Swift.min(max.y, other.max.y)))
  }
}
