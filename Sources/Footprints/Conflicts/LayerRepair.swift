/// A layer repaired: what was invalid, and the narrow gaps and overlaps between its areas, given to one area each
/// (`CoverageRepair`). No area is deleted and no code changed.
public struct LayerRepair: Sendable {
  /// What became of one area.
  struct Change: Sendable {
    let area: NamedCode
    let kind: FindingKind
    let areaBefore: Double
    let areaAfter: Double
    /// How far its border moved at most, in metres; nil for rings that were invalid.
    let largestMove: Double?
    /// The people in it; nil where they are not counted.
    var populationBefore: Double?
    var populationAfter: Double?
  }

  /// The layer as it was, its invalid areas repaired.
  let layer: PreparedLayer
  /// The same with the ground between its areas given to one each.
  let repaired: PreparedLayer
  /// How far a border was allowed to move, in metres.
  let distance: Double
  /// What was done, area by area, the gaps and overlaps of an area each in one.
  private(set) var changes: [Change] = []
  /// How the areas lie beside each other now.
  let coverage: Coverage
  /// The areas whose outline is not what the file has, by position.
  let changed: [Int]

  /// Repairs a layer.
  ///
  /// Throws `usage` for a distance that is none.
  ///
  /// - Parameters:
  ///   - layer: the layer.
  ///   - distance: how far a border may move, in metres.
  ///   - jobs: how many threads may be used; never changes the result.
  init(of layer: PreparedLayer, within distance: Double, jobs: Int) throws(FootprintsError) {
    guard distance >= 0, distance.isFinite else {
      throw FootprintsError(
        .usage, "borders cannot move by \(distance) m", remedy: "Give a distance of 0 m or more.")
    }
    self.layer = layer
    self.distance = distance
    let found = try CoverageRepair(of: layer.gridded, within: distance, jobs: jobs)
    coverage = found.coverage
    repaired = PreparedLayer(layer, outlines: found.geometry, gridded: found.gridded)
    let before = layer.gridded.multiPolygons(of: 0..<layer.count)
    let places = Dictionary(
      layer.codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let invalid = layer.repairs.compactMap { places[$0.code] }
    let moved = (0..<layer.count).filter { !before.hasSameOutline(ofArea: $0, as: found.geometry) }
    changed = Set(moved + invalid).sorted()
    for repair in layer.repairs {
      guard let area = places[repair.code] else { continue }
      changes.append(
        Change(
          area: layer.unit(area), kind: .invalidRing, areaBefore: repair.areaBefore,
          areaAfter: repair.areaAfter,
          largestMove: nil))
    }
    changes += Self.changes(found.changes, from: before, to: found.geometry, of: layer)
  }

  /// The pieces of ground that changed hands, by area and by what was wrong.
  private static func changes(
    _ found: [CoverageRepair.Change], from before: MultiPolygonArray, to after: MultiPolygonArray,
    of layer: PreparedLayer
  ) -> [Change] {
    struct Key: Hashable {
      let area: Int
      let kind: FindingKind
    }
    var moves: [Key: Double] = [:]
    for change in found {
      for area in [change.to, change.from].compactMap(\.self) {
        // Whose border stays where it is was asked for nothing.
        let isMoved = area == (change.from ?? change.to)
        moves[Key(area: area, kind: change.kind), default: 0].formMaximum(isMoved ? change.move : 0)
      }
    }
    return moves.map { key, move in
      Change(
        area: layer.unit(key.area), kind: key.kind, areaBefore: before.area(of: key.area),
        areaAfter: after.area(of: key.area), largestMove: move)
    }.sorted { ($0.area.code, $0.kind.rawValue) < ($1.area.code, $1.kind.rawValue) }
  }

  /// Adds the people in each area that changed, before and after.
  mutating func count(_ bricks: Bricks, jobs: Int) throws(FootprintsError) {
    let places = Dictionary(
      layer.codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let areas = Set(changes.compactMap { places[$0.area.code] }).sorted()
    func people(_ layer: PreparedLayer) throws(FootprintsError) -> [Int: Double] {
      let found = try PeopleOnGround.people(of: bricks, on: layer.geometry.selecting(areas), jobs: jobs)
      return Dictionary(uniqueKeysWithValues: zip(areas, found))
    }
    let (before, after) = (try people(layer), try people(repaired))
    for change in changes.indices {
      guard let area = places[changes[change].area.code] else { continue }
      changes[change].populationBefore = before[area]
      changes[change].populationAfter = after[area]
    }
  }
}

extension CoverageRepair.Change {
  /// What people call it.
  fileprivate var kind: FindingKind {
    switch fault {
    case .gap: .sliverGap
    case .pinhole: .pinhole
    case .overlap: .sliverOverlap
    }
  }
}

extension Double {
  fileprivate mutating func formMaximum(_ other: Double) { self = Swift.max(self, other) }
}

extension MultiPolygonArray {
  /// Whether an area has the same rings in another array, vertex by vertex.
  fileprivate func hasSameOutline(ofArea area: Int, as other: MultiPolygonArray) -> Bool {
    let (own, others) = (rings(ofArea: area), other.rings(ofArea: area))
    guard polygons(of: area).count == other.polygons(of: area).count, own.count == others.count else {
      return false
    }
    return zip(own, others).allSatisfy {
      coordinates[vertices(of: $0)] == other.coordinates[other.vertices(of: $1)]
    }
  }
}
