/// Area, first moments and length as integrals along a boundary (Green's theorem): what an edge adds to each, or
/// what many edges add. Areas are held doubled, moments six times their size.
///
/// All are integers and all arithmetic is modulo 2^128. That is exact whenever the final value fits, however
/// far a partial sum strays: the area of what coordinates up to 2^40 can enclose is below 2^83 square
/// units, with the 20 binary digits of a crossing point below 2^103; the moments of an intersection are
/// moved to its own middle before they are read, where they are below 2^126.
struct BoundaryIntegrals: Sendable {
  /// The sum of cross(p, q).
  var area: Int128 = 0
  /// The sum of (p.x + q.x) cross(p, q).
  var momentX: Int128 = 0
  /// The sum of (p.y + q.y) cross(p, q).
  var momentY: Int128 = 0
  /// The sum of the lengths, in units of 2^-8 grid units, each rounded.
  var length: Int128 = 0

  static let lengthFractionBits = 8

  /// Adds the edge p -> q.
  @inline(__always)
  mutating func add(_ p: GridPoint, _ q: GridPoint) {
    let term = Self.cross(p, q)
    area &+= term
    momentX &+= Int128(p.x &+ q.x) &* term
    momentY &+= Int128(p.y &+ q.y) &* term
    length &+= Int128(Self.length(p, q))
  }

  /// Adds those along another part of the boundary.
  @inline(__always)
  mutating func add(_ other: BoundaryIntegrals) {
    area &+= other.area
    momentX &+= other.momentX
    momentY &+= other.momentY
    length &+= other.length
  }

  /// Subtracts those along another part of the boundary.
  @inline(__always)
  mutating func subtract(_ other: BoundaryIntegrals) {
    area &-= other.area
    momentX &-= other.momentX
    momentY &-= other.momentY
    length &-= other.length
  }

  /// cross(p, q), below 2^81.
  @inline(__always)
  static func cross(_ p: GridPoint, _ q: GridPoint) -> Int128 {
    Int128(p.x) &* Int128(q.y) &- Int128(p.y) &* Int128(q.x)
  }

  /// The length of an edge in 2^-8 grid units; the same in both directions.
  @inline(__always)
  static func length(_ p: GridPoint, _ q: GridPoint) -> Int64 {
    let dx = Double(q.x &- p.x)
    let dy = Double(q.y &- p.y)
    // At most 2^41.5 * 2^8.
    return Int64((dx * dx + dy * dy).squareRoot() * 0x1p8 + 0.5)
  }

  /// The length from a vertex to a crossing point in 2^-8 grid units.
  @inline(__always)
  static func length(_ p: GridPoint, _ c: CrossingPoint) -> Int64 {
    let from = CrossingPoint(p)
    let dx = Double(c.x &- from.x)
    let dy = Double(c.y &- from.y)
    // The differences are in 2^-20 units: 2^12 of them make a 2^-8 unit.
    return Int64((dx * dx + dy * dy).squareRoot() * 0x1p-12 + 0.5)
  }

  /// Adds the area and moments of the path from r over a crossing point to p. It is the edge r -> p and
  /// the triangle r, c, p, whose moments are its area times the sum of its corners; what of the area
  /// is less than a square unit goes to `fraction`, in 2^-20 square units.
  @inline(__always)
  mutating func addPath(from r: GridPoint, over crossing: Crossing, to p: GridPoint, fraction: inout Int128) {
    let bits = Int128(CrossingPoint.fractionBits)
    let term = Self.cross(r, p)
    momentX &+= Int128(r.x &+ p.x) &* term
    momentY &+= Int128(r.y &+ p.y) &* term
    area &+= term
    if crossing.triangle == 0 { return }
    let whole = crossing.triangle &>> bits
    fraction = crossing.triangle &- whole &<< bits
    area &+= whole
    // In 2^-20 units; the sum of three coordinates is below 2^62, split so that no product is shifted
    // after it has lost bits above 2^128: only whole * (sum >> 20) may.
    let sumX = (r.x &+ p.x) &<< Int64(CrossingPoint.fractionBits) &+ crossing.point.x
    let sumY = (r.y &+ p.y) &<< Int64(CrossingPoint.fractionBits) &+ crossing.point.y
    momentX &+= Self.product(whole, fraction, sumX)
    momentY &+= Self.product(whole, fraction, sumY)
  }

  /// (whole + fraction 2^-20) times (sum 2^-20), rounded down twice.
  @inline(__always)
  private static func product(_ whole: Int128, _ fraction: Int128, _ sum: Int64) -> Int128 {
    let bits = Int128(CrossingPoint.fractionBits)
    let units = sum &>> Int64(CrossingPoint.fractionBits)
    let rest = sum &- units &<< Int64(CrossingPoint.fractionBits)
    // |whole| < 2^84, rest and fraction < 2^20, |units| < 2^42.
    return whole &* Int128(units) &+ (whole &* Int128(rest) &+ fraction &* Int128(units)) &>> bits
  }
}
