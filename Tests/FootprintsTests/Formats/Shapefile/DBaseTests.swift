import Footprints
import Testing

@Suite struct DBaseTests {
  static let shp = ShapefileFixture((0..<3).map { [ShapefileFixture.square(Double($0) * 2, 0, 1)] }).shp

  static func read(_ dbf: [UInt8], cpg: String? = nil) throws(FootprintsError) -> FeatureTable {
    try ShapefileReader.read(shp: shp, dbf: dbf, prj: nil, cpg: cpg.map { Array($0.utf8) }, file: "area.shp")
  }

  static func names(_ values: [[UInt8]], driver: UInt8 = 0, cpg: String? = nil) throws -> (
    [String?], [String]
  ) {
    var fixture = DBaseFixture([("NAME", "C", 8)], [])
    fixture.records = values.map { [$0] }
    fixture.languageDriver = driver
    let table = try read(fixture.bytes, cpg: cpg)
    return (try table.attributes.values(of: "NAME"), table.notices.map(\.message))
  }

  @Test func valuesAreTextWithoutPadding() throws {
    let fixture = DBaseFixture(
      [("CODE", "C", 9), ("PEOPLE", "N", 8), ("SHARE", "F", 8), ("SINCE", "D", 8), ("OPEN", "L", 1)],
      [
        ["E06000001", "   12345", "    0.25", "20210401", "T"],
        ["", "********", "", "00000000", "?"],
        ["a b\0\0", "-7", "1e-3", "", "n"],
      ])
    let table = try Self.read(fixture.bytes)
    #expect(table.attributes.fields == ["CODE", "PEOPLE", "SHARE", "SINCE", "OPEN"])
    #expect(try table.attributes.values(of: "CODE") == ["E06000001", nil, "a b"])
    #expect(try table.attributes.values(of: "PEOPLE") == ["12345", nil, "-7"])
    #expect(try table.attributes.values(of: "SHARE") == ["0.25", nil, "1e-3"])
    #expect(try table.attributes.values(of: "SINCE") == ["20210401", nil, nil])
    #expect(try table.attributes.values(of: "OPEN") == ["T", nil, "n"])
    #expect(try table.attributes.values(of: "absent") == [nil, nil, nil])
    #expect(table.notices.isEmpty)
  }

  @Test func deletedRecordsTakeTheirShapesWithThem() throws {
    var fixture = DBaseFixture([("CODE", "C", 2)], [["A1"], ["B2"], ["C3"]])
    fixture.deleted = [1]
    let table = try Self.read(fixture.bytes)
    #expect(try table.attributes.values(of: "CODE") == ["A1", "C3"])
    #expect(table.geometry.box(of: 1).min.x == 4)
    #expect(table.notices.map(\.message) == ["area.shp: left out record 2, which the .dbf marks as deleted."])
  }

  @Test func fewerAndMoreRecordsThanShapes() throws {
    let fewer = try Self.read(DBaseFixture([("CODE", "C", 2)], [["A1"], ["B2"]]).bytes)
    #expect(try fewer.attributes.values(of: "CODE") == ["A1", "B2", nil])
    #expect(fewer.notices.map(\.code) == ["record-count"])
    let more = try Self.read(DBaseFixture([("CODE", "C", 2)], [["A1"], ["B2"], ["C3"], ["D4"]]).bytes)
    #expect(try more.attributes.values(of: "CODE") == ["A1", "B2", "C3"])
    #expect(more.notices.map(\.code) == ["record-count"])
  }

  @Test func repeatedNamelessAndBinaryFields() throws {
    let table = try Self.read(
      DBaseFixture(
        [("CODE", "C", 2), ("CODE", "C", 2), ("", "C", 1), ("MEMO", "M", 4)],
        Array(repeating: ["A1", "B2", "x", "0001"], count: 3)
      ).bytes)
    #expect(table.attributes.fields == ["CODE", "CODE_2", "field_3"])
    #expect(try table.attributes.values(of: "CODE_2") == ["B2", "B2", "B2"])
    #expect(table.notices.map(\.code) == ["repeated-field", "field-type"])
  }

  @Test func textLongerThanAByteCounts() throws {
    let long = String(repeating: "x", count: 300)
    let table = try Self.read(DBaseFixture([("T", "C", 310)], [[long], [long], [long]]).bytes)
    #expect(try table.attributes.values(of: "T").first == long)
  }

  @Test func encodingOfTheCpgWins() throws {
    let cafe: [UInt8] = [0x63, 0x61, 0x66, 0xE9]
    for cpg in ["ISO-8859-1", "LATIN1", "1252", "ANSI 1252", "cp1252\r\n"] {
      let (names, notices) = try Self.names([cafe, cafe, cafe], cpg: cpg)
      #expect(names == ["café", "café", "café"] && notices.isEmpty, "\(cpg)")
    }
    for cpg in ["UTF-8", "utf8", "65001"] {
      let (names, notices) = try Self.names([Array("café".utf8)], driver: 0x57, cpg: cpg)
      #expect(names.first == "café" && notices.count == 1, "\(cpg)")
    }
  }

