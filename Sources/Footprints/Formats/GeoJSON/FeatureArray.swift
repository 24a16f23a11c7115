/// Reads features of GeoJSON one by one, and keeps of them what it is for.
protocol GeoJSONFeatureScanner: SendableMetatype {
  /// What it keeps of some features that follow each other.
  associatedtype Buffer: Sendable
  /// The text, at the feature that comes next.
  var json: JSONScanner { get set }
  /// What was kept so far.
  var buffer: Buffer { get }
  /// The number of features read.
  var count: Int { get }

  /// Begins at a feature of a stretch of about so many bytes.
  init(_ json: JSONScanner, bytes: Int)
  /// Consumes one Feature object.
  mutating func feature() throws(FootprintsError)
  /// Consumes one bare geometry, a feature without properties.
  mutating func bareGeometry() throws(FootprintsError)
}

/// How features follow each other in a text.
enum FeatureSeparation {
  /// In an array, with commas between them.
  case array
  /// One text after the other, with white space or record separators between them: newline-delimited GeoJSON, and the
  /// sequences of RFC 8142.
  case sequence
}

/// The `features` array of a FeatureCollection, or a sequence of features, read on several threads.
///
/// The text is cut at guessed beginnings of features. A guess is only accepted when the stretch before it,
/// itself accepted, arrives at exactly that byte as the beginning of its next feature; else the stretch
/// goes on through it. So the result is that of reading from front to back, whatever the text holds.
enum FeatureArray {
  /// Stretches shorter than this many bytes are not worth a thread.
  static let leastStretch = 1 << 18

  /// Consumes the array, brackets included, or the sequence up to the end of the text; returns what was kept of the
  /// features, in order, stretch by stretch. `done` is told which bytes nobody needs for the time being.
  static func read<Scanner: GeoJSONFeatureScanner>(
    _ json: inout JSONScanner, _ separation: FeatureSeparation, by scanner: Scanner.Type, jobs: Int,
    leastStretch: Int, stretches most: Int? = nil, done: @Sendable (Range<Int>) -> Void = { _ in }
  ) throws(FootprintsError) -> [Scanner.Buffer] {
    switch separation {
    case .array:
      try json.expect(0x5B, "an array of features")
      if json.take(0x5D) { return [] }
      _ = json.peek()
    case .sequence:
      json.skipSeparators()
      if json.at == json.end { return [] }
    }
    let first = json
    // One thread needs no parts, which would have to be joined.
    let wanted = max(1, min(most ?? (jobs == 1 ? 1 : jobs * 4), (first.end - first.at) / leastStretch))
    var starts = [first.offset]
    for cut in 1..<max(2, wanted) where wanted > 1 {
      let from = first.offset + (first.end - first.at) / wanted * cut
      guard let guess = guessFeature(first, after: max(from, (starts.last ?? 0) + 1), separation) else {
        break
      }
      starts.append(guess)
    }
    let source = first
    let stretches = starts
    let read = try parallelMap(count: starts.count, jobs: jobs) {
      index throws(FootprintsError) -> Stretch<Scanner> in
      let stop = index + 1 < stretches.count ? stretches[index + 1] : Int.max
      let stretch = Stretch<Scanner>(source.moved(to: stretches[index]), until: stop, separation)
      done(stretch.start..<max(stretch.start, stretch.next))
      return stretch
    }
    return try join(consume read, &json, separation)
  }

  /// Puts accepted stretches together, in order, and reads again what lies between them.
  private static func join<Scanner: GeoJSONFeatureScanner>(
    _ stretches: consuming [Stretch<Scanner>], _ json: inout JSONScanner, _ separation: FeatureSeparation
  ) throws(FootprintsError) -> [Scanner.Buffer] {
    var accepted: [Scanner.Buffer] = []
    var features = 0
    var place = stretches[0].start
    var ended = false
    func believe(_ stretch: borrowing Stretch<Scanner>) throws(FootprintsError) {
      if var error = stretch.error {
        let index = "feature \(features + stretch.count)"
        error.place = error.place.map { "\(index), \($0)" } ?? index
        throw error
      }
      features += stretch.count
      if let buffer = stretch.buffer { accepted.append(buffer) }
      place = stretch.next
      ended = stretch.ended
    }
    for index in stretches.indices where !ended && stretches[index].start >= place {
      // A guess inside a feature: the stretch before went on through it and stopped after it.
      if stretches[index].start > place {
        try believe(Stretch(json.moved(to: place), until: stretches[index].start, separation))
      }
      if !ended, stretches[index].start == place {
        try believe(stretches[index])
        stretches[index].giveUp()
      }
    }
    if !ended { try believe(Stretch(json.moved(to: place), until: Int.max, separation)) }
    json = json.moved(to: place)
    return accepted
  }

