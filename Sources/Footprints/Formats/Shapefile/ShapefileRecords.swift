/// The chain of records of a .shp: each states its own length, and the next one follows.
struct ShapefileRecords {
  /// The content of one record.
  struct Record {
    /// The position in the file, counted from 1, which is how messages name it.
    var number: Int
    /// What kind of shape it holds.
    var type: ShapefileShapeType
    /// Where its content begins, the shape type first, and ends.
    var content: Range<Int>
  }

  private let end: Int
  private var offset = ShapefileHeader.length
  private var count = 0
  /// Whether the numbers stated by the records are 1, 2, 3, ... so far.
  private(set) var isNumberedInOrder = true

  /// Starts at the first record.
  init(_ header: ShapefileHeader) { end = header.end }

  /// The next record; nil after the last.
  mutating func next(_ bytes: RawSpan) throws(FootprintsError) -> Record? {
    guard offset < end else { return nil }
    count += 1
    let left = end - offset - 8
    guard left >= 0 else {
      throw broken("the header of record \(count) is cut off")
    }
    let length = Int(bytes.bigEndianInt32(at: offset + 4)) * 2
    guard length >= 4 else {
      throw broken("record \(count) states a length of \(length) bytes, too few for a shape")
    }
    guard length <= left else {
      throw broken("record \(count) states a length of \(length) bytes, but \(left) are left")
    }
    if Int(bytes.bigEndianInt32(at: offset)) != count { isNumberedInOrder = false }
    let content = offset + 8..<offset + 8 + length
    let code = bytes.littleEndianInt32(at: content.lowerBound)
    guard let type = ShapefileShapeType(rawValue: code) else {
      throw broken("record \(count) has shape type \(code), which the format does not have")
    }
    offset = content.upperBound
    return Record(number: count, type: type, content: content)
  }

  /// The error for a chain that cannot be followed.
  private func broken(_ message: String) -> FootprintsError {
    FootprintsError(
      .badData, "has a broken chain of records: \(message)", place: "record \(count), byte \(offset)",
      remedy: "Export it again, or repair it with a tool that finds the records through its .shx.")
  }
}
