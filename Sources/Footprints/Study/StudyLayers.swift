/// What a user may say about a layer besides its name.
public struct LayerOptions: Sendable, Hashable, Codable {
  /// The field of the codes.
  public var codeField: String?
  /// The field of the names.
  public var nameField: String?
  /// The resolution of the boundaries, as a data package states it: `BUC`, or metres.
  public var resolution: String?
  /// The field that says which group an area belongs to, for who needs groups; it is no part of what a request says.
  package var groupField: String?
  /// Whether several areas with one code are told apart, for whoever looks for faults; no part of what a request says.
  package var keepsDuplicates = false

  /// Nothing said.
  public init(codeField: String? = nil, nameField: String? = nil, resolution: String? = nil) {
    self.codeField = codeField
    self.nameField = nameField
    self.resolution = resolution
  }

  private enum CodingKeys: String, CodingKey {
    case codeField = "code"
    case nameField = "label"
    case resolution
  }
}

extension Study {
  /// A layer by the name or role of a given one or a resource, else by the path of a file; made once, then kept.
  ///
  /// Throws `usage` for a name that is not known, with the nearest, and for a given layer of another working system;
  /// `noInput` for a file that is not there; `badData` for one that cannot be used.
  ///
  /// - Parameters:
  ///   - name: a name, a role, or a path; a path names a Shapefile inside a zip archive after `#`. Two of them joined by `+`
  ///     are the pieces of both layers (``PreparedLayer/init(piecesOf:and:jobs:)``).
  ///   - options: what is said about the file besides its name; for a given layer only the resolution counts.
  public func layer(
    _ name: String, options: LayerOptions = LayerOptions()
  ) throws(FootprintsError) -> PreparedLayer {
    if let layer = given.layers.first(where: { $0.name == name })
      ?? given.layers.first(where: { $0.role == name })
    {
      try checkWorking(layer)
      return try options.stating(layer)
    }
    if let package, let resource = try package.layerResource(name) {
      return try layer(resource, of: package, options)
    }
    try VectorFormats.refuseAddress(name)
    guard FileBytes.exists(LayerFile.split(name).file) else {
      guard let parts = Self.parts(of: name) else { throw unknownLayer(name) }
      let (x, y) = (try layer(parts.x), try layer(parts.y))
      let pieces = try kept.value("pieces \(x.identity) \(y.identity)") { () throws(FootprintsError) in
        settings.progress("overlapping \(x.name) and \(y.name)")
        return try PreparedLayer(piecesOf: x, and: y, jobs: settings.jobs)
      }
      return try options.stating(pieces)
    }
    return try kept.value("file \(name) \(options)") { () throws(FootprintsError) in
      settings.progress("reading \(name)")
      var request = LayerRequest(name: LayerFile.baseName(name))
      try options.apply(to: &request)
      request.fallbackReference = settings.fallbackReference
      return try prepared(LayerFile.read(name, request: request, with: reader))
    }
  }

  /// Points by the name or role of a resource, else by the path of a file; read once, then kept.
  ///
  /// Throws `usage` for a name that is not known, with the nearest; `noInput` for a file that is not there; `badData` for
  /// one that has no points or does not say where they are.
  ///
  /// - Parameters:
  ///   - name: a name, a role, or a path of a CSV, GeoJSON or GeoPackage file.
  ///   - options: what is said about the points besides.
  public func points(
    _ name: String, options: PointOptions = PointOptions()
  ) throws(FootprintsError) -> PointLayer {
    try options.validate()
    if let package, let resource = try package.pointResource(name) ?? package.layer(named: name) {
      return try points(resource, of: package, options)
    }
    try VectorFormats.refuseAddress(name)
    guard FileBytes.exists(LayerFile.split(name).file) else {
      throw unknown(name, "points", known: package.map { $0.points.map(\.name) } ?? [])
    }
    return try kept.value("points \(name) \(options)") { () throws(FootprintsError) in
      settings.progress("reading \(name)")
      var request = LayerRequest(name: LayerFile.baseName(name))
      options.apply(to: &request)
      request.fallbackReference = settings.fallbackReference
      return try PointFile.read(name, request: request, with: reader)
    }
  }

  /// The points of a resource.
  func points(
    _ resource: Manifest.Resource, of package: DataPackage, _ options: PointOptions = PointOptions()
  ) throws(FootprintsError) -> PointLayer {
    try kept.value("points of \(resource.name) \(options)") { () throws(FootprintsError) in
      settings.progress("reading \(resource.name)")
      var resource = resource
      options.apply(to: &resource.request)
      resource.request.fallbackReference = settings.fallbackReference
      return try PointFile.read(resource, in: package.files, with: reader)
    }
  }

  /// The layer with a role; nil when there is none. Throws as ``layer(_:options:)`` does.
  public func layer(role: String) throws(FootprintsError) -> PreparedLayer? {
    if let layer = given.layers.first(where: { $0.role == role }) {
      try checkWorking(layer)
      return layer
    }
    guard let package, let resource = try package.layerResource(role: role) else {
      return nil
    }
    return try layer(resource, of: package, LayerOptions())
  }

  /// Refuses a given layer in a reference system other than the study's: nothing would lie where it is.
  func checkWorking(_ layer: PreparedLayer) throws(FootprintsError) {
    let (own, working) = (layer.origin.transformation.target, settings.working)
    if own == working { return }
    // Two ways of writing one system.
    if (try? Transformation(from: own, to: working))?.operation == "none" { return }
    throw FootprintsError(
      .usage, "the layer \(layer.name) is in \(own.name), and the study works in \(working.name)",
      remedy: "Make both in the same reference system.")
  }

