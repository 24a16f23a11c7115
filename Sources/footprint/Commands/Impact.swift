public import ArgumentParser
public import Footprints

extension CatchmentMethod: ExpressibleByArgument {}

struct Impact: AnalysisCommand {
  typealias Subject = ImpactAnalysis

  static let discussion = """
    For every plan whose area shares people with the trust's catchment: how much, the schemes that the change \
    touches and why, pounds, metrics, national conditions, who signs; the fewest plans that hold most of the \
    catchment; how many variants of the process the trust would have to run.

    Example:
      footprint impact XT1 --process discharge-to-assess
      footprint impact "Kestrel Hundred" --process trusted-assessor -o note.md
    """

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
      "The part of the catchment that the smallest set of plans has to cover, 0 to 1.", valueName: "SHARE"))
  var coverage = 0.9

  @OptionGroup var people: WeightOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  var request: ImpactAnalysis.Request {
    var request = ImpactAnalysis.Request(trust: trust, process: process)
    request.catchment = catchment
    request.threshold = threshold
    request.coverage = coverage
    request.weights = people.weights
    request.membership = people.membership
    return request
  }
}
