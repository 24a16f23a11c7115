import Footprints
import Testing

@Suite struct YourOwnLayersTests {
  @Test func squares() throws {
    // example: areas
    // Two squares of a kilometre side by side, and an area of two polygons, the second with a hole.
    let squares = try MultiPolygonArray(polygons: [
      [[(400_000, 200_000), (401_000, 200_000), (401_000, 201_000), (400_000, 201_000)]],
      [[(401_000, 200_000), (402_000, 200_000), (402_000, 201_000), (401_000, 201_000)]],
    ])
    let island = try MultiPolygonArray(multiPolygons: [
      [
        [[(400_500, 200_000), (401_000, 200_000), (401_000, 200_500), (400_500, 200_500)]],
        [
          [(401_200, 200_200), (401_800, 200_200), (401_800, 200_800), (401_200, 200_800)],
          [(401_400, 200_400), (401_600, 200_400), (401_600, 200_600), (401_400, 200_600)],
        ],
      ]
    ])
    // end
    // example: layers
    let trusts = try PreparedLayer(
      "trusts", role: "trust", codes: ["T1", "T2"], names: ["Northside", "Southside"], areas: squares)
    let sites = try PreparedLayer(
      "sites", resolution: Resolution(named: "BFC"), codes: ["S1"], areas: island)
    // end
    // example: given
    let study = try Study(given: Study.Given(layers: [trusts, sites]))
    let answer = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "trusts", y: "sites"))
    let areas = answer.result.comparison.rows.map(\.area)
    // end
    #expect(areas == [250_000, 320_000])
    // example: table
    let table = try OverlapEngine.table(trusts, sites)
    let widths = table.pairs.map(\.meanWidth)
    // end
    #expect(widths == [250, 200])
  }

  @Test func degrees() throws {
    let codes = ["A"]
    // example: degrees
    let ring = [(-1.80, 52.00), (-1.70, 52.00), (-1.70, 52.08), (-1.80, 52.08)]
    let layer = try PreparedLayer(
      "box", codes: codes, areas: MultiPolygonArray(polygons: [[ring]]), reference: "OGC:CRS84")
    // end
    #expect(abs(layer.area(of: 0) - 6.1e7) < 1e6)
  }

  @Test func tables() throws {
    let areas = #"{"type":"FeatureCollection","features":[\#(Self.feature)]}"#
    // example: memory
    let manifest = #"""
      {"name": "mine", "resources": [
        {"name": "areas", "path": "areas.geojson", "footprint": {"role": "brick"}},
        {"name": "people", "path": "people.csv", "footprint": {"role": "population"}}]}
      """#
    let files = [
      ("datapackage.json", manifest), ("areas.geojson", areas), ("people.csv", "code,population\nB1,1500\n"),
    ].map { FileBytes(Array($0.1.utf8), name: $0.0) }
    let study = try Study(package: DataPackage(EmbeddedFiles(name: "my tables", files: files)))
    // end
    #expect(try Enquiry.people(in: study) == 1500)
  }

  private static let feature = """
    {"type":"Feature","properties":{"code":"B1"},"geometry":{"type":"Polygon","coordinates":
    [[[-1.8,52],[-1.7,52],[-1.7,52.1],[-1.8,52]]]}}
    """
}

extension Enquiry {
  /// All people of a study.
  fileprivate static func people(in study: Study) throws -> Double {
    try study.run(CountAnalysis.self, CountAnalysis.Request()).result.people
  }
}

/// How many people a study has.
private enum CountAnalysis: Analysis {
  static let name = "count"
  static let summary = "How many people a study has."

  struct Request: AnalysisRequest {}

  struct Result: AnalysisResult {
    let people: Double
    static let parameters: [Field<Self>] = []
    static let fields: [Field<Self>] = [.people("people", "people", "all people") { $0.people }]
  }

  static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> Result {
    Result(people: try enquiry.bricks().total)
  }
}
