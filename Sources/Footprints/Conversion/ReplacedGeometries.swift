/// Geometries that take the place of features' own on the way from one file to another.
package struct ReplacedGeometries: Sendable {
  private var geometries: [Int: [UInt8]] = [:]
  /// Their types.
  private(set) var types: GeometryType.Set = []

  /// Replaces nothing.
  package init() {}

  /// Replaces the geometry of some features by areas.
  ///
  /// - Parameters:
  ///   - features: the positions of the features in their file, one for each area.
  ///   - areas: the areas, in the reference system of the file.
  package init(_ features: [Int], by areas: MultiPolygonArray) {
    for (area, feature) in features.enumerated() {
      var batch = FeatureBatch()
      batch.append(area: area, of: areas)
      // A single polygon stays one: layers can be of polygons alone.
      let isOne = areas.polygons(of: area).count == 1
      types.insert(isOne ? .polygon : .multiPolygon)
      geometries[feature] = isOne ? Array(batch.geometry.dropFirst(Self.multiPolygonHeader)) : batch.geometry
    }
  }

  /// Byte order, type, and number of polygons.
  private static let multiPolygonHeader = 9

  /// A batch with the replacements in place; its first feature is the one at a position in the file.
  func apply(to batch: consuming FeatureBatch, first: Int) -> FeatureBatch {
    if geometries.isEmpty || !(0..<batch.count).contains(where: { geometries[first + $0] != nil }) {
      return batch
    }
    var geometry: [UInt8] = []
    var ends: [Int] = []
    for feature in 0..<batch.count {
      if let other = geometries[first + feature] {
        geometry += other
      } else {
        geometry += batch.geometry[batch.bytes(of: feature)]
      }
      ends.append(geometry.count)
    }
    batch.geometry = geometry
    batch.ends = ends
    return batch
  }
}

extension GeometryType.Set {
  fileprivate mutating func insert(_ type: GeometryType) { formUnion(GeometryType.Set(type)) }
}
