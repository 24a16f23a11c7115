/// Where a result comes from, as JSON and as the lines at the end of a report.
public struct Provenance: Sendable {
  /// The version of this program and its results' layout.
  public static let version = "0.1.0"
  /// The version of the JSON layout; the first number changes when a name or meaning does.
  public static let schemaVersion = "1.0"

  private let inputs: Inputs

  /// Describes the provenance of a result made from these inputs.
  public init(_ inputs: Inputs) { self.inputs = inputs }

  /// The whole of it; reads every input once more for its digest.
  public var json: JSONValue {
    readDigests()
    var members: [JSONValue.Member] = []
    if let package = inputs.package {
      members.append(
        .init(
          "package",
          [
            "name": .string(package.name), "title": .string(package.title),
            "path": .string(package.file.name), "sha256": .string(package.file.sha256),
          ]))
    }
    members.append(
      .init("inputs", .array(inputs.layers.map(layer) + inputs.points.map(points) + inputs.tables.map(table)))
    )
    members.append(
      .init(
        "working_crs",
        ["definition": .string(inputs.working.definition), "name": .string(inputs.working.name)]))
    members.append(.init("operations", .array(transformations.map(operation))))
    members.append(
      .init(
        "versions",
        [
          "footprint": .string(Self.version), "geos": .string(GEOSContext.version),
          "proj": .string(projVersion),
        ]))
    members.append(.init("licence", JSONValue(inputs.licenceLines)))
    if inputs.isFictional { members.append(.init("fictional", true)) }
    return .object(members)
  }

  private func layer(_ layer: PreparedLayer) -> JSONValue {
    let origin = layer.origin
    let files = origin.files.map { ["path": .string($0.name), "sha256": .string($0.sha256)] as JSONValue }
    let all: [JSONValue.Member] = files.count > 1 ? [.init("files", .array(files))] : []
    let facts: JSONValue = [
      "name": .string(layer.name), "role": JSONValue(layer.role), "path": files.first?["path"] ?? nil,
      "sha256": files.first?["sha256"] ?? nil, "format": .string(origin.format),
      "vintage": JSONValue(layer.vintage), "resolution": .string(layer.resolution.description),
      "resolution_m": .number(layer.resolution.tolerance), "areas": .integer(layer.count),
      "features": .integer(origin.features), "vertices": .integer(origin.vertices),
      "code_field": JSONValue(origin.codeField), "label_field": JSONValue(origin.nameField),
      "crs": .string(origin.transformation.source.name),
      "operation": .string(origin.transformation.operation),
      "projection": .string(origin.approximation == nil ? "exact" : "lattice"),
      "projection_deviation_m": JSONValue(origin.approximation?.largestDeviation),
      "projection_exact_vertices": .integer(origin.approximation?.exactVertices ?? origin.vertices),
    ]
    guard case .object(let members) = facts else { return facts }
    return .object(members + all)
  }

  private func points(_ points: PointLayer) -> JSONValue {
    let origin = points.origin
    return [
      "name": .string(points.name), "role": JSONValue(points.role),
      "path": JSONValue(origin.files.first?.name), "sha256": JSONValue(origin.files.first?.sha256),
      "format": .string(origin.format), "points": .integer(points.count),
      "without_coordinates": .integer(origin.withoutCoordinates),
      "code_field": JSONValue(origin.codeField), "label_field": JSONValue(origin.nameField),
      "x_field": JSONValue(origin.xField), "y_field": JSONValue(origin.yField),
      "crs": .string(origin.transformation.source.name),
      "operation": .string(origin.transformation.operation),
      "projection": .string(origin.approximation == nil ? "exact" : "lattice"),
      "projection_deviation_m": JSONValue(origin.approximation?.largestDeviation),
    ]
  }

  private func table(_ table: Inputs.Table) -> JSONValue {
    ["role": JSONValue(table.role), "path": .string(table.file.name), "sha256": .string(table.file.sha256)]
  }

