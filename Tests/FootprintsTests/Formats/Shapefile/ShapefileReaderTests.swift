import Footprints
import Testing

@Suite struct ShapefileReaderTests {
  /// Reads a .shp without any other file.
  static func read(_ shp: [UInt8]) throws(FootprintsError) -> FeatureTable {
    try ShapefileReader.read(shp: shp, dbf: nil, prj: nil, cpg: nil, file: "area.shp")
  }

  /// The error a .shp makes; nil when it can be read.
  static func error(_ shp: [UInt8]) -> FootprintsError? {
    do throws(FootprintsError) {
      _ = try read(shp)
      return nil
    } catch {
      return error
    }
  }

  /// The area of one feature, exteriors less holes, whichever way they are drawn.
  static func area(_ feature: Int, of geometry: MultiPolygonArray) -> Double {
    var total = 0.0
    for polygon in geometry.polygons(of: feature) {
      for (place, ring) in geometry.rings(of: polygon).enumerated() {
        let vertices = Array(geometry.coordinates[geometry.vertices(of: ring)])
        var double = 0.0
        for (a, b) in zip(vertices, vertices.dropFirst()) {
          double +=
            (a.x - vertices[0].x) * (b.y - vertices[0].y) - (b.x - vertices[0].x) * (a.y - vertices[0].y)
        }
        total += (place == 0 ? 0.5 : -0.5) * double.magnitude
      }
    }
    return total
  }

  @Test func squareComesBackAsItWas() throws {
    let table = try Self.read(ShapefileFixture([[ShapefileFixture.square(1, 2, 3)]]).shp)
    #expect(table.shapes == [.polygon])
    let expected = ShapefileFixture.square(1, 2, 3).map { Coordinate($0.0, $0.1) }
    #expect(table.geometry.coordinates == expected)
    #expect(table.reference == .missing)
    #expect(table.notices.map(\.code) == ["no-attributes"])
    #expect(table.attributes.fields.isEmpty)
    #expect(try table.attributes.values(of: "code") == [nil])
  }

  @Test(arguments: [Int32(5), 15, 25]) func polygonsWithHeightsAndMeasures(_ type: Int32) throws {
    var fixture = ShapefileFixture()
    fixture.type = type
    fixture.records = [
      ShapefileFixture.polygon(
        [ShapefileFixture.square(0, 0, 4), ShapefileFixture.hole(1, 1, 1)], type: type),
      ShapefileFixture.polygon([ShapefileFixture.square(9, 9, 2)], type: type),
    ]
    let table = try Self.read(fixture.shp)
    #expect(table.shapes == [.polygon, .polygon])
    #expect(Self.area(0, of: table.geometry) == 15)
    #expect(Self.area(1, of: table.geometry) == 4)
  }

  @Test func nullShapesAndOtherTypesKeepTheirPlace() throws {
    var fixture = ShapefileFixture()
    fixture.records = [
      little(Int32(0)), ShapefileFixture.polygon([ShapefileFixture.square(0, 0, 1)]),
      little(Int32(1)) + bits(5.0) + bits(6.0), ShapefileFixture.polygon([]),
    ]
    let table = try Self.read(fixture.shp)
    #expect(table.shapes == [.none, .polygon, .other("Point"), .none])
    #expect((0..<4).map { table.geometry.polygons(of: $0).count } == [0, 1, 0, 0])
  }

  @Test func unclosedRingIsClosedAndReported() throws {
    let open = ShapefileFixture.Ring(ShapefileFixture.square(0, 0, 2).dropLast())
    let table = try Self.read(ShapefileFixture([[ShapefileFixture.square(5, 5, 1)], [open]]).shp)
    #expect(table.geometry.coordinates.count == 10)
    #expect(Self.area(1, of: table.geometry) == 4)
    let notice = try #require(table.notices.first { $0.code == "ring-closed" })
    #expect(notice.message == "area.shp: closed the unclosed rings of record 2.")
  }

  @Test func ringsWithoutAreaAreLeftOutAndReported() throws {
    let table = try Self.read(
      ShapefileFixture([
        [[(0, 0), (1, 1)], ShapefileFixture.square(0, 0, 1), []], [[(3, 3), (4, 4), (3, 3)]],
      ]).shp)
    #expect(table.shapes == [.polygon, .none])
    #expect(table.geometry.ringCount == 1)
    let notice = try #require(table.notices.first { $0.code == "ring-dropped" })
    #expect(notice.message.hasSuffix("of records 1, 2."))
  }

  @Test func manyRepairedRecordsMakeOneNotice() throws {
    let open = ShapefileFixture.Ring(ShapefileFixture.square(0, 0, 2).dropLast())
    let table = try Self.read(ShapefileFixture(Array(repeating: [open, open], count: 25)).shp)
    let notices = table.notices.filter { $0.code == "ring-closed" }
    #expect(notices.count == 1)
    #expect(notices.first?.message.hasSuffix("records 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 15 more.") == true)
  }

  @Test func definitionOfTheReferenceSystem() throws {
    let shp = ShapefileFixture([[ShapefileFixture.square(0, 0, 1)]]).shp
    func reference(_ text: String) throws -> StatedReference {
      try ShapefileReader.read(shp: shp, dbf: nil, prj: Array(text.utf8), cpg: nil, file: "a.shp").reference
    }
    #expect(try reference("\u{FEFF}PROJCS[\"x\"]\r\n") == .definition("PROJCS[\"x\"]"))
    #expect(try reference(" \n") == .missing)
    #expect(throws: FootprintsError.self) { try reference("PROJCS\0") }
  }

  @Test func bytesBeyondTheStatedEndAreReported() throws {
    let table = try Self.read(ShapefileFixture([[ShapefileFixture.square(0, 0, 1)]]).shp + [1, 2, 3])
    #expect(table.shapes.count == 1)
    #expect(table.notices.contains { $0.code == "trailing-bytes" })
  }

  @Test func recordNumbersOutOfOrderAreReported() throws {
    var shp = ShapefileFixture([[ShapefileFixture.square(0, 0, 1)]]).shp
    shp[103] = 7
    #expect(try Self.read(shp).notices.contains { $0.code == "record-numbers" })
  }
}
