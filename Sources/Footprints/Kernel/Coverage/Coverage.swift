/// How the areas of one layer lie beside each other: where they cover ground twice, where they leave ground between them,
/// and whether neighbours draw their common border alike.
package struct Coverage: Sendable {
  /// Two areas that cover ground twice.
  package struct Overlap: Sendable {
    /// The positions of the two, the lower one first.
    package let areas: (Int, Int)
    /// The ground in m2, and the length of its outline in metres.
    package let (area, perimeter): (Double, Double)
  }

  /// Two areas one of which has a vertex on an edge of the other that the other does not have, or whose edges cross.
  package struct Mismatch: Sendable {
    /// The positions of the two, the lower one first.
    package let areas: (Int, Int)
    /// The first such place along the layer, in metres.
    package let place: Coordinate
    /// How many edges of either meet the other's like that.
    package let edges: Int
  }

  /// Every two areas that have ground in common, by their positions.
  package let overlaps: [Overlap]
  /// That ground, one area for each overlap.
  package let common: MultiPolygonArray
  /// The ground that lies in no area and is enclosed by them, if only up to points where they touch: each stretch an area of one
  /// polygon, from south to north.
  package let gaps: MultiPolygonArray
  /// The outline of each gap, edge by edge, with the areas beyond.
  let gapSides: [[GroundSides.Side]]
  /// Narrow ground between areas that is open to the outside; empty where it was not looked for.
  let inlets: Inlets
  /// Borders on which vertices do not match, by the positions of the areas.
  package let mismatches: [Mismatch]
  /// Whether mismatches were looked for; not where edges lie so that it would have taken very long.
  package let areMismatchesKnown: Bool

  /// Whether so many areas overlap each other that neither pairs nor gaps were worked out.
  package var isCrowded = false

  /// The areas around each gap, those with most of its outline first, with the length in metres.
  package var neighbours: [[(area: Int, length: Double)]] { gapSides.map(\.lengths) }

  /// Whether no ground lies in two areas, and every vertex on a border between two areas is one of both.
  package var isExact: Bool { overlaps.isEmpty && mismatches.isEmpty && areMismatchesKnown }
}

extension GridLayer {
  /// How the areas lie beside each other. They must be valid (see `OverlapKernel.invalidAreas`).
  ///
  /// What edges of two areas have in common, in opposite directions, needs no further look: mostly that is everything but a
  /// coast. The edges that are left go round every point as often as areas lie there (`EdgeRuns`), so that their winding
  /// numbers tell both what lies in no area and what lies in several; only areas near the latter are overlaid. The article
  /// "Dissolving through shared edges" explains the first, "Snap rounding" the second.
  ///
  /// Gaps that are open to the outside are none, but inlets. The result does not depend on the number of `jobs`.
  ///
  /// - Parameters:
  ///   - inlets: how wide inlets can be, in metres; 0 not to look for any.
  package func coverage(inletsWithin inlets: Double = 0, jobs: Int) throws(FootprintsError) -> Coverage {
    let jobs = max(1, jobs)
    let owners = EdgeOwners(self)
    let shared = try SharedEdges(self, owners, jobs: jobs)
    let runs = try EdgeRuns(
      of: self, owners, shared, groups: [Int32](repeating: 0, count: count), count: 1, jobs: jobs)[0]
    let edges = runs.reduce(0) { $0 + $1.edges.count }
    let mostContacts = min(1 << 20, 1 << 16 + 64 * edges)
    let contacts = LayerEdges.with(self, owners) { edges in
      OutlineCheck(inHilbertOrder(runs)[...], edges).contacts(limit: mostContacts)
    }
    // Areas lie over each other everywhere.
    if contacts.found.count >= mostContacts { return .crowded }
    let pairs = LayerEdges.with(self, owners) { Coverage.pairCount(contacts.found, $0) }
    if pairs > CommonGround.mostPairs { return .crowded }
    // Where not all contacts were found in time, it may be because there are so many.
    if !contacts.areAll, contacts.found.count > 8 * edges { return .crowded }
    let outline = LayerOutline(self, runs)
    let ground: LayerOutline.Ground
    do throws(FootprintsError) {
      ground = try outline.ground(isSimple: contacts.areWithoutOverlaps, jobs: jobs)
    } catch {
      // Edges that cross each other millions of times.
      guard error.kind == .badData else { throw error }
      return .crowded
    }
    guard let overlaps = try CommonGround(of: self, near: ground.repeated, jobs: jobs) else {
      return .crowded
    }
    return Coverage(
      overlaps: overlaps.pairs, common: overlaps.shapes, gaps: ground.open,
      gapSides: try GroundSides(of: ground.open, in: self, jobs: jobs).sides,
      inlets: try Inlets(of: self, owners, runs, outline, gaps: ground.open, within: inlets, jobs: jobs),
      mismatches: LayerEdges.with(self, owners) { edges in
        Coverage.mismatches(contacts.areAll ? contacts.found : [], edges, grid)
      },
      areMismatchesKnown: contacts.areAll)
  }

