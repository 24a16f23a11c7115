import ArgumentParser
import Footprints

struct Layers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What is in a data package, or in files: roles, areas, fields, reference systems, problems.",
    discussion: """
      Example:
        footprint layers --package england-2021
        footprint layers mine.geojson
      """)

  @Argument(help: "Layers of the package, or files; all layers and tables of the package when none is named.")
  var layers: [String] = []

  @OptionGroup var package: PackageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.chosen(among: [.table, .csv, .json, .md])
    let workbench = try package.workbench(layers: layers)
    var options = Workbench.FileOptions()
    options.sourceReference = package.sourceCrs
    var (report, failed) = try workbench.inventory(layers, options: options)
    for index in report.failures.indices {
      report.failures[index].error = report.failures[index].error.withOptions
    }
    failed = failed?.withOptions
    switch format {
    case .csv: try output.write(report.csv)
    case .json: try output.write(report.json.serialized)
    case .md: try output.write(MarkdownRenderer.render(report.document))
    case .table, .geojson: try output.write(TextRenderer.render(report.document))
    }
    if format == .csv { StandardError.tell(report.notes, package) }
    // The report says what could not be read; the exit status says that there was something.
    if let failed {
      if format == .csv { StandardError.write("footprint: \(failed)\n") }
      throw ExitCode(failed.kind.rawValue)
    }
  }
}
