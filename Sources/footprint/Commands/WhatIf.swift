import ArgumentParser
import Footprints

struct WhatIf: ListingCommand {
  typealias Subject = WhatIfAnalysis

  static let configuration = CommandConfiguration(
    commandName: Subject.name, abstract: Subject.summary, discussion: discussion)

  static let discussion = """
    SCENARIO is a JSON or YAML file:
      layer: ccg
      changes:
        - merge: [XC05, XC06]
          code: XC99
          name: NHS Coast CCG
        - move: [XB0101, XB0102]
          to: XC01
        - split: XC04
          bricks: [XB0401]
          code: XC98
        - catchment: XT1
          bricks: [XB0101]
        - plan: BCF-XU01-2021
          remove: [XC02]
    Without one, --suggest looks for the single changes of --layer that would help most.

    Example:
      footprint whatif merger.yaml
      footprint whatif merger.yaml --trust XT1 --process discharge-to-assess --profile XU03
      footprint whatif --layer ccg --against utla --suggest 5 --measure degree_of_fit.x_to_y
    """

  @Argument(
    help: "The scenario, a JSON or YAML file.", completion: .file(extensions: ["json", "yaml", "yml"]))
  var scenario: String?

  @OptionGroup(title: "What is compared") var subject: WhatIfOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: WhatIfRequest {
    var request = WhatIfRequest(scenario: scenario)
    request.layer = subject.layer
    request.against = subject.against
    request.tolerance = subject.tolerance
    request.trust = subject.trust
    request.process = subject.process
    request.profile = subject.profile
    request.suggest = subject.suggest ?? 0
    if let measure = subject.measure { request.measure = measure }
    request.preset = subject.preset
    return request
  }
}

/// What a scenario is compared in.
struct WhatIfOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The layer whose areas change. Default: the scenario’s.", valueName: "LAYER"),
    completion: Completions.layer)
  var layer: String?

  @Option(
    help: ArgumentHelp(
      "The layer that it is scored against. Default: the scenario’s, else the authorities, or for these the groups or boards.",
      valueName: "LAYER"), completion: Completions.layer)
  var against: String?

  @Option(
    help: ArgumentHelp(
      "The share at or above which an area counts as wholly inside another; above 0 and up to 1.",
      valueName: "T"))
  var tolerance = 0.95

  @Option(
    help: ArgumentHelp("A trust whose impact is compared, with --process.", valueName: "TRUST"),
    completion: Completions.trust)
  var trust: String?

  @Option(
    help: ArgumentHelp("The process that the trust changes.", valueName: "NAME"),
    completion: Completions.process)
  var process: String?

  @Option(
    help: ArgumentHelp("An organisation whose profile is compared.", valueName: "CODE"),
    completion: Completions.organisation)
  var profile: String?

  @Option(help: ArgumentHelp("Suggest that many single changes that would help.", valueName: "N"))
  var suggest: Int?

  @Option(
    help: ArgumentHelp(
      "What suggestions better: a number of the system as score has it. Default: v_measure.",
      valueName: "NAME"))
  var measure: String?

  @Option(
    help: ArgumentHelp(
      "The policy test that suggestions make more areas meet, instead of --measure.", valueName: "NAME"))
  var preset: String?

  func validate() throws {
    if suggest == nil, measure != nil || preset != nil {
      throw ValidationError(
        "--measure and --preset are for --suggest; without that they would change nothing.")
    }
    if measure != nil, preset != nil {
      throw ValidationError("--measure and --preset are two aims; give one.")
    }
  }
}
