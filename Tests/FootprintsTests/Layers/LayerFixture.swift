import Footprints

/// Reads a layer from GeoJSON text with British National Grid as the working system.
func layer(
  _ text: String, crs: String = ReferenceSystem.britishNationalGrid,
  _ change: (inout LayerRequest) -> Void = { _ in }
) throws(FootprintsError) -> Layer {
  var request = LayerRequest(name: "x")
  change(&request)
  let bytes = FileBytes(Array(text.utf8), name: "x.geojson")
  let reader = LayerReader(working: try ReferenceSystem.working(crs), jobs: 2)
  return try reader.layer(
    GeoJSONReader.read(bytes), from: [bytes], format: "GeoJSON", request: request)
}

/// The error of the same; nil where it could be read.
func layerError(_ text: String, _ change: (inout LayerRequest) -> Void = { _ in }) -> FootprintsError? {
  do throws(FootprintsError) {
    _ = try layer(text, change)
    return nil
  } catch {
    return error
  }
}

/// A `crs` member to follow the features.
func crsMember(_ name: String) -> String { #","crs":{"type":"name","properties":{"name":"\#(name)"}}"# }

/// A collection of squares of a tenth of a degree in England, one for each of the properties.
func areas(_ properties: String...) -> String {
  let features = properties.enumerated().map { index, json in
    feature(squarePolygon(-2 + Double(index) / 10, 52, 0.1), json)
  }
  return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
}
