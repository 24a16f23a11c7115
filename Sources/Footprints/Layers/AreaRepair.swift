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
  /// The size of the area in m2 as it was read, by the surveyor's formula.
  public let areaBefore: Double
  /// Its size in m2 after the repair.
  public let areaAfter: Double
}

/// The areas of a layer made valid, on the kernel's grid.
struct RepairedGeometry {
  let geometry: MultiPolygonArray
  let gridded: GridLayer
  let repairs: [AreaRepair]

  /// The kernel's index finds the areas that are invalid; GEOS repairs those, by the structure method.
  init(of geometry: MultiPolygonArray, codes: [String], jobs: Int) throws(FootprintsError) {
    let grid = IntegerGrid(sharedBy: geometry, jobs: jobs)
    let asRead = try GridLayer(geometry, grid: grid, jobs: jobs)
    let invalid = try OverlapKernel.invalidAreas(of: asRead, jobs: jobs)
    if invalid.isEmpty {
      (self.geometry, gridded, repairs) = (geometry, asRead, [])
      return
    }
    let valid = try parallelMap(count: invalid.count, jobs: jobs, makeWorker: { GEOSContext() }) {
      context, index throws(FootprintsError) in
      var out = MultiPolygonArray()
      try GEOSGeometry(area: invalid[index].area, of: geometry, in: context).madeValid().appendArea(to: &out)
      return out
    }
    repairs = zip(invalid, valid).map { item, repaired in
      AreaRepair(
        code: codes[item.area], fault: item.fault, location: item.location, ring: item.ring,
        areaBefore: geometry.area(of: item.area), areaAfter: repaired.area(of: 0))
    }
    self.geometry = geometry.replacing(invalid.map(\.area), with: valid)
    gridded = try GridLayer(self.geometry, grid: grid, jobs: jobs)
  }
}

extension Notice {
  /// What a reader must know about a repair.
  init(_ repair: AreaRepair) {
    let change =
      abs(repair.areaAfter - repair.areaBefore) < 1
      ? "by less than 1 m2"
      : "from \(Wording.decimal(repair.areaBefore, 0)) to \(Wording.decimal(repair.areaAfter, 0)) m2"
    func metres(_ value: Double) -> String {
      let rounded = (value * 1000).rounded() / 1000
      return rounded == rounded.rounded() ? Wording.plain(rounded) : "\(rounded)"
    }
    let place = "\(metres(repair.location.x)) \(metres(repair.location.y))"
    self.init(
      .warning, "repaired",
      "\(repair.code) was invalid (\(repair.fault) at \(place), \(repair.ring)) and was repaired; its area changed \(change)"
    )
  }
}
