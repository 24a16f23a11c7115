import ArgumentParser
import Footprints

struct Partnerships: ListingCommand {
  typealias Subject = PartnershipsAnalysis

  static let discussion = """
    For every Better Care Fund plan its partnerships with shares, for every partnership its plans; then who lives in \
    which partnership and board and uses which trust. Whatever is out of line comes first: plans of which too much lies \
    outside their main partnership, and people whose board or trust belongs mainly to another.

    Example:
      footprint partnerships
      footprint partnerships --layer icb --outside 0.1 --format csv -o pairs.csv
    """

  @Option(
    help: ArgumentHelp(
      "The layer of partnerships, by role or name. Default: stp, else icb.", valueName: "LAYER"),
    completion: Completions.tier)
  var layer: String?

  @Option(
    help: ArgumentHelp(
      "The share of a plan outside its main partnership from which on it is out of line, above 0 and up to 1.",
      valueName: "SHARE"))
  var outside = 0.05

  @OptionGroup(title: "What is counted") var catchments: CatchmentOptions
  @OptionGroup(title: "What is counted") var people: WeightOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: PartnershipsAnalysis.Request {
    var request = PartnershipsAnalysis.Request()
    request.layer = layer
    request.outside = outside
    request.catchment = catchments.catchment
    if let threshold = catchments.threshold { request.threshold = threshold }
    request.weights = people.weights
    if let membership = people.membership { request.membership = membership }
    return request
  }
}
