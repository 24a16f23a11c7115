/// Everything one run works with: the data package, if any, and how layers are read.
///
/// Finds layers and tables by name, repairs what is invalid, and puts analyses together. It keeps nothing
/// between calls.
public struct Workbench: Sendable {
  /// What a user may say about layer files that are in no package.
  public struct FileOptions: Sendable {
    /// The field of the codes.
    public var codeField: String?
    /// The field of the names.
    public var nameField: String?
    /// The reference system of files that do not state their own.
    public var sourceReference: String?
    /// The resolution of the boundaries.
    public var resolution: Resolution?

    /// Nothing said.
    public init() {}
  }

  /// The package in use; nil when a user only names files and there is none.
  public let package: DataPackage?
  /// How layers are read.
  public let reader: LayerReader

  /// Is told what is being done, for whoever waits.
  public let progress: @Sendable (String) -> Void

  /// Puts the parts together.
  public init(
    package: DataPackage?, reader: LayerReader, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.package = package
    self.reader = reader
    self.progress = progress
  }

  /// A layer by the name or role of a resource, else by the path of a file; valid, and projected.
  public func layer(
    _ argument: String, options: FileOptions = FileOptions()
  ) throws(FootprintsError) -> PreparedLayer {
    progress("reading \(argument)")
    let layer: Layer
    if let package, let resource = package.layerResource(argument) {
      layer = try self.layer(resource, of: package, options)
    } else if FileBytes.exists(LayerFile.split(argument).file) {
      var request = LayerRequest(name: Self.fileName(argument))
      request.codeField = options.codeField
      request.nameField = options.nameField
      request.fallbackReference = options.sourceReference
      request.resolution = options.resolution
      layer = try LayerFile.read(argument, request: request, with: reader)
    } else {
      throw unknownLayer(argument)
    }
    return try prepared(layer)
  }

  /// Makes a layer fit for analysis: valid areas, in the order of their codes.
  private func prepared(_ layer: consuming Layer) throws(FootprintsError) -> PreparedLayer {
    progress("checking \(layer.name)")
    return try PreparedLayer(layer, jobs: reader.jobs)
  }

  /// The overlap table of two layers.
  func overlapTable(_ x: PreparedLayer, _ y: PreparedLayer) throws(FootprintsError) -> OverlapTable {
    progress("overlapping \(x.name) and \(y.name)")
    return try OverlapEngine.table(x, y, jobs: reader.jobs)
  }

  private func layer(
    _ resource: Manifest.Resource, of package: DataPackage, _ options: FileOptions = FileOptions()
  ) throws(FootprintsError) -> Layer {
    var resource = resource
    if let field = options.codeField { resource.request.codeField = field }
    if let field = options.nameField { resource.request.nameField = field }
    resource.request.fallbackReference = options.sourceReference
    if let resolution = options.resolution { resource.request.resolution = resolution }
    return try package.layer(resource, with: reader)
  }

  /// The layer with a role; nil when the package has none.
  func layer(role: String) throws(FootprintsError) -> PreparedLayer? {
    guard let package, let resource = package.layers.first(where: { $0.request.role == role }) else {
      return nil
    }
    progress("reading \(resource.name)")
    return try prepared(self.layer(resource, of: package))
  }

  private func unknownLayer(_ argument: String) -> FootprintsError {
    let looksLikeFile = argument.contains("/") || !LayerFile.suffix(argument).isEmpty
    guard let package else {
      return FootprintsError(
        .noInput, "no such file", file: argument,
        remedy: "Check the path; without a data package, layers are files.")
    }
    if looksLikeFile {
      return FootprintsError(
        .noInput, "no such file", file: argument, remedy: "Check the spelling of the path.")
    }
    return FootprintsError(
      .usage, "unknown layer '\(argument)': neither in \(package.files.name) nor a file",
      remedy: suggestion(for: argument, among: package.layers.map(\.name), kind: "layers"))
  }

  /// The last part of a path, without the suffix.
  private static func fileName(_ path: String) -> String {
    let (file, inner) = LayerFile.split(path)
    if let inner { return inner }
    let name = String(file.split(separator: "/").last ?? "")
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
