#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The first map of a document, else its first figure, as a picture of dots, made from its SVG by librsvg's `rsvg-convert`.
public struct PNGRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `png`.
  public let name = "png"
  /// `.png`.
  public let suffixes = ["png"]
  /// No: sources and licences are given alongside it.
  public let isSelfContained = false
  /// No.
  public let isText = false

  /// Whatever has figures.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind is any IllustratedResult.Type }

  /// Writes the picture, with two dots for each pixel of the drawing. Throws `noInput` where the program is not installed.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    let svg = try SVGRenderer.text(of: report)
    guard let program = ChildProgram.path(of: "rsvg-convert") else {
      throw FootprintsError(
        .noInput, "pictures in PNG are made by rsvg-convert, which is not installed",
        remedy: "Install it (on Debian and Ubuntu the package librsvg2-bin), or write the figure as svg.")
    }
    let folder = try ScratchFolder()
    let (drawing, picture) = ("\(folder.path)/figure.svg", "\(folder.path)/figure.png")
    try folder.write(FileBytes(Array(svg.utf8), name: "figure.svg"), to: "figure.svg")
    let outcome = ChildProgram.run(
      program, ["--zoom=2", "--output=\(picture)", drawing],
      environment: ["LC_ALL=C.UTF-8", "HOME=\(folder.path)"]
        + (getenv("PATH").map { ["PATH=\(String(cString: $0))"] } ?? []),
      milliseconds: 60_000, largestFile: 1 << 28)
    guard outcome.error == 0, outcome.status == 0, outcome.signal == 0, !outcome.isLate else {
      let said = String(decoding: outcome.messages, as: UTF8.self).split(whereSeparator: \.isNewline).first
      throw FootprintsError(
        .fault, "rsvg-convert could not draw the figure\(said.map { ": \($0)".printable } ?? "")",
        remedy: "Write it as svg.")
    }
    guard let bytes = try folder.bytes(of: "figure.png", named: "the picture") else {
      throw FootprintsError(.fault, "rsvg-convert has drawn nothing", remedy: "Write the figure as svg.")
    }
    try sink.write(bytes.array)
  }
}
