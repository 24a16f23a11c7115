import CZlib

extension FileBytes {
  /// The content of a gzip file (RFC 1952), or the bytes themselves where they are none. It goes into a temporary file, so
  /// that it need not fit into memory.
  ///
  /// Throws `badData` for a file that is cut off or damaged, and for one that grows beyond all measure, as no text does;
  /// `cannotWrite` where the temporary file finds no room.
  package func decompressed() throws(FootprintsError) -> FileBytes {
    guard withBytes({ $0.starts(with: Gzip.magic) }) else { return self }
    let storage = try TemporaryStorage(for: name)
    do throws(FootprintsError) {
      try withBytes { (raw) throws(FootprintsError) in
        var inflater = try Inflater(raw)
        while let part = try inflater.next() {
          try part.withBytes { (bytes) throws(FootprintsError) in try storage.append(bytes) }
        }
      }
    } catch {
      throw error.inFile(name)
    }
    releasePages()
    return try storage.bytes()
  }
}

/// What gzip files have in common.
enum Gzip {
  /// What every member of a gzip file begins with: two fixed bytes, and the one method that there is.
  static let magic: [UInt8] = [0x1F, 0x8B, 8]
}

/// Expands a gzip file of any number of members, part by part.
private struct Inflater: ~Copyable {
  // In memory of its own, because zlib remembers where it is.
  private let stream: UnsafeMutablePointer<z_stream>
  private let source: UnsafeRawBufferPointer
  private var consumed = 0
  private var produced = 0
  private var isDone = false

  /// Up to this size any growth is accepted.
  private static let small = 64 << 20
  /// Beyond it the content may be this many times as long as what it came from. Blank-padded tables reach about 100.
  private static let largestRatio = 250
  private static let part = 1 << 20

  init(_ source: UnsafeRawBufferPointer) throws(FootprintsError) {
    self.source = source
    // 16 asks for the gzip form, 15 is the largest window.
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw FootprintsError(.fault, "zlib cannot begin to expand")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next part of the content; nil after the last.
  mutating func next() throws(FootprintsError) -> [UInt8]? {
    if isDone { return nil }
    var failure: FootprintsError?
    let out = [UInt8](unsafeUninitializedCapacity: Self.part) { buffer, count in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(buffer.count)
      while stream.pointee.avail_out > 0, !isDone, failure == nil { failure = step() }
      count = buffer.count - Int(stream.pointee.avail_out)
    }
    if let failure { throw failure }
    produced += out.count
    guard produced <= Self.small || produced / Self.largestRatio <= consumed else {
      throw FootprintsError(
        .badData, "expands to more than \(Self.largestRatio) times its size, as no text does",
        remedy: "Expand it yourself if you trust it.")
    }
    return out
  }

  private mutating func step() -> FootprintsError? {
    // zlib counts in 32 bits, and does not write to what it reads.
    let input = UnsafeRawBufferPointer(rebasing: source[consumed..<min(source.count, consumed + 1 << 30)])
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    let code = inflate(stream, Z_NO_FLUSH)
    consumed += input.count - Int(stream.pointee.avail_in)
    switch code {
    case Z_STREAM_END:
      // Another member may follow; zeros at the end are the padding of tapes.
      let rest = source[consumed...].drop { $0 == 0 }
      if rest.isEmpty {
        isDone = true
      } else if rest.starts(with: Gzip.magic), rest.startIndex == consumed {
        inflateReset(stream)
      } else {
        return damaged("something else follows the end of what is compressed")
      }
      return nil
    case Z_OK: return nil
    case Z_BUF_ERROR where consumed >= source.count:
      return FootprintsError(
        .badData, "is cut off: the compressed text ends too early", remedy: "Copy or download it again.")
    default: return damaged(stream.pointee.msg.map { String(cString: $0) } ?? "code \(code)")
    }
  }

  private func damaged(_ why: String) -> FootprintsError {
    FootprintsError(
      .badData, "is a damaged gzip file: \(why)", place: "byte \(consumed)",
      remedy: "Copy or download it again.")
  }
}