  @Test func utf8ThatIsInvalidIsReported() throws {
    let (names, notices) = try Self.names([[0x63, 0xE9, 0x63], [], []], cpg: "UTF-8")
    #expect(names.first == "c\u{FFFD}c")
    #expect(notices.count == 1 && notices.first?.contains(".cpg says UTF-8") == true)
  }

  @Test func languageDriverDecidesWithoutCpg() throws {
    for driver: UInt8 in [0x57, 0x03] {
      let (names, notices) = try Self.names([[0x80, 0xE9, 0x9F], [], []], driver: driver)
      #expect(names.first == "€éŸ" && notices.isEmpty)
    }
  }

  @Test func guessesAreReported() throws {
    let (utf8, quiet) = try Self.names([Array("Môn".utf8), [], []])
    #expect(utf8.first == "Môn" && quiet.isEmpty)
    let (latin, notices) = try Self.names([[0x4D, 0xF4, 0x6E], [], []])
    #expect(latin.first == "Môn")
    #expect(notices.count == 1 && notices.first?.contains("Windows-1252") == true)
    let (unknown, driver) = try Self.names([[0x4D, 0xF4, 0x6E], [], []], driver: 0x59)
    #expect(unknown.first == "Môn")
    #expect(driver.first?.contains("0x59") == true)
    // What is not read byte by byte is no encoding of a .dbf, whoever knows it.
    for cpg in ["Elbisch", "UTF-16", "EBCDIC-GB", "../../x", ""] {
      let (_, page) = try Self.names([[0x4D, 0xF4, 0x6E], [], []], cpg: cpg)
      #expect(page.first?.contains(cpg.isEmpty ? "names no encoding" : cpg) == true)
    }
  }

  @Test(
    arguments: [
      ("Windows-1251", 0xC9, [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0], "Москва"),
      ("1250", 0xC8, [0xA3, 0xF3, 0x64, 0x9F], "Łódź"),
      ("88597", 0xCB, [0xD0, 0xFC, 0xEB, 0xE7], "Πόλη"),
      ("936", 0x4D, [0xB0, 0xB2, 0xBB, 0xD5], "安徽"),
      ("Big-5", 0x78, [0xB0, 0xEA, 0xBB, 0x79], "國語"),
      ("Shift_JIS", 0x7B, [0x93, 0x8C, 0x8B, 0x9E], "東京"),
      ("OEM 850", 0x02, [0x4D, 0x93, 0x6E], "Môn"),
    ] as [(String, UInt8, [UInt8], String)])
  func otherEncodingsAreThoseOfTheCLibrary(
    _ cpg: String, _ driver: UInt8, _ bytes: [UInt8], _ text: String
  ) throws {
    let named = try Self.names([bytes, [], []], cpg: cpg)
    #expect(named.0.first == text && named.1.isEmpty, "\(named)")
    let driven = try Self.names([bytes, [], []], driver: driver)
    #expect(driven.0.first == text && driven.1.isEmpty, "\(driven)")
  }

  @Test func whatACodePageDoesNotHaveIsMarked() throws {
    // A wrong second byte, and half a character at the end of the field.
    let (names, _) = try Self.names([[0xB0, 0x20, 0x41], [0x41, 0xB0, 0xB2, 0xBB], []], cpg: "GBK")
    #expect(names == ["\u{FFFD} A", "A安", nil])
  }

  @Test func asciiNeedsNoEncoding() throws {
    let (names, notices) = try Self.names([[0x41], [], []], driver: 0x4D, cpg: "BIG5")
    #expect(names == ["A", nil, nil] && notices.isEmpty)
  }

  @Test func characterCutByTheFieldIsLeftOff() throws {
    // Eight bytes hold seven letters and the first half of the eighth.
    let (names, notices) = try Self.names([Array("abcdefgé".utf8), [], []])
    #expect(names.first == "abcdefg" && notices.isEmpty)
  }

  static let sound = DBaseFixture(
    [("CODE", "C", 4), ("N", "N", 3)], [["A1", "1"], ["B2", "2"], ["C3", "3"]]
  ).bytes

  @Test func cutAnywhereIsReadOrRefused() {
    for length in 0..<Self.sound.count {
      // Only the end mark after the last record can be missed without loss.
      let isWhole = length == Self.sound.count - 1
      do throws(FootprintsError) {
        _ = try Self.read(Array(Self.sound.prefix(length)))
        #expect(isWhole, "cut to \(length) bytes")
      } catch {
        #expect(!isWhole && error.kind == .badData && error.description.contains(".dbf"), "cut to \(length)")
      }
    }
  }

  @Test func anyByteReplacedIsReadOrRefused() throws {
    for offset in Self.sound.indices {
      for value: UInt8 in [0, 1, 0x20, 0x2A, 0x7F, 0x80, 0xFF] {
        var bytes = Self.sound
        bytes[offset] = value
        guard let table = try? Self.read(bytes) else { continue }
        for field in table.attributes.fields {
          #expect(try table.attributes.values(of: field).count == table.shapes.count)
        }
      }
    }
  }
}
