import ArgumentParser
import Footprints

struct Check: AnalysisCommand {
  typealias Subject = CheckAnalysis

  static let discussion = """
    One layer: overlaps and gaps between its areas, invalid rings, spikes, codes, coordinates. Two layers: also which areas \
    of the second lie across a border of the first. None: everything in the package, its tables included. Every finding \
    has its place, its size and, where they are counted, the people who live there. The exit status is 1 where there are \
    errors.

    Example:
      footprint check mine.geojson
      footprint check stp utla --format geojson -o across.geojson
      footprint check --package england-2021
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

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: CheckRequest {
    var request = CheckRequest(layers: layers)
    request.options = LayerOptions(codeField: code, nameField: label)
    request.sliverWidth = sliverWidth
    return request
  }
}
