public import ArgumentParser
public import Footprints

extension CatchmentMethod: ExpressibleByArgument {}

struct Impact: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Which Better Care Fund plans a trust's change of one process touches.",
    discussion: """
      For every plan whose area shares people with the trust's catchment: how much, the schemes that the change \
      touches and why, pounds, metrics, national conditions, who signs; the fewest plans that hold most of the \
      catchment; how many variants of the process the trust would have to run.

      Example:
        footprint impact XT1 --process discharge-to-assess
        footprint impact "Kestrel Hundred" --process trusted-assessor -o note.md
      """)

  @Argument(help: "A trust's code, or a part of its name that no other has.")
  var trust: String

  @Option(help: ArgumentHelp("The process that changes, such as discharge-to-assess.", valueName: "NAME"))
  var process: String

  @Option(
    help: ArgumentHelp(
      "How the catchment is made: layer, fptp, threshold or proportional. Default: the trust layer, else first past the post from the flows.",
      valueName: "METHOD"))
  var catchment: CatchmentMethod?

  @Option(
    help: ArgumentHelp(
      "The share of patients from which a small area belongs to a catchment by threshold.", valueName: "SHARE"
    ))
  var threshold = 0.3

  @Option(
    help: ArgumentHelp(
      "The part of the catchment that the smallest set of plans shall cover, 0 to 1.", valueName: "SHARE"))
  var coverage = 0.9

  @OptionGroup var people: WeightOptions

  @OptionGroup var package: PackageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...1).contains(coverage) else { throw ValidationError("--coverage is a share from 0 to 1.") }
    guard threshold > 0, threshold <= 1 else {
      throw ValidationError("--threshold is a share above 0 and up to 1.")
    }
  }

  func run() throws {
    let format = try output.chosen(among: [.table, .csv, .json, .md])
    let workbench = try package.workbench()
    var parameters = ImpactAnalysis.Parameters()
    parameters.catchment = catchment
    parameters.threshold = threshold
    parameters.coverage = coverage
    parameters.weights = people.weights ?? workbench.defaultWeights
    parameters.membership = people.membership
    let (analysis, inputs) = try workbench.impact(of: trust, process: process, parameters: parameters)
    let report = ImpactReport(analysis, inputs: inputs)
    switch format {
    case .csv: try output.write(report.csv)
    case .json: try output.write(report.json.serialized)
    case .md: try output.write(MarkdownRenderer.render(report.document))
    case .table, .geojson: try output.write(TextRenderer.render(report.document))
    }
    StandardError.tell(inputs.notices, package)
    if format == .csv { StandardError.tell(inputs.lines, package) }
  }
}
