import Footprints
import Foundation
import Testing

/// Shapes as GeoJSON (RFC 7946), read back by Foundation.
@Suite struct GeoJSONRendererTests {
  typealias Ring = [(Double, Double)]

  private static let square: Ring = [(0, 50), (1, 50), (1, 51), (0, 51), (0, 50)]
  private static let hole: Ring = [(0.25, 50.25), (0.75, 50.25), (0.75, 50.75), (0.25, 50.75), (0.25, 50.25)]

  /// Areas of polygons of rings.
  private static func areas(_ areas: [[[Ring]]]) -> MultiPolygonArray {
    var array = MultiPolygonArray()
    for area in areas {
      for polygon in area {
        for ring in polygon {
          for (x, y) in ring { array.append(Coordinate(x, y)) }
          array.endRing()
        }
        array.endPolygon()
      }
      array.endArea()
    }
    return array
  }

  private func text(_ areas: [[[Ring]]], rows: [MadeUpRow]? = nil, notes: [Note] = []) throws -> String {
    let rows = rows ?? areas.map { _ in MadeUpRow() }
    return try ShapedResult(geometry: Self.areas(areas), rows: rows, notes: notes).text(as: "geojson")
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func features(_ text: String) throws -> [[String: Any]] {
    try #require(try object(text)["features"] as? [[String: Any]])
  }

  private func geometry(_ areas: [[[Ring]]]) throws -> [String: Any]? {
    try features(try text(areas))[0]["geometry"] as? [String: Any]
  }

  /// The coordinates of the only polygon of the only area.
  private func rings(_ rings: [Ring]) throws -> [[[Double]]] {
    let geometry = try #require(try geometry([[rings]]))
    #expect(geometry["type"] as? String == "Polygon")
    return try #require(geometry["coordinates"] as? [[[Double]]])
  }

  private func signedArea(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]) / 2 }
  }

  @Test func aCollectionOfNothing() throws {
    let collection = try object(try text([]))
    #expect(collection["type"] as? String == "FeatureCollection")
    #expect(collection["name"] as? String == "made-up")
    #expect((collection["features"] as? [Any])?.isEmpty == true)
    #expect(collection["bbox"] == nil)
  }

  @Test(arguments: [false, true], [false, true])
  func ringsRunTheRightWay(reversedSquare: Bool, reversedHole: Bool) throws {
    let rings = try rings([
      reversedSquare ? Self.square.reversed() : Self.square, reversedHole ? Self.hole.reversed() : Self.hole,
    ])
    #expect(rings.map(signedArea) == [1, -0.25])
    #expect(rings.allSatisfy { $0.count == 5 && $0.first == $0.last })
  }

  @Test func severalPolygonsAreAMultiPolygon() throws {
    let other: Ring = Self.square.map { ($0.0 + 2, $0.1) }
    let geometry = try #require(try geometry([[[Self.square, Self.hole], [other]]]))
    #expect(geometry["type"] as? String == "MultiPolygon")
    let polygons = try #require(geometry["coordinates"] as? [[[[Double]]]])
    #expect(polygons.map(\.count) == [2, 1])
    #expect(polygons[1][0][0] == [2, 50])
  }

  @Test func anAreaWithoutPolygonsHasNullForItsGeometry() throws {
    let features = try features(try text([[], [[Self.square]]], rows: [.full, MadeUpRow(name: "b")]))
    #expect(features[0]["geometry"] is NSNull && features[0]["bbox"] == nil)
    #expect(features[1]["geometry"] is [String: Any])
    #expect((features[0]["properties"] as? NSDictionary) == ["name": "Ay", "plans": 1234])
    #expect((features[1]["properties"] as? NSDictionary) == ["name": "b", "plans": NSNull()])
  }

  /// About 11 mm; zero has no sign, and a number keeps a decimal.
  @Test(
    arguments: [
      (1.234_567_84, "1.2345678"), (1.234_567_86, "1.2345679"), (-1.234_567_86, "-1.2345679"), (0, "0.0"),
      (-0.0, "0.0"),
      (-0.000_000_04, "0.0"), (-0.000_000_06, "-0.0000001"), (0.000_000_06, "0.0000001"), (10.1, "10.1"),
      (-179.999_999_99, "-180.0"), (100, "100.0"), (-0.5, "-0.5"),
    ] as [(Double, String)])
  func sevenDecimals(longitude: Double, written: String) throws {
    let text = try text([[[[(longitude, 50), (longitude + 1, 50), (longitude + 1, 51), (longitude, 50)]]]])
    #expect(text.contains("[[[\(written), 50.0], "), "\(text)")
  }

  @Test func boxes() throws {
    let other: Ring = Self.square.map { ($0.0 - 3, $0.1 + 2) }
    let text = try text([[[Self.square]], [], [[other]]])
    #expect(try object(text)["bbox"] as? [Double] == [-3, 50, 1, 53])
    #expect(try features(text).map { $0["bbox"] as? [Double] } == [[0, 50, 1, 51], nil, [-3, 52, -2, 53]])
  }

  /// Vertices that rounding makes equal are written once; rings that it leaves without area are not written.
  @Test func whatRoundingLeavesNothingOf() throws {
    let tiny: Ring = [(0.5, 50.5), (0.500_000_01, 50.5), (0.500_000_01, 50.500_000_01), (0.5, 50.5)]
    let flat: Ring = [(0.2, 50.5), (0.4, 50.5), (0.4, 50.500_000_01), (0.2, 50.500_000_01), (0.2, 50.5)]
    #expect(try rings([Self.square, tiny, Self.hole, flat]).map(signedArea) == [1, -0.25])
    #expect(try geometry([[[tiny]]]) == nil && geometry([[[flat]]]) == nil)
    #expect(try geometry([[[tiny, Self.hole]]]) == nil, "a hole goes with its polygon")
    #expect(try geometry([[[tiny], [Self.square]]])?["type"] as? String == "Polygon")
    let double: Ring = [(0, 50), (0.000_000_01, 50), (1, 50), (1, 50), (1, 51), (0, 51), (0, 50)]
    #expect(try rings([double]) == [[[0, 50], [1, 50], [1, 51], [0, 51], [0, 50]]])
  }

  /// A neck that rounding closes: two parts that touch remain, or one polygon that touches itself nowhere.
  @Test(arguments: [0.000_000_04, 0.000_000_002]) func whatRoundingMakesTouchItselfIsValid(width: Double)
    throws
  {
    let neck: Ring = [
      (0, 50), (0.4, 50), (0.5, 50.5), (0.6, 50), (1, 50), (1, 51), (0.6, 51), (0.5, 50.5 + width), (0.4, 51),
      (0, 51), (0, 50),
    ]
    let flap: Ring = [
      (0, 50), (1, 50), (1, 50.5), (0.5, 50.25 + width), (0.75, 50.25), (0.5, 50.25), (0, 50.5), (0, 50),
    ]
    for ring in [neck, flap] {
      let table = try GeoJSONReader.read(
        FileBytes(Array(try text([[[ring]]]).utf8), name: "x.geojson"), jobs: 1)
      let context = GEOSContext()
      let shape = try GEOSGeometry(area: 0, of: table.geometry, in: context)
      #expect(try shape.validityFault() == nil)
      #expect(abs(table.geometry.area(of: 0) - Self.areas([[[ring]]]).area(of: 0)) < 1e-5)
    }
  }

  @Test func featuresHaveIdentifiersAndBoxesOfWhatIsWritten() throws {
    let dust: Ring = [(5, 55), (5.000_000_01, 55), (5.000_000_01, 55.000_000_01), (5, 55)]
    let features = try features(try text([[[Self.square], [dust]], []]))
    #expect(features.map { $0["id"] as? Int } == [1, 2])
    #expect(features[0]["bbox"] as? [Double] == [0, 50, 1, 51])
    #expect(try object(try text([[[Self.square], [dust]]]))["bbox"] as? [Double] == [0, 50, 1, 51])
  }

  /// Everything else of the report is a foreign member; names of files are quoted.
  @Test func theReportGoesWithIt() throws {
    let name = "a\"\n\u{1B}</script>"
    let text = try text(
      [[[Self.square]]], rows: [MadeUpRow(name: name)], notes: [Note("A note.", remedy: "Do this.")])
    let footprint = try #require(try object(text)["footprint"] as? [String: Any])
    #expect(
      Set(footprint.keys) == ["schema_version", "command", "parameters", "provenance", "warnings", "notes"])
    #expect(footprint["command"] as? String == "made-up")
    #expect(footprint["notes"] as? [String] == ["A note."])
    let properties = try #require(try features(text)[0]["properties"] as? [String: Any])
    #expect(properties["name"] as? String == name)
  }

  @Test func aFeatureALine() throws {
    let lines = try text(Array(repeating: [[Self.square]], count: 3)).split(separator: "\n")
    let features = lines.filter { $0.hasPrefix("{\"type\": \"Feature\", ") }
    #expect(features.count == 3)
    for line in features {
      let json = line.hasSuffix(",") ? line.dropLast() : line
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
    }
  }

  @Test func randomShapesComeBackToSevenDecimals() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let layer = try RandomLayer.make(seed: seed, side: 4, units: 3, size: 2, origin: Coordinate(-1, 50))
      let units = layer.units
      let rows = (0..<units.count).map { MadeUpRow(name: "\($0)") }
      let text = try ShapedResult(geometry: units, rows: rows).text(as: "geojson")
      #expect(throws: Never.self, "seed \(seed)") { try object(text) }
      let table = try GeoJSONReader.read(FileBytes(Array(text.utf8), name: "x.geojson"), jobs: 1)
      #expect(table.geometry.areaOffsets == units.areaOffsets, "seed \(seed)")
      #expect(table.geometry.polygonOffsets == units.polygonOffsets, "seed \(seed)")
      for area in 0..<units.count {
        #expect(
          abs(table.geometry.area(of: area) - units.area(of: area)) < 1e-5, "seed \(seed), area \(area)")
        for polygon in table.geometry.polygons(of: area) {
          for (position, ring) in table.geometry.rings(of: polygon).enumerated() {
            #expect(
              (table.geometry.signedArea(ofRing: ring) > 0) == (position == 0), "seed \(seed), area \(area)")
          }
        }
      }
    }
  }

  /// A shape that lies nowhere on Earth is refused before anything is written.
  @Test(arguments: [.nan, .infinity, -.infinity, 1e300, 361] as [Double])
  func whatIsNotAPlaceIsRefused(longitude: Double) throws {
    let ring: Ring = [(0, 50), (longitude, 50), (1, 51), (0, 50)]
    let report = try ShapedResult(geometry: Self.areas([[[ring]]]), rows: [.full]).report()
    let renderer = try #require(Renderers.all.first { $0.name == "geojson" })
    let sink = TextSink()
    let error = #expect(throws: FootprintsError.self) { try renderer.render(report, to: sink) }
    #expect(error?.kind == .fault && sink.text == "")
  }
}
