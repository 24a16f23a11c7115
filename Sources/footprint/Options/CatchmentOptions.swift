public import ArgumentParser
public import Footprints

extension CatchmentMethod: ExpressibleByArgument {}

/// How trusts' catchments are made; shared by the commands about trusts.
struct CatchmentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the catchment is made: layer, fptp, threshold or proportional. Default: the trust layer, else first past the post from the flows.",
      valueName: "METHOD"))
  var catchment: CatchmentMethod?

  @Option(
    help: ArgumentHelp(
      "With --catchment threshold: the share of patients at or above which a small area belongs to a catchment. Default: 0.3.",
      valueName: "SHARE"))
  var threshold: Double?

  func validate() throws {
    if threshold != nil, catchment != .threshold {
      throw ValidationError("--threshold is for --catchment threshold; without that it would change nothing.")
    }
  }
}
