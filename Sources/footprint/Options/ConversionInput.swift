import Footprints

/// What is converted: a layer of a data package, a file, or standard input.
struct ConversionInput {
  /// Where the features are read from.
  let features: FeatureSource
  /// Their format; nil where content and name are to decide.
  let format: VectorFormat?
  /// Their reference system as the package states it.
  let reference: ReferenceSystem?
  /// The files that are read.
  let files: [String]
  /// What everything that is made of a package must be said with.
  let lines: [String]

  /// Finds it, by name before path as everywhere.
  ///
  /// - Parameters:
  ///   - name: the name or role of a layer, a path, or - for standard input.
  ///   - layer: the layer meant inside a file of several, where the name does not say.
  ///   - from: the name of the format.
  ///   - package: the folder of a data package; nil for the one in use.
  init(
    _ name: String, layer: String?, from: String?, package: String?, jobs: Int
  ) throws(FootprintsError) {
    let stated = try from.map { (from) throws(FootprintsError) in try Self.format(from) }
    let found = try Self.resource(name, package)
    if let found, found.resource.paths.count != 1 {
      throw FootprintsError(
        .badData, "\(name) has \(found.resource.paths.count) files", file: found.package.manifest.file.name,
        remedy: "Only tables can be in parts: join the files, or make each a layer.")
    }
    let place = VectorPath(found?.resource.path ?? name)
    if place.layer != nil, layer != nil {
      throw FootprintsError(
        .usage, "the layer is named twice, after # and by --layer", remedy: "Name it once.")
    }
    let bytes =
      if let found {
        try found.package.files.bytes(at: place.file)
      } else {
        name == "-" ? try FileBytes.standardInput() : try FileBytes(path: place.file)
      }
    let content = try bytes.decompressed()
    // Files that belong to one of a package have to lie in it, which is looked at where its path is asked for.
    let path = try found?.package.files.diskPath(of: place.file) ?? content.name
    features = FeatureSource(
      bytes: content, path: content.isFile ? path : nil, layer: place.layer ?? layer,
      name: found?.resource.name ?? place.baseName, jobs: jobs)
    let suffix = features.suffix
    format =
      stated
      ?? found?.resource.format.flatMap {
        VectorFormats.format(of: content, suffix: suffix, stated: $0)
      }
    reference = try found?.resource.request.sourceReference.map { (text) throws(FootprintsError) in
      try ReferenceSystem(text)
    }
    files = bytes.isFile ? [bytes.name] : []
    lines = found.map { Self.lines(of: $0.package, $0.resource) } ?? []
  }

  private static func format(_ name: String) throws(FootprintsError) -> VectorFormat {
    if let format = VectorFormats.named(name), format.canRead { return format }
    let names = VectorFormats.all.filter(\.canRead).map(\.keyword)
    throw FootprintsError(
      .usage, "'\(name)' is no format that layers are read from",
      remedy: "There are: \(names.joined(separator: ", ")).")
  }

  /// The resource of a name, and its package; nil for what is a file or standard input.
  private static func resource(
    _ name: String, _ folder: String?
  ) throws(FootprintsError) -> (resource: Manifest.Resource, package: DataPackage)? {
    let looksLikeFile = name.contains(".") || name.contains("/")
    // A package that has nothing to do with a file must not be in its way.
    if name == "-" || folder == nil && looksLikeFile && FileBytes.exists(VectorPath(name).file) { return nil }
    try VectorFormats.refuseAddress(name)
    let package = try StudyOptions.package(named: folder)
    return try Study(package: package).resource(name).map { ($0, package) }
  }

  private static func lines(of package: DataPackage, _ resource: Manifest.Resource) -> [String] {
    let isFictional = package.isFictional || resource.request.isFictional
    let prefixes = resource.request.codePrefix.map {
      "warning: the package takes areas whose codes begin with \($0.joined(separator: ", ")) alone; all were converted"
    }
    return package.licenceLines + (isFictional ? [Inputs.fictionalLine] : []) + [prefixes].compactMap(\.self)
  }
}
