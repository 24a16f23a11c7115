/// The areas of a layer united by groups, through the edges that they share.
public enum DissolveAnalysis: Analysis {
  /// `dissolve`.
  public static let name = "dissolve"
  /// What it answers.
  public static let summary =
    "A layer of larger areas from one of smaller: the areas of each group united through the edges that they share."

  /// What to unite.
  public struct Request: AnalysisRequest {
    /// A layer of the study, or a file.
    public var layer: String
    /// What is said about the layer besides its name.
    public var options = LayerOptions()
    /// The field of the layer's file that says which group an area belongs to; with a lookup, a column of that. All areas
    /// are one group without either.
    public var by: String?
    /// A table of the package, or a file, with the code of an area and that of its group in each row.
    public var lookup: String?

    /// Asks for all areas of a layer in one.
    public init(layer: String) { self.layer = layer }

    /// The layer.
    public var layers: [String] { [layer] }

    private enum CodingKeys: String, CodingKey {
      case layer, options, by, lookup
    }

    /// Reads a request; only `layer` is needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(layer: try values.decode(String.self, forKey: .layer))
      try values.update(&options, .options)
      try values.update(&by, .by)
      try values.update(&lookup, .lookup)
    }
  }

  /// Unites the areas. Those without a group are left out, and a notice names them.
  public static func run(
    _ request: Request, in enquiry: Enquiry
  ) throws(FootprintsError) -> DissolveResult {
    // A package that nothing is taken from is no part of the answer.
    if enquiry.study.isOutside(request.layer), request.lookup.map(enquiry.study.hasTable(named:)) != true {
      enquiry.forgetPackage()
    }
    var options = request.options
    if request.lookup == nil { options.groupField = request.by }
    let layer = try enquiry.layer(request.layer, options: options)
    let grouping = try grouping(of: layer, request, in: enquiry)
    enquiry.progress("dissolving \(layer.name)")
    let groups = grouping.groups
    let dissolved = try layer.gridded.dissolved(
      into: grouping.groupOfArea, count: groups.count, jobs: enquiry.jobs)
    enquiry.note(Notice.without(grouping, in: layer) + Notice.united(dissolved, in: layer))
    return try DissolveResult(
      layer: layer, grouping: grouping, dissolved: dissolved,
      people: enquiry.study.defaultWeights(for: request.layers) == .population
        ? people(of: grouping, in: layer, enquiry) : nil,
      jobs: enquiry.jobs)
  }

  private static func grouping(
    of layer: PreparedLayer, _ request: Request, in enquiry: Enquiry
  ) throws(FootprintsError) -> AreaGrouping {
    if let name = request.lookup {
      let table = try enquiry.lookup(name)
      let grouping = try AreaGrouping(of: layer, by: request.by, in: table)
      enquiry.note(table.notices + grouping.notices)
      return grouping
    }
    guard let field = request.by else { return AreaGrouping(all: layer) }
    guard let groups = layer.groups else {
      throw FootprintsError(
        .usage, "the layer \(layer.name) is not from a file and has no field '\(field)'",
        remedy: "Give the groups as a lookup table.")
    }
    return try AreaGrouping(of: layer, groups, from: field)
  }

  /// The people of each group: those of the small areas that belong to its areas.
  private static func people(
    of grouping: AreaGrouping, in layer: PreparedLayer, _ enquiry: Enquiry
  ) throws(FootprintsError) -> [Double] {
    let bricks = try enquiry.bricks()
    let membership = try enquiry.membership(of: bricks, in: layer, method: .largest)
    var people = [Double](repeating: 0, count: grouping.groups.count)
    for brick in 0..<membership.brickCount {
      // In areas that overlap, a small area counts once for each group.
      let groups = Set(membership[brick].compactMap { grouping.groupOfArea[$0.unit] })
      for group in groups { people[group] += bricks.people[brick] }
    }
    return people
  }
}

extension Notice {
  /// A warning that names the areas without a group.
  fileprivate static func without(_ grouping: AreaGrouping, in layer: PreparedLayer) -> [Notice] {
    let areas = layer.codes.indices.filter { grouping.groupOfArea[$0] == nil }
    if areas.isEmpty { return [] }
    return [
      Notice(
        .warning, "no-group",
        "\(Wording.plural(areas.count, "area")) of \(layer.name) \(Wording.form(areas.count, "has", "have")) no group and \(Wording.form(areas.count, "is", "are")) left out (\(CodeList(areas.map { layer.codes[$0] }))), \(Wording.area(areas.reduce(0) { $0 + layer.area(of: $1) })) in all"
      )
    ]
  }

  /// A warning that names the areas that overlap others of their group.
  fileprivate static func united(_ dissolved: DissolvedLayer, in layer: PreparedLayer) -> [Notice] {
    if dissolved.united.isEmpty { return [] }
    return [
      Notice(
        .warning, "areas-overlap",
        "\(Wording.plural(dissolved.united.count, "area")) of \(layer.name) \(Wording.form(dissolved.united.count, "overlaps", "overlap")) others of \(Wording.form(dissolved.united.count, "its", "their")) group and \(Wording.form(dissolved.united.count, "was", "were")) united by GEOS (\(CodeList(dissolved.united.map { layer.codes[$0] })))"
      )
    ]
  }
}
