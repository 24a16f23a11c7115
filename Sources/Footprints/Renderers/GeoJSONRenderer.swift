/// The features of a result as GeoJSON (RFC 7946), with everything except the results as a foreign member.
public struct GeoJSONRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `geojson`.
  public let name = "geojson"
  /// `.geojson`.
  public let suffixes = ["geojson"]
  /// Yes: parameters, provenance and notes are in the foreign member `footprint`.
  public let isSelfContained = true

  /// Whatever has shapes.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind is any GeographicResult.Type }

  /// One feature per line.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    guard let result = report.result as? any GeographicResult else { return }
    let features = try result.features()
    let header =
      report.header + [.init("notes", JSONValue((report.result.notes + features.notes).map(\.text)))]
    for coordinate in features.geometry.coordinates + features.points where !coordinate.x.isNaN {
      guard coordinate.x.magnitude <= 360, coordinate.y.magnitude <= 360 else {
        throw FootprintsError(
          .fault,
          "a shape of \(features.name) lies at (\(coordinate.x), \(coordinate.y)), which is not a longitude and latitude"
        )
      }
    }
    let names = features.properties.columns.map(\.description.name)
    func id(_ index: Int) -> JSONValue {
      features.identifiers.isEmpty ? .integer(index + 1) : .string(features.identifiers[index])
    }
    func properties(_ index: Int) -> [JSONValue.Member] {
      zip(names, features.properties[index]).map(JSONValue.Member.init)
    }
    if !features.points.isEmpty {
      let writer = GeoJSONWriter(sink)
      let box = features.points.reduce(into: Box.empty) { if !$1.x.isNaN { $0.extend(to: $1) } }
      try writer.begin(
        members: [.init("name", .string(features.name)), .init("footprint", .object(header))], box: box)
      for (index, point) in features.points.enumerated() {
        try writer.append(point, id: id(index), properties: properties(index))
      }
      return try writer.end()
    }
    let shapes = try features.geometry.roundedToSevenDecimals(jobs: features.jobs)
    let writer = GeoJSONWriter(sink)
    try writer.begin(
      members: [.init("name", .string(features.name)), .init("footprint", .object(header))],
      box: shapes.box(jobs: features.jobs))
    for index in 0..<shapes.count {
      try writer.append(index, of: shapes, id: id(index), properties: properties(index))
    }
    try writer.end()
  }
}
