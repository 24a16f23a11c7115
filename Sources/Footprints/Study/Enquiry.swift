import Synchronization

/// One analysis at work in a study. Whatever it takes from the study is remembered, with what there was to notice
/// about it, so that no result can be without its provenance.
public final class Enquiry: Sendable {
  /// The study.
  public let study: Study
  private let used: Mutex<Inputs>

  /// Begins an enquiry.
  public init(_ study: Study) {
    self.study = study
    used = Mutex(Inputs(package: study.package?.manifest, working: study.settings.working))
  }

  /// How many threads may be used.
  public var jobs: Int { study.settings.jobs }

  /// What was used so far, and what was noticed, in order.
  public var inputs: Inputs { used.withLock { $0 } }

  /// Tells whoever waits what is being done.
  func progress(_ text: String) { study.settings.progress(text) }

  /// Adds something that a reader of the result must know.
  func note(_ notices: [Notice]) { used.withLock { $0.add(notices) } }

  /// Remembers a layer.
  func note(_ layer: PreparedLayer) { used.withLock { $0.add(layer) } }

  // MARK: Layers

  /// A layer by name, role or path.
  func layer(_ name: String, options: LayerOptions = LayerOptions()) throws(FootprintsError) -> PreparedLayer
  {
    let layer = try study.layer(name, options: options)
    note(layer)
    return layer
  }

  /// The layer with a role; nil when there is none.
  func layer(role: String) throws(FootprintsError) -> PreparedLayer? {
    let layer = try study.layer(role: role)
    if let layer { note(layer) }
    return layer
  }

  /// The layer with a role, or an error that says that there is none.
  func requiredLayer(role: String) throws(FootprintsError) -> PreparedLayer {
    if let layer = try layer(role: role) { return layer }
    throw FootprintsError(
      .usage, "the data package has no layer of role '\(role)'", file: study.package?.files.name,
      remedy: "Add one to the package.")
  }

  /// Two layers, read at the same time: what one thread must do alone for one of them, another does for the other
  /// meanwhile.
  func layers(
    _ x: String, _ xOptions: LayerOptions, _ y: String, _ yOptions: LayerOptions
  ) throws(FootprintsError) -> (PreparedLayer, PreparedLayer) {
    let study = study
    var (one, other) = try concurrently(jobs: jobs) { () throws(FootprintsError) in
      try study.layer(x, options: xOptions)
    } and: { () throws(FootprintsError) in
      try study.layer(y, options: yOptions)
    }
    study.reader.forgetPositions()
    // Two files of one name in two folders are known by their paths.
    if one.name == other.name, one.identity != other.identity {
      (one, other) = (try one.named(x), try other.named(y))
    }
    note(one)
    note(other)
    return (one, other)
  }

  // MARK: Tables

  /// The table with a role; nil when there is none.
  func table(role: String) throws(FootprintsError) -> CSVTable? {
    guard let table = try study.table(role: role) else { return nil }
    used.withLock { $0.add(Inputs.Table(role: role, file: table.file)) }
    return table.csv
  }
}
