/// Two layers side by side: who overlaps whom and by how much, what is a sliver, what is left over, by area and, where
/// they are counted, by people.
public struct LayerComparison: Sendable {
  /// How layers are compared.
  public struct Parameters: Sendable, Hashable {
    /// Pairs in which neither share reaches this are left out, 0...1.
    public var minimumShare = 0.0
    /// Whether slivers are listed with the rest.
    public var keepsSlivers = false
    /// The width below which a common part is a sliver, in metres; from the layers' resolution when nil.
    public var sliverWidth: Double?
    /// The share at or above which an area counts as wholly inside another, 0...1.
    public var tolerance = 0.95
    /// The defaults.
    public init() {}
  }

  /// One pair, or what is left over of one area when the other position is nil.
  public struct Row: Sendable {
    /// The position of the area in X; nil for what is left over of Y.
    public var x: Int?
    /// The position of the area in Y; nil for what is left over of X.
    public var y: Int?
    /// The area in m2.
    public var area: Double
    /// The share of X's own area; nil without X.
    public var xShare: Double?
    /// The share of Y's own area; nil without Y.
    public var yShare: Double?
    /// The common area over the united area; nil for leftovers.
    public var jaccard: Double?
    /// Twice the area over the perimeter in metres; nil for leftovers.
    public var meanWidth: Double?
    /// How the two lie relative to each other, by people where they are counted; nil for leftovers.
    public var relation: Relation?
    /// How they lie by area; nil for leftovers, and where only a lookup table knows of the pair.
    public var areaRelation: Relation?
    /// The people who live there; nil when people are not counted.
    public var people: Double?
    /// Their share of X's people.
    public var xPeopleShare: Double?
    /// Their share of Y's people.
    public var yPeopleShare: Double?
  }

  /// What was not listed; nothing is left out in silence.
  public struct LeftOut: Sendable, Equatable {
    /// The number of pairs.
    public var count = 0
    /// Their area in m2.
    public var area = 0.0
    /// Their people; 0 when people are not counted.
    public var people = 0.0
  }

  /// The first layer.
  public let x: PreparedLayer
  /// The second layer.
  public let y: PreparedLayer
  /// What was asked for.
  public let parameters: Parameters
  /// What counted as a sliver.
  public let sliverRule: SliverRule
  /// The people, or patients, counted and how; nil when only area is compared.
  public let population: PopulationOverlap?
  /// The areas and perimeters of all pairs, slivers included.
  public let table: OverlapTable
  /// For each pair of the table whether it is a sliver: thin, and not known to a lookup table to have people.
  public let isSliver: [Bool]
  /// The pairs listed, by the codes of X and then of Y.
  public let rows: [Row]
  /// What is left over of each area that is not covered by the other layer, X first.
  public let leftovers: [Row]
  /// The slivers, which are in `rows` only if they are kept.
  public let slivers: LeftOut
  /// The pairs below the minimum share, which are not in `rows`.
  public let belowMinimum: LeftOut
  /// The masses for scores: people when they are counted, else area; slivers are set aside unless they are kept.
  public let matrix: MassMatrix
  /// The areas shared, likewise, where the masses for scores are people; nil where they are areas themselves.
  public let ground: MassMatrix?
  /// What was noticed in the comparison, apart from its layers.
  public let notices: [Notice]
  /// How many threads may be used.
  let jobs: Int
  /// Whether units of X, or of Y, overlap each other.
  private let overlapsItself: Bool

  /// Compares two layers in the same reference system whose overlap, and the people in it, are known.
  ///
  /// Throws `fault` where GEOS fails on a part of a doubtful sliver.
  ///
  /// - Parameters:
  ///   - x: the first layer.
  ///   - y: the second layer.
  ///   - table: the common parts of the two: ``OverlapEngine/table(_:_:jobs:)``.
  ///   - population: the people that their areas share; nil to compare by area alone.
  ///   - parameters: how to compare.
  ///   - jobs: how many threads may be used; never changes a result.
  public init(
    x: PreparedLayer, y: PreparedLayer, table: OverlapTable, population: PopulationOverlap? = nil,
    parameters: Parameters = Parameters(), jobs: Int = availableJobs
  ) throws(FootprintsError) {
    self.x = x
    self.y = y
    self.table = table
    self.population = population
    self.parameters = parameters
    self.jobs = jobs
    let slivers = try Slivers(table, x: x, y: y, width: parameters.sliverWidth, jobs: jobs)
    sliverRule = slivers.rule
    var builder = ComparisonRows(x: x, y: y, parameters: parameters, population: population)
    for (pair, isThin) in zip(table.pairs, slivers.areSlivers) { builder.add(pair, table, isThin: isThin) }
    builder.end()
    isSliver = builder.areSlivers
    // By people the bricks show whether areas of a layer overlap each other, and that costs nothing.
    let limit = SelfOverlap.notableShare * (population?.matrix.total ?? 0)
    let candidates = SelfOverlap.candidates(in: table)
    @Sendable func own(
      _ layer: PreparedLayer, _ candidates: [Int], _ areas: [Double], _ repeated: Double?
    ) throws(FootprintsError) -> SelfOverlap? {
      if let repeated, repeated <= limit { return nil }
      return try SelfOverlap(layer, among: candidates, whole: areas.reduce(0, +), jobs: jobs)
    }
    let (xOwn, yOwn) = try concurrently(jobs: jobs) { () throws(FootprintsError) in
      try own(x, candidates.x, table.xAreas, population?.xRepeated)
    } and: { () throws(FootprintsError) in
      try own(y, candidates.y, table.yAreas, population?.yRepeated)
    }
    overlapsItself =
      population.map { max($0.xRepeated, $0.yRepeated) > limit }
      ?? [xOwn, yOwn].contains { $0?.isNotable == true }
    let areas = table.matrix(
      try RepeatedAreas(table, x: x.geometry, y: y.geometry, xOwn: xOwn, yOwn: yOwn, jobs: jobs))
    let (table, isSliver) = (table, isSliver)
    func counted(_ all: MassMatrix) -> MassMatrix {
      parameters.keepsSlivers ? all : table.settingAside(isSliver, in: all)
    }
    matrix = counted(population?.matrix ?? areas)
    ground = population == nil ? nil : counted(areas)
    rows = builder.rows
    self.slivers = builder.slivers
    belowMinimum = builder.belowMinimum
    leftovers = ComparisonRows.leftovers(x, y, areas, population?.matrix)
    let areaOverlaps =
      population == nil
      ? [(x, xOwn), (y, yOwn)].flatMap { layer, own in own.map { Notice.overlapping($0, in: layer) } ?? [] }
      : []
    notices =
      Self.notices(x, y, table, population)
      + [Notice.crudeBorders(sliverRule, x: x, y: y)].compactMap(\.self) + areaOverlaps
      + Notice.sliverLosses(matrix, x: x, y: y)
  }

