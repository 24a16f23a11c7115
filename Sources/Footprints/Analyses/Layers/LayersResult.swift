/// The layers and tables of a package, or of files, and what could not be read.
public struct LayersResult: AnalysisResult {
  /// What a table of a package holds.
  public struct TableSummary: Sendable {
    /// The resource's name.
    public var name: String
    /// Its role.
    public var role: String?
    /// The number of rows.
    public var rows: Int
    /// The names of the columns.
    public var columns: [String]
    /// The path as the user would write it.
    public var path: String
    /// What the reader had to say.
    public var notices: [Notice]
  }

  /// A resource that could not be read.
  public struct Failure: Sendable {
    /// The resource's name.
    public var name: String
    /// Its role.
    public var role: String?
    /// Why.
    public var error: FootprintsError
  }

  /// The package's title and name; nil without a package.
  public let title: String?
  /// The layers.
  public internal(set) var layers: [PreparedLayer] = []
  /// The points.
  public internal(set) var points: [PointLayer] = []
  /// The tables.
  public internal(set) var tables: [TableSummary] = []
  /// What could not be read.
  public internal(set) var failures: [Failure] = []
  /// What was noticed when layers and tables of a package were brought together.
  public internal(set) var problems: [Notice] = []

  init(title: String?) { self.title = title }

  /// Done, or why something could not be read.
  public var completion: Completion { failures.isEmpty ? .done : .partly(failures.map(\.error)) }

  /// The layers and tables, by name or role.
  public var listable: [NamedCode] { layers.map(Self.unit) + points.map(Self.unit) + tables.map(Self.unit) }

  /// Layers first, then points, then tables. What could not be read stays: nobody should miss it.
  public mutating func list(_ choice: inout RowChoice) {
    layers = choice.rows(layers, Self.layerFields) { [Self.unit($0)] }
    points = choice.rows(points, Self.pointFields) { [Self.unit($0)] }
    tables = choice.rows(tables, Self.tableFields) { [Self.unit($0)] }
  }

  private static func unit(_ layer: PreparedLayer) -> NamedCode {
    NamedCode(code: layer.name, name: layer.role ?? "")
  }
  private static func unit(_ points: PointLayer) -> NamedCode {
    NamedCode(code: points.name, name: points.role ?? "")
  }
  private static func unit(_ table: TableSummary) -> NamedCode {
    NamedCode(code: table.name, name: table.role ?? "")
  }

  /// Nothing is asked for but names.
  public static let parameters: [Field<LayersResult>] = []

  /// Layers, tables and what could not be read.
  public static let fields: [Field<LayersResult>] = [
    .records("layers", "the layers", layerFields) { $0.layers },
    .records("points", "the points", pointFields) { $0.points },
    .records("tables", "the tables", tableFields) { $0.tables },
    .records("unreadable", "what could not be read", failureFields) { $0.failures },
    .records("problems", "what layers and tables of a package have against each other", problemFields) {
      $0.problems
    },
  ]

  /// The layers.
  public static let tables: [TableDeclaration<LayersResult>] = [
    TableDeclaration("layers", "one row per layer", layerFields) { $0.layers },
    TableDeclaration("points", "one row per resource of points", pointFields) { $0.points },
    TableDeclaration("tables", "one row per table", tableFields) { $0.tables },
    TableDeclaration("unreadable", "one row for each that could not be read", failureFields) { $0.failures },
    TableDeclaration("problems", "one row for each problem between layers and tables", problemFields) {
      $0.problems
    },
  ]

  static let layerFields: [Field<PreparedLayer>] = [
    .text("name", "name", "the resource’s name, or the file’s") { $0.name },
    .text("role", "role", "what the areas are") { $0.role },
    .text("vintage", "vintage", "the month the boundaries were in force") { $0.vintage },
    .number(
      "resolution_m", "tolerance", unit: .metres, decimals: 0,
      "how far generalisation may have moved a boundary"
    ) { $0.resolution.tolerance },
    .text("resolution", "resolution", "the same in words, and how it is known") { $0.resolution.description },
    .text(
      "clip", "clip",
      "where areas on the coast end: coast (mean high water) or realm (its full extent); null where no product is named"
    ) { $0.resolution.clip?.rawValue },
    .count("areas", "areas", "how many areas") { $0.count },
    .count("vertices", "vertices", "how many vertices the file has") { $0.origin.vertices },
    .text("crs", "reference system", "the file’s reference system") { $0.origin.transformation.source.name },
    .text("code_field", "code field", "the field of the codes; null where areas are numbered") {
      $0.origin.codeField
    }.orElse("none"),
    .text("label_field", "name field", "the field of the names; null where the areas of the file have none") {
      $0.origin.nameField
    },
    .text("path", "path", "the file") { $0.origin.files.first?.name },
    .texts("problems", "problems", "what was found while reading it") {
      $0.noticed.map(\.message)
    },
  ]

