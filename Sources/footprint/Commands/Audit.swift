import ArgumentParser
import Footprints

struct Audit: ListingCommand {
  typealias Subject = AuditAnalysis

  static let discussion = """
    Without layers: every policy test against every two layers of the package that it is about. For each area that fails, \
    what it falls short by, and the smallest change after which it passes: a merger of neighbours, or small areas on a \
    border given to the neighbour, of either layer. Tests about any two layers are held where two are named.

    Example:
      footprint audit
      footprint audit icb utla --test one-icb
      footprint audit ccg utla --no-moves --format csv -o failures.csv
    """

  @Argument(
    help: "Two layers, each a name or a role in the package, or a file.", completion: .file())
  var layers: [String] = []

  @Option(
    name: .customLong("test"),
    help: ArgumentHelp(
      "A policy test by its name. May be given several times. Default: all.", valueName: "TEST"),
    completion: .list(PolicyPreset.names))
  var tests: [String] = []

  @Option(
    help: ArgumentHelp(
      "The share from which on an area counts as wholly inside another. Default: 0.95.", valueName: "T"))
  var tolerance: Double?

  @Flag(help: "Do not look for changes, which takes longest.")
  var noMoves = false

  @OptionGroup(title: "How people are counted") var people: WeightOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: AuditRequest {
    var request = AuditRequest()
    (request.layers, request.presets, request.weights) = (layers, tests, people.weights)
    if let tolerance { request.tolerance = tolerance }
    if let membership = people.membership { request.membership = membership }
    request.suggestsMoves = !noMoves
    return request
  }
}
