/// What changed between vintages of a layer.
public enum DiffAnalysis: Analysis {
  /// `diff`.
  public static let name = "diff"
  /// What it answers.
  public static let summary =
    "What changed between vintages of a layer: new codes and names told apart from borders that moved, with people."

  /// The vintages, oldest first.
  public struct Request: AnalysisRequest {
    /// Two layers or more, of the study or files, oldest first.
    public var vintages: [String]
    /// What shares are of; people where they can be counted, when nil.
    public var weights: Weights?
    /// How a small area in more than one area is counted.
    public var membership = MembershipMethod.largest
    /// The width below which ground counts as the same border drawn otherwise, in metres; from the layers' resolution when nil.
    public var sliverWidth: Double?
    /// A place by the code or name of an area in any of the vintages: only what became of it, and what it came from, is listed.
    public var place: String?

    /// Some vintages.
    public init(vintages: [String]) { self.vintages = vintages }

    /// The vintages.
    public var layers: [String] { vintages }

    /// Refuses fewer than two, and what is no width.
    public func validate() throws(FootprintsError) {
      if vintages.count < 2 {
        throw FootprintsError(.usage, "a comparison of vintages needs two layers, the older first")
      }
      if let sliverWidth { try RequestCheck.metres(sliverWidth, "sliver_width") }
    }

    private enum CodingKeys: String, CodingKey {
      case vintages, weights, membership, place
      case sliverWidth = "sliver_width"
    }

    /// Reads a request; only `vintages` is needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(vintages: try values.decode([String].self, forKey: .vintages))
      try values.update(&weights, .weights)
      try values.update(&membership, .membership)
      try values.update(&sliverWidth, .sliverWidth)
      try values.update(&place, .place)
    }
  }

  /// Compares each vintage with the next.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> DiffResult {
    let steps = try zip(request.vintages, request.vintages.dropFirst()).map {
      (old, new) throws(FootprintsError) in
      try enquiry.changes(from: old, to: new, request)
    }
    return try DiffResult(request: request, steps: steps)
  }
}

extension Enquiry {
  /// What changed from one layer to another.
  fileprivate func changes(
    from old: String, to new: String, _ request: DiffAnalysis.Request
  ) throws(FootprintsError) -> LayerChanges {
    let (x, y) = try layers(old, LayerOptions(), new)
    let weights = request.weights ?? study.defaultWeights(for: request.layers)
    if weights == .flow {
      throw .flowIsBetweenTrustsAndAreas("'\(DiffAnalysis.name)' compares areas with areas")
    }
    // A package that nothing is taken from is no part of the answer.
    if weights == .area, request.layers.allSatisfy(study.isOutside) { forgetPackage() }
    let table = try overlap(x, y)
    let population = weights == .population ? try people(in: x, and: y, method: request.membership) : nil
    var parameters = LayerComparison.Parameters()
    parameters.sliverWidth = request.sliverWidth
    let comparison = try LayerComparison(
      x: x, y: y, table: table, population: population, parameters: parameters, jobs: jobs)
    // That the two are of different years is why they are compared.
    note(comparison.notices.filter { $0.code != "mixed-vintage" })
    if comparison.hasOverlappingUnits {
      note([
        Notice(
          .warning, "areas-overlap",
          "areas of \(x.name) or \(y.name) overlap each other: ground in two areas seems to have come from both, or gone to both"
        )
      ])
    }
    return LayerChanges(comparison)
  }
}
