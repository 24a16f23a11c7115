/// What is in a data package, or in files, in every form it is given out in.
public struct LayersReport: Sendable {
  /// A resource that could not be read.
  public struct Failure: Sendable {
    /// The resource's name.
    public var name: String
    /// Its role.
    public var role: String?
    /// Why.
    public var error: FootprintsError

    /// Puts the parts together.
    public init(name: String, role: String?, error: FootprintsError) {
      self.name = name
      self.role = role
      self.error = error
    }
  }

  private let layers: [PreparedLayer]
  private let tables: [TableSummary]
  /// What could not be read.
  public var failures: [Failure]
  private let inputs: Inputs

  /// Reports layers and tables.
  public init(layers: [PreparedLayer], tables: [TableSummary], failures: [Failure], inputs: Inputs) {
    self.layers = layers
    self.tables = tables
    self.failures = failures
    self.inputs = inputs
  }

  private static let columns = [
    "name", "role", "vintage", "resolution_m", "resolution", "areas", "vertices", "crs", "code_field",
    "label_field", "path", "problems",
  ]

  private func values(_ layer: PreparedLayer) -> [JSONValue] {
    [
      .string(layer.name), JSONValue(layer.role), JSONValue(layer.vintage),
      .number(layer.resolution.tolerance),
      .string(layer.resolution.description), .integer(layer.count), .integer(layer.origin.vertices),
      .string(layer.origin.transformation.source.name), JSONValue(layer.origin.codeField),
      JSONValue(layer.origin.nameField),
      JSONValue(layer.origin.files.first?.name), JSONValue((layer.notices + layer.repairs.map(Notice.init)).map(\.message)),
    ]
  }

  /// One row a layer.
  public var csv: String {
    var writer = CSVWriter()
    writer.append(Self.columns)
    for layer in layers { writer.append(values(layer).map(\.cell)) }
    return writer.text
  }

  /// What a reader of the CSV must know besides.
  public var notes: [String] { inputs.lines }

  /// Layers, tables and what could not be read.
  public var json: JSONValue {
    Provenance(inputs).envelope(
      command: "layers", parameters: [:],
      results: [
        "layers": .array(
          layers.map { .object(zip(Self.columns, values($0)).map { JSONValue.Member($0, $1) }) }),
        "tables": .array(
          tables.map {
            [
              "name": .string($0.name), "role": JSONValue($0.role), "rows": .integer($0.rows),
              "columns": JSONValue($0.columns),
              "path": .string($0.path), "problems": JSONValue($0.notices.map(\.message)),
            ]
          }),
        "unreadable": .array(
          failures.map {
            ["name": .string($0.name), "role": JSONValue($0.role), "error": .string($0.error.description)]
          }),
      ])
  }

  /// The same for people.
  public var document: Document {
    var blocks: [Document.Block] = []
    if !layers.isEmpty {
      blocks += [
        .heading("Layers"),
        .table(
          DocumentTable(
            [
              .words("name"), .words("role"), .words("vintage"), .words("resolution"), .numbers("areas"),
              .numbers("vertices"),
              .words("reference system"), .words("code field"), .words("name field"),
            ],
            layers.map {
              [
                $0.name, $0.role ?? "", $0.vintage ?? "", $0.resolution.description,
                Wording.grouped($0.count),
                Wording.grouped($0.origin.vertices), $0.origin.transformation.source.name,
                $0.origin.codeField ?? "none: numbered",
                $0.origin.nameField ?? "none: the code",
              ]
            })),
      ]
    }
    if !tables.isEmpty {
      blocks += [
        .heading("Tables"),
        .table(
          DocumentTable(
            [.words("name"), .words("role"), .numbers("rows"), .words("columns")],
            tables.map {
              [$0.name, $0.role ?? "", Wording.grouped($0.rows), $0.columns.joined(separator: ", ")]
            })),
      ]
    }
    let problems =
      failures.map(\.error.description)
      + layers.flatMap { layer in (layer.notices + layer.repairs.map(Notice.init)).map { "\(layer.name): \($0.message)" } }
      + tables.flatMap { $0.notices.map(\.message) }
    blocks += [.heading("Problems"), problems.isEmpty ? .paragraph("None found.") : .list(problems)]
    let title = inputs.package.map { "\($0.title) (\($0.name))" } ?? "Layers"
    return Document(
      title: title, blocks: blocks,
      footer: inputs.lines)
  }
}