  /// Whether there is a layer with a role.
  public func hasLayer(role: String) -> Bool {
    given.layers.contains { $0.role == role } || package?.hasLayer(role: role) == true
  }

  /// The two layers whose pieces a name stands for that is neither that of a layer nor a path: `stp+utla`, or of three
  /// `stp+utla+trust`, the pieces of the first two with the third.
  private static func parts(of name: String) -> (x: String, y: String)? {
    guard let plus = name.lastIndex(of: "+") else { return nil }
    let (x, y) = (String(name[..<plus]), String(name[name.index(after: plus)...]))
    return x.isEmpty || y.isEmpty ? nil : (x, y)
  }

  /// Whether there are small areas, given or in the package, as areas or as points.
  var hasBricks: Bool {
    given.layers.contains { $0.role == "brick" } || package?.hasBricks == true
  }

  /// Whether a layer asked for is neither given nor of the package, but a file, or the pieces of files.
  func isOutside(_ layer: String) -> Bool {
    if given.layers.contains(where: { $0.name == layer || $0.role == layer }) || package?.has(layer) == true {
      return false
    }
    guard !FileBytes.exists(LayerFile.split(layer).file), let parts = Self.parts(of: layer) else {
      return true
    }
    return isOutside(parts.x) && isOutside(parts.y)
  }

  /// The names of all layers, those given first; a layer of the package that a given one hides is not among them.
  public var layerNames: [String] {
    let own = given.layers.map(\.name)
    let hidden = Set(own)
    return own + (package?.layers.map(\.name).filter { !hidden.contains($0) } ?? [])
  }

  /// The role of a layer by its name; nil where it has none.
  func role(ofLayer name: String) -> String? {
    given.layers.first { $0.name == name }.map(\.role)
      ?? package?.layer(named: name)?.request.role
  }

  private func layer(
    _ resource: Manifest.Resource, of package: DataPackage, _ options: LayerOptions
  ) throws(FootprintsError) -> PreparedLayer {
    try kept.value("resource \(resource.name) \(options)") { () throws(FootprintsError) in
      settings.progress("reading \(resource.name)")
      var resource = resource
      try options.apply(to: &resource.request)
      resource.request.fallbackReference = settings.fallbackReference
      return try prepared(package.layer(resource, with: reader))
    }
  }

  private func prepared(_ layer: consuming Layer) throws(FootprintsError) -> PreparedLayer {
    settings.progress("checking \(layer.name)")
    let file = layer.origin.files.first?.name ?? layer.name
    do throws(FootprintsError) {
      return try PreparedLayer(layer, jobs: settings.jobs)
    } catch {
      throw error.inFile(file)
    }
  }

  /// The resource that a name means, of areas or of points; nil where it is the path of a file. Throws as
  /// ``layer(_:options:)`` does.
  package func resource(_ name: String) throws(FootprintsError) -> Manifest.Resource? {
    if let package {
      if let areas = try package.layerResource(name) { return areas }
      if let points = try package.pointResource(name) { return points }
    }
    try VectorFormats.refuseAddress(name)
    guard FileBytes.exists(LayerFile.split(name).file) else { throw unknownLayer(name) }
    return nil
  }

  private func unknownLayer(_ name: String) -> FootprintsError {
    unknown(name, "layer", known: layerNames)
  }

  /// The error for a name that is neither known nor a file.
  private func unknown(_ name: String, _ kind: String, known: [String]) -> FootprintsError {
    let looksLikeFile = name.contains("/") || !LayerFile.suffix(name).isEmpty
    if looksLikeFile || known.isEmpty {
      return FootprintsError(
        .noInput, "no such file", file: name,
        remedy: known.isEmpty
          ? "Check the path; without a data package, \(kind == "layer" ? "layers" : kind) are files."
          : "Check the spelling of the path.")
    }
    return inFictionalRegion(
      FootprintsError(
        .usage,
        "unknown \(kind) '\(name)': neither in \(package?.files.name ?? "what was given") nor a file",
        remedy: suggestion(for: name, among: known, kind: kind == "layer" ? "layers" : kind),
        reason: .unknownName))
  }
}

extension Study {
  /// The same error with what was asked, as ``FootprintsError/asked(of:in:)`` has it.
  func inFictionalRegion(_ error: FootprintsError) -> FootprintsError {
    error.asked(of: package?.manifest, in: package?.files.name)
  }
}

extension FootprintsError {
  /// The same error, and where a name was not known to a package that describes no real place, that this was asked: it is
  /// what a forgotten package looks like. `place` is the package's folder, or what it is.
  func asked(of package: Manifest?, in place: String?) -> FootprintsError {
    guard reason == .unknownName, let package, package.isFictional else { return self }
    var error = self
    error.reason = .unknownInFictionalRegion
    let asked =
      "It was looked for in \(place == "." ? "the package of this folder" : place ?? package.name), which is fictional."
    error.remedy = remedy.map { "\($0) \(asked)" } ?? asked
    return error
  }
}

extension LayerOptions {
  /// A layer that was not read for this, with the resolution that is said: all that can still be.
  fileprivate func stating(_ layer: PreparedLayer) throws(FootprintsError) -> PreparedLayer {
    guard let resolution else { return layer }
    return layer.with(resolution: try Resolution(named: resolution))
  }

  /// Overrides what is asked for anyway.
  fileprivate func apply(to request: inout LayerRequest) throws(FootprintsError) {
    if let codeField { request.codeField = codeField }
    if let nameField { request.nameField = nameField }
    if let groupField { request.groupField = groupField }
    request.keepsDuplicates = keepsDuplicates
    if let resolution { request.resolution = try Resolution(named: resolution) }
  }
}
