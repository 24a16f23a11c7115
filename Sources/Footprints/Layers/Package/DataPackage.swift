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

  /// Reads the manifest, `datapackage.json`; the resources are read when they are needed.
  ///
  /// Throws `noInput` without one, `badData` where it cannot be used.
  public init(_ files: any PackageFiles) throws(FootprintsError) {
    self.files = files
    manifest = try Manifest(files.bytes(at: Manifest.fileName))
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

  /// The roles of tables; a resource with any other role is a layer.
  public static let tableRoles: Set<String> = [
    "population", "flows", "lookup", "organisations", "process-map", "bcf-plans", "bcf-partners",
    "bcf-contributions", "bcf-schemes", "bcf-metrics", "aliases",
  ]

  /// The resources that are layers.
  package var layers: [Manifest.Resource] {
    manifest.resources.filter {
      !Self.tableRoles.contains($0.request.role ?? "")
        && ($0.format?.lowercased() ?? LayerFile.suffix($0.path)) != "csv"
    }
  }

  /// The resources with a role, in the order of the package.
  package func resources(role: String) -> [Manifest.Resource] {
    manifest.resources.filter { $0.request.role == role }
  }

  /// Whether a layer has a name or role.
  package func has(_ layer: String) -> Bool {
    layers.contains { $0.name == layer || $0.request.role == layer.lowercased() }
  }

  /// The layer with a name or, failing that, with a role.
  ///
  /// Throws `badData` where several have the role: the first is no better than the others.
  package func layerResource(_ name: String) throws(FootprintsError) -> Manifest.Resource? {
    if let named = layers.first(where: { $0.name == name }) { return named }
    return try layerResource(role: name.lowercased())
  }

  /// The layer with a role.
  ///
  /// Throws `badData` where several have it.
  package func layerResource(role: String) throws(FootprintsError) -> Manifest.Resource? {
    let found = layers.filter { $0.request.role == role }
    guard found.count > 1 else { return found.first }
    throw FootprintsError(
      .badData, "\(found.count) layers have the role '\(role)': \(CodeList(found.map(\.name)))",
      file: manifest.file.name, remedy: "Ask for one by its name, or give the others another role.")
  }

  /// Reads a layer.
  package func layer(_ resource: Manifest.Resource, with reader: LayerReader) throws(FootprintsError) -> Layer
  {
    try LayerFile.read(
      resource.path, in: files, format: resource.format, request: resource.request, with: reader)
  }
}
