/// Where a renderer's output goes, as it is made: a file, standard output, the answer of a server. Nearly all of it is text;
/// formats that are none write bytes.
public protocol OutputSink: ByteSink {
  /// Takes the next piece of text.
  func write(_ text: String) throws(FootprintsError)
}

extension OutputSink {
  /// Writes the texts of many records in their order; threads make those of some thousand each.
  func write(
    each count: Int, jobs: Int, _ append: @Sendable (Int, inout String) -> Void
  ) throws(FootprintsError) {
    let size = 1 << 12
    let partCount = (count + size - 1) / size
    // Enough for all threads to have something to do, and little enough to be in memory at once.
    let step = 8 * max(1, jobs)
    for first in stride(from: 0, to: partCount, by: step) {
      let texts = try parallelMap(count: min(step, partCount - first), jobs: jobs) { part in
        let begin = (first + part) * size
        var text = ""
        for index in begin..<min(count, begin + size) { append(index, &text) }
        return text
      }
      for text in texts { try write(text) }
    }
  }
}

/// A sink that keeps everything as one text.
public final class TextSink: OutputSink {
  /// What was written so far.
  public private(set) var text = ""

  /// Makes an empty one.
  public init() {}

  /// Adds a piece.
  public func write(_ text: String) { self.text += text }

  /// Adds the text that bytes are in UTF-8.
  public func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
}
