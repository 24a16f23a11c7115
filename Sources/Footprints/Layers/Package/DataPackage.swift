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

  /// The roles of tables; a resource with any other role is a layer.
  public static let tableRoles: Set<String> = [
    "population", "flows", "lookup", "organisations", "process-map", "bcf-plans", "bcf-partners",
    "bcf-contributions", "bcf-schemes", "bcf-metrics",
  ]

  /// The resources that are layers.
  package var layers: [Manifest.Resource] {
    manifest.resources.filter {
      !Self.tableRoles.contains($0.request.role ?? "")
        && ($0.format?.lowercased() ?? LayerFile.suffix($0.path)) != "csv"
    }
  }

  /// The resource with a role; the first when there are several.
  package func resource(role: String) -> Manifest.Resource? {
    manifest.resources.first { $0.request.role == role }
  }

  /// The layer with a name or, failing that, with a role.
  package func layerResource(_ name: String) -> Manifest.Resource? {
    layers.first { $0.name == name } ?? layers.first { $0.request.role == name }
  }

  /// Reads a layer.
  package func layer(_ resource: Manifest.Resource, with reader: LayerReader) throws(FootprintsError) -> Layer
  {
    try LayerFile.read(
      resource.path, in: files, format: resource.format, request: resource.request, with: reader)
  }
}
