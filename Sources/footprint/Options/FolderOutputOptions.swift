import ArgumentParser
import Footprints

/// Where tables go, and in which form a summary is printed.
struct FolderOutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format of the summary: \(Renderers.all.map(\.name).joined(separator: ", ")), where it makes sense. Default: table.",
      valueName: "F"), completion: Completions.format)
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder of a data package to write the tables to, made where it is not there. Default: only the summary.",
      valueName: "DIR"), completion: .directory)
  var output: String?

  @Flag(name: .shortAndLong, help: "Print nothing but the summary and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also print what needs no attention.")
  var verbose = false

  /// The options of the summary, which goes to standard output.
  var summary: OutputOptions {
    var options = OutputOptions()
    options.format = format
    options.output = nil
    options.quiet = quiet
    options.verbose = verbose
    return options
  }
}
