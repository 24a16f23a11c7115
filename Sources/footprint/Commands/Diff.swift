import ArgumentParser
import Footprints

struct Diff: ListingCommand {
  typealias Subject = DiffAnalysis

  static let discussion = """
    Each vintage is compared with the next, oldest first. Ground counts as moved only where it is wider than the layers’ \
    generalisation; another code or name for the same ground is told apart from that. --place follows one place through all \
    vintages.

    Example:
      footprint diff ccg2020.geojson ccg2021.geojson
      footprint diff stp icb.geojson --place Frimley
      footprint diff 2019.gpkg 2020.gpkg 2021.gpkg -o changes.geojson
    """

  @Argument(
    help: "Two layers or more, of the package or files, the oldest first.", completion: Completions.layer)
  var vintages: [String]

  @OptionGroup(title: "What is counted") var people: WeightOptions

  @Option(
    help: ArgumentHelp(
      "Ground narrower than this is the same border drawn otherwise. Default: from the layers’ resolution.",
      valueName: "METRES"))
  var sliverWidth: Double?

  @Option(
    help: ArgumentHelp(
      "Only what became of a place, and what it came from: the code of an area in any vintage, or a part of its name.",
      valueName: "AREA"))
  var place: String?

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: DiffAnalysis.Request {
    var request = DiffAnalysis.Request(vintages: vintages)
    request.weights = people.weights
    if let membership = people.membership { request.membership = membership }
    request.sliverWidth = sliverWidth
    request.place = place
    return request
  }
}
