import Synchronization

/// One analysis at work in a study. Whatever it takes from the study is remembered, with the notices
/// about it, so that no result can be without its provenance.
///
/// Layers, small areas, overlaps and memberships are made once and kept by the study; asking again costs nothing.
public final class Enquiry: Sendable {
  /// The study.
  public let study: Study
  private let used: Mutex<Inputs>

  /// Begins an enquiry.
  package init(_ study: Study) {
    self.study = study
    used = Mutex(
      Inputs(
        package: study.package?.manifest, folder: study.package?.files.name, working: study.settings.working))
    note(study.package?.unreadTables ?? [])
    if study.given.bricks == nil, study.hasTable(role: "population"), !study.hasBricks {
      note([
        Notice(
          .warning, "people-not-counted",
          "the package has a table of role 'population' and no layer of role 'brick': people cannot be counted"
        )
      ])
    }
  }

  /// How many threads may be used.
  public var jobs: Int { study.settings.jobs }

  /// What was used so far, and what was noticed, in order.
  public var inputs: Inputs { used.withLock { $0 } }

  /// Reports what is being done to whoever waits, such as "overlapping ccg and utla".
  public func progress(_ text: String) { study.settings.progress(text) }

  /// Adds what a reader of the result must know; each notice counts once.
  public func note(_ notices: [Notice]) { used.withLock { $0.add(notices) } }

  /// Leaves the package out of what was used: nothing of it was.
  func forgetPackage() { used.withLock { $0.forgetPackage() } }

  /// Remembers a layer.
  func note(_ layer: PreparedLayer) { used.withLock { $0.add(layer) } }

  // MARK: Layers

  /// A layer by the name or role of one that the study has, else by the path of a file.
  ///
  /// Throws `usage` for a name that is not known, with the nearest; `noInput` for a file that is not there; `badData`
  /// for one that cannot be used.
  public func layer(
    _ name: String, options: LayerOptions = LayerOptions()
  ) throws(FootprintsError) -> PreparedLayer {
    let layer = identified(try study.layer(name, options: options))
    note(layer)
    return layer
  }

  /// The layer with a role; nil when there is none. Throws `badData` for one that cannot be used.
  public func layer(role: String) throws(FootprintsError) -> PreparedLayer? {
    let layer = try study.layer(role: role).map(identified)
    if let layer { note(layer) }
    return layer
  }

  /// The layer with a role. Throws `usage` when there is none.
  public func requiredLayer(role: String) throws(FootprintsError) -> PreparedLayer {
    if let layer = try layer(role: role) { return layer }
    throw FootprintsError(
      .usage, "the data package has no layer of role '\(role)'", file: study.package?.files.name,
      remedy: "Add one to the package.")
  }

  /// Points by the name or role of a resource, else by the path of a file. Throws as ``Study/points(_:options:)`` does.
  public func points(
    _ name: String, options: PointOptions = PointOptions()
  ) throws(FootprintsError) -> PointLayer {
    let points = try study.points(name, options: options)
    used.withLock { $0.add(points) }
    return points
  }

  /// Remembers files and layers that another enquiry used, but for those that no file has.
  func adopt(_ other: Inputs) { used.withLock { $0.adopt(other) } }

  /// A file that is neither a layer nor a table. Throws `noInput` where it is not there.
  func file(_ path: String) throws(FootprintsError) -> FileBytes {
    let file = try FileBytes(path: path)
    used.withLock { $0.add(Inputs.Table(role: nil, file: file)) }
    return file
  }

  /// Remembers a file that is neither a layer nor a table.
  func note(_ file: FileBytes) { used.withLock { $0.add(Inputs.Table(role: nil, file: file)) } }

  /// Remembers points.
  func note(_ points: PointLayer) { used.withLock { $0.add(points) } }

  /// One area of a layer as a layer of its own, made once: what is worked out for it is found again.
  func only(_ area: Int, of layer: PreparedLayer) throws(FootprintsError) -> PreparedLayer {
    try study.kept.value("area \(area) of \(layer.identity)") { layer.selecting([area]) }
  }

  /// Two layers, X and Y, each as in ``layer(_:options:)``. They are read at the same time: what one thread must do
  /// alone for one of them, another does for the other meanwhile.
  ///
  /// Two layers with the same name are called by what they were asked for as, so that they can be distinguished.
  public func layers(
    _ x: String, _ xOptions: LayerOptions = LayerOptions(), _ y: String,
    _ yOptions: LayerOptions = LayerOptions()
  ) throws(FootprintsError) -> (PreparedLayer, PreparedLayer) {
    let study = study
    var (one, other) = try concurrently(jobs: jobs) { () throws(FootprintsError) in
      try study.layer(x, options: xOptions)
    } and: { () throws(FootprintsError) in
      try study.layer(y, options: yOptions)
    }
    study.reader.forgetPositions()
    // Two files with the same name in two folders are known by their paths.
    if one.name == other.name, one.identity != other.identity {
      (one, other) = (one.named(x), other.named(y))
    }
    (one, other) = (identified(one), identified(other))
    note(one)
    note(other)
    return (one, other)
  }

  /// What can be said besides the answer, such as the partnerships that plans lie in; nil where there is none. Where it
  /// cannot be said, a warning says why: it is never the end of an analysis.
  func context<Value>(
    _ what: String, _ value: () throws(FootprintsError) -> Value?
  ) -> Value? {
    do throws(FootprintsError) {
      return try value()
    } catch {
      note([Notice(.warning, "left-out", "leaving out \(what): \(error.description)")])
      return nil
    }
  }

  // MARK: Tables

  /// The table with a role; nil when there is none. Several tables of the role are one: their rows follow each other,
  /// and columns are found by their names.
  func table(role: String) throws(FootprintsError) -> CSVTable? {
    let tables = try tables(role: role)
    guard let first = tables.first else { return nil }
    if tables.count == 1 { return first }
    return try study.kept.value("joined \(role)") { () throws(FootprintsError) in
      try CSVTable(joining: tables, role: role)
    }
  }

  /// The tables with a role, in the order of the package.
  func tables(role: String) throws(FootprintsError) -> [CSVTable] {
    guard let package = study.package else { return [] }
    return try package.resources(role: role).map { (resource) throws(FootprintsError) in
      try table(resource, of: package).csv
    }
  }

  /// The table of a resource.
  func table(_ resource: Manifest.Resource, of package: DataPackage) throws(FootprintsError) -> StudyTable {
    let table = try study.table(resource, of: package)
    used.withLock { used in
      for file in table.files {
        used.add(
          Inputs.Table(
            role: resource.request.role, file: file, isFictional: resource.request.isFictional))
      }
    }
    return table
  }

  /// The table with the name of a resource of the package, else at a path.
  ///
  /// Throws `noInput` where there is neither, `badData` for a table that cannot be read.
  func table(named name: String) throws(FootprintsError) -> CSVTable {
    if let package = study.package,
      let resource = package.manifest.resources.first(where: { $0.name == name }), study.hasTable(named: name)
    {
      return try table(resource, of: package).csv
    }
    let file = try file(name)
    return try file.reading { () throws(FootprintsError) in try CSVTable(file.array, file: name) }
  }

  /// The same as a lookup table.
  func lookup(_ name: String) throws(FootprintsError) -> LookupTable {
    try LookupTable(table(named: name))
  }
}
