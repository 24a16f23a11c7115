/// The records of a .shp: where its index says, or else as a chain, in which each states its own length and the
/// next one follows.
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
  /// Where the records are; nil for a chain.
  private let index: ShapefileIndex?
  private var offset = ShapefileHeader.length
  private var count = 0
  /// Whether the numbers stated by the records are 1, 2, 3, ... so far.
  private(set) var isNumberedInOrder = true

  /// Starts at the first record.
  init(_ header: ShapefileHeader, index: ShapefileIndex? = nil) {
    end = header.end
    self.index = index
  }

  /// The next record; nil after the last.
  mutating func next(_ bytes: RawSpan) throws(FootprintsError) -> Record? {
    if let index { return next(bytes, index) }
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

  /// The next record of an index, which was checked when it was read.
  private mutating func next(_ bytes: RawSpan, _ index: ShapefileIndex) -> Record? {
    guard count < index.count else { return nil }
    let start = index.offsets[count] + 8
    guard let type = ShapefileShapeType(rawValue: bytes.littleEndianInt32(at: start)) else { return nil }
    let content = start..<start + index.lengths[count]
    count += 1
    return Record(number: count, type: type, content: content)
  }

  /// Where the records of the chain begin, their headers included; nil where it is broken.
  static func chain(_ bytes: RawSpan, _ header: ShapefileHeader) -> [Int]? {
    var records = ShapefileRecords(header)
    var offsets: [Int] = []
    do throws(FootprintsError) {
      while let record = try records.next(bytes) { offsets.append(record.content.lowerBound - 8) }
      return offsets
    } catch {
      return nil
    }
  }

  /// The error for a chain that cannot be followed.
  private func broken(_ message: String) -> FootprintsError {
    FootprintsError(
      .badData, "has a broken chain of records: \(message)", place: "record \(count), byte \(offset)",
      remedy: "Put its own .shx next to it, which says where the records are, or export it again.")
  }
}