  static let pointFields: [Field<PointLayer>] = [
    .text("name", "name", "the resource’s name, or the file’s") { $0.name },
    .text("role", "role", "what the points are") { $0.role },
    .count("points", "points", "how many points") { $0.count },
    .count("without_coordinates", "without coordinates", "how many of them have none") {
      $0.origin.withoutCoordinates
    },
    .text("crs", "reference system", "the file’s reference system") { $0.origin.transformation.source.name },
    .text("code_field", "code field", "the field of the identifiers; null where points are numbered") {
      $0.origin.codeField
    }.orElse("none"),
    .text("x_field", "x", "the column of eastings or longitudes; null in GeoJSON") { $0.origin.xField },
    .text("y_field", "y", "the column of northings or latitudes; null in GeoJSON") { $0.origin.yField },
    .text("path", "path", "the file") { $0.origin.files.first?.name },
    .texts("problems", "problems", "what was found while reading them") { $0.notices.map(\.message) },
  ]

  static let tableFields: [Field<TableSummary>] = [
    .text("name", "name", "the resource’s name") { $0.name },
    .text("role", "role", "what the table holds") { $0.role },
    .count("rows", "rows", "how many rows follow the header") { $0.rows },
    .texts("columns", "columns", "the names of the columns") { $0.columns },
    .text("path", "path", "the file") { $0.path },
    .texts("problems", "problems", "what was found while reading it") { $0.notices.map(\.message) },
  ]

  private static let problemFields: [Field<Notice>] = [
    .text("severity", "severity", "`warning`, or `information` where nothing is wrong") {
      $0.severity.rawValue
    },
    .text("code", "code", "a short stable word for the kind of problem") { $0.code },
    .text("message", "message", "the problem, a sentence") { $0.message },
  ]

  private static let failureFields: [Field<Failure>] = [
    .text("name", "name", "the resource’s name, or what was asked for") { $0.name },
    .text("role", "role", "its role") { $0.role },
    .text("error", "error", "why it could not be read") { $0.error.description },
  ]
}

extension PreparedLayer {
  /// What was noticed while reading and repairing.
  fileprivate var noticed: [Notice] { notices + repairs.map(Notice.init) }
}

extension LayersResult: DocumentedResult {
  /// Yes, as its first table.
  public static var listsItsLayers: Bool { true }

  /// Layers, tables, problems.
  public var document: Document {
    var blocks: [Document.Block] = []
    if !layers.isEmpty { blocks += [.heading("Layers"), .table(layerTable)] }
    if !points.isEmpty {
      let table = Table("points", Self.pointFields, rows: points)
      blocks += [
        .heading("Points"),
        .table(
          table.selecting(["name", "role", "points", "without_coordinates", "crs", "code_field"])
            .showing(leavingOut: ["role", "crs"])),
      ]
    }
    if !tables.isEmpty {
      let table = Table("tables", Self.tableFields, rows: tables)
      blocks += [
        .heading("Tables"),
        .table(table.selecting(["name", "role", "rows", "columns"]).showing(leavingOut: ["role"])),
      ]
    }
    // What needs no attention, such as a repair of less than 1 m2, is for those who ask for all of it.
    let noticed =
      layers.flatMap { layer in layer.noticed.map { (prefix: "\(layer.name): ", notice: $0) } }
      + points.flatMap { points in points.notices.map { (prefix: "\(points.name): ", notice: $0) } }
      + tables.flatMap { $0.notices.map { (prefix: "", notice: $0) } }
      + self.problems.map { (prefix: "", notice: $0) }
    let problems =
      failures.map { Note($0.error) }
      + noticed.filter { $0.notice.severity == .warning }.map { Note($0.prefix + $0.notice.message) }
    let nothing = noticed.isEmpty ? "None found." : "None that needs attention. JSON lists the rest."
    blocks += [.heading("Problems"), problems.isEmpty ? .paragraph(nothing) : .notes(problems)]
    return Document(title: title ?? "Layers", blocks: blocks)
  }

  private var layerTable: Table {
    let names: Field<PreparedLayer> = .text("label_field", "name field", "") { layer in
      layer.origin.nameField
        ?? (layer.names == layer.codes ? "none: the code" : "from the table of organisations")
    }
    let fields = Self.layerFields.map { $0.description.name == "label_field" ? names : $0 }
    return Table("layers", fields, rows: layers).selecting([
      "name", "role", "vintage", "resolution", "areas", "vertices", "crs", "code_field", "label_field",
    ]).showing(leavingOut: ["crs", "vertices", "label_field", "role", "resolution"])
  }
}