  /// The first place after `offset` where a feature seems to begin: '{' after '},', or in a sequence after '}' and white
  /// space, and before a name that features begin with.
  private static func guessFeature(
    _ json: JSONScanner, after offset: Int, _ separation: FeatureSeparation
  ) -> Int? {
    var p = json.start + offset
    let names: [StaticString] = ["\"type\"", "\"geometry\"", "\"properties\"", "\"id\"", "\"bbox\""]
    while p < json.end {
      guard p.pointee == 0x7D else {
        p += 1
        continue
      }
      var probe = json.moved(to: p - json.start + 1)
      p += 1
      switch separation {
      case .array: guard probe.take(0x2C) else { continue }
      case .sequence: probe.skipSeparators()
      }
      guard probe.peek() == 0x7B else { continue }
      let brace = probe.offset
      probe.at += 1
      _ = probe.peek()
      for name in names where probe.end - probe.at > name.utf8CodeUnitCount {
        if UnsafeBufferPointer(start: probe.at, count: name.utf8CodeUnitCount).equals(name) { return brace }
      }
    }
    return nil
  }
}

/// Some features that are side by side.
private struct Stretch<Scanner: GeoJSONFeatureScanner>: Sendable {
  let start: Int
  /// Where the next feature begins, or the byte after the last.
  private(set) var next: Int
  /// Whether the array or sequence ended here.
  private(set) var ended = false
  /// What was kept of the features; nil once somebody else has taken it over.
  private(set) var buffer: Scanner.Buffer?
  private(set) var count = 0
  private(set) var error: FootprintsError?

  /// Reads features from where the scanner is until one begins at or after `stop`. A failure is kept,
  /// because it only counts if the stretch is accepted.
  init(_ json: JSONScanner, until stop: Int, _ separation: FeatureSeparation) {
    start = json.offset
    next = start
    var scanner = Scanner(json, bytes: min(stop, json.end - json.start) - start)
    do throws(FootprintsError) {
      while true {
        switch separation {
        case .array: try scanner.feature()
        case .sequence: try scanner.featureOrGeometry()
        }
        if try Self.isFollowed(&scanner.json, separation) {
          next = scanner.json.offset
          if next >= stop { break }
        } else {
          next = scanner.json.offset
          ended = true
          break
        }
      }
    } catch {
      self.error = error
    }
    buffer = scanner.buffer
    count = scanner.count
  }

  /// Consumes what comes after a feature; whether that is another.
  private static func isFollowed(
    _ json: inout JSONScanner, _ separation: FeatureSeparation
  ) throws(FootprintsError) -> Bool {
    switch separation {
    case .array:
      if json.take(0x2C) {
        _ = json.peek()
        return true
      }
      try json.expect(0x5D, "',' or ']' after a feature")
      return false
    case .sequence:
      json.skipSeparators()
      return json.at < json.end
    }
  }

  /// Forgets the features, which somebody else has taken over.
  mutating func giveUp() { buffer = nil }
}

extension GeoJSONFeatureScanner {
  /// Consumes one member of a sequence, which may be a geometry alone.
  mutating func featureOrGeometry() throws(FootprintsError) {
    guard json.peek() == 0x7B else { throw json.unexpected("a feature") }
    var probe = json
    var type: Substring?
    try probe.object { (json, key) throws(FootprintsError) in
      if key.equals("type"), json.peek() == 0x22 {
        type = try json.string()[...]
      } else {
        try json.skipValue()
      }
    }
    if let type, type != "Feature", GeometryType(named: type)?.isSimple == true {
      try bareGeometry()
    } else {
      try feature()
    }
  }
}

extension JSONScanner {
  /// Consumes white space and record separators (RFC 7464).
  mutating func skipSeparators() {
    while peek() == 0x1E { at += 1 }
  }

  /// The same text with the cursor elsewhere.
  func moved(to offset: Int) -> JSONScanner {
    var copy = self
    copy.at = start + offset
    return copy
  }
}
