/// The mass of the intersection of one X area with one Y area.
package struct PairMass: Sendable, Equatable {
  /// The index of the X area.
  package let x: Int
  /// The index of the Y area.
  package let y: Int
  /// The area in square metres, positive.
  package let area: Double
  /// The length of the intersection's boundary in metres, holes included. Where the two areas only touch
  /// they share no boundary of an intersection, and nothing is counted.
  package let perimeter: Double
  /// The centre of gravity in metres; for an intersection smaller than the grid a vertex of it.
  package let centroid: Coordinate

  /// The integrals of x and of y over the intersection, in cubic metres: sums of them divided by sums of areas
  /// are the centroid of several intersections together.
  package var firstMoments: Coordinate { Coordinate(centroid.x * area, centroid.y * area) }
}

extension PairMass {
  /// Reads the final sums of a pair: nil when the intersection has no area.
  init?(_ sum: PairSum, grid: IntegerGrid) throws(FootprintsError) {
    let length = max(0, sum.length)
    // Every crossing rounds by at most 2^-20 square units: 2^32 of them reach 2^12 units, less than a square millimetre.
    let doubt: Int128 = 1 << 32
    guard sum.balance == 0, sum.area >= -doubt else {
      throw FootprintsError(
        .fault, "the sums for areas \(sum.x) and \(sum.y) do not close",
        remedy: "Unless one of the two is invalid, please report this with both layers.")
    }
    guard sum.area > 0 else { return nil }
    x = Int(sum.x)
    y = Int(sum.y)
    area = grid.squareMetres(sum.area, fractionBits: CrossingPoint.fractionBits)
    perimeter = length.double * .power(-grid.unitBits - EdgeSums.lengthFractionBits)
    centroid = Self.centroid(sum, grid)
  }

  private static func centroid(_ sum: PairSum, _ grid: IntegerGrid) -> Coordinate {
    let vertex = grid.coordinate(sum.vertex)
    let whole = sum.area >> Int128(CrossingPoint.fractionBits)
    guard whole > 0 else { return vertex }
    let fraction = sum.area - whole << Int128(CrossingPoint.fractionBits)
    // Seen from a vertex of the intersection, coordinates are below 2^41 and the area below 2^82, so that
    // six times the moment is below 2^126, whatever the sum seen from the origin has lost above 2^128.
    func fromVertex(_ moment: Int128, _ vertex: Int64) -> Double {
      let seen =
        moment &- 3 &* Int128(vertex) &* whole
        &- (3 &* Int128(vertex) &* fraction) >> Int128(CrossingPoint.fractionBits)
      return seen.double
    }
    let scale = 1 / (3 * sum.area.double * .power(-CrossingPoint.fractionBits) * grid.unitsPerMetre)
    return Coordinate(
      vertex.x + fromVertex(sum.momentX, sum.vertex.x) * scale,
      vertex.y + fromVertex(sum.momentY, sum.vertex.y) * scale)
  }

}

extension IntegerGrid {
  /// Square metres from twice an area in square units.
  func squareMetres(_ doubleArea: Int128, fractionBits: Int = 0) -> Double {
    doubleArea.double * .power(-1 - 2 * unitBits - fractionBits)
  }
}

extension Int128 {
  /// The value as a Double, exactly if it has at most 53 significant digits, else within two of the last.
  fileprivate var double: Double {
    // The library's generic conversion takes longer than the rest of a pair.
    let double =
      Double(UInt64(truncatingIfNeeded: magnitude >> 64)) * 0x1p64
      + Double(UInt64(truncatingIfNeeded: magnitude))
    return self < 0 ? -double : double
  }
}

extension Double {
  /// A power of two.
  fileprivate static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
