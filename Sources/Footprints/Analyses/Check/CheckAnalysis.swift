/// What is wrong with boundaries, and with what a package says about them.
public enum CheckAnalysis: Analysis {
  /// `check`.
  public static let name = "check"
  /// What it answers.
  public static let summary =
    "What is wrong with boundaries: overlaps, gaps, invalid rings, codes, areas across a border, tables that do not join."

  /// Checks the layers by themselves, two of them against each other, or a package as a whole.
  public static func run(_ request: CheckRequest, in enquiry: Enquiry) throws(FootprintsError) -> CheckResult
  {
    var check = Check(request, enquiry)
    if request.layers.isEmpty {
      try check.checkPackage()
    } else {
      for name in request.layers { try check.check(name) }
      if request.layers.count == 2 { try check.checkAgainstEachOther() }
    }
    try check.repairLayer()
    try check.countPeople()
    return try check.result()
  }
}

/// A check at work.
struct Check {
  let request: CheckRequest
  let enquiry: Enquiry
  private(set) var layers: [CheckResult.CheckedLayer] = []
  private(set) var findings: [Finding] = []
  /// What became of the layer, where that was asked for.
  private(set) var repair: LayerRepair?
  /// What was not looked for, or not in full.
  private(set) var slivers: LayerComparison.LeftOut?

  init(_ request: CheckRequest, _ enquiry: Enquiry) { (self.request, self.enquiry) = (request, enquiry) }

  /// Adds findings.
  mutating func add(_ more: [Finding]) { findings += more }

  /// Checks a layer by itself. One that cannot be used is a finding; one that is not there an error.
  mutating func check(_ name: String) throws(FootprintsError) {
    do throws(FootprintsError) {
      try check(try layer(name))
    } catch {
      guard error.kind == .badData, error.reason != .onlyPoints else { throw error }
      findings.append(Finding(error, in: name))
    }
  }

  /// A layer as it is read for checking: areas with one code are told apart.
  private func layer(_ name: String) throws(FootprintsError) -> PreparedLayer {
    do throws(FootprintsError) {
      return try enquiry.layer(name, options: request.options)
    } catch {
      guard error.reason == .duplicateCodes else { throw error }
      var options = request.options
      options.keepsDuplicates = true
      return try enquiry.layer(name, options: options)
    }
  }

  /// Checks a layer by itself.
  mutating func check(_ layer: PreparedLayer) throws(FootprintsError) {
    enquiry.progress("looking for conflicts in \(layer.name)")
    let conflicts = try LayerConflicts(layer, sliverWidth: request.sliverWidth, jobs: enquiry.jobs)
    findings += conflicts.findings
    layers.append(.init(layer: layer, conflicts: conflicts))
  }

  /// Looks for areas of the second layer across a border of the first.
  mutating func checkAgainstEachOther() throws(FootprintsError) {
    guard layers.count == 2 else { return }
    let (x, y) = (layers[0].layer, layers[1].layer)
    let weights = enquiry.study.defaultWeights(for: request.layers)
    let population =
      weights == .population ? try enquiry.people(in: x, and: y, method: .largest) : nil
    var parameters = LayerComparison.Parameters()
    parameters.sliverWidth = request.sliverWidth
    let comparison = try LayerComparison(
      x: x, y: y, table: enquiry.overlap(x, y), population: population, parameters: parameters,
      jobs: enquiry.jobs)
    findings += try CrossingFindings.findings(in: comparison)
    findings += NoticeFindings.findings(
      LayerComparison.resolutionNotices(x, y) + [Notice.vintages(x, y)].compactMap(\.self),
      in: "\(x.name)+\(y.name)")
    slivers = comparison.slivers
  }

  /// Repairs the layer, where that is asked for.
  mutating func repairLayer() throws(FootprintsError) {
    guard let distance = request.repairDistance else { return }
    guard let layer = layers.first?.layer else {
      throw FootprintsError(
        .badData, findings.first?.message ?? "the layer cannot be read", file: request.layers.first,
        remedy: "A layer is repaired only where all of it can be read.")
    }
    enquiry.progress("repairing \(layer.name)")
    repair = try LayerRepair(of: layer, within: distance, jobs: enquiry.jobs)
  }

  /// Counts the people on the ground of findings, where the package has people and is what is checked.
  mutating func countPeople() throws(FootprintsError) {
    let study = enquiry.study
    let isPackageAsked = request.layers.isEmpty || !request.layers.allSatisfy(study.isOutside)
    if !isPackageAsked { enquiry.forgetPackage() }
    let weights =
      request.layers.isEmpty ? study.defaultWeights : study.defaultWeights(for: request.layers)
    guard weights == .population, repair != nil || findings.contains(where: { $0.shape.count > 0 }) else {
      return
    }
    let bricks = enquiry.context("the people on the ground of findings") { () throws(FootprintsError) in
      try enquiry.bricks()
    }
    guard let bricks else { return }
    try PeopleOnGround.add(bricks, to: &findings, jobs: enquiry.jobs)
    try repair?.count(bricks, jobs: enquiry.jobs)
  }

  /// The result, in the order of importance.
  consuming func result() throws(FootprintsError) -> CheckResult {
    try CheckResult(
      title: request.layers.isEmpty ? enquiry.study.package?.title : nil, request: request, layers: layers,
      findings: findings.sorted(by: Finding.precedes), slivers: slivers, repair: repair,
      jobs: enquiry.jobs)
  }
}
