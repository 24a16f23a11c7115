/// The segment length such that half of the total length of a layer's boundaries lies in longer segments.
///
/// Found without sorting all segments: they are counted in classes of one part in 256, and only the class in
/// the middle is sorted. Lengths are added up in whole tenths of millimetres, so that the result does not
/// depend on the order of the features.
struct LengthWeightedMedian {
  /// The length in metres; 0 where there are no segments.
  private(set) var length = 0.0

  init(of geometry: MultiPolygonArray, jobs: Int = 1) {
    let runs = Self.runs(of: geometry)
    func each<Result: Sendable>(_ body: @escaping @Sendable (Range<Int>) -> Result) -> [Result] {
      // The closure never throws, so neither does this.
      (try? parallelMap(count: runs.count, jobs: jobs) { body(runs[$0]) }) ?? []
    }
    var sums = [UInt64](repeating: 0, count: Self.classes)
    for part in each({ Self.classSums(geometry, $0) }) {
      for index in sums.indices { sums[index] &+= part[index] }
    }
    let total = sums.reduce(0, &+)
    let half = total - total / 2
    var below: UInt64 = 0
    var middle = 0
    while middle < Self.classes - 1, below &+ sums[middle] < half || sums[middle] == 0 {
      below &+= sums[middle]
      middle += 1
    }
    let wanted = Class(middle)
    let candidates = each { rings in
      var found: [Double] = []
      Self.forEachSquare(geometry, rings) { square in
        guard wanted.mayContain(square) else { return }
        let length = square.squareRoot()
        if Self.place(length) == wanted.place, length > 0, length.isFinite { found.append(length) }
      }
      return found
    }.joined().sorted()
    for candidate in candidates {
      length = candidate
      below &+= Self.weight(candidate)
      if below >= half { return }
    }
  }

  private static func classSums(_ geometry: MultiPolygonArray, _ rings: Range<Int>) -> [UInt64] {
    var sums = [UInt64](repeating: 0, count: classes)
    sums.withUnsafeMutableBufferPointer { sums in
      forEachSquare(geometry, rings) { square in
        let length = square.squareRoot()
        if length > 0, length.isFinite { sums[place(length)] &+= weight(length) }
      }
    }
    return sums
  }

  /// Runs of rings of about a hundred thousand vertices.
  private static func runs(of geometry: MultiPolygonArray) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var first = 0
    for ring in 0..<geometry.ringCount
    where geometry.ringOffsets[ring + 1] - geometry.ringOffsets[first] >= 100_000
      || ring == geometry.ringCount - 1
    {
      runs.append(first..<ring + 1)
      first = ring + 1
    }
    return runs
  }

  /// Sums wrap after a hundred million segments of the largest weight, which no layer has.
  @inline(__always)
  private static func weight(_ length: Double) -> UInt64 {
    let tenths = Swift.min(length, 1e7) * 1e4
    // What `rounded()` does, without a call where the processor's own instruction cannot be presumed.
    let whole = Int64(tenths)
    return UInt64(bitPattern: whole) &+ (tenths - Double(whole) >= 0.5 ? 1 : 0)
  }

  /// 256 classes for every doubling from a micrometre up: the upper bits of the number itself.
  private static let classes = 64 << 8
  private static let firstClass = 1e-6.bitPattern >> 44

  @inline(__always)
  private static func place(_ length: Double) -> Int {
    let bits = length.bitPattern >> 44
    return bits <= firstClass ? 0 : Swift.min(classes - 1, Int(bits - firstClass))
  }

  /// A class with the bounds of the squares of its lengths, so that square roots are taken of few other lengths.
  private struct Class {
    let place: Int
    /// Bits of numbers that are not negative are in the order of the numbers.
    private let leastSquare: UInt64
    private let span: UInt64

    init(_ place: Int) {
      self.place = place
      let least = Double(bitPattern: (firstClass + UInt64(place)) << 44)
      let next = Double(bitPattern: (firstClass + UInt64(place) + 1) << 44)
      // Wider than any rounding.
      leastSquare = place == 0 ? 0 : (least * least * 0.999).bitPattern
      span = (place == classes - 1 ? .infinity : next * next * 1.001).bitPattern - leastSquare
    }

    /// One comparison, not two: which side of the class a length is on cannot be predicted.
    @inline(__always)
    func mayContain(_ square: Double) -> Bool { square.bitPattern &- leastSquare <= span }
  }

  /// The squares of the lengths of all segments.
  @inline(__always)
  private static func forEachSquare(
    _ geometry: MultiPolygonArray, _ rings: Range<Int>, _ body: (Double) -> Void
  ) {
    geometry.coordinates.withUnsafeBufferPointer { coordinates in
      for ring in rings {
        for index in geometry.vertices(of: ring).dropLast() {
          let (a, b) = (coordinates[index], coordinates[index + 1])
          body((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y))
        }
      }
    }
  }
}
