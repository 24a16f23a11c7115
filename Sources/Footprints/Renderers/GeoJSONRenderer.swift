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
    // A point that is nowhere has no geometry.
    let points = features.points.filter { !$0.x.isNaN }
    for coordinate in points.isEmpty ? features.geometry.coordinates : points {
      guard coordinate.x.magnitude <= 360, coordinate.y.magnitude <= 360 else {
        throw FootprintsError(
          .fault,
          "a shape of \(features.name) lies at (\(coordinate.x), \(coordinate.y)), which is not a longitude and latitude"
        )
      }
    }
    let name: [JSONValue.Member] = [
      .init("name", .string(features.name)), .init("footprint", .object(header)),
    ]
    let names = features.properties.columns.map(\.description.name)
    let members: @Sendable (Int) -> [JSONValue.Member] = {
      [identifiers = features.identifiers, rows = features.properties] index in
      [
        .init("id", identifiers.isEmpty ? .integer(index + 1) : .string(identifiers[index])),
        .init("properties", .object(zip(names, rows[index]).map(JSONValue.Member.init))),
      ]
    }
    if !features.points.isEmpty {
      return try GeoJSONPointWriter(points: features.points, members: members, jobs: features.jobs)
        .write(foreign: name, to: sink)
    }
    let shapes =
      features.isRounded
      ? features.geometry
      : try features.geometry.oriented(jobs: features.jobs).roundedToSevenDecimals(jobs: features.jobs)
    try GeoJSONWriter(shapes: shapes, places: features.places, members: members, jobs: features.jobs).write(
      foreign: name, to: sink)
  }
}
