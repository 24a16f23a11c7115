import Footprints
import Testing

// example: analysis
/// Which areas of one layer have a border in common, and how long it is.
enum NeighboursAnalysis: Analysis {
  static let name = "neighbours"
  static let summary = "Which areas of one layer have a border in common, and how long it is."

  struct Request: AnalysisRequest {
    /// A layer of the study, or a file.
    var layer: String
    /// Shorter borders are left out, in metres.
    var minimumLength = 0.0

    var layers: [String] { [layer] }

    func validate() throws(FootprintsError) {
      guard minimumLength >= 0 else {
        throw FootprintsError(
          .usage, "min_length is \(minimumLength), not a length of 0 m or more",
          reason: .outOfRange("min_length"))
      }
    }

    private enum CodingKeys: String, CodingKey {
      case layer
      case minimumLength = "min_length"
    }

    init(layer: String, minimumLength: Double = 0) {
      self.layer = layer
      self.minimumLength = minimumLength
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(layer: try values.decode(String.self, forKey: .layer))
      try values.update(&minimumLength, .minimumLength)
    }
  }

  static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> NeighboursResult {
    let layer = try enquiry.layer(request.layer)
    let rows = Self.borders(of: layer.geometry)
      .filter { $0.value >= request.minimumLength }
      .map { NeighboursResult.Row(a: layer.unit($0.key[0]), b: layer.unit($0.key[1]), border: $0.value) }
      .sorted { ($0.a.code, $0.b.code) < ($1.a.code, $1.b.code) }
    if rows.isEmpty {
      enquiry.note([Notice(.warning, "no-neighbours", "\(layer.name): no two areas share an edge")])
    }
    return NeighboursResult(layer: layer.name, rows: rows)
  }
}
// end

// example: borders
extension NeighboursAnalysis {
  /// The length in metres of what each pair of areas has in common, by their positions: edges from one vertex to
  /// another that both areas have.
  static func borders(of areas: MultiPolygonArray) -> [[Int]: Double] {
    var owners: [Set<Coordinate>: Int] = [:]
    var lengths: [[Int]: Double] = [:]
    for area in 0..<areas.count {
      for ring in areas.rings(ofArea: area) {
        let vertices = areas.coordinates[areas.vertices(of: ring)]
        for (a, b) in zip(vertices, vertices.dropFirst()) {
          guard let other = owners.updateValue(area, forKey: [a, b]), other != area else { continue }
          let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
          lengths[[other, area], default: 0] += length
        }
      }
    }
    return lengths
  }
}
// end

// example: result
/// The borders that the areas of a layer have in common.
struct NeighboursResult: AnalysisResult {
  struct Row: Sendable {
    var a: NamedCode
    var b: NamedCode
    var border: Double
  }

  var layer: String
  var rows: [Row]

  static let rowFields: [Field<Row>] = [
    .text("a_code", "area", "code of one area") { $0.a.code },
    .text("a_name", "name", "its name") { $0.a.name },
    .text("b_code", "neighbour", "code of the other") { $0.b.code },
    .text("b_name", "neighbour's name", "its name") { $0.b.name },
    .number("border_m", "border", unit: .metres, decimals: 0, "how long their border is") { $0.border },
  ]
  static let parameters: [Field<Self>] = [.text("layer", "layer", "the layer") { $0.layer }]
  static let fields: [Field<Self>] = [
    .records("neighbours", "the borders, by the codes of their areas", rowFields) { $0.rows }
  ]
  static let tables: [TableDeclaration<Self>] = [
    TableDeclaration("neighbours", "one row per border", rowFields) { $0.rows }
  ]

  var listable: [NamedCode] { rows.flatMap { [$0.a, $0.b] } }
  mutating func list(_ choice: inout RowChoice) {
    rows = choice.rows(rows, Self.rowFields, main: "border_m") { [$0.a, $0.b] }
  }
}
// end

// example: document
extension NeighboursResult: DocumentedResult {
  var document: Document {
    let table = Table("neighbours", Self.rowFields, rows: rows)
    return Document(
      title: "Neighbours in \(layer)",
      blocks: [
        .paragraph("\(rows.count) borders."), .table(table.selecting(["a_name", "b_name", "border_m"])),
      ])
  }
}
// end

// example: renderer
/// The main table with tabs between its cells.
struct TabsRenderer: Renderer {
  let name = "tsv"
  let suffixes = ["tsv"]
  let isSelfContained = false

  func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind.hasTables }

  func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    guard let table = report.tables.first else { return }
    try sink.write(table.columns.map(\.description.name).joined(separator: "\t") + "\n")
    for row in 0..<table.count {
      try sink.write(table[row].map(\.cell).joined(separator: "\t") + "\n")
    }
  }
}
// end

@Suite struct WritingAnAnalysisTests {
  let folder = Region.folder

  @Test func neighbours() throws {
    // example: run
    let study = try Study(package: DataPackage(PackageFolder(folder)))
    let report = try study.run(NeighboursAnalysis.self, .init(layer: "utla", minimumLength: 100)).report
    let note = try report.text(as: "md")
    let formats = Renderers.supporting(NeighboursResult.self).map(\.name)
    // end
    #expect(note.hasPrefix("# Neighbours in utla") && note.contains("FICTIONAL"))
    #expect(formats == ["table", "csv", "json", "ndjson", "xlsx", "zip", "md", "html"])
    #expect(report.tables.first?.count ?? 0 >= 3)

    // example: tabs
    let tabs = try TabsRenderer().text(of: report)
    // end
    #expect(tabs.hasPrefix("a_code\ta_name\tb_code\tb_name\tborder_m\n"))
  }

  @Test func bordersAreThoseOfBothAreas() throws {
    let areas = try MultiPolygonArray(polygons: [
      [[(0, 0), (100, 0), (100, 100), (0, 100)]], [[(100, 0), (300, 0), (300, 100), (100, 100)]],
      [[(500, 0), (600, 0), (600, 100)]],
    ])
    #expect(NeighboursAnalysis.borders(of: areas) == [[0, 1]: 100])
    let layer = try PreparedLayer("far", codes: ["A"], areas: areas.selecting([2]))
    let study = try Study(given: Study.Given(layers: [layer]))
    let answer = try study.run(NeighboursAnalysis.self, .init(layer: "far"))
    #expect(answer.inputs.notices.map(\.code) == ["no-neighbours"])
    #expect(throws: FootprintsError.self) {
      try study.run(NeighboursAnalysis.self, .init(layer: "far", minimumLength: -1))
    }
  }
}
