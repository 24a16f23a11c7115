import ArgumentParser
import Footprints

/// The forms a result can be given out in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, geojson, md

  /// The format that a file's suffix asks for.
  init?(suffix path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "txt": self = .table
    case "csv": self = .csv
    case "json": self = .json
    case "geojson": self = .geojson
    case "md", "markdown": self = .md
    default: return nil
    }
  }
}

/// Where a result goes and in which form; shared by every command.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "table, csv, json, geojson or md, where it makes sense. Default: by the suffix of --output, else table.",
      valueName: "F"))
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, which appears whole or not at all.", valueName: "FILE"))
  var output: String?

  /// The format asked for, of those that a command supports.
  func chosen(among supported: [OutputFormat]) throws(FootprintsError) -> OutputFormat {
    let list = supported.map(\.rawValue).joined(separator: ", ")
    var wanted = OutputFormat.table
    if let format {
      guard let known = OutputFormat(rawValue: format.lowercased()), supported.contains(known) else {
        throw FootprintsError(
          .usage, "format '\(format)' is not supported by this command", remedy: "It supports: \(list).")
      }
      wanted = known
    } else if let output, !output.isEmpty {
      guard let known = OutputFormat(suffix: output), supported.contains(known) else {
        throw FootprintsError(
          .usage, "the suffix of '\(output)' names no format that this command supports",
          remedy: "Say --format with one of: \(list).")
      }
      wanted = known
    }
    // Long work is not begun for an output that has no place to go.
    if let output { try WholeFile.check(output) }
    return wanted
  }

  /// Writes a result, once it is complete.
  func write(_ text: String) throws(FootprintsError) {
    StandardError.clearProgress()
    if let output { try WholeFile.write(text, to: output) } else { try StandardOutput.write(text) }
  }
}
