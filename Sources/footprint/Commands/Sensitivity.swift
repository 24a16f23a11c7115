import ArgumentParser
import Footprints

struct Sensitivity: ListingCommand {
  typealias Subject = SensitivityAnalysis

  static let discussion = """
    The question is asked as it is, and once more for each thing that is varied, all else being equal: what shares are of, how \
    small areas and catchments are counted, the tolerance, the width of slivers. Every conclusion stands in one row with its \
    answer in each run; those that flip come first, then those within reach of another answer. Without --vary everything is \
    varied that there are data for. overlap, score, impact and profile with --weights all vary the weights alone.

    Example:
      footprint sensitivity score ccg utla
      footprint sensitivity score ccg utla --vary tolerance=0.9,0.95,0.99 --vary sliver-width=100,200
      footprint sensitivity impact XT1 --process discharge-to-assess
      footprint sensitivity profile XU03 --vary weights=area,population
    """

  @Argument(
    help: "The question: overlap, score, impact or profile.", completion: .list(SensitivityQuestion.names))
  var question: SensitivityQuestion

  @Argument(
    help: "What it is about: two layers, a trust, or an organisation.", completion: Completions.layer)
  var about: [String] = []

  @Option(
    help: ArgumentHelp("For impact: the process that changes.", valueName: "NAME"),
    completion: Completions.process)
  var process: String?

  @Option(
    help: ArgumentHelp("For profile: the role of the layer that it is an area of.", valueName: "ROLE"),
    completion: Completions.tier)
  var tier: String?

  @Option(
    help: ArgumentHelp(
      "What to vary, and to what: weights, membership, catchment, threshold, tolerance or sliver-width. May be given several times.",
      valueName: "NAME=VALUE,..."), completion: .list(Setting.names.map { $0 + "=" }))
  var vary: [String] = []

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    let wanted = question.isOfLayers ? 2 : 1
    guard about.count == wanted else {
      throw ValidationError("\(question.rawValue) is about \(question.about), not \(about.count) words.")
    }
    if question == .impact, process == nil { throw ValidationError("impact needs --process.") }
    if question != .impact, process != nil {
      throw ValidationError("--process is for impact; with \(question.rawValue) it would change nothing.")
    }
    if question != .profile, tier != nil {
      throw ValidationError("--tier is for profile; with \(question.rawValue) it would change nothing.")
    }
    _ = try settings()
  }

  /// What is to be varied.
  private func settings() throws -> [Setting] {
    try vary.flatMap { text -> [Setting] in
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw ValidationError("--vary needs NAME=VALUE, not '\(text)'.") }
      return try parts[1].split(separator: ",").map {
        try Setting(name: String(parts[0]), value: String($0))
      }
    }
  }

  var request: SensitivityRequest {
    let settings = (try? settings()) ?? []
    return switch question {
    case .overlap: SensitivityRequest(.overlap(ComparisonRequest(x: about[0], y: about[1])), vary: settings)
    case .score: SensitivityRequest(.score(ComparisonRequest(x: about[0], y: about[1])), vary: settings)
    case .impact:
      SensitivityRequest(
        .impact(ImpactAnalysis.Request(trust: about[0], process: process ?? "")), vary: settings)
    case .profile:
      SensitivityRequest(.profile(profile), vary: settings)
    }
  }

  private var profile: ProfileAnalysis.Request {
    var request = ProfileAnalysis.Request(organisation: about[0])
    request.tier = tier
    return request
  }
}

/// What can be varied.
enum SensitivityQuestion: String, ExpressibleByArgument, CaseIterable {
  case overlap, score, impact, profile

  static let names = allCases.map(\.rawValue)

  var isOfLayers: Bool { self == .overlap || self == .score }

  var about: String { isOfLayers ? "two layers" : self == .impact ? "one trust" : "one organisation" }
}
