/// The mass of the intersection of one A area with one B area.
package struct PairMass: Sendable, Equatable {
  /// The index of the A area.
  package let a: Int
  /// The index of the B area.
  package let b: Int
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
  /// Reads the final integrals of a pair: nil when the intersection has no area.
  init?(_ pair: PairIntegrals, grid: IntegerGrid) throws(FootprintsError) {
    let length = max(0, pair.length)
    // Every crossing rounds by at most 2^-20 square units: 2^32 of them reach 2^12 units, less than a square millimetre.
    let doubt: Int128 = 1 << 32
    guard pair.balance == 0, pair.area >= -doubt else {
      throw FootprintsError(
        .fault, "the sums for areas \(pair.a) and \(pair.b) do not close",
        remedy: "Unless one of the two is invalid, please report this with both layers.")
    }
    guard pair.area > 0 else { return nil }
    a = Int(pair.a)
    b = Int(pair.b)
    area = grid.squareMetres(pair.area, fractionBits: CrossingPoint.fractionBits)
    perimeter = length.double * .power(-grid.unitBits - BoundaryIntegrals.lengthFractionBits)
    centroid = Self.centroid(pair, grid)
  }

  private static func centroid(_ pair: PairIntegrals, _ grid: IntegerGrid) -> Coordinate {
    let vertex = grid.coordinate(pair.vertex)
    let whole = pair.area >> Int128(CrossingPoint.fractionBits)
    guard whole > 0 else { return vertex }
    let fraction = pair.area - whole << Int128(CrossingPoint.fractionBits)
    // Seen from a vertex of the intersection, coordinates are below 2^41 and the area below 2^82, so that
    // six times the moment is below 2^126, whatever the sum seen from the origin has lost above 2^128.
    func fromVertex(_ moment: Int128, _ vertex: Int64) -> Double {
      let seen =
        moment &- 3 &* Int128(vertex) &* whole
        &- (3 &* Int128(vertex) &* fraction) >> Int128(CrossingPoint.fractionBits)
      return seen.double
    }
    let scale = 1 / (3 * pair.area.double * .power(-CrossingPoint.fractionBits) * grid.unitsPerMetre)
    return Coordinate(
      vertex.x + fromVertex(pair.momentX, pair.vertex.x) * scale,
      vertex.y + fromVertex(pair.momentY, pair.vertex.y) * scale)
  }

}

extension IntegerGrid {
  /// Square metres from twice an area in square units.
  func squareMetres(_ doubleArea: Int128, fractionBits: Int = 0) -> Double {
    doubleArea.double * .power(-1 - 2 * unitBits - fractionBits)
  }
}

extension Double {
  /// A power of two.
  fileprivate static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