  /// What shares are of.
  public var unit: MassUnit { population?.matrix.unit ?? .squareMetres }

  /// Whether units of one layer overlap each other, as catchments by threshold do, so that the masses are
  /// not a partition. A ten-thousandth of the whole is the noise of published boundaries.
  ///
  /// By people the bricks show it. By area those units are overlaid with each other whose overlap with the other layer
  /// leaves something over, or has more than there is.
  public var hasOverlappingUnits: Bool { overlapsItself }

  /// What a reader must know of two layers of different detail.
  static func resolutionNotices(_ x: PreparedLayer, _ y: PreparedLayer) -> [Notice] {
    detailNotices(x, y) + clipNotices(x, y)
  }

  private static func clipNotices(_ x: PreparedLayer, _ y: PreparedLayer) -> [Notice] {
    guard let one = x.resolution.clip, let other = y.resolution.clip, one != other else { return [] }
    let (coast, realm) = one == .coast ? (x, y) : (y, x)
    return [
      Notice(
        .warning, "mixed-resolution",
        "\(coast.name) ends at the coast (\(coast.resolution.name ?? "")) and \(realm.name) reaches to the extent of the realm (\(realm.resolution.name ?? "")): what lies between is in one of them alone"
      )
    ]
  }

  private static func detailNotices(_ x: PreparedLayer, _ y: PreparedLayer) -> [Notice] {
    let (fine, coarse) = x.resolution.tolerance <= y.resolution.tolerance ? (x, y) : (y, x)
    guard coarse.resolution.tolerance >= 2 * fine.resolution.tolerance,
      coarse.resolution.tolerance - fine.resolution.tolerance > 10
    else { return [] }
    return [
      Notice(
        .warning, "mixed-resolution",
        "\(x.name) is \(x.resolution) and \(y.name) is \(y.resolution): their borders and coasts differ where the areas do not"
      )
    ]
  }

  private static func notices(
    _ x: PreparedLayer, _ y: PreparedLayer, _ table: OverlapTable, _ population: PopulationOverlap?
  ) -> [Notice] {
    var notices = resolutionNotices(x, y) + [Notice.vintages(x, y)].compactMap(\.self)
    if table.pairs.isEmpty, x.count > 0, y.count > 0 {
      notices.append(
        Notice(
          .warning, "nothing-shared",
          "no area of \(x.name) has any ground in common with one of \(y.name): are both where they should be?"
        ))
    }
    for (layer, areas) in [(x, table.xAreas), (y, table.yAreas)] {
      // What was repaired is named with its fault already.
      let repaired = Set(layer.repairs.map(\.code))
      let empty = ComparisonRows.withoutGround(layer, areas).filter { !repaired.contains(layer.codes[$0]) }
      if empty.isEmpty { continue }
      notices.append(
        Notice(
          .warning, "no-ground",
          "\(layer.name): the outline of \(CodeList(empty.map { layer.codes[$0] })) encloses no ground, so that \(Wording.form(empty.count, "it overlaps", "they overlap")) nothing"
        ))
    }
    if let population {
      for (layer, mass) in [(x, population.xOutside), (y, population.yOutside)] where mass >= 0.5 {
        let who = population.matrix.unit.words(mass)
        // The trusts of patients have no place: who is in none of them goes to others, or nobody tells where to.
        let what =
          population.matrix.unit == .patients && layer.role == "trust"
          ? "\(mass.rounded() == 1 ? "goes" : "go") to none of the \(layer.title.many), or to one that is not told"
          : "\(mass.rounded() == 1 ? "lives" : "live") in small areas outside the \(layer.title.place.many)"
        notices.append(Notice(.information, "people-outside", "\(who) \(what)"))
      }
    }
    return notices
  }
}
