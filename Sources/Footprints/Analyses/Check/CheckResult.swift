/// What is wrong with layers, or with a package.
public struct CheckResult: AnalysisResult {
  /// A layer with what was found in it.
  public struct CheckedLayer: Sendable {
    /// The layer; areas with one code are told apart by a number after it.
    public let layer: PreparedLayer
    /// What was found.
    public let conflicts: LayerConflicts
  }

  /// A finding with its place in longitude and latitude.
  public struct Row: Sendable {
    /// What is wrong.
    public let finding: Finding
    /// Where, in longitude and latitude (WGS 84); nil where it has no place.
    public let position: Coordinate?
  }

  /// How many findings there are.
  public struct Summary: Sendable {
    /// How many errors.
    public internal(set) var errors = 0
    /// How many warnings.
    public internal(set) var warnings = 0
    /// How many that need not be wrong.
    public internal(set) var information = 0
    /// How many of each kind.
    public internal(set) var kinds: [FindingKind: Int] = [:]
  }

  /// The title of the package; nil where layers were named.
  let title: String?
  let request: CheckRequest
  /// The layers that were checked.
  public let layers: [CheckedLayer]
  /// All findings by number.
  public let summary: Summary
  /// The findings that are listed, the most important first.
  public private(set) var rows: [Row]
  /// The slivers between two layers, which are no crossings; nil where two layers were not compared.
  public let slivers: LayerComparison.LeftOut?
  /// The layer repaired; nil where that was not asked for.
  public let repair: LayerRepair?
  let jobs: Int

  /// The same with only the findings about some areas listed.
  func about(_ codes: Set<String>) -> CheckResult {
    var copy = self
    copy.rows = rows.filter { row in
      [row.finding.code, row.finding.otherCode].contains { $0.map(codes.contains) == true }
    }
    return copy
  }

  init(
    title: String?, request: CheckRequest, layers: [CheckedLayer], findings: [Finding],
    slivers: LayerComparison.LeftOut?, repair: LayerRepair?, jobs: Int
  ) throws(FootprintsError) {
    (self.title, self.request, self.layers, self.slivers) = (title, request, layers, slivers)
    (self.repair, self.jobs) = (repair, jobs)
    var summary = Summary()
    for finding in findings {
      switch finding.kind.severity {
      case .error: summary.errors += 1
      case .warning: summary.warnings += 1
      case .information: summary.information += 1
      }
      summary.kinds[finding.kind, default: 0] += 1
    }
    self.summary = summary
    var positions: [Coordinate] = []
    if let layer = layers.first?.layer {
      positions = try Self.positions(findings.compactMap(\.place), of: layer, jobs: jobs)
    }
    var next = 0
    rows = findings.map { finding in
      guard finding.place != nil, next < positions.count else { return Row(finding: finding, position: nil) }
      next += 1
      return Row(finding: finding, position: positions[next - 1])
    }
  }

  /// Places in longitude and latitude, by the inverse of what brought a layer into the working system.
  private static func positions(
    _ places: [Coordinate], of layer: PreparedLayer, jobs: Int
  ) throws(FootprintsError) -> [Coordinate] {
    if places.isEmpty { return [] }
    let array = MultiPolygonArray(
      coordinates: places, ringOffsets: [0, places.count], polygonOffsets: [0, 1], areaOffsets: [0, 1])
    return try array.longitudeLatitude(reversing: layer.origin.transformation, jobs: jobs).coordinates
  }

  /// Findings that were made from notices.
  public func says(_ notice: Notice) -> Bool { NoticeFindings.isFinding(notice) }

  /// What was checked has errors, or not.
  public var completion: Completion { summary.errors > 0 ? .faulty : .done }

  /// Whatever findings are about.
  public var listable: [NamedCode] {
    layers.flatMap(\.layer.units)
      + rows.compactMap { row in
        row.finding.code.map { NamedCode(code: $0, name: row.finding.name ?? "") }
      }
  }

  /// Findings about an area of either side.
  public mutating func list(_ choice: inout RowChoice) {
    rows = choice.rows(rows, Self.rowFields) { row in
      [row.finding.code, row.finding.otherCode].map { $0.map { NamedCode(code: $0, name: "") } }
    }
  }

  /// What a sliver is, and what is not looked for.
  public var notes: [Note] {
    let widths = Dictionary(grouping: layers) { Wording.decimal($0.conflicts.sliverWidth, 1) }
      .map {
        "\($0.key.hasSuffix(".0") ? String($0.key.dropLast(2)) : $0.key) m in \(Wording.list($0.value.map(\.layer.name)))"
      }
      .sorted()
    var notes =
      widths.isEmpty ? [] : [Note("Ground is a sliver if it is narrower than \(Wording.list(widths)).")]
    if let slivers, slivers.count > 0 {
      notes.append(
        Note(
          "\(Wording.plural(slivers.count, "pair")) of areas, \(Wording.area(slivers.area)) in all, \(Wording.form(slivers.count, "is a sliver and no crossing", "are slivers and no crossings"))."
        ))
    }
    if let repair { notes += repair.notes }
    notes.append(
      Note(
        "Gaps that are open to the outside of a layer are found where they are no wider than 1 m, or than a width that was given: wider ones may be coast."
      ))
    return notes
  }
}
