/// Where the A edge p -> q and the B edge r -> s cross at a point c.
struct Crossing {
  /// The point c; a vertex exactly, where the edges cross in one.
  let point: CrossingPoint
  /// Twice the signed area of the triangle r, c, p in 2^-20 square units: exact where c is a vertex,
  /// else rounded, by less than 10^-16 m2 however long the edges are. With t = side(p) / (side(p) - side(q)),
  /// the place of c on the A edge, it is -t side(r).
  let triangle: Int128

  @inline(__always)
  private init(point: CrossingPoint, triangle: Int128) {
    self.point = point
    self.triangle = triangle
  }

  /// The crossing of edges whose sides are below 2^63.
  @inline(__always)
  init(near sides: Sides<Int64>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) {
    if let vertex = Vertex(sides) {
      self.init(vertex, side: { Int128($0) }, sides, p, q, r, s)
      return
    }
    let fromP = sides.p.magnitude
    let fromQ = sides.q.magnitude
    let point = CrossingPoint(from: p, q, r, s, weights: Double(fromP), Double(fromQ))
    // fromP and |side(r)| are below 2^63, their product below 2^126.
    let product = UInt128(fromP) &* UInt128(sides.r.magnitude)
    let whole = UInt128(fromP &+ fromQ)
    let size: UInt128
    if product < 1 << 107 {
      size = (product << 20 &+ whole >> 1) / whole
    } else {
      // The quotient is below |side(r)|, the remainder below 2^64.
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: whole)
      size = quotient << 20 &+ (remainder << 20 &+ whole >> 1) / whole
    }
    self.init(point: point, triangle: sides.r > 0 ? -Int128(size) : Int128(size))
  }

  /// The crossing of edges whose sides are below 2^83.
  init(far sides: Sides<Int128>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) {
    if let vertex = Vertex(sides) {
      self.init(vertex, side: { $0 }, sides, p, q, r, s)
      return
    }
    let fromP = sides.p.magnitude
    let whole = fromP + sides.q.magnitude
    let point = CrossingPoint(from: p, q, r, s, exactly: fromP, of: whole)
    // 2^83 * 2^20 * 2^83 / 2^83: the quotient is below 2^103.
    let size = Self.quotient(fromP, sides.r.magnitude << 20, whole)
    self.init(point: point, triangle: sides.r > 0 ? -Int128(size) : Int128(size))
  }

  /// The end of an edge that lies on the other edge.
  private enum Vertex {
    case p, q, r, s

    @inline(__always)
    init?<Value>(_ sides: Sides<Value>) {
      if sides.p == 0 {
        self = .p
      } else if sides.q == 0 {
        self = .q
      } else if sides.r == 0 {
        self = .r
      } else if sides.s == 0 {
        self = .s
      } else {
        return nil
      }
    }
  }

  /// A crossing in a vertex: triangles r, p, p and r, q, p and r, r, p and r, s, p.
  @inline(__always)
  private init<Value>(
    _ vertex: Vertex, side: (Value) -> Int128, _ sides: Sides<Value>, _ p: GridPoint, _ q: GridPoint,
    _ r: GridPoint, _ s: GridPoint
  ) {
    let fractionBits = Int128(CrossingPoint.fractionBits)
    switch vertex {
    case .p: self.init(point: CrossingPoint(p), triangle: 0)
    case .q: self.init(point: CrossingPoint(q), triangle: -side(sides.r) << fractionBits)
    case .r: self.init(point: CrossingPoint(r), triangle: 0)
    case .s: self.init(point: CrossingPoint(s), triangle: side(sides.p) << fractionBits)
    }
  }

  /// m n / d, rounded to the nearest. Precondition: m <= d, so that the quotient fits.
  static func quotient(_ m: UInt128, _ n: UInt128, _ d: UInt128) -> UInt128 {
    let product = m.multipliedFullWidth(by: n)
    let (quotient, remainder) = d.dividingFullWidth(product)
    return remainder >= d - remainder ? quotient + 1 : quotient
  }
}
