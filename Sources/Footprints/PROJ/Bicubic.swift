/// A pair of polynomials of degree 3 in each of two variables: both coordinates of a position at once.
///
/// A value without a buffer of its own, so that the loop over the vertices of a cell reads it from the stack.
struct Bicubic: Sendable {
  /// The cubics in t that are the coefficients of u^0 ... u^3.
  private let rows: (Cubic, Cubic, Cubic, Cubic)

  /// Nothing but 0.
  static let zero = Bicubic(through: Array(repeating: .zero, count: 16))

  /// The polynomial through 4 x 4 values at -1, 0, 1 and 2 in either direction, row by row (Lagrange).
  init(through values: [SIMD2<Double>]) {
    func row(_ first: Int) -> Cubic {
      Cubic(through: values[first], values[first + 1], values[first + 2], values[first + 3])
    }
    let (r0, r1, r2, r3) = (row(0), row(4), row(8), row(12))
    let a = Cubic(through: r0.a, r1.a, r2.a, r3.a)
    let b = Cubic(through: r0.b, r1.b, r2.b, r3.b)
    let c = Cubic(through: r0.c, r1.c, r2.c, r3.c)
    let d = Cubic(through: r0.d, r1.d, r2.d, r3.d)
    rows = (
      Cubic(a: a.a, b: b.a, c: c.a, d: d.a), Cubic(a: a.b, b: b.b, c: c.b, d: d.b),
      Cubic(a: a.c, b: b.c, c: c.c, d: d.c), Cubic(a: a.d, b: b.d, c: c.d, d: d.d)
    )
  }

  /// The values at (t, u), which lie within 0...1, by Horner's rule in t and then in u.
  @inline(__always)
  func callAsFunction(_ t: Double, _ u: Double) -> SIMD2<Double> {
    Cubic(a: rows.0(t), b: rows.1(t), c: rows.2(t), d: rows.3(t))(u)
  }
}

/// A pair of polynomials of degree 3 in one variable.
private struct Cubic {
  /// The coefficients of the powers 0 ... 3.
  let a, b, c, d: SIMD2<Double>

  init(a: SIMD2<Double>, b: SIMD2<Double>, c: SIMD2<Double>, d: SIMD2<Double>) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// The one through four values at -1, 0, 1 and 2.
  init(through a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>) {
    self.a = b
    self.b = c - a / 3 - b / 2 - d / 6
    self.c = (a + c) / 2 - b
    self.d = (b - c) / 2 + (d - a) / 6
  }

  @inline(__always)
  func callAsFunction(_ variable: Double) -> SIMD2<Double> {
    let t = SIMD2(repeating: variable)
    var value: SIMD2<Double> = d * t + c
    value = value * t + b
    return value * t + a
  }
}
