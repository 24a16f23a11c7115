/// The layers and tables of one analysis: a Frictionless data package (https://datapackage.org) with roles, as
/// `docs/data-package.md` describes it.
///
/// Its files are in a folder (``PackageFolder``), in memory (``EmbeddedFiles``), or wherever a program's own
/// ``PackageFiles`` finds them.
public struct DataPackage: Sendable {
  /// What the package says about itself.
  package let manifest: Manifest
  /// Where its files are.
  package let files: any PackageFiles
  /// The resources that are layers.
  package let layers: [Manifest.Resource]
  /// The resources that are certainly points: those of the roles of points, and small areas in a table.
  package let points: [Manifest.Resource]
  /// The positions among the layers by name and by role; packages can have thousands.
  private let layerNames: [String: Int]
  private let layerPlaces: [String: [Int]]

  /// Reads the manifest, `datapackage.json`; the resources are read when they are needed.
  ///
  /// Throws `noInput` without one, `badData` where it cannot be used.
  public init(_ files: any PackageFiles) throws(FootprintsError) {
    self.files = files
    manifest = try Manifest(files.bytes(at: Manifest.fileName))
    layers = manifest.resources.filter {
      !Self.tableRoles.contains($0.request.role ?? "") && !Self.pointRoles.contains($0.request.role ?? "")
        && !$0.isTable
    }
    points = manifest.resources.filter {
      Self.pointRoles.contains($0.request.role ?? "") || ($0.request.role == "brick" && $0.isTable)
    }
    layerNames = Dictionary(zip(layers.map(\.name), layers.indices)) { first, _ in first }
    layerPlaces = Dictionary(grouping: layers.indices) { [layers] in layers[$0].request.role ?? "" }
  }

  /// The package's name.
  public var name: String { manifest.name }
  /// The package's title; its name where it has none.
  public var title: String { manifest.title }
  /// Whether the package describes no real place, which every output says.
  public var isFictional: Bool { manifest.isFictional }
  /// The lines about licence and source that every output carries.
  public var licenceLines: [String] { manifest.licenceLines }

  /// The roles that layers have; any other role is allowed.
  static let layerRoles: Set<String> = [
    "ccg", "ltla", "utla", "stp", "trust", "hwb", "brick", "icb", "sicbl", "strategic-authority",
    "nhs-region",
    "cancer-alliance", "place", "neighbourhood", "proposed",
  ]

  /// The roles of points: any points, such as postcodes; where in each small area its people are taken to live; where trusts have
  /// hospitals.
  static let pointRoles: Set<String> = ["points", "brick-points", "sites"]

  /// The roles of tables; a resource with any other role is a layer.
  public static let tableRoles: Set<String> = [
    "population", "flows", "lookup", "organisations", "process-map", "bcf-plans", "bcf-partners",
    "bcf-contributions", "bcf-schemes", "bcf-metrics", "bcf-conditions", "bcf-cells", "bcf-words", "aliases",
    "succession", "presets",
  ]

  /// The codes of what is said of a package as a whole.
  static let noticeCodes: Set<String> = ["role-not-read", "people-not-counted"]

  /// Warnings about tables with roles that no analysis reads.
  var unreadTables: [Notice] {
    let roles = Self.tableRoles
    let layerNames = Set((layers + points).map(\.name))
    return manifest.resources.filter { resource in
      !layerNames.contains(resource.name) && resource.request.role.map(roles.contains) == false
    }.map { resource in
      Notice(
        .warning, "role-not-read",
        "\(manifest.file.name): nothing reads tables of the role '\(resource.request.role ?? "")', which the resource '\(resource.name)' has; the roles of tables are \(CodeList(roles.sorted(), limit: 20))"
      )
    }
  }

  /// The resources with a role, in the order of the package.
  package func resources(role: String) -> [Manifest.Resource] {
    manifest.resources.filter { $0.request.role == role }
  }

  /// The layer with a name; nil when there is none.
  package func layer(named name: String) -> Manifest.Resource? { layerNames[name].map { layers[$0] } }

  /// The points with a name or, failing that, with a role; nil when there are none. Throws `badData` where several have
  /// the role.
  package func pointResource(_ name: String) throws(FootprintsError) -> Manifest.Resource? {
    if let named = points.first(where: { $0.name == name }) { return named }
    let found = points.filter { $0.request.role == name.lowercased() }
    guard found.count > 1 else { return found.first }
    throw FootprintsError(
      .badData, "\(found.count) resources have the role '\(name)': \(CodeList(found.map(\.name)))",
      file: manifest.file.name, remedy: "Ask for one by its name, or give the others another role.")
  }

  /// Whether there are small areas, as areas or as points.
  package var hasBricks: Bool { hasLayer(role: "brick") || points.contains { $0.request.role == "brick" } }

  /// Whether a layer has a role.
  package func hasLayer(role: String) -> Bool { !layers(role: role).isEmpty }

  private func layers(role: String) -> [Manifest.Resource] {
    // A layer without a role has none, not an empty one.
    role.isEmpty ? [] : layerPlaces[role, default: []].map { layers[$0] }
  }

  /// Whether a layer has a name or role.
  package func has(_ layer: String) -> Bool {
    self.layer(named: layer) != nil || hasLayer(role: layer.lowercased())
  }

  /// The layer with a name or, failing that, with a role.
  ///
  /// Throws `badData` where several have the role: the first is no better than the others.
  package func layerResource(_ name: String) throws(FootprintsError) -> Manifest.Resource? {
    if let named = layer(named: name) { return named }
    return try layerResource(role: name.lowercased())
  }

  /// The layer with a role.
  ///
  /// Throws `badData` where several have it.
  package func layerResource(role: String) throws(FootprintsError) -> Manifest.Resource? {
    let found = layers(role: role)
    guard found.count > 1 else { return found.first }
    throw FootprintsError(
      .badData, "\(found.count) layers have the role '\(role)': \(CodeList(found.map(\.name)))",
      file: manifest.file.name, remedy: "Ask for one by its name, or give the others another role.")
  }

  /// Reads a layer.
  package func layer(_ resource: Manifest.Resource, with reader: LayerReader) throws(FootprintsError) -> Layer
  {
    guard resource.paths.count == 1 else {
      throw FootprintsError(
        .badData, "the layer \(resource.name) has \(resource.paths.count) files", file: manifest.file.name,
        remedy: "Only tables can be in parts: join the files, or make each a layer.")
    }
    return try LayerFile.read(
      resource.path, in: files, format: resource.format, request: resource.request, with: reader)
  }
}
