import ArgumentParser
import Footprints

struct Profile: AnalysisCommand {
  typealias Subject = ProfileAnalysis

  static let discussion = """
    For each tier of the package (authorities, groups, partnerships, trusts): who shares people with the organisation, \
    how much of it lies in the partner (dependence) and of the partner in it (leverage), and in which direction the \
    partner’s other people live.

    Example:
      footprint profile XU03
      footprint profile "Kestrel Hundred" --format json
    """

  @Argument(help: "An organisation’s code, or a part of its name that no other has.")
  var organisation: String

  @Option(
    help: ArgumentHelp(
      "The role of the layer that it is an area of. Needed where its code is in several; default: utla, else the first.",
      valueName: "ROLE"))
  var tier: String?

  @OptionGroup var catchments: CatchmentOptions
  @OptionGroup var people: WeightOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  var request: ProfileAnalysis.Request {
    var request = ProfileAnalysis.Request(organisation: organisation)
    request.tier = tier
    request.catchment = catchments.catchment
    request.threshold = catchments.threshold
    request.weights = people.weights
    request.membership = people.membership
    return request
  }
}
