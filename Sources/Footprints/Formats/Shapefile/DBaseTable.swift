/// The layout of a .dbf: dBASE III, which the Shapefile description names, with what later writers add.
///
/// A header of 32 bytes, a descriptor of 32 bytes per field, then records of a fixed length, each beginning
/// with a byte that marks it as deleted.
struct DBaseTable: Sendable {
  /// One field: its name and where it is in a record.
  struct Field: Sendable {
    /// The name, without padding.
    var name: String
    /// The type letter.
    var type: UInt8
    /// Its place in a record, the deletion mark being byte 0.
    var range: Range<Int>
    /// The decimals of a number.
    var decimals: Int
  }

  /// The number of records, including deleted ones.
  let recordCount: Int
  private let bytes: [UInt8]
  private let headerLength: Int
  private let recordLength: Int
  let fields: [Field]
  private let encoding: DBaseEncoding

  /// Reads the header, and the text once to settle its encoding. `codePage` is the content of the .cpg.
  init(_ bytes: [UInt8], codePage: [UInt8]?, notices: inout ShapefileNotices) throws(FootprintsError) {
    self.bytes = bytes
    let span = bytes.span.bytes
    guard bytes.count >= 32 else {
      throw Self.bad("its .dbf is cut off inside its header, after \(bytes.count) bytes")
    }
    let count = Int(UInt32(bitPattern: span.littleEndianInt32(at: 4)))
    headerLength = Int(bytes[8]) | Int(bytes[9]) << 8
    recordLength = Int(bytes[10]) | Int(bytes[11]) << 8
    guard headerLength >= 33, headerLength <= bytes.count else {
      throw Self.bad("its .dbf states a header of \(headerLength) bytes and has \(bytes.count) in all")
    }
    guard count == 0 || recordLength > 0 else { throw Self.bad("its .dbf states records of no length") }
    let whole = recordLength == 0 ? 0 : (bytes.count - headerLength) / recordLength
    guard count <= whole else {
      throw Self.bad("its .dbf is cut off after \(whole) of \(count) records")
    }
    recordCount = count
    let described = try Self.describedFields(bytes, headerLength: headerLength, recordLength: recordLength)
    var survey = DBaseTextSurvey()
    for field in described { survey.look(at: field.name) }
    for field in described where field.type == UInt8(ascii: "C") {
      for record in 0..<count {
        let start = headerLength + record * recordLength
        survey.look(at: bytes[start + field.range.lowerBound..<start + field.range.upperBound])
      }
    }
    encoding = DBaseEncoding(codePage: codePage, languageDriver: bytes[29], survey, &notices)
    fields = Self.named(described, encoding, &notices)
  }

  /// Whether a record is marked as deleted; false beyond the last.
  func isDeleted(_ record: Int) -> Bool {
    record < recordCount && bytes[headerLength + record * recordLength] == UInt8(ascii: "*")
  }

  /// The attributes of features that are in the given records.
  func attributes(of records: [Int]) -> DBaseAttributes { DBaseAttributes(table: self, records: records) }

  /// The names of the fields.
  var fieldNames: [String] { fields.map(\.name) }

  /// A field of this name.
  func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The value of a field in a record; nil where it is blank, or beyond the last record.
  func value(of field: Field, in record: Int) -> String? {
    guard record < recordCount else { return nil }
    let start = headerLength + record * recordLength
    let text = bytes[start + field.range.lowerBound..<start + field.range.upperBound].trimmed
    guard let first = text.first else { return nil }
    switch field.type {
    // What dBASE writes for a number that does not fit.
    case UInt8(ascii: "N"), UInt8(ascii: "F"):
      if first == UInt8(ascii: "*") { return nil }
    // A date never set.
    case UInt8(ascii: "D"):
      if text.allSatisfy({ $0 == UInt8(ascii: "0") }) { return nil }
    // Neither true nor false.
    case UInt8(ascii: "L"):
      if first == UInt8(ascii: "?") { return nil }
    default: break
    }
    return encoding.decode(text)
  }

  /// A field before the encoding is known.
  private typealias Described = (name: ArraySlice<UInt8>, type: UInt8, range: Range<Int>, decimals: Int)

  /// The field descriptors as they are: name in 11 bytes, type in one, length in byte 16.
  private static func describedFields(_ bytes: [UInt8], headerLength: Int, recordLength: Int)
    throws(FootprintsError) -> [Described]
  {
    var offsets: [Int] = []
    var offset = 32
    while offset + 32 <= headerLength, bytes[offset] != 0x0D {
      offsets.append(offset)
      offset += 32
    }
    // Clipper and FoxPro have text of more than 255 bytes and put the upper byte where others have the
    // number of decimals, which says nothing about text. Only the length of a record distinguishes them.
    func length(_ offset: Int, isWide: Bool) -> Int {
      let upper = isWide && bytes[offset + 11] == UInt8(ascii: "C") ? Int(bytes[offset + 17]) << 8 : 0
      return Int(bytes[offset + 16]) | upper
    }
    func total(isWide: Bool) -> Int { offsets.reduce(1) { $0 + length($1, isWide: isWide) } }
    let isWide = total(isWide: false) != recordLength && total(isWide: true) == recordLength

    var fields: [Described] = []
    var place = 1
    for offset in offsets {
      let end = place + length(offset, isWide: isWide)
      guard end <= recordLength else {
        throw bad(
          "field \(fields.count + 1) of its .dbf reaches beyond the \(recordLength) bytes of a record")
      }
      fields.append(
        (
          bytes[offset..<offset + 11].prefix { $0 != 0 }, bytes[offset + 11], place..<end,
          Int(bytes[offset + 17])
        ))
      place = end
    }
    return fields
  }

  /// Keeps the fields whose values are text and makes their names distinct.
  private static func named(
    _ described: [Described], _ encoding: DBaseEncoding, _ notices: inout ShapefileNotices
  ) -> [Field] {
    var fields: [Field] = []
    var used: Set<String> = []
    for (index, field) in described.enumerated() {
      let stated = encoding.decode(field.name.trimmed)
      var name = stated.isEmpty ? "field_\(index + 1)" : stated
      guard "CNFDL".utf8.contains(field.type) else {
        notices.add(
          .warning, "field-type",
          "the field \(name) of the .dbf is of type \(Character(Unicode.Scalar(field.type))), which is not text, "
            + "and was left out.")
        continue
      }
      if used.contains(name) {
        let repeated = name
        while used.contains(name) { name += "_\(index + 1)" }
        notices.add(
          .warning, "repeated-field",
          "the .dbf has more than one field \(repeated); field \(index + 1) is called \(name) here.")
      }
      used.insert(name)
      fields.append(Field(name: name, type: field.type, range: field.range, decimals: field.decimals))
    }
    return fields
  }

  /// The error for a table that cannot be read.
  private static func bad(_ message: String) -> FootprintsError {
    FootprintsError(.badData, message, remedy: "Copy or export the .dbf again.")
  }
}
