/// The layers and tables of one analysis.
public struct DataPackage: Sendable {
  /// What the package says about itself.
  public let manifest: Manifest
  /// Where its files are.
  public let files: any PackageFiles

  /// Reads the manifest; the resources are read when they are needed.
  public init(_ files: any PackageFiles) throws(FootprintsError) {
    self.files = files
    manifest = try Manifest(files.bytes(at: Manifest.fileName))
  }

  /// The roles of tables; a resource with any other role is a layer.
  public static let tableRoles: Set<String> = [
    "population", "flows", "lookup", "organisations", "process-map", "bcf-plans", "bcf-partners",
    "bcf-contributions", "bcf-schemes", "bcf-metrics",
  ]

  /// The resources that are layers.
  public var layers: [Manifest.Resource] {
    manifest.resources.filter {
      !Self.tableRoles.contains($0.request.role ?? "")
        && ($0.format?.lowercased() ?? LayerFile.suffix($0.path)) != "csv"
    }
  }

  /// The resource with a role; the first when there are several.
  public func resource(role: String) -> Manifest.Resource? {
    manifest.resources.first { $0.request.role == role }
  }

  /// The layer with a name or, failing that, with a role.
  public func layerResource(_ name: String) -> Manifest.Resource? {
    layers.first { $0.name == name } ?? layers.first { $0.request.role == name }
  }

  /// Reads a layer.
  public func layer(_ resource: Manifest.Resource, with reader: LayerReader) throws(FootprintsError) -> Layer
  {
    try LayerFile.read(
      resource.path, in: files, format: resource.format, request: resource.request, with: reader)
  }
}
