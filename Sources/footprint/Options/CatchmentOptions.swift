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
      "The share of patients at or above which a small area belongs to a catchment by threshold.",
      valueName: "SHARE"
    ))
  var threshold = 0.3
}
