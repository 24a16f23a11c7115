import ArgumentParser
import Footprints

struct Score: ListingCommand {
  typealias Subject = ScoreAnalysis

  static let discussion = """
    Measures of the two layers as a whole, every area with its best partner, and the verdicts of policy tests. Tests that \
    are about other tiers, or about people where none are counted, are named as not applied.

    Example:
      footprint score ccg utla
      footprint score ccg utla --weights area --format csv -o units.csv
      footprint score icb utla --preset icb-1m=1500000 --preset one-icb=0.9
    """

  @OptionGroup var layers: ComparisonOptions
  @OptionGroup(title: "Policy tests and borders") var tests: PolicyOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: ComparisonRequest {
    var request = layers.request
    request.presets = tests.numbers
    request.comparesBorders = tests.borders
    return request
  }

  var sideBySide: SensitivityRequest? { layers.people.areAll ? .byWeights(.score(request)) : nil }
}

/// What else scores are asked.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The number of a policy test in place of the usual one, such as hsj-75=0.8 or lgr-500k.margin=0.2. May be given several times.",
      valueName: "TEST=NUMBER"), completion: .list(PolicyPreset.names.map { $0 + "=" }))
  var preset: [String] = []

  @Flag(help: "Also say how far the borders of the two layers agree.")
  var borders = false

  /// The numbers by the names of tests; of two for one test the last counts.
  var numbers: [String: Double] {
    Dictionary(preset.compactMap(Self.split)) { $1 }
  }

  func validate() throws {
    for text in preset where Self.split(text) == nil {
      throw ValidationError("--preset needs TEST=NUMBER, not '\(text)'.")
    }
  }

  private static func split(_ text: String) -> (String, Double)? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let number = Double(parts[1]) else { return nil }
    return (String(parts[0]), number)
  }
}
