/// Which areas of one layer overlap each other.
struct SelfOverlap: Sendable {
  /// From this share of the whole layer on, overlaps are more than the noise of published boundaries.
  static let notableShare = 1e-4

  /// Whether they are more than the noise of published boundaries; if not, they are not worked out.
  let isNotable: Bool
  /// Their common area, in m2.
  let area: Double
  /// The positions of the areas that overlap others by 1 m2 or more.
  let areas: [Int]
  /// For each of them, the others.
  fileprivate let partners: [Int: Set<Int>]

  /// Overlays some areas of a layer with each other. `whole` is what their overlaps are compared with, in m2.
  ///
  /// Throws `fault` where the kernel's own checks fail.
  init(_ layer: PreparedLayer, among some: [Int], whole: Double, jobs: Int) throws(FootprintsError) {
    guard try Self.mayBeNotable(layer.gridded, some, whole, jobs: jobs) else {
      (isNotable, area, areas, partners) = (false, 0, [], [:])
      return
    }
    let part = some.count == layer.count ? layer : layer.selecting(some)
    let table = try OverlapEngine.table(part, part, jobs: jobs)
    let pairs = table.pairs.filter { $0.x != $0.y && $0.area >= 1 }
    area = pairs.reduce(0) { $1.x < $1.y ? $0 + $1.area : $0 }
    isNotable = area > Self.notableShare * whole
    partners = Dictionary(
      uniqueKeysWithValues: Dictionary(grouping: pairs, by: \.x).map { one, pairs in
        (some[one], Set(pairs.map { some[$0.y] }))
      })
    areas = partners.keys.sorted()
  }

  /// Whether areas may overlap each other by more than the noise, which is known at a fraction of the price of an
  /// overlay, and mostly settles it.
  private static func mayBeNotable(
    _ layer: GridLayer, _ some: [Int], _ whole: Double, jobs: Int
  ) throws(FootprintsError) -> Bool {
    if some.count < 2 { return false }
    let edges = some.reduce(0) { sum, area in
      layer.rings(ofArea: area).reduce(sum) { $0 + layer.edges(of: $1).count }
    }
    // A copy of half of the layer costs as much as to look at the other half as well.
    let searched = 2 * edges < layer.edgeCount ? layer.selecting(some) : layer
    guard let repeated = try searched.repeatedGround(jobs: jobs) else { return true }
    return repeated > notableShare * whole
  }

  /// The positions of the areas of X, and of Y, that may overlap others of their own layer; the others need not be
  /// overlaid with themselves, which would cost as much as the overlap of the two.
  ///
  /// Where areas of a layer overlap each other, those of the other layer there hold more than they have between them,
  /// or, where there is a gap as well, less; or the place is outside the other layer, which leaves something over. A
  /// gap as large as the overlap beside it hides it; equal areas twice are the only such case that is no
  /// accident.
  static func candidates(in table: OverlapTable) -> (x: [Int], y: [Int]) {
    var (xLeft, yLeft) = (table.xAreas, table.yAreas)
    for pair in table.pairs {
      xLeft[pair.x] -= pair.area
      yLeft[pair.y] -= pair.area
    }
    func isOpen(_ left: Double, _ whole: Double) -> Bool { abs(left) > max(1, notableShare * whole) }
    let xOpen = zip(xLeft, table.xAreas).map(isOpen)
    let yOpen = zip(yLeft, table.yAreas).map(isOpen)
    func equal(_ areas: [Double]) -> [Bool] {
      var counts: [Double: Int] = [:]
      for area in areas { counts[area, default: 0] += 1 }
      return areas.map { $0 > 0 && counts[$0, default: 0] > 1 }
    }
    var x = zip(xOpen, equal(table.xAreas)).map { $0 || $1 }
    var y = zip(yOpen, equal(table.yAreas)).map { $0 || $1 }
    for pair in table.pairs {
      if xOpen[pair.x] { y[pair.y] = true }
      if yOpen[pair.y] { x[pair.x] = true }
    }
    return (x.indices.filter { x[$0] }, y.indices.filter { y[$0] })
  }
}

/// How much of each area of two layers lies in several areas of the other, which overlap each other there.
struct RepeatedAreas: Sendable {
  /// What each area of X shares with areas of Y beyond once, in m2.
  let x: [Double]
  /// What each area of Y shares with areas of X beyond once, in m2.
  let y: [Double]

  /// `table` holds the pairs of the two layers; a layer whose own overlap is nil or noise counts as a partition.
  ///
  /// Throws `fault` where GEOS fails on a common part.
  init(
    _ table: OverlapTable, x: MultiPolygonArray, y: MultiPolygonArray, xOwn: SelfOverlap?, yOwn: SelfOverlap?,
    jobs: Int
  ) throws(FootprintsError) {
    self.x = try Self.repeated(
      table, x, y, by: \.x, in: \.y, count: table.xAreas.count, own: yOwn, jobs: jobs)
    self.y = try Self.repeated(
      table, x, y, by: \.y, in: \.x, count: table.yAreas.count, own: xOwn, jobs: jobs)
  }

  /// The areas of the common parts of each area less the area of their union: parts are built only where they can
  /// overlap each other.
  private static func repeated(
    _ table: OverlapTable, _ x: MultiPolygonArray, _ y: MultiPolygonArray,
    by side: KeyPath<OverlapTable.Pair, Int>, in other: KeyPath<OverlapTable.Pair, Int>,
    count: Int, own: SelfOverlap?, jobs: Int
  ) throws(FootprintsError) -> [Double] {
    var repeated = [Double](repeating: 0, count: count)
    guard let own, own.isNotable else { return repeated }
    let groups = Dictionary(grouping: table.pairs, by: { $0[keyPath: side] }).compactMap { area, pairs in
      let here = Set(pairs.map { $0[keyPath: other] })
      let overlapping = pairs.filter { own.partners[$0[keyPath: other]]?.isDisjoint(with: here) == false }
      return overlapping.isEmpty ? nil : (area: area, pairs: overlapping)
    }.sorted { $0.area < $1.area }
    let parts = try OverlapPieces.build(groups.flatMap(\.pairs), of: table, x: x, y: y, jobs: jobs)
    var starts = [0]
    for group in groups { starts.append(starts[starts.count - 1] + group.pairs.count) }
    let partsOf = starts
    let masses = try parallelMap(count: groups.count, jobs: jobs, makeWorker: { GEOSContext() }) {
      context, index throws(FootprintsError) in
      let offsets = parts.areaOffsets[partsOf[index]]..<parts.areaOffsets[partsOf[index + 1]]
      let all = try GEOSGeometry(polygons: offsets, of: parts, in: context)
      return max(0, groups[index].pairs.reduce(0) { $0 + $1.area } - (try all.union().area()))
    }
    for (group, mass) in zip(groups, masses) { repeated[group.area] = mass }
    return repeated
  }
}

extension Notice {
  /// A warning where areas of a layer overlap each other, by area.
  static func overlapping(_ own: SelfOverlap, in layer: PreparedLayer) -> [Notice] {
    guard own.isNotable else { return [] }
    return [
      Notice(
        .warning, "areas-overlap",
        "areas of \(layer.name) overlap each other (\(CodeList(own.areas.map { layer.codes[$0] }))): \(Wording.area(own.area)) counts more than once"
      )
    ]
  }
}
