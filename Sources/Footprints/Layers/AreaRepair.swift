/// An area whose rings were not valid, and what its repair changed.
public struct AreaRepair: Sendable, Equatable {
  /// The code of the area.
  public let code: String
  /// What was wrong; an area can have more faults; this is the first.
  public let fault: ValidityFault
  /// Where it was wrong, in metres of the working reference system.
  public let location: Coordinate
  /// The ring that passes there.
  public let ring: RingPlace
  /// Where its boundary runs out and straight back on the same line, in metres.
  public let spikes: [Coordinate]
  /// Whether nothing is wrong with it but ``spikes``.
  public let isSpikeOnly: Bool
  /// What was wrong with the order of its rings; empty where the repair was of another kind.
  public let ringOrder: [RingOrderFault]
  /// The size of the area in m2 as it was read: what its exteriors enclose less their holes by the surveyor's formula,
  /// at least 0 for each polygon.
  public let areaBefore: Double
  /// Its size in m2 after the repair.
  public let areaAfter: Double
  /// The ground in m2 that the repair did not keep: what the area's exteriors cover less its holes, where that is more
  /// than ``areaAfter`` by over a hundredth; all that they cover, where less than a hundredth of it is left. Else 0.
  public let areaLost: Double
}

/// The areas of a layer made valid, on the kernel's grid.
struct RepairedGeometry {
  let geometry: MultiPolygonArray
  let gridded: GridLayer
  let repairs: [AreaRepair]

  /// The kernel's index finds the areas that are invalid; what is wrong with the order of their rings is put right, and
  /// the rest by `PolygonRepair`.
  init(of geometry: MultiPolygonArray, codes: [String], jobs: Int) throws(FootprintsError) {
    let grid = IntegerGrid(sharedBy: geometry, jobs: jobs)
    let asRead = try GridLayer(geometry, grid: grid, jobs: jobs)
    let invalid = try OverlapKernel.invalidAreas(of: asRead, codes: codes, jobs: jobs)
    if invalid.isEmpty {
      (self.geometry, gridded, repairs) = (geometry, asRead, [])
      return
    }
    let made = try parallelMap(count: invalid.count, jobs: jobs, makeWorker: { GEOSContext() }) {
      context, index throws(FootprintsError) in
      let code = codes[invalid[index].area]
      do throws(FootprintsError) {
        return try Self.repair(invalid[index], of: geometry, asRead, code: code, in: context)
      } catch {
        throw FootprintsError(
          error.kind, "\(code) is invalid and cannot be repaired: \(error.message)", remedy: error.remedy)
      }
    }
    repairs = made.map(\.repair)
    let valid = made.map(\.area)
    self.geometry = geometry.replacing(invalid.map(\.area), with: valid)
    gridded = try GridLayer(self.geometry, grid: grid, jobs: jobs)
  }

  /// Puts the rings of an area in order, and repairs what is still wrong.
  private static func repair(
    _ invalid: InvalidArea, of geometry: MultiPolygonArray, _ asRead: GridLayer, code: String,
    in context: GEOSContext
  ) throws(FootprintsError) -> (area: MultiPolygonArray, repair: AreaRepair) {
    let grid = asRead.grid
    let order = try RingOrder(ofArea: invalid.area, of: geometry, grid, in: context)
    var area = order.geometry
    var isValid = false
    if !order.faults.isEmpty { isValid = try OverlapKernel.isValid(area, grid) }
    if !isValid {
      area = try PolygonRepair.repaired(area, unitsPerOne: grid.unitsPerMetre, jobs: 1)
    }
    let before = geometry.polygons(of: invalid.area).reduce(0.0) { $0 + max(0, geometry.area(ofPolygon: $1)) }
    let after = area.area(of: 0)
    let spikes = AreaSpikes(ofArea: invalid.area, of: asRead)
    var isSpikeOnly = false
    if !spikes.tips.isEmpty { isSpikeOnly = try OverlapKernel.isValid(spikes.rest, grid) }
    return (
      area,
      AreaRepair(
        code: code, fault: invalid.fault, location: invalid.location, ring: invalid.ring,
        spikes: spikes.tips, isSpikeOnly: isSpikeOnly, ringOrder: order.faults, areaBefore: before,
        areaAfter: after,
        areaLost: try lost(order.geometry, before: before, after: after, grid))
    )
  }

  /// The ground that a repair did not keep, as `AreaRepair.areaLost` has it.
  private static func lost(
    _ area: MultiPolygonArray, before: Double, after: Double, _ grid: IntegerGrid
  ) throws(FootprintsError) -> Double {
    var exteriors = MultiPolygonArray()
    var (enclosed, holes) = (0.0, 0.0)
    for polygon in area.polygons(of: 0) {
      for (position, ring) in area.rings(of: polygon).enumerated() {
        let size = abs(area.signedArea(ofRing: ring))
        guard position == 0 else {
          holes += size
          continue
        }
        enclosed += size
        for vertex in area.vertices(of: ring) { exteriors.append(area.coordinates[vertex]) }
        exteriors.endRing()
        exteriors.endPolygon()
      }
    }
    exteriors.endArea()
    // What was drawn twice counts once, which only a union can tell; it is not worth its time where little changed.
    guard after < 0.99 * (enclosed - holes) || after < 0.01 * enclosed else { return 0 }
    let covered = try PolygonRepair.repaired(exteriors, unitsPerOne: grid.unitsPerMetre, jobs: 1).area(of: 0)
    if after < 0.01 * covered { return covered - after }
    return after < 0.99 * (covered - holes) ? covered - holes - after : 0
  }
}

extension Notice {
  /// What a reader must know of a repair. One that changed less than 1 m2 needs no attention.
  package init(_ repair: AreaRepair) {
    let isSmall = abs(repair.areaAfter - repair.areaBefore) < 1
    func metres(_ value: Double) -> String {
      let rounded = (value * 1000).rounded() / 1000
      return rounded == rounded.rounded() ? Wording.plain(rounded) : "\(rounded)"
    }
    func size(_ value: Double) -> String { Wording.decimal(value, 0) }
    let place = "\(metres(repair.location.x)) \(metres(repair.location.y))"
    let what = "\(repair.code) was invalid (\(repair.fault) at \(place), \(repair.ring))"
    if repair.areaAfter == 0, repair.areaLost == 0 {
      self.init(
        .warning, "no-ground", "\(what) and has no ground at all, so that it overlaps nothing")
      return
    }
    if repair.areaLost > 0 {
      let left =
        repair.areaAfter > 0
        ? "\(size(repair.areaAfter)) m2 are left" : "nothing is left, so that it overlaps nothing"
      self.init(
        .warning, "ground-lost",
        "\(what) and its repair lost \(size(repair.areaLost)) m2 of its ground; \(left)")
      return
    }
    let how =
      repair.ringOrder.isEmpty ? "" : ": " + Wording.list(repair.ringOrder.map(\.description))
    let change =
      isSmall
      ? "by less than 1 m2" : "from \(size(repair.areaBefore)) to \(size(repair.areaAfter)) m2"
    self.init(
      isSmall ? .information : .warning, "repaired",
      "\(what) and was repaired\(how); its area changed \(change)")
  }
}
