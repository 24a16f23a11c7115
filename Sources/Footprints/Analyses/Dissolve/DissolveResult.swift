/// The areas of a layer united by groups.
public struct DissolveResult: AnalysisResult {
  /// The areas of a group united.
  struct Row: Sendable {
    let group: NamedCode
    let areas: Int
    let area: Double
    let parts: Int
    let holes: Int
    let people: Double?
    /// The position of its shape.
    let place: Int
  }

  /// The layer whose areas were united.
  public let layer: PreparedLayer
  /// One area per group, in metres, in the order of the groups' codes.
  public let geometry: MultiPolygonArray
  private(set) var rows: [Row]
  private let field: String?
  private let table: String?
  private let gaps: NarrowGaps
  private let countsPeople: Bool
  let jobs: Int

  init(
    layer: PreparedLayer, grouping: AreaGrouping, dissolved: DissolvedLayer, people: [Double]?, jobs: Int
  ) throws(FootprintsError) {
    let geometry = dissolved.geometry
    var counts = [Int](repeating: 0, count: grouping.groups.count)
    for case let group? in grouping.groupOfArea { counts[group] += 1 }
    let areas = try parallelMap(count: geometry.count, jobs: jobs) { geometry.area(of: $0) }
    rows = grouping.groups.indices.map { group in
      let polygons = geometry.polygons(of: group).count
      return Row(
        group: grouping.groups[group], areas: counts[group], area: areas[group], parts: polygons,
        holes: geometry.rings(ofArea: group).count - polygons, people: people?[group], place: group)
    }
    self.layer = layer
    self.geometry = geometry
    (field, table) = (grouping.field, grouping.table)
    gaps = NarrowGaps(in: geometry)
    countsPeople = people != nil
    self.jobs = jobs
  }

  /// The groups.
  public var listable: [NamedCode] { rows.map(\.group) }

  /// The groups that are listed.
  public mutating func list(_ choice: inout RowChoice) {
    rows = choice.rows(rows, Self.rowFields, showing: conditions, main: "area_m2") { [$0.group] }
  }

  private var conditions: Set<Condition> { countsPeople ? [.people] : [] }

  static let rowFields: [Field<Row>] = [
    .text("code", "code", "the group’s code; the layer’s name where all areas are one group") {
      $0.group.code
    },
    .text("name", "name", "its name, where the file or table has one") { $0.group.name },
    .count("areas", "areas", "how many areas of the layer belong to it") { $0.areas },
    .area("area_m2", "area", "how large the united area is") { $0.area },
    .count("parts", "parts", "how many polygons it consists of") { $0.parts },
    .count("holes", "holes", "how many holes they have") { $0.holes },
    .people(
      "population", "people",
      "the people who live in its areas, each small area counted where most of it lies"
    ) {
      $0.people
    }.when(.people),
  ]

  /// What was asked for.
  public static let parameters: [Field<DissolveResult>] = [
    .text("layer", "layer", "the layer") { $0.layer.name },
    .text(
      "by", "by", "the field or column that says which group an area belongs to; null where all are one group"
    ) {
      $0.field
    },
    .text("lookup", "lookup", "the table that the column is of; null where the layer’s file has the groups") {
      $0.table
    },
  ]

  /// The groups.
  public static let fields: [Field<DissolveResult>] = [
    .records("groups", "the groups, by their codes", rowFields, showing: { $0.conditions }) { $0.rows }
  ]

  /// The groups.
  public static let tables: [TableDeclaration<DissolveResult>] = [
    TableDeclaration("groups", "one row per group", rowFields, showing: { $0.conditions }) { $0.rows }
  ]

  /// How the shapes came about.
  public var notes: [Note] { gaps.notes }
}

/// Holes so narrow that they are gaps between areas, which were drawn each on its own, rather than ground that belongs to
/// none.
private struct NarrowGaps: Sendable {
  private var count = 0
  private var area = 0.0

  /// A hole is a gap if its area is less than that of a strip as long as half its outline and 1 m wide.
  init(in geometry: MultiPolygonArray) {
    for polygon in 0..<geometry.polygonCount {
      for ring in geometry.rings(of: polygon).dropFirst() {
        let vertices = geometry.coordinates[geometry.vertices(of: ring)]
        let size = abs(geometry.signedArea(ofRing: ring))
        let length = zip(vertices, vertices.dropFirst()).reduce(0.0) { sum, edge in
          let (dx, dy) = (edge.1.x - edge.0.x, edge.1.y - edge.0.y)
          return sum + (dx * dx + dy * dy).squareRoot()
        }
        guard 2 * size < length else { continue }
        count += 1
        area += size
      }
    }
  }

  var notes: [Note] {
    if count == 0 { return [] }
    return [
      Note(
        "\(Wording.plural(count, "hole")) narrower than 1 m on average, \(Wording.area(area)) in all: gaps between areas that do not share their edges there."
      )
    ]
  }
}

extension DissolveResult: DocumentedResult {
  /// The groups.
  public var document: Document {
    let by = field.map { " by \($0)" } ?? ""
    let table = Table("groups", Self.rowFields, rows: rows, showing: conditions)
      .showing(mostOf: "area_m2", leavingOut: ["holes", "parts", "name"])
    var blocks: [Document.Block] = [
      .paragraph(
        "\(layer.title.place.counted(layer.count)) united into \(Wording.plural(geometry.count, "area"))."
      )
    ]
    if !rows.isEmpty { blocks.append(.table(table)) }
    if !notes.isEmpty { blocks += [.heading("Notes"), .notes(notes)] }
    return Document(title: "\(layer.heading) dissolved\(by)", blocks: blocks)
  }
}

extension DissolveResult: GeographicResult {
  /// The united areas in longitude and latitude.
  public func features() throws(FootprintsError) -> FeatureCollection {
    let shapes = rows.count == geometry.count ? geometry : geometry.selecting(rows.map(\.place))
    var features = FeatureCollection(
      name: field.map { "\(layer.name)-\($0)" } ?? layer.name,
      geometry: try shapes.longitudeLatitude(reversing: layer.origin.transformation, jobs: jobs),
      properties: Table("groups", Self.rowFields, rows: rows, showing: conditions))
    features.identifiers = rows.map(\.group.code)
    features.jobs = jobs
    return features
  }
}
