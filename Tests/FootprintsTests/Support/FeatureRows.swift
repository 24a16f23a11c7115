import Footprints
import Testing

/// All features of a stream, for comparisons.
struct FeatureRows: Equatable {
  var fields: [FeatureField]
  var rows: [[AttributeValue]]
  var geometries: [[UInt8]]
  var identifiers: [AttributeValue]

  /// Reads a file of any format.
  init(_ bytes: [UInt8], _ keyword: String, layer: String? = nil, jobs: Int = 2) throws {
    let format = try #require(VectorFormats.named(keyword))
    let source = FeatureSource(
      bytes: FileBytes(bytes, name: "x.\(keyword)"), path: nil, layer: layer, name: "x", jobs: jobs)
    let open = try #require(format.reader)
    self.init(try open(source))
  }

  /// Reads a stream to its end.
  init(_ stream: any FeatureReader) {
    var stream = stream
    (fields, rows, geometries, identifiers) = (stream.schema.fields, [], [], [])
    do {
      while let batch = try stream.next() {
        for feature in 0..<batch.count {
          rows.append(Array(batch.values(of: feature, fields: fields.count)))
          geometries.append(Array(batch.geometry[batch.bytes(of: feature)]))
        }
        identifiers += batch.identifiers
      }
    } catch { Issue.record(error) }
  }
}

/// The features of a GeoJSON text in another format.
func converted(
  _ text: String, to keyword: String, jobs: Int = 2, _ change: (inout ConversionRequest) -> Void = { _ in }
) throws -> (bytes: [UInt8], outcome: Conversion.Outcome) {
  try converted(Array(text.utf8), "geojson", to: keyword, jobs: jobs, change)
}

/// The features of a file in another format.
func converted(
  _ bytes: [UInt8], _ from: String, to keyword: String, jobs: Int = 2,
  _ change: (inout ConversionRequest) -> Void = { _ in }
) throws -> (bytes: [UInt8], outcome: Conversion.Outcome) {
  let source = FeatureSource(
    bytes: FileBytes(bytes, name: "x.\(from)"), path: nil, layer: nil, name: "x", jobs: jobs)
  var request = ConversionRequest()
  request.jobs = jobs
  change(&request)
  let sink = ByteCollector()
  let format = try #require(VectorFormats.named(keyword))
  var conversion = try Conversion(source, format: nil, to: format, request)
  let outcome = try conversion.run(to: sink)
  return (sink.bytes, outcome)
}

/// A conversion that is refused.
func conversionError(
  _ text: String, to keyword: String = "gpkg", _ change: (inout ConversionRequest) -> Void = { _ in }
) -> FootprintsError? {
  do {
    _ = try converted(text, to: keyword, change)
    return nil
  } catch { return error as? FootprintsError }
}

/// Every kind of value and geometry that GeoJSON has.
let variousFeatures = """
  {"type": "FeatureCollection", "name": "various", "features": [
  {"type": "Feature", "id": "a", "properties": {"text": "Caf\\u00e9 \\"x\\"", "whole": -9007199254740993, "number": 0.1, "flag": true, \
  "day": "2021-02-28", "time": "2021-02-28T10:30:00.000Z", "json": {"a":[1,2]}, "none": null}, \
  "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [1, 2], [2, 2], [1, 1]]]}},
  {"type": "Feature", "id": "b", "properties": {"text": "", "whole": 2, "number": 1e-300, "flag": false, "day": null, \
  "time": null, "json": null, "none": null}, "geometry": null},
  {"type": "Feature", "id": "c", "properties": {"number": 3}, "geometry": {"type": "MultiPolygon", "coordinates": \
  [[[[0, 0], [1, 0], [0, 1], [0, 0]]], [[[5, 5], [6, 5], [5, 6], [5, 5]]]]}},
  {"type": "Feature", "id": "d", "properties": {}, "geometry": {"type": "Point", "coordinates": [1.5, -2.25, 7]}},
  {"type": "Feature", "id": "e", "properties": {}, "geometry": {"type": "GeometryCollection", "geometries": \
  [{"type": "LineString", "coordinates": [[0, 0], [1, 1]]}, {"type": "MultiPoint", "coordinates": [[3, 3], [4, 4]]}]}},
  {"type": "Feature", "id": "f", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1], [2, 0]]]}},
  {"type": "Feature", "id": "g", "properties": {}, "geometry": {"type": "Polygon", "coordinates": []}}
  ]}

  """