  /// Runs so that those near to each other follow each other, whatever the order of areas is.
  private func inHilbertOrder(_ runs: ArraySlice<EdgeRun>) -> [EdgeRun] {
    let shift = Int64(IntegerGrid.limit.trailingZeroBitCount + 1 - 16)
    let keys = runs.map { run in
      let start = vertices[Int(run.first)]
      return hilbertPlace(
        UInt32(truncatingIfNeeded: (start.x &+ IntegerGrid.limit) >> shift),
        UInt32(truncatingIfNeeded: (start.y &+ IntegerGrid.limit) >> shift))
    }
    let first = runs.startIndex
    return keys.indices.sorted { (keys[$0], runs[first + $0].first) < (keys[$1], runs[first + $1].first) }
      .map { runs[first + $0] }
  }
}

extension Coverage {
  fileprivate static let crowded = Coverage(
    overlaps: [], common: MultiPolygonArray(), gaps: MultiPolygonArray(), gapSides: [], inlets: Inlets(),
    mismatches: [],
    areMismatchesKnown: false, isCrowded: true)

  /// How many pairs of areas some contacts are between.
  fileprivate static func pairCount(_ contacts: [ContactPair], _ edges: LayerEdges) -> Int {
    var pairs: Set<UInt64> = []
    for pair in contacts {
      let areas = [pair.first, pair.second].map { edges.area(of: UInt32(truncatingIfNeeded: $0)) }.sorted()
      pairs.insert(UInt64(areas[0]) << 32 | UInt64(areas[1]))
    }
    return pairs.count
  }

  /// The borders on which vertices do not match, from edges that touch. Areas that touch at a vertex of both match.
  fileprivate static func mismatches(
    _ contacts: [ContactPair], _ edges: LayerEdges, _ grid: IntegerGrid
  ) -> [Mismatch] {
    var found: [[Int]: (place: GridPoint, edges: Set<Int>)] = [:]
    for pair in contacts.sorted() {
      let (p, q) = (edges.vertices[pair.first], edges.vertices[pair.first + 1])
      let (r, s) = (edges.vertices[pair.second], edges.vertices[pair.second + 1])
      guard let place = mismatch(p, q, r, s) else { continue }
      let areas = [pair.first, pair.second].map { Int(edges.area(of: UInt32($0))) }.sorted()
      found[areas, default: (place, [])].edges.formUnion([pair.first, pair.second])
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { areas, border in
      Mismatch(
        areas: (areas[0], areas[1]), place: grid.coordinate(border.place), edges: border.edges.count)
    }
  }

  /// Where two edges that touch do so other than at an end of both; an end of one that is near, where they cross.
  private static func mismatch(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> GridPoint? {
    for (point, from, to) in [(r, p, q), (s, p, q), (p, r, s), (q, r, s)]
    where point != from && point != to && Int128.cross(from, to, point) == 0
      && boxesMeet(point, point, from, to)
    {
      return point
    }
    if p == r || p == s || q == r || q == s { return nil }
    return p
  }
}
