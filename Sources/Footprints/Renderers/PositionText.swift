/// Writes positions as JSON, digit by digit into bytes: a String for each number would take ten times as long.
enum PositionText {
  /// The most bytes that a position takes, with what separates it from the one before: ", [-360.0000000, -360.0000000]".
  static let longest = 30

  /// The text of positions, separated by commas, each rounded to seven decimals without the zeros at their end.
  static func text(_ positions: ArraySlice<Coordinate>) -> String {
    String(unsafeUninitializedCapacity: positions.count * longest) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      var end = start
      for (index, position) in zip(positions.indices, positions) {
        if index > positions.startIndex { put(", ", &end) }
        put("[", &end)
        put(FixedPoint(position.x), &end)
        put(", ", &end)
        put(FixedPoint(position.y), &end)
        put("]", &end)
      }
      return end - start
    }
  }

  /// The text of a box: west, south, east, north.
  static func text(_ box: Box) -> String {
    let numbers = [box.min.x, box.min.y, box.max.x, box.max.y].map { degrees in
      String(unsafeUninitializedCapacity: longest) { buffer in
        guard let start = buffer.baseAddress else { return 0 }
        var end = start
        put(FixedPoint(degrees), &end)
        return end - start
      }
    }
    return "[" + numbers.joined(separator: ", ") + "]"
  }

  @inline(__always)
  private static func put(_ text: StaticString, _ end: inout UnsafeMutablePointer<UInt8>) {
    for offset in 0..<text.utf8CodeUnitCount { end[offset] = text.utf8Start[offset] }
    end += text.utf8CodeUnitCount
  }

  @inline(__always)
  private static func put(_ number: FixedPoint, _ end: inout UnsafeMutablePointer<UInt8>) {
    if number.units < 0 {
      end.pointee = UInt8(ascii: "-")
      end += 1
    }
    let (whole, fraction) = UInt64(number.units.magnitude).quotientAndRemainder(dividingBy: 10_000_000)
    putWhole(UInt32(truncatingIfNeeded: whole), &end)
    end.pointee = UInt8(ascii: ".")
    var rest = UInt32(truncatingIfNeeded: fraction)
    for place in stride(from: 7, to: 0, by: -1) {
      end[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    end += 8
    while end[-1] == UInt8(ascii: "0"), end[-2] != UInt8(ascii: ".") { end -= 1 }
  }

  /// A number of up to three digits.
  @inline(__always)
  private static func putWhole(_ number: UInt32, _ end: inout UnsafeMutablePointer<UInt8>) {
    var number = number
    if number >= 100 {
      end.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 100)
      end += 1
      number %= 100
      end.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10)
      end += 1
    } else if number >= 10 {
      end.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10)
      end += 1
    }
    end.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
    end += 1
  }
}
