#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes two layers of any size that overlap like national ones, to see how time grows with the vertices:
///
///     growth-layers SIDE FINE.geojson COARSE.geojson
///
/// The fine layer is a board of SIDE x SIDE areas with wriggling borders of 32 segments per side, the coarse one
/// consists of 2 x 2 of them each. Their borders coincide, except for one side in twenty. About 192 SIDE^2
/// vertices.
@main
struct GrowthLayers {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let side = Int(arguments[1]), side >= 2, side % 2 == 0 else {
      print("usage: growth-layers SIDE FINE.geojson COARSE.geojson   (SIDE even)")
      exit(64)
    }
    var vertices = 0
    for (path, block, salt) in [(arguments[2], 1, UInt64(0)), (arguments[3], 2, 1)] {
      guard let file = fopen(path, "w") else {
        print("growth-layers: \(path) cannot be written")
        exit(73)
      }
      vertices += write(Board(side: side, block: block, salt: salt), to: file)
      guard fclose(file) == 0 else {
        print("growth-layers: \(path) could not be written whole")
        exit(74)
      }
    }
    print(vertices)
  }

  /// Writes a layer and returns the number of its vertices.
  private static func write(_ board: Board, to file: UnsafeMutablePointer<FILE>) -> Int {
    var vertices = 0
    fputs("{\"type\":\"FeatureCollection\",\"features\":[\n", file)
    for row in stride(from: 0, to: board.side, by: board.block) {
      for column in stride(from: 0, to: board.side, by: board.block) {
        let ring = board.ring(column, row)
        vertices += ring.count
        let positions = ring.map { "[\(degrees($0.x)),\(degrees($0.y))]" }.joined(separator: ",")
        fputs(
          (row + column > 0 ? ",\n" : "")
            + "{\"type\":\"Feature\",\"properties\":{\"code\":\"\(row)-\(column)\"},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[[\(positions)]]}}", file)
      }
    }
    fputs("]}\n", file)
    return vertices
  }

  /// A number of 10^-7 degrees in degrees.
  private static func degrees(_ value: Int) -> String {
    let digits = String(value.magnitude % 10_000_000)
    return "\(value < 0 ? "-" : "")\(value.magnitude / 10_000_000)."
      + String(repeating: "0", count: 7 - digits.count) + digits
  }
}

/// A board of squares with wriggling sides, in 10^-7 degrees.
struct Board {
  /// A position.
  struct Point {
    var x: Int
    var y: Int
  }

  /// The squares along each side of the board.
  let side: Int
  /// How many of them along each side make one area.
  let block: Int
  /// Distinguishes the layers where their sides differ.
  let salt: UInt64

  /// The closed ring, counter-clockwise, of the area whose lower left square is given.
  func ring(_ column: Int, _ row: Int) -> [Point] {
    var ring: [Point] = []
    for step in 0..<block { ring += border(from: (column + step, row), isRight: true) }
    for step in 0..<block { ring += border(from: (column + block, row + step), isRight: false) }
    for step in 0..<block {
      ring += border(from: (column + block - 1 - step, row + block), isRight: true, isReversed: true)
    }
    for step in 0..<block {
      ring += border(from: (column, row + block - 1 - step), isRight: false, isReversed: true)
    }
    return ring + ring.prefix(1)
  }

  /// The points of one side of a square but the last, from a corner to the right or upwards, or back to it.
  private func border(from corner: (Int, Int), isRight: Bool, isReversed: Bool = false) -> [Point] {
    var key = mix(UInt64(corner.0) << 33 | UInt64(corner.1) << 1 | (isRight ? 1 : 0))
    if key % 20 == 0 { key = mix(key ^ salt) }
    let end = isRight ? (corner.0 + 1, corner.1) : (corner.0, corner.1 + 1)
    var points = [point(corner), point(end)]
    // The middle of every segment moves sideways by up to a twelfth of its length, five times over.
    for _ in 0..<5 {
      var finer: [Point] = []
      for (a, b) in zip(points, points.dropFirst()) {
        key = mix(key)
        let part = Double(Int64(bitPattern: key) >> 40) / Double(1 << 23) / 12
        finer.append(a)
        finer.append(
          Point(
            x: (a.x + b.x) / 2 - Int(Double(b.y - a.y) * part),
            y: (a.y + b.y) / 2 + Int(Double(b.x - a.x) * part)))
      }
      points = finer + [points[points.count - 1]]
    }
    return isReversed ? points.reversed().dropLast() : points.dropLast()
  }

  /// A corner on the map of England.
  private func point(_ corner: (Int, Int)) -> Point {
    Point(x: -50_000_000 + corner.0 * 60_000_000 / side, y: 500_000_000 + corner.1 * 50_000_000 / side)
  }

  /// A step of SplitMix64 (Steele et al. 2014).
  private func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
