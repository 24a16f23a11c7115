import ArgumentParser
import Footprints

struct Impact: AnalysisCommand {
  typealias Subject = ImpactAnalysis

  static let discussion = """
    For every plan whose area shares people with the trust’s catchment: how much, the schemes that the change \
    touches and why, pounds, metrics, national conditions, who signs; the fewest plans that hold most of the \
    catchment; how many variants of the process the trust would have to run.

    Example:
      footprint impact XT1 --process discharge-to-assess
      footprint impact "Kestrel Hundred" --process "trusted assessor" -o note.md
    """

  @Argument(help: "A trust’s code, or a part of its name that no other has.")
  var trust: String

  @Option(
    help: ArgumentHelp(
      "The process that changes, such as discharge-to-assess or d2a; 'footprint processes' lists them.",
      valueName: "NAME"))
  var process: String

  @OptionGroup var catchments: CatchmentOptions

  @Option(
    help: ArgumentHelp(
      "The part of the catchment that the smallest set of plans has to cover, 0 to 1.", valueName: "SHARE"))
  var coverage = 0.9

  @OptionGroup var people: WeightOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  var request: ImpactAnalysis.Request {
    var request = ImpactAnalysis.Request(trust: trust, process: process)
    request.catchment = catchments.catchment
    request.threshold = catchments.threshold
    request.coverage = coverage
    request.weights = people.weights
    request.membership = people.membership
    return request
  }
}
