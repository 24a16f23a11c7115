/// The features of one stretch of a GeoJSON text, in buffers that grow as the scanner goes; several of them
/// are joined into one `FeatureTable`.
struct FeatureBuffer: Sendable {
  var geometry = MultiPolygonArray()
  /// The position of each feature that is one point, infinite for several points; not a number for all others.
  var points: [Coordinate] = []
  var shapes: [FeatureTable.Shape] = []
  /// Where the value of each feature's `properties` begins in the text; -1 where it has none.
  var properties: [Int] = []
  /// The value of each feature's `id`, where it begins in the text; -1 where it has none.
  var identifiers: [Int] = []
  /// The names of all properties, in order of first appearance, as raw bytes.
  var fields: [[UInt8]] = []
  /// Features, by index here, of which a ring was not closed.
  var unclosed: [Int] = []
  /// The number of rings with positions of more than two numbers.
  var threeDimensional = 0
  /// Features, by index here, with a ring of fewer than four positions.
  var degenerate: [Int] = []
  /// Members of GeometryCollections that are not polygons, by feature index here.
  var mixed: [Int] = []

  var count: Int { shapes.count }

  init() {}

  /// The features of all buffers, in their order, the coordinates copied by up to `jobs` threads.
  init(joining buffers: consuming [FeatureBuffer], jobs: Int) {
    if buffers.count == 1 {
      self = buffers[0]
      return
    }
    var parts: [MultiPolygonArray] = []
    for index in buffers.indices {
      var other = FeatureBuffer()
      swap(&other, &buffers[index])
      let base = count
      parts.append(other.geometry)
      points += other.points
      shapes += other.shapes
      properties += other.properties
      identifiers += other.identifiers
      for field in other.fields where !fields.contains(field) && fields.count < GeoJSONReader.mostFields {
        fields.append(field)
      }
      unclosed += other.unclosed.map { $0 + base }
      degenerate += other.degenerate.map { $0 + base }
      mixed += other.mixed.map { $0 + base }
      threeDimensional += other.threeDimensional
    }
    geometry = MultiPolygonArray(joining: consume parts, jobs: jobs)
  }

  /// How far the buffer is filled within the feature being read, to return to with `truncate(to:)`.
  struct Mark {
    fileprivate let geometry: MultiPolygonArray.Mark
    fileprivate let unclosed: Int
    fileprivate let degenerate: Int
    fileprivate let mixed: Int
    fileprivate let threeDimensional: Int
  }

  /// The state within the feature being read.
  var mark: Mark {
    Mark(
      geometry: geometry.mark, unclosed: unclosed.count, degenerate: degenerate.count, mixed: mixed.count,
      threeDimensional: threeDimensional)
  }

  /// Whether the feature being read has gained polygons since `mark`.
  func hasPolygons(since mark: Mark) -> Bool { mark.geometry != geometry.mark }

  /// Removes what was read since `mark`, along with the notices about it.
  mutating func truncate(to mark: Mark) {
    geometry.truncate(to: mark.geometry)
    unclosed.removeLast(unclosed.count - mark.unclosed)
    degenerate.removeLast(degenerate.count - mark.degenerate)
    mixed.removeLast(mixed.count - mark.mixed)
    threeDimensional = mark.threeDimensional
  }
}
