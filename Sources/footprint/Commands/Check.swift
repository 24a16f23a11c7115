import ArgumentParser
import Footprints

struct Check: ListingCommand {
  typealias Subject = CheckAnalysis

  static let discussion = """
    One layer: overlaps and gaps between its areas, invalid rings, spikes, codes, coordinates. Two layers: also which areas \
    of the second lie across a border of the first. None: everything in the package, its tables included. Every finding \
    has its place, its size and, where they are counted, the people who live there. The exit status is 1 where there are \
    errors. With --repair, one layer is also written once more with what could be repaired: invalid rings, and narrow gaps and \
    overlaps between areas; every change is listed.

    Example:
      footprint check mine.geojson
      footprint check stp utla --format geojson -o across.geojson
      footprint check --package england-2021
      footprint check mine.geojson --repair mended.geojson --largest-move 0.5
    """

  @Argument(
    help:
      "Layers of the package, or files; two are held against each other; everything in the package when none is named.",
    completion: Completions.layer)
  var layers: [String] = []

  @Option(
    help: ArgumentHelp(
      "Ground along a border that is narrower than this is a sliver. Default: from the layers’ resolution.",
      valueName: "METRES"))
  var sliverWidth: Double?

  @Option(help: ArgumentHelp("The field of the codes.", valueName: "FIELD"))
  var code: String?

  @Option(help: ArgumentHelp("The field of the names.", valueName: "FIELD"))
  var label: String?

  @Option(
    help: ArgumentHelp(
      "Also write the layer to a file, repaired, with all its features and fields. The format follows from the suffix.",
      valueName: "FILE"), completion: .file())
  var repair: String?

  @Option(
    help: ArgumentHelp(
      "How far a repair may move a border. Default: \(Wording.number(Self.usualMove)).", valueName: "METRES"))
  var largestMove: Double?

  private static let usualMove = 1.0

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: CheckRequest {
    var request = CheckRequest(layers: layers)
    request.options = LayerOptions(codeField: code, nameField: label)
    request.sliverWidth = sliverWidth
    if repair != nil { request.repairDistance = largestMove ?? Self.usualMove }
    return request
  }

  func validate() throws {
    if largestMove != nil, repair == nil { throw ValidationError("--largest-move needs --repair.") }
  }

  func prepare() throws {
    if let repair { _ = try LayerOutput(repair) }
  }

  /// Writes the repaired layer.
  func finish(_ report: Report) throws {
    guard let repair, let mended = (report.result as? CheckResult)?.repair else { return }
    let target = try LayerOutput(repair)
    var request = ConversionRequest()
    request.jobs = report.jobs
    let outcome = try target.write(
      mended.conversion(to: target.format, request), inputs: report.inputs.paths, jobs: report.jobs)
    if output.quiet { return }
    for notice in outcome.notices where notice.severity == .warning || output.verbose {
      StandardError.say("\(notice.severity == .warning ? "warning: " : "")\(notice.words(report.remedy))")
    }
  }
}
