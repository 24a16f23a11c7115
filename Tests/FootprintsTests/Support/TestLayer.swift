import Footprints

/// Layers, bricks and areas that tests make up, through the product's own reader.
enum TestLayer {
  /// A layer in British National Grid whose codes are the prefix and the position.
  static func make(
    _ name: String, _ geometry: MultiPolygonArray, codes: [String]? = nil, resolution: String? = "20",
    codePrefix: [String]? = nil, role: String? = nil, vintage: String? = nil
  ) throws -> PreparedLayer {
    let codes = codes ?? (0..<geometry.count).map { "\(name)\($0)" }
    var request = LayerRequest(name: name)
    request.codeField = "code"
    request.codePrefix = codePrefix
    request.role = role
    request.vintage = vintage
    request.resolution = resolution.flatMap(Resolution.init(stated:))
    let table = FeatureTable(
      geometry: geometry,
      shapes: (0..<geometry.count).map { geometry.polygons(of: $0).isEmpty ? .none : .polygon },
      attributes: Codes(codes: codes), reference: .definition(ReferenceSystem.britishNationalGrid))
    let reader = LayerReader(working: try .working(ReferenceSystem.britishNationalGrid), jobs: 1)
    return try PreparedLayer(reader.layer(table, from: [], format: "test", request: request), jobs: 1)
  }

  /// Bricks with people.
  static func bricks(_ geometry: MultiPolygonArray, people: [Double]) throws -> Bricks {
    let layer = try make("b", geometry)
    return try Bricks(layer, try population(layer.codes, people))
  }

  /// A population table.
  static func population(_ codes: [String], _ people: [Double]) throws -> PopulationTable {
    let rows = zip(codes, people).map { "\($0),\($1)\n" }.joined()
    return try PopulationTable(CSVTable(Array("code,population\n\(rows)".utf8), file: "population.csv"))
  }

  /// Areas of axis-parallel rectangles, each area a list of (left, bottom, right, top).
  static func rectangles(_ areas: [[(Double, Double, Double, Double)]]) -> MultiPolygonArray {
    var array = MultiPolygonArray()
    for area in areas {
      for (left, bottom, right, top) in area {
        for (x, y) in [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)] {
          array.append(Coordinate(400_000 + x, 200_000 + y))
        }
        array.endRing()
        array.endPolygon()
      }
      array.endArea()
    }
    return array
  }

  private struct Codes: FeatureAttributes {
    let codes: [String]
    let fields = ["code"]

    func values(of field: String) throws(FootprintsError) -> [String?] {
      codes.map { field == "code" ? $0 : nil }
    }
  }
}
