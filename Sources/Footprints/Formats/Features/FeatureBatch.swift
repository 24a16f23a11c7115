/// Some features of a layer that follow each other, in flat buffers.
///
/// Geometries are well-known binary as ``WKB`` makes it: little-endian, ISO type codes, checked to its last byte. So
/// whoever takes a batch can rely on it.
package struct FeatureBatch: Sendable, Equatable {
  /// The geometries of all features, one after the other.
  package var geometry: [UInt8] = []
  /// Where the geometry of each feature ends in `geometry`; it begins where the one before ends, and one of no bytes is
  /// none.
  package var ends: [Int] = []
  /// The values of all features, those of one after those of the other, in the order of the schema's fields.
  package var values: [AttributeValue] = []
  /// What identifies each feature; empty where the schema has no identifiers.
  package var identifiers: [AttributeValue] = []

  /// A batch of no features.
  package init() {}

  /// The number of features.
  package var count: Int { ends.count }

  /// Where the geometry of a feature is in `geometry`; empty for a feature without one.
  package func bytes(of feature: Int) -> Range<Int> {
    (feature == 0 ? 0 : ends[feature - 1])..<ends[feature]
  }

  /// The values of a feature of a layer of so many fields.
  package func values(of feature: Int, fields: Int) -> ArraySlice<AttributeValue> {
    values[feature * fields..<(feature + 1) * fields]
  }

  /// Lends the geometry of every feature in turn; an empty one for a feature without.
  package func forEachGeometry(_ body: (Int, UnsafeRawBufferPointer) -> Void) {
    geometry.withUnsafeBytes { all in
      for feature in 0..<count { body(feature, UnsafeRawBufferPointer(rebasing: all[bytes(of: feature)])) }
    }
  }

  /// About so many bytes of geometry are in one batch, unless a single feature has more.
  package static let usualBytes = 1 << 20
  /// No batch has more features than this.
  package static let mostFeatures = 1 << 12
}
