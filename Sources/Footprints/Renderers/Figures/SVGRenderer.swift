/// The first map of a document, else its first figure, as a file of SVG.
public struct SVGRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `svg`.
  public let name = "svg"
  /// `.svg`.
  public let suffixes = ["svg"]
  /// No: sources and licences are given alongside it.
  public let isSelfContained = false

  /// Whatever has figures.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind is any IllustratedResult.Type }

  /// Writes the figure. Throws `usage` where the result has none after all.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    try sink.write(try Self.text(of: report))
  }

  /// The figure.
  static func text(of report: Report) throws(FootprintsError) -> String {
    let figures = report.illustratedDocument?.figures ?? []
    let map = figures.first { if case .map = $0.content { true } else { false } }
    guard let figure = map ?? figures.first,
      let svg = FigureDrawing(number: 1, anchors: nil).svg(figure)
    else {
      throw FootprintsError(
        .usage, "this result has nothing to draw", remedy: "Write it as html, or as a table.")
    }
    return svg.markup + "\n"
  }
}
