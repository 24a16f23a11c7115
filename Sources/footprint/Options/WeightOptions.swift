public import ArgumentParser
public import Footprints

extension Weights: ExpressibleByArgument {}
extension MembershipMethod: ExpressibleByArgument {}

/// What shares are of, and how people are counted; shared by the commands that report shares.
struct WeightOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What shares are of: area or population. Default: population when the package has bricks and people.",
      valueName: "W"))
  var weights: Weights?

  @Option(
    help: ArgumentHelp(
      "How a brick in more than one area counts: largest, apportion or lookup.", valueName: "M"))
  var membership = MembershipMethod.largest
}
