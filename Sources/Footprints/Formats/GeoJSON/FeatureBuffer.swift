/// The features of one stretch of a GeoJSON text, in buffers that grow as the scanner goes; several of them
/// are joined into one `FeatureTable`.
struct FeatureBuffer: Sendable {
  var geometry = MultiPolygonArray()
  var shapes: [FeatureTable.Shape] = []
  /// Where the value of each feature's `properties` begins in the text; -1 where it has none.
  var properties: [Int] = []
  /// The value of each feature's `id`, where it begins in the text; -1 where it has none.
  var identifiers: [Int] = []
  /// The names of all properties, in order of first appearance, as raw bytes.
  var fields: [[UInt8]] = []
  /// Features, by index here, of which a ring was not closed.
  var unclosed: [Int] = []
  /// Features, by index here, whose positions have more than two numbers.
  var threeDimensional = 0
  /// Features, by index here, with a ring of fewer than four positions.
  var degenerate: [Int] = []
  /// Members of GeometryCollections that are not polygons, by feature index here.
  var mixed: [Int] = []

  var count: Int { shapes.count }

  init() {}

  /// The features of all buffers, in their order.
  init(joining buffers: [FeatureBuffer]) {
    if buffers.count == 1 {
      self = buffers[0]
      return
    }
    geometry.reserve(coordinates: buffers.reduce(0) { $0 + $1.geometry.coordinates.count })
    for other in buffers {
      let base = count
      geometry.append(contentsOf: other.geometry)
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
  }
}
