/// Writes features as GeoJSON (RFC 7946): a collection with a feature on each line, newline-delimited, or a sequence of
/// texts (RFC 8142). Threads make the text of some features each; it is written in order.
struct GeoJSONFeatureWriter: FeatureWriter {
  /// How the features are put together.
  enum Form: Sendable { case collection, lines, sequence }

  private let sink: any ByteSink
  private let form: Form
  private let text: GeoJSONFeatureText
  private let jobs: Int
  private var features = 0
  private var losses = GeoJSONFeatureText.Losses()

  /// Begins a text.
  ///
  /// - Parameters:
  ///   - reference: the reference system to state, as the standard of 2008 did; nil for longitude and latitude, which
  ///     RFC 7946 has alone.
  ///   - decimals: the decimals of coordinates; nil for as many as are read back the same.
  init(
    _ form: Form, _ schema: LayerSchema, stating reference: ReferenceSystem.Record?, decimals: Int?,
    jobs: Int,
    to sink: any ByteSink
  ) throws(FootprintsError) {
    self.sink = sink
    self.form = form
    self.jobs = jobs
    text = GeoJSONFeatureText(schema, decimals: decimals, orients: reference == nil)
    guard form == .collection else { return }
    var header = Array("{\"type\": \"FeatureCollection\", \"name\": ".utf8)
    header.appendQuoted(schema.name)
    if let authority = reference?.authority, let code = reference?.code {
      header +=
        ", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:\(authority)::\(code)\"}}"
        .utf8
    }
    header += ", \"features\": [\n".utf8
    try sink.write(header)
  }

  var notices: [Notice] { text.notices(losses) }

  mutating func write(_ batch: FeatureBatch) throws(FootprintsError) {
    let pieces = Pieces(of: batch.count, minimum: 16, jobs: jobs)
    let (text, form, first) = (text, form, features == 0)
    let parts = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      var out: [UInt8] = []
      var losses = GeoJSONFeatureText.Losses()
      for feature in pieces[piece] {
        switch form {
        case .collection: if !first || feature > 0 { out += ",\n".utf8 }
        case .lines: break
        case .sequence: out.append(0x1E)
        }
        text.append(feature, of: batch, to: &out, &losses)
        if form != .collection { out.append(0x0A) }
      }
      return (out, losses)
    }
    for part in parts {
      losses.add(part.1)
      try sink.write(part.0)
    }
    features += batch.count
  }

  mutating func finish() throws(FootprintsError) {
    if form == .collection { try sink.write(Array((features == 0 ? "]}\n" : "\n]}\n").utf8)) }
  }
}
