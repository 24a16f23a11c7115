/// What a reader is given in one run: the parts of an input, such as .shp, .dbf, .prj and .cpg.
struct Input: Equatable {
  /// The bytes of each part, in the order of `Format.suffixes`.
  var parts: [[UInt8]]

  /// The parts in one piece, the lengths of all but the last in front: how an input is kept in a file.
  var blob: [UInt8] {
    var out: [UInt8] = []
    for part in parts.dropLast() {
      let length = UInt32(part.count)
      out += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: length >> $0) }
    }
    return parts.reduce(into: out) { $0 += $1 }
  }

  /// Takes any bytes apart; lengths beyond the end mean the rest.
  init(blob: [UInt8], parts count: Int) {
    let header = min(blob.count, 4 * (count - 1))
    var rest = blob[header...]
    parts = []
    for part in 0..<count {
      let at = 4 * part
      var length = rest.count
      if part < count - 1, at + 4 <= header {
        length = min(length, (0..<4).reduce(0) { $0 | Int(blob[at + $1]) << (8 * $1) })
      }
      parts.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
  }

  /// Keeps parts as they are.
  init(parts: [[UInt8]]) { self.parts = parts }
}
