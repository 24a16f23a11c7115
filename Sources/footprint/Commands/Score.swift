import ArgumentParser
import Footprints

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How coterminous two layers are: the system, every unit, and the verdicts of policy tests.",
    discussion: """
      Example:
        footprint score ccg utla
        footprint score ccg utla --weights area --format csv -o units.csv
      """)

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var package: PackageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.chosen(among: [.table, .csv, .json, .md])
    let (result, inputs) = try analysis.analysis(with: package)
    let report = try ScoreReport(result, inputs: inputs)
    switch format {
    case .csv: try output.write(report.csv)
    case .json: try output.write(report.json.serialized)
    case .md: try output.write(MarkdownRenderer.render(report.document))
    case .table, .geojson: try output.write(TextRenderer.render(report.document))
    }
    StandardError.tell(inputs.notices, package)
    if format == .csv {
      StandardError.tell(OverlapReport(result, inputs: inputs).notes + inputs.lines, package)
    }
  }
}
