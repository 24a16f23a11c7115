public import ArgumentParser
public import Footprints

extension Weights: ExpressibleByArgument {}
extension MembershipMethod: ExpressibleByArgument {}

/// What shares are of, and how people are counted; shared by the commands that report shares.
struct WeightOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What shares are of: area, population, or flow (patients of trusts). Default: population when the package has bricks and people.",
      valueName: "W"))
  var weights: Weights?

  @Option(
    help: ArgumentHelp(
      "How a small area in more than one area counts: largest, apportion, centroid or lookup. Default: largest.",
      valueName: "M"))
  var membership: MembershipMethod?

  func validate() throws {
    if weights == .area, membership != nil {
      throw ValidationError("--membership is about people; with --weights area it would change nothing.")
    }
  }
}
