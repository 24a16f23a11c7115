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

  @Option(help: .membership)
  var membership: MembershipMethod?

  func validate() throws {
    if weights == .area, membership != nil { throw Self.membershipIsAboutPeople }
  }

  static let membershipIsAboutPeople = ValidationError(
    "--membership is about people; with --weights area it would change nothing.")
}

/// The same for the commands that can put the answers by all weights side by side.
struct SideBySideWeightOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What shares are of: area, population, flow (patients of trusts), or all side by side with what flips. Default: population when the package has bricks and people.",
      valueName: "W"))
  var weights: WeightChoice?

  @Option(help: .membership)
  var membership: MembershipMethod?

  /// The weights of one answer; nil for the usual ones.
  var one: Weights? { weights?.weights }
  /// Whether the answers by all weights are put side by side.
  var areAll: Bool { weights == .all }

  func validate() throws {
    if weights == .area, membership != nil { throw WeightOptions.membershipIsAboutPeople }
  }
}

extension ArgumentHelp {
  fileprivate static let membership = ArgumentHelp(
    "How a small area in more than one area counts: largest, apportion, centroid or lookup. Default: largest.",
    valueName: "M")
}

/// Weights, or all of them.
enum WeightChoice: String, ExpressibleByArgument, CaseIterable {
  case area, population, flow, all

  var weights: Weights? { Weights(rawValue: rawValue) }
}
