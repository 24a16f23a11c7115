/// Where a renderer's output goes, as it is made: a file, standard output, the answer of a server.
public protocol OutputSink: AnyObject {
  /// Takes the next piece of text.
  func write(_ text: String) throws(FootprintsError)
}

/// A sink that keeps everything as one text.
public final class TextSink: OutputSink {
  /// What was written so far.
  public private(set) var text = ""

  /// Makes an empty one.
  public init() {}

  /// Adds a piece.
  public func write(_ text: String) { self.text += text }
}
