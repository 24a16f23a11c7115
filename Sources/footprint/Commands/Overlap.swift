import ArgumentParser
import Footprints

struct Overlap: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Every pair of areas that overlap, with both shares, and what is left over on either side.",
    discussion: """
      Slivers, which come of generalising one boundary twice, are left out and counted; --keep-slivers lists them.

      Example:
        footprint overlap ccg utla
        footprint overlap mine.geojson yours.shp --format csv -o pairs.csv
        footprint overlap ccg utla --format geojson -o pieces.geojson
      """)

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var package: PackageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.chosen(among: [.table, .csv, .json, .geojson, .md])
    let (result, inputs) = try analysis.analysis(with: package)
    let report = OverlapReport(result, inputs: inputs)
    switch format {
    case .table: try output.write(TextRenderer.render(report.document))
    case .md: try output.write(MarkdownRenderer.render(report.document))
    case .csv: try output.write(report.csv)
    case .json: try output.write(report.json.serialized)
    case .geojson: try output.write(report.geoJSON())
    }
    StandardError.tell(inputs.notices, package)
    if format == .csv { StandardError.tell(report.notes + inputs.lines, package) }
  }
}
