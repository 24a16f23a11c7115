/// Reads features of GeoJSON as a stream: a collection, a sequence, or a single one.
///
/// A first pass over the mapped bytes finds the fields and cuts the text where features begin; then threads read some
/// stretches at a time, each into a batch.
package struct GeoJSONFeatureReader: FeatureReader {
  /// What the first pass found.
  package let schema: LayerSchema
  /// What was noticed so far.
  package private(set) var notices: [Notice]
  private let bytes: FileBytes
  private let jobs: Int
  private let separation: FeatureSeparation?
  private let fields: GeoJSONFields
  /// Where each stretch begins and how many features it has.
  private let stretches: [(start: Int, count: Int)]
  private var nextStretch = 0
  private var ready: [FeatureBatch] = []
  private var unclosed: [Int] = []
  private var features = 0
  private var hasMore = false

  /// Makes the first pass. Stretches of about `stretch` bytes are read at a time by each thread. A text of nothing is a layer
  /// without features where it may be empty.
  package init(
    _ bytes: FileBytes, name: String, jobs: Int, stretch: Int = 1 << 21, mayBeEmpty: Bool = false
  ) throws(FootprintsError) {
    self.bytes = bytes
    self.jobs = jobs
    var document: GeoJSONDocument<SurveyScanner>
    do throws(FootprintsError) {
      document = try bytes.withBytes { (raw) throws(FootprintsError) in
        let text = raw.assumingMemoryBound(to: UInt8.self)
        var json = JSONScanner(text)
        try GeoJSONReader.checkBeginning(&json, text, mayBeEmpty: mayBeEmpty)
        let document = try GeoJSONDocument<SurveyScanner>(
          &json, jobs: jobs, leastStretch: stretch, stretches: max(1, text.count / stretch)
        ) { bytes.releasePages(of: $0) }
        try GeoJSONReader.checkEnd(&json)
        return document
      }
    } catch {
      throw error.inFile(bytes.name)
    }
    bytes.releasePages()
    let surveys = document.takeBuffers()
    var whole = GeoJSONSurvey(start: 0)
    for survey in surveys { whole.add(survey) }
    stretches = surveys.map { ($0.start, $0.count) }
    separation = document.separation
    fields = GeoJSONFields(whole)
    notices = [document.completeness.notice(features: whole.count)].compactMap(\.self) + fields.notices
    let foreign = whole.foreign + document.foreign.filter { !whole.foreign.contains($0) }
    if !foreign.isEmpty {
      notices.append(
        Notice(
          .information, "foreign-members",
          "members that GeoJSON does not define are not kept: \(CodeList(foreign.map { "'\($0)'" }))"))
    }
    var schema = LayerSchema(
      name: document.name ?? name, fields: fields.fields, types: whole.types, parts: whole.parts,
      reference: document.reference, count: whole.count,
      identifier: whole.identified == 0 ? nil : whole.identifiers.field)
    schema.identifiersAscend =
      whole.identifiers == .integer && whole.identified == whole.count && whole.ascent.isCount
    self.schema = schema
  }

  /// The features of the next stretch.
  package mutating func next() throws(FootprintsError) -> FeatureBatch? {
    while ready.isEmpty {
      if nextStretch == stretches.count { return nil }
      try readMore()
    }
    return ready.removeFirst()
  }

  /// Reads some stretches on all threads.
  private mutating func readMore() throws(FootprintsError) {
    let first = nextStretch
    let count = min(stretches.count - first, max(1, jobs) * 2)
    let (bytes, stretches, fields) = (bytes, stretches, fields)
    let (separation, identifier) = (separation, schema.identifier)
    typealias Part = (batch: FeatureBatch, unclosed: [Int], hasMore: Bool)
    let outcomes = try parallelMap(count: count, jobs: jobs) { index -> Result<Part, FootprintsError> in
      let (start, features) = stretches[first + index]
      let stop = first + index + 1 < stretches.count ? stretches[first + index + 1].start : Int.max
      return Result { () throws(FootprintsError) in
        try bytes.withBytes { (raw) throws(FootprintsError) -> Part in
          var json = JSONScanner(raw.assumingMemoryBound(to: UInt8.self), from: start)
          var parser = GeoJSONFeatureParser(fields, identifier: identifier)
          let batch = try parser.features(&json, until: stop, separation, count: features)
          return (batch, parser.unclosed, parser.hasMore)
        }
      }
    }
    for outcome in outcomes {
      do throws(FootprintsError) {
        let part = try outcome.get()
        unclosed += part.unclosed.map { $0 + features }
        hasMore = hasMore || part.hasMore
        features += part.batch.count
        if part.batch.count > 0 { ready.append(part.batch) }
      } catch {
        throw error.counting(from: features).inFile(bytes.name)
      }
    }
    bytes.releasePages()
    nextStretch += count
    if nextStretch == stretches.count { finish() }
  }

  private mutating func finish() {
    if !unclosed.isEmpty {
      notices.append(
        Notice(
          .warning, "unclosed-ring",
          "\(FeatureList(unclosed)) had a ring whose last position is not its first; it was closed"))
    }
    if hasMore {
      notices.append(
        Notice(
          .warning, "further-numbers",
          "positions have more than three numbers; the fourth and further ones, which GeoJSON does not define, were left out"
        ))
    }
  }
}

extension FootprintsError {
  /// The same error of a feature that was counted from a later one.
  fileprivate func counting(from first: Int) -> FootprintsError {
    guard let place, place.hasPrefix("feature "),
      let number = Int(place.dropFirst(8).prefix { $0.isNumber })
    else { return self }
    var error = self
    error.place = "feature \(first + number)" + place.dropFirst("feature \(number)".count)
    return error
  }
}
