import ArgumentParser
import Footprints

struct Like: ListingCommand {
  typealias Subject = LikeAnalysis

  static let discussion = """
    Who else is in our situation? Areas of one tier are compared by people, density, how far their Better Care Fund plans have \
    come, and, against every other tier, corner index, effective partners and the largest dependence and leverage. For each of \
    the most alike: what it has in common, and where it differs.

    Example:
      footprint like XU03
      footprint like XC01 --nearest 3 --format csv
    """

  @Argument(
    help: "An organisation’s code, or a part of its name that no other has.",
    completion: Completions.organisation)
  var organisation: String

  @Option(help: ArgumentHelp("How many of the most alike are listed.", valueName: "N"))
  var nearest = 5

  @Option(
    help: ArgumentHelp(
      "The role of the layer that it is an area of. Needed where its code is in several; default: utla, else the first.",
      valueName: "ROLE"), completion: Completions.tier)
  var tier: String?

  @OptionGroup(title: "What is counted") var catchments: CatchmentOptions
  @OptionGroup(title: "What is counted") var people: WeightOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: LikeAnalysis.Request {
    var request = LikeAnalysis.Request(organisation: organisation)
    request.nearest = nearest
    request.tier = tier
    request.catchment = catchments.catchment
    if let threshold = catchments.threshold { request.threshold = threshold }
    request.weights = people.weights
    if let membership = people.membership { request.membership = membership }
    return request
  }
}
