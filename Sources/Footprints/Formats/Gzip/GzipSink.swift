import CZlib

/// Compresses bytes on their way to another sink, as a gzip file (RFC 1952).
///
/// Threads compress a stretch each, which becomes a member of its own: a gzip file may have any number of them. Where the
/// stretches end does not depend on the number of threads, and no time or name is stated, so that the same bytes make the same file.
package final class GzipSink: ByteSink {
  private let sink: any ByteSink
  private let jobs: Int
  private var pending: [UInt8] = []
  private var hasWritten = false

  /// A stretch is large enough that cutting costs nothing worth mentioning.
  private static let stretch = 1 << 20

  /// Compresses on up to `jobs` threads.
  package init(to sink: any ByteSink, jobs: Int) {
    self.sink = sink
    self.jobs = max(1, jobs)
  }

  /// Takes the next bytes.
  package func write(_ bytes: [UInt8]) throws(FootprintsError) {
    pending += bytes
    if pending.count >= Self.stretch * jobs { try compress(whole: false) }
  }

  /// Writes what is left.
  package func finish() throws(FootprintsError) { try compress(whole: true) }

  /// Compresses all full stretches, and the rest where it is the end.
  private func compress(whole isEnd: Bool) throws(FootprintsError) {
    let full = pending.count / Self.stretch
    let isRest = isEnd && (pending.count % Self.stretch > 0 || !hasWritten && full == 0)
    let count = full + (isRest ? 1 : 0)
    let bytes = pending
    let members = try parallelMap(count: count, jobs: jobs) { index throws(FootprintsError) in
      try Self.member(bytes[index * Self.stretch..<min(bytes.count, (index + 1) * Self.stretch)])
    }
    pending.removeFirst(min(pending.count, count * Self.stretch))
    for member in members { try sink.write(member) }
    hasWritten = hasWritten || !members.isEmpty
  }

  private static func member(_ bytes: ArraySlice<UInt8>) throws(FootprintsError) -> [UInt8] {
    // In memory of its own, because zlib remembers where it is.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    guard
      deflateInit2_(
        stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw FootprintsError(.fault, "zlib cannot begin to compress") }
    defer { deflateEnd(stream) }
    let bound = Int(deflateBound(stream, UInt(bytes.count)))
    var code = Z_OK
    let out = bytes.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        // zlib does not write to what it reads.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        code = deflate(stream, Z_FINISH)
        count = buffer.count - Int(stream.pointee.avail_out)
      }
    }
    guard code == Z_STREAM_END else { throw FootprintsError(.fault, "zlib did not compress: code \(code)") }
    return out
  }
}
