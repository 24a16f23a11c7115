import ArgumentParser
import Footprints

/// Where a result goes and in which form; shared by every command.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "\(Renderers.all.map(\.name).joined(separator: ", ")), where it makes sense. Default: from the suffix of --output, else table.",
      valueName: "F"), completion: Completions.format)
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, which appears whole or not at all.", valueName: "FILE"),
    completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Print nothing but the result and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also print what needs no attention.")
  var verbose = false

  /// The renderer of the format asked for, of those that show what a result has; text on a terminal fits it.
  func renderer(
    for kind: any AnalysisResult.Type, rowsOnTerminal: Int?, usually usual: String = "table"
  ) throws(FootprintsError) -> any Renderer {
    let chosen = try chosen(of: Renderers.supporting(kind), usually: usual)
    // Long work is not begun for an output that has no place to go.
    if let output { try WholeFile.check(output) }
    if !chosen.isText, output == nil, Terminal.width != nil {
      throw FootprintsError(
        .usage, "the format '\(chosen.name)' is nothing for a terminal", remedy: "Name a file with --output.")
    }
    if chosen is TextRenderer, output == nil, let width = Terminal.width {
      return TextRenderer(page: .init(width: width, rows: rowsOnTerminal))
    }
    return chosen
  }

  private func chosen(
    of supported: [any Renderer], usually usual: String
  ) throws(FootprintsError) -> any Renderer {
    if let format {
      if let known = supported.first(where: { $0.name == format.lowercased() }) { return known }
      throw .unsupportedFormat(format, supported)
    }
    if let output, !output.isEmpty {
      let suffix = output.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
      if let known = supported.first(where: { suffix.map($0.suffixes.contains) == true }) { return known }
      throw FootprintsError(
        .usage, "the suffix of '\(output)' names no format that this command supports",
        remedy: "Use --format with one of: \(supported.map(\.name).joined(separator: ", ")).")
    }
    return supported.first { $0.name == usual } ?? supported[0]
  }

  /// Writes a report, as it is rendered; a file appears when all of it is there.
  func write(_ report: Report, with renderer: any Renderer) throws(FootprintsError) {
    StandardError.clearProgress()
    if let output {
      try WholeFile.refuse(output, amongInputs: report.inputs.paths)
      let file = try WholeFile(output)
      try renderer.render(report, to: file)
      try report.inputs.verify()
      try file.commit()
    } else {
      let sink = StandardOutput()
      try renderer.render(report, to: sink)
      try sink.finish()
      try report.inputs.verify()
    }
  }
}
