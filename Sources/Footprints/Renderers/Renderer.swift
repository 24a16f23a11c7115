/// Turns reports into one format, writing as it goes.
///
/// One file per format, and one line in ``Renderers``. Which analyses a format is available for follows from what their
/// results have; no analysis lists its formats.
public protocol Renderer: Sendable {
  /// The name of the format: `csv`.
  var name: String { get }
  /// The suffixes of its files, the usual one first.
  var suffixes: [String] { get }
  /// Whether notes, warnings and sources are in the output; if not, they are given alongside it.
  var isSelfContained: Bool { get }
  /// Whether the format is text, which a terminal can show; the default.
  var isText: Bool { get }
  /// Whether results of a kind have what the format shows.
  func canRender(_ kind: any AnalysisResult.Type) -> Bool
  /// Writes a report. Whatever can fail fails before the first piece is written.
  func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError)
}

/// The formats that exist.
public enum Renderers {
  /// All of them, in the order in which they are offered.
  public static let all: [any Renderer] = [
    TextRenderer(), CSVRenderer(), JSONRenderer(), NDJSONRenderer(), GeoJSONRenderer(), GeoPackageRenderer(),
    XLSXRenderer(), CSVArchiveRenderer(), MarkdownRenderer(), HTMLRenderer(), SVGRenderer(), PNGRenderer(),
  ]

  /// Those that are available for results of a kind.
  public static func supporting(_ kind: any AnalysisResult.Type) -> [any Renderer] {
    all.filter { $0.canRender(kind) }
  }
}

extension Renderer {
  /// Yes.
  public var isText: Bool { true }

  /// A report as one text. Empty where the result does not have what the format shows. Throws what making the
  /// result's shapes throws, and `usage` for a format that is no text.
  public func text(of report: Report) throws(FootprintsError) -> String {
    guard isText else {
      throw FootprintsError(.usage, "the format '\(name)' is no text", remedy: "Write it to a file.")
    }
    let sink = TextSink()
    try render(report, to: sink)
    return sink.text
  }
}

extension Report {
  /// The report in a format by its name, as one text.
  ///
  /// Throws `usage` for a format that the result cannot be written in.
  public func text(as format: String) throws(FootprintsError) -> String {
    let supported = Renderers.supporting(type(of: result))
    guard let renderer = supported.first(where: { $0.name == format }) else {
      throw FootprintsError.unsupportedFormat(format, supported)
    }
    return try renderer.text(of: self)
  }
}

extension FootprintsError {
  /// The error for a format that a result cannot be written in.
  package static func unsupportedFormat(_ format: String, _ supported: [any Renderer]) -> FootprintsError {
    FootprintsError(
      .usage, "this result cannot be written in the format '\(format)'",
      remedy: "It is available in: \(supported.map(\.name).joined(separator: ", ")).")
  }
}
