/// Reads positions as programs print them, such as `[ -1.2345678, 50.125 ]`, one after the other: nearly all of
/// every file, in half the time that it takes to ask for one token after the other.
///
/// Spaces and signs are nearly always where they were in the position before. This is presumed, and
/// checked afterwards: so the processor reads on without waiting for one part to know where the next begins.
struct PlainPositions: Sendable {
  /// The number of spaces, 0 or 1, within the brackets.
  private var inside = 1
  /// The number of spaces, 0 or 1, after a comma.
  private var between = 1
  /// The number of minus signs, 0 or 1, of the first number.
  private var xSign = 0
  /// The number of minus signs, 0 or 1, of the second number.
  private var ySign = 0

  /// The most bytes that are looked at for a position: two numbers, brackets, commas and spaces.
  private static let reach = 2 * PlainNumber.reach + 12
  /// How many are collected before they are added, which is a fifth faster than adding each alone.
  private static let batch = 64

  /// Consumes positions as long as each has a comma before it and is plain, and adds them to the ring being
  /// built. Anything else is left to the thorough method, and so is the end of the text.
  @inline(__always)
  mutating func read(_ json: inout JSONScanner, into geometry: inout some PositionBuffer) {
    withUnsafeTemporaryAllocation(of: Coordinate.self, capacity: Self.batch) { run in
      var count = 0
      var place = json.at
      while json.end - place >= Self.reach, place[0] == 0x2C {
        var p = place + 1
        var position = plain(&p)
        if position == nil {
          p = place + 1
          presume(p)
          position = plain(&p)
        }
        guard let position else { break }
        run.initializeElement(at: count, to: position)
        place = p
        count += 1
        if count == Self.batch {
          geometry.append(contentsOf: UnsafeBufferPointer(run))
          count = 0
        }
      }
      json.at = place
      geometry.append(contentsOf: UnsafeBufferPointer(rebasing: run[..<count]))
    }
  }

  /// The position at `p`, which is moved past it; nil, with `p` anywhere, for any that is not as presumed.
  @inline(__always)
  private func plain(_ p: inout UnsafePointer<UInt8>) -> Coordinate? {
    guard between == 0 || p[0] == 0x20 else { return nil }
    p += between
    guard p[0] == 0x5B, inside == 0 || p[1] == 0x20 else { return nil }
    p += 1 + inside
    guard let x = PlainNumber(&p, sign: xSign), p[0] == 0x2C, between == 0 || p[1] == 0x20 else { return nil }
    p += 1 + between
    guard let y = PlainNumber(&p, sign: ySign), inside == 0 || p[0] == 0x20 else { return nil }
    p += inside
    guard p[0] == 0x5D, let position = PlainNumber.position(x, y) else { return nil }
    p += 1
    return position
  }

  /// Presumes what holds for the position at `place`, should it be a plain one.
  @inline(never)
  private mutating func presume(_ place: UnsafePointer<UInt8>) {
    between = place[0] == 0x20 ? 1 : 0
    var p = place + between + 1
    inside = p[0] == 0x20 ? 1 : 0
    p += inside
    xSign = p[0] == 0x2D ? 1 : 0
    let first = p
    while p - first < PlainNumber.reach, p[0] != 0x2C { p += 1 }
    ySign = p[1 + between] == 0x2D ? 1 : 0
  }
}

/// Takes positions as they are read.
protocol PositionBuffer {
  /// Adds positions at the end.
  mutating func append(contentsOf positions: UnsafeBufferPointer<Coordinate>)
}

extension MultiPolygonArray: PositionBuffer {}
