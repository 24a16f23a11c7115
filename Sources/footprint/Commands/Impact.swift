import ArgumentParser
import Footprints

struct Impact: ListingCommand {
  typealias Subject = ImpactAnalysis

  static let discussion = """
    For every plan whose area shares people with the trust’s catchment: how much, the schemes that the change \
    touches and why, pounds, metrics, national conditions, who signs; the fewest plans that hold most of the \
    catchment; how many variants of the process the trust would have to run; which plans are slowest and fastest.

    Example:
      footprint impact XT1 --process discharge-to-assess
      footprint impact "Kestrel Hundred" --process "trusted assessor" -o note.md
    """

  @Argument(
    help: "A trust’s code, or a part of its name that no other has.", completion: Completions.trust)
  var trust: String

  @OptionGroup(title: "The change") var change: ChangeOptions
  @OptionGroup(title: "What is counted") var catchments: CatchmentOptions
  @OptionGroup(title: "What is counted") var people: SideBySideWeightOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: ImpactAnalysis.Request {
    var request = ImpactAnalysis.Request(trust: trust, process: change.process)
    request.catchment = catchments.catchment
    if let threshold = catchments.threshold { request.threshold = threshold }
    request.coverage = change.coverage
    request.weights = people.one
    if let membership = people.membership { request.membership = membership }
    return request
  }

  var sideBySide: SensitivityRequest? { people.areAll ? .byWeights(.impact(request)) : nil }
}

/// What changes, and how far agreement has to reach.
struct ChangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The process that changes, such as discharge-to-assess or d2a; 'footprint processes' lists them.",
      valueName: "NAME"),
    completion: Completions.process)
  var process: String

  @Option(
    help: ArgumentHelp(
      "The part of the catchment that the smallest set of plans has to cover, 0 to 1.", valueName: "SHARE"))
  var coverage = 0.9
}
