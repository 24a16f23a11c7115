/// What one analysis was made from, for its provenance and licence lines.
public struct Inputs: Sendable {
  /// A table that was read.
  package struct Table: Sendable {
    /// Its role in the package; nil where it has none.
    package var role: String?
    /// Its bytes.
    package var file: FileBytes
    /// Whether it is about no real place.
    package var isFictional = false
  }

  /// The package; nil when only files were named.
  package private(set) var package: Manifest?
  /// The package's folder as it was named, or what the package is; nil when only files were named.
  package private(set) var folder: String?
  /// The working reference system.
  public private(set) var working: ReferenceSystem
  /// The layers read, in order of use.
  public private(set) var layers: [PreparedLayer] = []
  /// The points read, in order of use.
  public private(set) var points: [PointLayer] = []
  /// The tables read, in order of use.
  package private(set) var tables: [Table] = []
  /// What was noticed while reading and analysing, in order.
  public private(set) var notices: [Notice] = []
  /// The same, to know them again: there can be one for each area of a layer.
  private var noticed: Set<Notice> = []

  init(package: Manifest?, folder: String? = nil, working: ReferenceSystem) {
    self.package = package
    self.folder = folder
    self.working = working
  }

  /// Leaves the package out: nothing of it was used.
  mutating func forgetPackage() {
    (package, folder) = (nil, nil)
    // What was said of the package says nothing about files from outside it.
    let said = notices.filter { DataPackage.noticeCodes.contains($0.code) }
    notices.removeAll(where: said.contains)
    noticed.subtract(said)
  }

  /// Adds a layer that was used, with its notices, unless it is there.
  mutating func add(_ layer: PreparedLayer) {
    if layers.contains(where: { $0.name == layer.name && $0.identity == layer.identity }) { return }
    layers.append(layer)
    add(
      (layer.notices + layer.repairs.map(Notice.init)).map {
        Notice($0.severity, $0.code, "\(layer.name): \($0.message)")
      })
  }

  /// Adds points that were used, with their notices, unless they are there.
  mutating func add(_ layer: PointLayer) {
    if points.contains(where: { $0.identity == layer.identity }) { return }
    points.append(layer)
    add(layer.notices.map { Notice($0.severity, $0.code, "\(layer.name): \($0.message)") })
  }

  /// Adds a table that was used, unless it is there.
  mutating func add(_ table: Table) {
    if !tables.contains(where: { $0.role == table.role && $0.file === table.file }) { tables.append(table) }
  }

  /// Adds what other inputs have, but for layers that no file has: they were made from these.
  mutating func adopt(_ other: Inputs) {
    for layer in other.layers where layer.origin.format != LayerOrigin.memory { add(layer) }
    for points in other.points { add(points) }
    for table in other.tables { add(table) }
  }

  /// Adds what was noticed, each notice once.
  mutating func add(_ more: [Notice]) {
    for notice in more where noticed.insert(notice).inserted { notices.append(notice) }
  }

  /// The paths of all files that were read, as they were named.
  public var paths: [String] {
    (package.map { [$0.file.name] } ?? []) + layers.flatMap { $0.origin.files.map(\.name) }
      + points.flatMap { $0.origin.files.map(\.name) } + tables.map(\.file.name)
  }

  /// Throws `badData` where a file is no longer what it was when it was opened.
  public func verify() throws(FootprintsError) {
    let files = layers.flatMap(\.origin.files) + points.flatMap(\.origin.files) + tables.map(\.file)
    for file in files { try file.verify() }
  }

  /// A path as people read it: inside the package's folder, without the folder.
  func pathForPeople(_ path: String) -> String {
    guard let folder else { return path }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// Whether a result describes no real place.
  public var isFictional: Bool {
    package?.isFictional == true || layers.contains(where: \.origin.isFictional)
      || points.contains(where: \.origin.isFictional)
      || tables.contains(where: \.isFictional)
  }

  /// The lines about source and licence that a result must carry: the package's own, and those of the Office
  /// for National Statistics where a layer has its codes.
  public var licenceLines: [String] {
    var lines = package?.licenceLines ?? []
    let official = layers.filter { OfficialCodes.areUsed(in: $0.codes) }
    let isOfficial =
      !official.isEmpty || points.contains { OfficialCodes.areUsed(in: Array($0.codes.prefix(1000))) }
    if isOfficial, !lines.contains(where: { $0.contains("Office for National Statistics") }) {
      lines.append("Source: Office for National Statistics licensed under the Open Government Licence v.3.0")
      let latest = official.compactMap { $0.vintage.flatMap(CalendarYear.init)?.year }.max()
      lines.append(
        "Contains OS data (c) Crown copyright and database right" + (latest.map { " \($0)" } ?? ""))
    }
    return lines
  }
}

extension Inputs {
  /// Which package was used, by its title and folder; nil where none was.
  public var packageLine: String? {
    package.map { "Package: \($0.title) (\(folder ?? $0.name))" }
  }

  /// The lines that a result must carry whatever its format: sources, licences, and that a region is fictional.
  public var lines: [String] { licenceLines + (isFictional ? [Self.fictionalLine] : []) }

  /// What every output about the demonstration region says.
  public static let fictionalLine =
    "FICTIONAL: a demonstration region; no place, organisation or person in it exists."
}
