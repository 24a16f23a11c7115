/// A .shx: where each record of a .shp is, in the order of the records of the .dbf (ESRI Shapefile Technical
/// Description, July 1998, page 23).
///
/// A program that edits a Shapefile in place leaves records behind, and leaves gaps; only the index then says which
/// records count and whose attributes are theirs.
struct ShapefileIndex {
  /// Where the header of each record begins in the .shp.
  private(set) var offsets: [Int] = []
  /// The bytes of content of each record, as the index states them.
  private(set) var lengths: [Int] = []

  /// The number of records.
  var count: Int { offsets.count }

  /// Why an index cannot be used, a clause about the .shx.
  struct Damage: Error { let words: String }

  /// Reads an index and checks it against the .shp: each entry must lead to a record, and no two to the same bytes.
  init(_ shx: [UInt8], of shp: RawSpan) throws(Damage) {
    let index = shx.span.bytes
    guard shx.count >= ShapefileHeader.length, index.bigEndianInt32(at: 0) == 9994 else {
      throw Damage(words: "is no index of a Shapefile")
    }
    let end = Int(index.bigEndianInt32(at: 24)) * 2
    guard end >= ShapefileHeader.length, end <= shx.count, (end - ShapefileHeader.length) % 8 == 0 else {
      throw Damage(words: "states a length of \(end) bytes and has \(shx.count)")
    }
    for entry in stride(from: ShapefileHeader.length, to: end, by: 8) {
      let offset = Int(index.bigEndianInt32(at: entry)) * 2
      let length = Int(index.bigEndianInt32(at: entry + 4)) * 2
      let record = offsets.count + 1
      guard offset >= ShapefileHeader.length, length >= 4, offset + 8 + length <= shp.byteCount else {
        throw Damage(words: "has record \(record) at bytes that the .shp does not have")
      }
      // What stands there must be a record, this one or one of this length.
      guard ShapefileShapeType(rawValue: shp.littleEndianInt32(at: offset + 8)) != nil,
        Int(shp.bigEndianInt32(at: offset)) == record || Int(shp.bigEndianInt32(at: offset + 4)) * 2 == length
      else { throw Damage(words: "has record \(record) where the .shp has none") }
      offsets.append(offset)
      lengths.append(length)
    }
    let order = offsets.indices.sorted { offsets[$0] < offsets[$1] }
    for (one, next) in zip(order, order.dropFirst()) where offsets[one] + 8 + lengths[one] > offsets[next] {
      throw Damage(words: "has records \(min(one, next) + 1) and \(max(one, next) + 1) in the same place")
    }
  }
}
