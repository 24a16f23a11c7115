/// The grid that areas are rounded to, and the finer one on which they are held until then.
///
/// A pixel is the square of one unit around a grid point that belongs to it: its left and lower sides do, the others
/// do not, so that every position lies in exactly one. Positions are held as multiples of a small binary part of the
/// unit, at most 2^51 in magnitude: every coordinate and every difference of two is an integer that a Double holds
/// exactly.
struct PixelGrid: Sendable {
  /// Units in one of what the coordinates are measured in.
  let unitsPerOne: Double
  /// The binary digits of a position below the unit: 3 to 20.
  let fractionBits: Int64
  /// Fixed-point steps in one of what the coordinates are measured in.
  private let stepsPerOne: Double

  /// The finest grid for coordinates of up to a magnitude; nil where they are too large or not finite.
  init?(unitsPerOne: Double, magnitude: Double) {
    let units = magnitude * unitsPerOne
    guard units <= 0x1p45, unitsPerOne > 0 else { return nil }
    self.unitsPerOne = unitsPerOne
    // One unit more than the largest is still below the bound.
    fractionBits = Int64(min(20, 50 - Int64(max(1, units.rounded(.up))).bits))
    stepsPerOne = unitsPerOne * Double(Int64(1) << fractionBits)
  }

  /// Half a unit in steps.
  @inline(__always)
  var half: Int64 { 1 &<< (fractionBits &- 1) }

  /// The position nearest to a coordinate.
  @inline(__always)
  func position(_ coordinate: Coordinate) -> GridPoint {
    GridPoint(x: Self.nearest(coordinate.x * stepsPerOne), y: Self.nearest(coordinate.y * stepsPerOne))
  }

  /// The integer nearest to a number of at most 2^51 in magnitude, ties to even.
  @inline(__always)
  private static func nearest(_ value: Double) -> Int64 {
    // Doubles from 2^52 to 2^53 are the integers, in order: the addition rounds, and the bits count.
    let shift = 0x1.8p52
    return Int64(bitPattern: (value + shift).bitPattern) &- Int64(bitPattern: shift.bitPattern)
  }

  /// The pixel that a position lies in.
  @inline(__always)
  func pixel(_ position: GridPoint) -> GridPoint {
    GridPoint(x: (position.x &+ half) &>> fractionBits, y: (position.y &+ half) &>> fractionBits)
  }

  /// The centre of a pixel.
  @inline(__always)
  func centre(_ pixel: GridPoint) -> GridPoint {
    GridPoint(x: pixel.x &<< fractionBits, y: pixel.y &<< fractionBits)
  }

  /// The coordinate of the centre of a pixel, rounded to the nearest Double.
  @inline(__always)
  func coordinate(_ pixel: GridPoint) -> Coordinate {
    Coordinate(Double(pixel.x) / unitsPerOne, Double(pixel.y) / unitsPerOne)
  }
}

extension Int64 {
  /// How many binary digits a positive number has.
  fileprivate var bits: Int64 { Int64(Int64.bitWidth - leadingZeroBitCount) }
}