  private func operation(_ transformation: Transformation) -> JSONValue {
    [
      "source": .string(transformation.source.name), "target": .string(transformation.target.name),
      "operation": .string(transformation.operation), "accuracy_m": JSONValue(transformation.accuracy),
    ]
  }

  /// Each way into the working system once, in order of use.
  private var transformations: [Transformation] {
    (inputs.layers.map(\.origin.transformation) + inputs.points.map(\.origin.transformation)).reduce(into: [])
    { list, one in
      if !list.contains(one) { list.append(one) }
    }
  }

  /// Reads every input once more, several at the same time.
  private func readDigests() {
    FileBytes.digest(
      inputs.layers.flatMap(\.origin.files) + inputs.points.flatMap(\.origin.files)
        + inputs.tables.map(\.file), jobs: availableJobs)
  }

  /// The programs that a result was made with.
  static var versions: String {
    "Made with footprint \(version), GEOS \(GEOSContext.version) and PROJ \(projVersion)"
  }

  /// One file that a result was made from.
  struct InputRow: Sendable {
    let name, path, vintage, resolution, digest: String

    static let fields: [Field<InputRow>] = [
      .text("name", "what", "the layer’s name, or the table’s role") { $0.name },
      .text("path", "file", "where it was read") { $0.path },
      .text("vintage", "in force", "the month that it is of") { $0.vintage },
      .text("resolution", "resolution", "how far its borders may be off") { $0.resolution },
      .text("sha256", "SHA-256", "the digest of the file’s bytes") { $0.digest },
    ]
  }

  /// The files that a result was made from; reads every one once more for its digest.
  var rows: [InputRow] {
    readDigests()
    func row(_ name: String, _ file: FileBytes, _ vintage: String = "", _ resolution: String = "") -> InputRow
    {
      InputRow(
        name: name, path: inputs.pathForPeople(file.name), vintage: vintage, resolution: resolution,
        digest: file.sha256)
    }
    return inputs.layers.flatMap { layer in
      layer.origin.files.prefix(1).map {
        row(layer.name, $0, layer.vintage ?? "", layer.resolution.description)
      }
    } + inputs.points.flatMap { points in points.origin.files.prefix(1).map { row(points.name, $0) } }
      + inputs.tables.map { row($0.role ?? "table", $0.file) }
  }

  /// The lines that end every report for people: the package and the layers with their paths inside it, how they were
  /// projected, licences. The operations themselves are in the JSON.
  public var footer: [String] { footer(listingLayers: true) }

  func footer(listingLayers: Bool) -> [String] {
    [inputs.packageLine].compactMap(\.self) + (listingLayers ? layerLines + pointLines + projectionLines : [])
      + inputs.lines
  }

  private var layerLines: [String] {
    inputs.layers.map { layer in
      let title = RoleTitle.title(of: layer.role)
      let areas = title?.counted(layer.count) ?? Wording.plural(layer.count, "area")
      let facts = [layer.vintage, layer.resolution.description, areas].compactMap(\.self)
      let source = layer.origin.files.first.map { inputs.pathForPeople($0.name) } ?? layer.origin.format
      return "Layer \(layer.name): \(facts.joined(separator: ", ")), from \(source)"
    }
  }

  private var pointLines: [String] {
    inputs.points.map { points in
      let columns =
        points.origin.xField.flatMap { x in points.origin.yField.map { " by \(x) and \($0)" } } ?? ""
      let source = points.origin.files.first.map { inputs.pathForPeople($0.name) } ?? points.origin.format
      return "Points \(points.name): \(Wording.plural(points.count, "point"))\(columns), from \(source)"
    }
  }

  private var projectionLines: [String] {
    let lines = transformations.filter { $0.operation != "none" }.map { transformation in
      let accuracy = transformation.accuracy.flatMap {
        $0 > 0 ? ", accurate to \(Wording.number($0)) m" : nil
      }
      return
        "Projected from \(transformation.source.plainName) to \(transformation.target.plainName)\(accuracy ?? "")"
    }
    // Two spellings of one system are one line.
    return lines.reduce(into: []) { list, line in if !list.contains(line) { list.append(line) } }
  }
}
