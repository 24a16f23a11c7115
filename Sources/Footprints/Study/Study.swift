/// One session on one set of inputs, which any number of analyses share.
///
/// A study opens every source once and keeps what was made from it: layers prepared for analysis, tables, small areas
/// with their people, who belongs to which area, whose areas overlap. A second question about the same layers costs only
/// what is new about it. It is a value that may be copied and used from any thread; copies share what is kept, which
/// never changes: a file that another program replaces is seen by the next study.
///
/// ```swift
/// let study = Study(package: try DataPackage(PackageFolder("england-2021")))
/// let answer = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
/// ```
public struct Study: Sendable {
  /// How a study works, whatever is asked.
  public struct Settings: Sendable {
    /// The working reference system, projected in metres.
    public var working: ReferenceSystem
    /// How many threads may be used; never changes a result.
    public var jobs = availableJobs
    /// Whether every vertex goes through PROJ itself rather than its checked approximation.
    public var projectsExactly = false
    /// The reference system of files that do not state theirs.
    public var fallbackReference: String?
    /// Is called with what is being done, for whoever waits.
    public var progress: @Sendable (String) -> Void = { _ in }

    /// The defaults, in a working reference system.
    ///
    /// Throws `badData` for an unknown system, `usage` for one that is not projected in metres.
    public init(working definition: String = ReferenceSystem.britishNationalGrid) throws(FootprintsError) {
      working = try .working(definition)
    }
  }

  /// What a program supplies instead of files. Layers must be in the study's working reference system.
  public struct Given: Sendable {
    /// Layers, found by their names and roles before those of the package.
    public var layers: [PreparedLayer] = []
    /// The small areas with their people.
    public var bricks: Bricks?
    /// The Better Care Fund plans.
    public var plans: BetterCareFundPlans?
    /// The processes and what they touch in a plan.
    public var processes: ProcessMap?

    /// Nothing, or some of it.
    public init(
      layers: [PreparedLayer] = [], bricks: Bricks? = nil, plans: BetterCareFundPlans? = nil,
      processes: ProcessMap? = nil
    ) {
      self.layers = layers
      self.bricks = bricks
      self.plans = plans
      self.processes = processes
    }
  }

  /// The package in use; nil when only files are named, or everything is given.
  public let package: DataPackage?
  /// How the study works.
  public let settings: Settings
  /// What was supplied.
  public let given: Given
  let reader: LayerReader
  let kept: Kept

  /// Begins a study.
  public init(package: DataPackage? = nil, given: Given = Given(), settings: Settings) {
    self.package = package
    self.settings = settings
    self.given = given
    kept = Kept()
    reader = LayerReader(
      working: settings.working, jobs: settings.jobs, exactProjection: settings.projectsExactly)
  }

  /// The same study with something else supplied; what was made from the package is shared.
  init(_ other: Study, given: Given) {
    (package, settings, self.given) = (other.package, other.settings, given)
    (reader, kept) = (other.reader, other.kept)
  }

  /// The same study with another number of threads; what was made is shared.
  package func with(jobs: Int) -> Study {
    var settings = settings
    settings.jobs = jobs
    return Study(self, settings: settings)
  }

  private init(_ other: Study, settings: Settings) {
    (package, self.settings, given) = (other.package, settings, other.given)
    (reader, kept) = (other.reader, other.kept)
  }

  /// Begins a study in British National Grid with the defaults. Throws `badData` where PROJ has no database.
  public init(package: DataPackage? = nil, given: Given = Given()) throws(FootprintsError) {
    self.init(package: package, given: given, settings: try Settings())
  }
}
