/// The features of a result as a GeoPackage with a spatial index, with everything except the results as metadata, and with a style that QGIS applies.
public struct GeoPackageRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `gpkg`.
  public let name = "gpkg"
  /// `.gpkg`.
  public let suffixes = ["gpkg"]
  /// Yes: parameters, provenance and notes are in the table `gpkg_metadata`.
  public let isSelfContained = true
  /// No: a GeoPackage is a database.
  public let isText = false

  /// Whatever has shapes.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind is any GeographicResult.Type }

  /// One layer, in longitude and latitude (WGS 84).
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    guard let result = report.result as? any GeographicResult else { return }
    let features = try result.features()
    let header =
      report.header + [.init("notes", JSONValue((report.result.notes + features.notes).map(\.text)))]
    let columns = features.properties.columns.map(\.description)
    let isPoints = !features.points.isEmpty
    let schema = LayerSchema(
      name: features.name, fields: columns.map { FeatureField($0.name, $0.fieldKind) },
      types: GeometryType.Set(isPoints ? .point : .multiPolygon), reference: .definition("EPSG:4326"),
      count: features.properties.count, identifier: features.identifiers.isEmpty ? nil : .text)
    let shapes =
      features.isRounded || isPoints
      ? features.geometry
      : try features.geometry.oriented(jobs: features.jobs).roundedToSevenDecimals(jobs: features.jobs)
    var writer = try GeoPackageWriter(
      .sink(sink), schema, in: ReferenceSystem("EPSG:4326"), lastChange: Timestamp.text(secondsSince1970: 0))
    writer.style = features.shade.map(QGISStyle.qml)
    writer.metadata = JSONValue.object([.init("footprint", .object(header))]).compact
    for first in stride(from: 0, to: features.properties.count, by: FeatureBatch.mostFeatures) {
      var batch = FeatureBatch()
      for row in first..<min(features.properties.count, first + FeatureBatch.mostFeatures) {
        if isPoints { batch.append(point: features.points[row]) } else { batch.append(area: row, of: shapes) }
        for (value, column) in zip(features.properties[row], columns) {
          batch.values.append(AttributeValue(value).fitting(column.fieldKind) ?? .null)
        }
        if !features.identifiers.isEmpty { batch.identifiers.append(.text(features.identifiers[row])) }
      }
      try writer.write(batch)
    }
    try writer.finish()
  }
}

extension FieldDescription {
  /// What a column of a database holds for the field, whatever values it has this time.
  fileprivate var fieldKind: FieldKind {
    switch style {
    case .yesNo: .boolean
    case .text: .text
    case .whole where unit == .count: .integer
    case .whole, .area, .share, .decimals, .money: .real
    }
  }
}

extension AttributeValue {
  /// A value of a result; what is itself a list or a record as text.
  fileprivate init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(Int64(number))
    case .number(let number): self = .real(number)
    // One division, so that the result is the nearest number.
    case .decimal(let units, let places): self = .real(Double(units) / DecimalNumber.powers[places])
    case .string(let text): self = .text(text)
    case .array, .object: self = .text(value.cell)
    }
  }
}
