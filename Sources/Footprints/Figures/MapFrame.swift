/// The part of the working plane that a map shows, and where its positions are on the screen.
public struct MapFrame: Sendable, Equatable {
  /// A position on the screen, in tenths of a pixel from the upper left corner.
  public struct Place: Sendable, Hashable {
    /// To the right.
    public var x: Int32
    /// Downwards.
    public var y: Int32

    /// Makes a position.
    public init(_ x: Int32, _ y: Int32) { (self.x, self.y) = (x, y) }
  }

  /// What is shown, in metres.
  public let box: Box
  /// The size on the screen, in tenths of a pixel.
  public let width, height: Int
  /// Tenths of a pixel a metre.
  public let scale: Double

  /// The frame around a box with some room on every side, in the proportions of the box as far as a page has room.
  ///
  /// Precondition: the box is not empty.
  public init(around box: Box, width: Int = 9000, tallest: Double = 1.1, widest: Double = 2.2) {
    let margin = max(100, 0.04 * max(box.max.x - box.min.x, box.max.y - box.min.y))
    var box = box.grown(by: margin)
    let (across, up) = (box.max.x - box.min.x, box.max.y - box.min.y)
    let tall = min(max(up, across / widest), across * tallest)
    // What is too tall for the page gets more room on both sides.
    let wide = max(across, up / tallest)
    let (x, y) = ((wide - across) / 2, (max(tall, up) - up) / 2)
    box = Box(
      min: Coordinate(box.min.x - x, box.min.y - y), max: Coordinate(box.max.x + x, box.max.y + y))
    self.box = box
    self.width = width
    scale = Double(width) / (box.max.x - box.min.x)
    height = Int(((box.max.y - box.min.y) * scale).rounded())
  }

  /// Where a position is on the screen.
  func place(_ position: Coordinate) -> Place {
    Place(Self.whole((position.x - box.min.x) * scale), Self.whole((box.max.y - position.y) * scale))
  }

  /// What is far outside of a small frame lies on the edge of what numbers can say.
  private static func whole(_ number: Double) -> Int32 {
    Int32(min(max(number.rounded(), -1e9), 1e9))
  }
}
