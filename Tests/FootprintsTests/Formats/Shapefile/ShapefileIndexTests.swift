import Footprints
import Testing

/// Where the records of a Shapefile are: its .shx says so, unless it cannot be right.
@Suite struct ShapefileIndexTests {
  private typealias Fixture = ShapefileFixture

  /// Squares of side 1, 2 and 3, so that their areas tell which is which.
  private static let three = Fixture([
    [Fixture.square(0, 0, 1)], [Fixture.square(10, 0, 2)], [Fixture.square(20, 0, 3)],
  ])
  private static let places = three.places

  /// The areas by code, and the notices.
  private static func read(
    _ shp: [UInt8], _ shx: [UInt8]?, codes: [String]? = ["A", "B", "C"]
  ) throws -> ([String: Double], [String]) {
    let dbf = codes.map { DBaseFixture([("CODE", "C", 8)], $0.map { [$0] }).bytes }
    let table = try ShapefileReader.read(shp: shp, shx: shx, dbf: dbf, prj: nil, cpg: nil, file: "area.shp")
    let found = try table.attributes.values(of: "CODE")
    let areas = found.indices.map { ShapefileReaderTests.area($0, of: table.geometry) }
    let names = found.enumerated().map { $1 ?? "#\($0 + 1)" }
    return (Dictionary(uniqueKeysWithValues: zip(names, areas)), table.notices.map(\.code))
  }

  @Test func anIndexThatAgreesChangesNothing() throws {
    let (areas, notices) = try Self.read(Self.three.shp, Self.three.shx)
    #expect(areas == ["A": 1, "B": 4, "C": 9] && notices.isEmpty)
  }

  @Test(arguments: [[1, 0, 2], [2, 0, 1], [2, 1, 0]])
  func recordsInAnotherOrderThanTheirAttributes(_ order: [Int]) throws {
    let shx = Fixture.shx(order.map { Self.places[$0] })
    let (areas, notices) = try Self.read(Self.three.shp, shx)
    let sizes = order.map { Double(($0 + 1) * ($0 + 1)) }
    #expect(areas == ["A": sizes[0], "B": sizes[1], "C": sizes[2]])
    #expect(notices == ["index"])
  }

  /// Zeros between records, a length of nonsense before the record of a null shape, a header that states the length
  /// of the file as it was once.
  @Test func gapsAndWrongLengths() throws {
    var gap = Self.three.shp
    gap.insert(contentsOf: [UInt8](repeating: 0, count: 32), at: Self.places[1].offset)
    gap.replaceSubrange(24..<28, with: big(Int32(gap.count / 2)))
    let moved = Self.places.enumerated().map { ($1.offset + ($0 > 0 ? 32 : 0), $1.length) }
    #expect(try Self.read(gap, Fixture.shx(moved)).0 == ["A": 1, "B": 4, "C": 9])
    #expect(throws: FootprintsError.self) { try Self.read(gap, nil) }

    var null = Self.three
    null.records[1] = little(0)
    var length = null.shp
    length.replaceSubrange(null.places[1].offset + 4..<null.places[1].offset + 8, with: big(10))
    #expect(try Self.read(length, null.shx).0 == ["A": 1, "B": 0, "C": 9])

    var short = Self.three.shp
    short.replaceSubrange(24..<28, with: big(Int32(Self.places[1].offset / 2)))
    #expect(try Self.read(short, Self.three.shx).0 == ["A": 1, "B": 4, "C": 9])
  }

  /// A shape that grew stands at the end, and its old record is still there.
  @Test func recordsThatTheIndexDoesNotNameAreLeftOut() throws {
    var shp = Self.three.shp
    let end = shp.count
    let grown = Fixture.polygon([Fixture.square(0, 0, 5)])
    shp += big(1) + big(Int32(grown.count / 2)) + grown
    shp.replaceSubrange(24..<28, with: big(Int32(shp.count / 2)))
    let shx = Fixture.shx([(end, grown.count)] + Self.places.dropFirst())
    let (areas, notices) = try Self.read(shp, shx)
    #expect(areas == ["A": 25, "B": 4, "C": 9] && notices == ["index"])
    // Without attributes nobody knows better than the index.
    #expect(try Self.read(shp, shx, codes: nil).1 == ["index", "no-attributes"])
    // As many rows as records in the .shp: the index is an old one.
    let (all, outdated) = try Self.read(shp, shx, codes: ["A", "B", "C", "D"])
    #expect(all == ["A": 1, "B": 4, "C": 9, "D": 25])
    #expect(outdated.contains("index-outdated"))
    let error = #expect(throws: FootprintsError.self) {
      try Self.read(shp, shx, codes: ["A", "B", "C", "D", "E"])
    }
    #expect(
      error?.kind == .badData
        && error?.message.contains("4 records in the .shp, 3 in the .shx, 5 in the .dbf") == true)
  }

  @Test(
    arguments: [
      ([], "is no index"), ([1], "is no index"), (Array(three.shp.prefix(99)), "is no index"),
      (Array(three.shx.dropLast(3)), "states a length of 124 bytes and has 121"),
      (Fixture.shx([places[0], places[1], (10_000, 128)]), "has record 3 at bytes"),
      (Fixture.shx([places[0], places[1], (-2, 128)]), "has record 3 at bytes"),
      (Fixture.shx([places[0], places[1], (places[2].offset, 1 << 20)]), "has record 3 at bytes"),
      (
        Fixture.shx([places[0], (places[1].offset + 2, 128), places[2]]),
        "has record 2 where the .shp has none"
      ),
      (Fixture.shx([places[0], places[0], places[2]]), "has records 1 and 2 in the same place"),
    ] as [([UInt8], String)])
  func aDamagedIndexIsNotUsed(_ shx: [UInt8], _ words: String) throws {
    let (areas, notices) = try Self.read(Self.three.shp, shx)
    #expect(areas == ["A": 1, "B": 4, "C": 9] && notices == ["index-damaged"])
    let table = try ShapefileReader.read(
      shp: Self.three.shp, shx: shx, dbf: nil, prj: nil, cpg: nil, file: "area.shp")
    #expect(table.notices.first?.message.contains(".shx \(words)") == true, "\(table.notices)")
  }

  @Test func anyByteReplacedIsReadOrRefused() throws {
    let shx = Self.three.shx
    for offset in shx.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = shx
        changed[offset] = value
        let read = try? Self.read(Self.three.shp, changed).0
        #expect(
          read == nil || read == ["A": 1, "B": 4, "C": 9], "byte \(offset) is \(value): \(read ?? [:])")
      }
    }
  }
}
