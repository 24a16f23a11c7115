/// Takes the polygons out of a geometry, as areas have them: closed rings of at least four positions.
struct PolygonCollector: WKBVisitor {
  /// The polygons found so far, of all geometries that were shown to it.
  var geometry: MultiPolygonArray
  /// The only position outside polygons; infinite where there are several.
  private(set) var point: Coordinate?
  /// The first type that is no polygon and no collection.
  private(set) var other: GeometryType?
  private(set) var hasPolygons = false
  private(set) var isUnclosed = false
  private(set) var isDegenerate = false
  private(set) var hasHeights = false
  private var isInPolygon = false
  private var rings = 0

  init(geometry: MultiPolygonArray) { self.geometry = geometry }

  mutating func begin(_ type: GeometryType, count: Int, _ parts: PositionParts) {
    if parts.contains(.height) { hasHeights = true }
    switch type {
    case .polygon, .triangle:
      isInPolygon = true
      rings = 0
    case .multiPoint, .multiLineString, .multiPolygon, .geometryCollection, .polyhedralSurface, .tin: break
    default: if other == nil { other = type }
    }
  }

  mutating func positions(_ run: PositionRun) {
    if run.isNowhere { return }
    guard isInPolygon else {
      if run.count > 0 { point = run.count == 1 && point == nil ? run[0] : .several }
      return
    }
    if run.count == 0 { return }
    let mark = geometry.mark
    let first = geometry.coordinates.count
    for index in 0..<run.count { geometry.append(run[index]) }
    if run[0] != run[run.count - 1] {
      geometry.append(run[0])
      isUnclosed = true
    }
    guard geometry.coordinates.count - first >= 4 else {
      geometry.truncate(to: mark)
      isDegenerate = true
      return
    }
    geometry.endRing()
    rings += 1
  }

  mutating func end(_ type: GeometryType) {
    guard type == .polygon || type == .triangle else { return }
    isInPolygon = false
    if rings > 0 {
      geometry.endPolygon()
      hasPolygons = true
    }
  }

  /// What kind of feature it was, from the type of the outermost geometry.
  func shape(_ type: GeometryType?) -> FeatureTable.Shape {
    guard let type else { return .none }
    if hasPolygons { return .polygon }
    // A point that is nowhere is still a point; other empty geometries are none.
    guard let other else { return type == .multiPoint ? .other(type.name) : .none }
    if type == .geometryCollection || type.isSimple == false { return .other(other.name) }
    return .other(type.name)
  }
}
