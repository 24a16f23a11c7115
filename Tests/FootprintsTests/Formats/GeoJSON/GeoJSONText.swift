import Footprints

/// Reads GeoJSON from text.
func geoJSON(_ text: String, jobs: Int = 1) throws(FootprintsError) -> FeatureTable {
  try GeoJSONReader.read(FileBytes(Array(text.utf8), name: "x.geojson"), jobs: jobs)
}

/// The error of reading a text; nil where it could be read.
func geoJSONError(_ text: String) -> FootprintsError? {
  do throws(FootprintsError) {
    _ = try geoJSON(text)
    return nil
  } catch {
    return error
  }
}

/// A feature with a geometry and properties, each as JSON.
func feature(_ geometry: String, _ properties: String = "{}", more: String = "") -> String {
  #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)\#(more)}"#
}

/// A collection of features, each as JSON.
func collection(_ features: String..., more: String = "") -> String {
  #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]\#(more)}"#
}

/// A ring around a square, as JSON.
func square(_ x: Double, _ y: Double, _ side: Double) -> String {
  "[[\(x),\(y)],[\(x + side),\(y)],[\(x + side),\(y + side)],[\(x),\(y + side)],[\(x),\(y)]]"
}

/// A square as a Polygon.
func squarePolygon(_ x: Double = 0, _ y: Double = 0, _ side: Double = 1) -> String {
  #"{"type":"Polygon","coordinates":[\#(square(x, y, side))]}"#
}
