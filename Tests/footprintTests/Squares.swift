/// Small GeoJSON files for tests: squares of a tenth of a degree in the middle of England.
enum Squares {
  /// One feature: a square with its lower left corner at a longitude and 52 degrees north.
  static func feature(_ code: String, _ name: String, at x: Double) -> String {
    let ring = [(x, 52.0), (x + 0.1, 52), (x + 0.1, 52.1), (x, 52.1), (x, 52)]
    return feature(code, name, ring: ring)
  }

  /// One feature of a ring.
  static func feature(_ code: String, _ name: String, ring: [(Double, Double)]) -> String {
    let positions = ring.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
    return """
      {"type": "Feature", "properties": {"code": "\(code)", "name": "\(name)"}, \
      "geometry": {"type": "Polygon", "coordinates": [[\(positions)]]}}
      """
  }

  /// A collection, one feature per line.
  static func collection(_ features: [String]) -> String {
    "{\"type\": \"FeatureCollection\", \"features\": [\n" + features.joined(separator: ",\n") + "\n]}\n"
  }

  /// Two neighbours.
  static let a = collection([feature("A1", "Alpha", at: -1), feature("A2", "Beta", at: -0.9)])
  /// Two neighbours that overlap them.
  static let b = collection([feature("B1", "Gamma", at: -0.95), feature("B2", "Delta", at: -0.85)])
}
