import Footprints
import Testing

/// Files that are not as the format describes: each gives a one-line error that names file, record and remedy.
@Suite struct ShapefileDamageTests {
  /// Two squares, the second with a hole.
  static let sound = ShapefileFixture([
    [ShapefileFixture.square(0, 0, 1)], [ShapefileFixture.square(2, 2, 4), ShapefileFixture.hole(3, 3, 1)],
  ]).shp
  /// Where the second record's content begins: header, record header and content of the first.
  static let second = 100 + 8 + 128 + 8

  /// The sound file with some bytes replaced.
  static func patched(_ offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    var shp = sound
    shp.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    return shp
  }

  @Test(
    arguments: [
      ([], "is empty"),
      (Array("PK\u{3}\u{4}some other file".utf8), "is not a Shapefile"),
      (Array(sound.prefix(60)), "is cut off inside its header"),
      (Array(sound.prefix(300)), "is cut off: it has 300 of the"),
      (patched(32, little(99)), "shape type 99"),
      (patched(24, big(-4)), "states a length of -8 bytes"),
      (patched(24, big(49)), "less than its own header"),
      (patched(24, big(.max)), "is cut off"),
      (patched(second - 4, big(.max)), "record 2 states a length of 4294967294 bytes"),
      (patched(second - 4, big(-1)), "record 2 states a length of -2 bytes"),
      (patched(second - 4, big(1)), "too few for a shape"),
      (patched(second, little(4)), "record 2 has shape type 4"),
      (patched(second + 36, little(-1)), "record 2 states -1 parts"),
      (patched(second + 36, little(.max)), "record 2 states 2147483647 parts and 10 points"),
      (patched(second + 40, little(.max)), "record 2 states 2 parts and 2147483647 points"),
      (patched(second + 40, little(.min)), "and -2147483648 points"),
      (patched(second + 36, little(0)), "record 2 has points but no part"),
      (patched(second + 44, little(1)), "record 2 has part indexes out of order"),
      (patched(second + 48, little(-1)), "record 2 has part indexes out of order"),
      (patched(second + 48, little(11)), "record 2 has part indexes out of order"),
      (patched(second + 52, bits(Double.nan)), "record 2 has the coordinates nan, 2.0"),
      (patched(second + 60, bits(-Double.infinity)), "record 2 has the coordinates 2.0, -inf"),
    ] as [([UInt8], String)])
  func eachDamageIsNamed(_ shp: [UInt8], _ message: String) throws {
    let error = try #require(ShapefileReaderTests.error(shp))
    #expect(error.kind == .badData)
    #expect(error.file == "area.shp")
    #expect(error.description.contains(message), "\(error)")
    #expect(error.remedy != nil)
  }

  @Test func soundFileIsSound() throws {
    let table = try ShapefileReaderTests.read(Self.sound)
    #expect(ShapefileReaderTests.area(1, of: table.geometry) == 15)
  }

  @Test func chainThatEndsInsideARecordHeader() throws {
    var shp = Self.sound + [0, 0, 0, 3]
    shp.replaceSubrange(24..<28, with: big(Int32(shp.count / 2)))
    let error = try #require(ShapefileReaderTests.error(shp))
    #expect(error.description.contains("the header of record 3 is cut off"))
    #expect(error.remedy?.contains(".shx") == true)
  }

  @Test func cutAnywhereIsAnErrorOfOurs() {
    for length in 0..<Self.sound.count {
      #expect(ShapefileReaderTests.error(Array(Self.sound.prefix(length))) != nil, "cut to \(length) bytes")
    }
  }

  @Test func cutAnywhereWithTheHeaderSayingSoIsReadOrRefused() {
    for length in stride(from: 100, to: Self.sound.count, by: 2) {
      let shp = Array(Self.patched(24, big(Int32(length / 2))).prefix(length))
      let isWhole = length == 100 || length == Self.second - 8
      #expect((ShapefileReaderTests.error(shp) == nil) == isWhole, "cut to \(length) bytes")
    }
  }

  @Test func anyByteReplacedIsReadOrRefused() {
    for offset in Self.sound.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        guard let table = try? ShapefileReaderTests.read(Self.patched(offset, [value])) else { continue }
        #expect(table.shapes.count == table.geometry.count)
      }
    }
  }
}
