import ArgumentParser
import Footprints

struct Profile: ListingCommand {
  typealias Subject = ProfileAnalysis

  static let discussion = """
    For each tier of the package (authorities, groups, partnerships, trusts): who shares people with the organisation, \
    how much of it lies in the partner (dependence) and of the partner in it (leverage), and in which direction the \
    partner’s other people live.

    Example:
      footprint profile XU03
      footprint profile "Kestrel Hundred" --format json
    """

  @Argument(
    help: "An organisation’s code, or a part of its name that no other has.",
    completion: Completions.organisation)
  var organisation: String

  @Option(
    help: ArgumentHelp(
      "The role of the layer that it is an area of. Needed where its code is in several; default: utla, else the first.",
      valueName: "ROLE"), completion: Completions.tier)
  var tier: String?

  @OptionGroup(title: "What is counted") var catchments: CatchmentOptions
  @OptionGroup(title: "What is counted") var people: SideBySideWeightOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: ProfileAnalysis.Request {
    var request = ProfileAnalysis.Request(organisation: organisation)
    request.tier = tier
    request.catchment = catchments.catchment
    if let threshold = catchments.threshold { request.threshold = threshold }
    request.weights = people.one
    if let membership = people.membership { request.membership = membership }
    return request
  }

  var sideBySide: SensitivityRequest? { people.areAll ? .byWeights(.profile(request)) : nil }
}
