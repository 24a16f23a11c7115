/// The length of segment for which half of the whole length of a layer's boundaries lies in longer ones.
///
/// Found without sorting all segments: they are counted in classes of one part in 256, and only the class in
/// the middle is sorted. Lengths are added up in whole tenths of millimetres, so that the result does not
/// depend on the order of the features.
struct LengthWeightedMedian {
  /// The length in metres; 0 where there are no segments.
  private(set) var length = 0.0

  init(of geometry: MultiPolygonArray) {
    var sums = [UInt64](repeating: 0, count: Self.classes)
    var total: UInt64 = 0
    Self.forEachLength(geometry) { length in
      let weight = Self.weight(length)
      sums[Self.place(length)] &+= weight
      total &+= weight
    }
    let half = total - total / 2
    var below: UInt64 = 0
    var middle = 0
    while middle < Self.classes - 1, below &+ sums[middle] < half || sums[middle] == 0 {
      below &+= sums[middle]
      middle += 1
    }
    var candidates: [Double] = []
    Self.forEachLength(geometry) { if Self.place($0) == middle { candidates.append($0) } }
    candidates.sort()
    for candidate in candidates {
      length = candidate
      below &+= Self.weight(candidate)
      if below >= half { return }
    }
  }

  /// Sums wrap after a hundred million segments of the largest weight, which no layer has.
  private static func weight(_ length: Double) -> UInt64 {
    UInt64((Swift.min(length, 1e7) * 1e4).rounded())
  }

  /// 256 classes for every doubling from a micrometre up: the upper bits of the number itself.
  private static let classes = 64 << 8
  private static let firstClass = 1e-6.bitPattern >> 44

  private static func place(_ length: Double) -> Int {
    let bits = length.bitPattern >> 44
    return bits <= firstClass ? 0 : Swift.min(classes - 1, Int(bits - firstClass))
  }

  /// The segments of a length other than 0.
  private static func forEachLength(_ geometry: MultiPolygonArray, _ body: (Double) -> Void) {
    geometry.coordinates.withUnsafeBufferPointer { coordinates in
      for ring in 0..<geometry.ringCount {
        let vertices = geometry.vertices(of: ring)
        for index in vertices.dropLast() {
          let (a, b) = (coordinates[index], coordinates[index + 1])
          let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
          if length > 0, length.isFinite { body(length) }
        }
      }
    }
  }
}
