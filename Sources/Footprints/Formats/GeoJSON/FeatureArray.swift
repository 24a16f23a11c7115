/// The `features` array of a FeatureCollection, read on several threads.
///
/// The text is cut at guessed beginnings of features. A guess is only accepted when the stretch before it,
/// itself accepted, arrives at exactly that byte as the beginning of its next feature; else the stretch
/// goes on through it. So the result is that of reading from front to back, whatever the text holds.
enum FeatureArray {
  /// Stretches shorter than this many bytes are not worth a thread.
  static let leastStretch = 1 << 18

  /// Consumes the array and returns its features in order.
  static func read(
    _ json: inout JSONScanner, jobs: Int, leastStretch: Int
  ) throws(FootprintsError) -> FeatureBuffer {
    try json.expect(0x5B, "an array of features")
    if json.take(0x5D) { return FeatureBuffer() }
    _ = json.peek()
    let first = json
    // One thread needs no parts, which would have to be joined.
    let wanted = max(1, min(jobs == 1 ? 1 : jobs * 4, (first.end - first.at) / leastStretch))
    var starts = [first.offset]
    for cut in 1..<max(2, wanted) where wanted > 1 {
      let from = first.offset + (first.end - first.at) / wanted * cut
      guard let guess = guessFeature(first, after: max(from, (starts.last ?? 0) + 1)) else { break }
      starts.append(guess)
    }
    let source = first
    let stretches = starts
    let read = try parallelMap(count: starts.count, jobs: jobs) { index throws(FootprintsError) -> Stretch in
      let stop = index + 1 < stretches.count ? stretches[index + 1] : Int.max
      return Stretch(source.moved(to: stretches[index]), until: stop)
    }
    return try join(consume read, &json, jobs)
  }

  /// Puts accepted stretches together, in order, and reads again what lies between them.
  private static func join(
    _ stretches: consuming [Stretch], _ json: inout JSONScanner, _ jobs: Int
  ) throws(FootprintsError) -> FeatureBuffer {
    var accepted: [FeatureBuffer] = []
    var features = 0
    var place = stretches[0].start
    var ended = false
    func believe(_ stretch: borrowing Stretch) throws(FootprintsError) {
      if var error = stretch.error {
        let index = "feature \(features + stretch.buffer.count)"
        error.place = error.place.map { "\(index), \($0)" } ?? index
        throw error
      }
      features += stretch.buffer.count
      accepted.append(stretch.buffer)
      place = stretch.next
      ended = stretch.ended
    }
    for index in stretches.indices where !ended && stretches[index].start >= place {
      // A guess inside a feature: the stretch before went on through it and stopped after it.
      if stretches[index].start > place {
        try believe(Stretch(json.moved(to: place), until: stretches[index].start))
      }
      if !ended, stretches[index].start == place {
        try believe(stretches[index])
        stretches[index].giveUp()
      }
    }
    if !ended { try believe(Stretch(json.moved(to: place), until: Int.max)) }
    json = json.moved(to: place)
    // Given away, so that each can be given up when it is copied.
    var buffers: [FeatureBuffer] = []
    swap(&buffers, &accepted)
    return FeatureBuffer(joining: consume buffers, jobs: jobs)
  }

  /// The first place after `offset` where a feature seems to begin: '{' after '},' and before a name that
  /// features begin with.
  private static func guessFeature(_ json: JSONScanner, after offset: Int) -> Int? {
    var p = json.start + offset
    let names: [StaticString] = ["\"type\"", "\"geometry\"", "\"properties\"", "\"id\"", "\"bbox\""]
    while p < json.end {
      guard p.pointee == 0x7D else {
        p += 1
        continue
      }
      var probe = json.moved(to: p - json.start + 1)
      p += 1
      guard probe.take(0x2C), probe.peek() == 0x7B else { continue }
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

/// Some features of a features array that are side by side.
private struct Stretch: Sendable {
  let start: Int
  /// Where the next feature begins, or the byte after the array.
  private(set) var next: Int
  /// Whether the array ended here.
  private(set) var ended = false
  private(set) var buffer = FeatureBuffer()
  private(set) var error: FootprintsError?

  /// Reads features from where the scanner is until one begins at or after `stop`. A failure is kept,
  /// because it only counts if the stretch is accepted.
  init(_ json: JSONScanner, until stop: Int) {
    start = json.offset
    next = start
    var scanner = GeoJSONScanner(json)
    // About 25 bytes per position in published files: room for them all at once, untouched pages cost nothing.
    scanner.buffer.geometry.reserve(coordinates: (min(stop, json.end - json.start) - start) / 24)
    do throws(FootprintsError) {
      while true {
        try scanner.feature()
        if scanner.json.take(0x2C) {
          _ = scanner.json.peek()
          next = scanner.json.offset
          if next >= stop { break }
        } else {
          try scanner.json.expect(0x5D, "',' or ']' after a feature")
          next = scanner.json.offset
          ended = true
          break
        }
      }
    } catch {
      self.error = error
    }
    buffer = scanner.buffer
  }

  /// Forgets the features, which somebody else has taken over.
  mutating func giveUp() { buffer = FeatureBuffer() }
}

extension JSONScanner {
  /// The same text with the cursor elsewhere.
  func moved(to offset: Int) -> JSONScanner {
    var copy = self
    copy.at = start + offset
    return copy
  }
}
