import ArgumentParser
import Footprints

struct Catchment: ListingCommand {
  typealias Subject = CatchmentAnalysis

  static let discussion = """
    The method changes the answer, so every output says which it was, and --compare puts them side by side. Catchments by \
    first past the post are a partition of the small areas; those by threshold overlap; proportional ones have no polygon. \
    A table of role 'succession' moves the flows of merged trusts to their successors first.

    Example:
      footprint catchment
      footprint catchment XT1 --compare
      footprint catchment --method threshold --threshold 0.2 -o catchments.geojson
      footprint catchment --sites hospitals.csv -o nearest.gpkg
    """

  @Argument(
    help: "The trusts to list, by codes or parts of names that no other has. Default: all.",
    completion: Completions.trust)
  var trusts: [String] = []

  @OptionGroup(title: "How catchments are made") var making: CatchmentMakingOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: CatchmentAnalysis.Request {
    var request = CatchmentAnalysis.Request()
    request.trusts = trusts
    request.method = making.method
    if let threshold = making.threshold { request.threshold = threshold }
    request.sites = making.sites
    if let membership = making.membership { request.membership = membership }
    request.compare = making.compare
    return request
  }
}

/// How catchments are made for their own sake.
struct CatchmentMakingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "fptp (first past the post), threshold, proportional, voronoi (nearest hospital) or layer (the trust layer). Default: fptp with flows, else voronoi, else layer.",
      valueName: "METHOD"))
  var method: CatchmentMethod?

  @Option(
    help: ArgumentHelp(
      "For catchments by threshold: the share of patients at or above which a small area belongs to one. Default: 0.3.",
      valueName: "SHARE"))
  var threshold: Double?

  @Option(
    help: ArgumentHelp(
      "Points of hospitals with the codes of their trusts, for catchments by voronoi: a resource or a file. Default: the resource of role 'sites'.",
      valueName: "POINTS"))
  var sites: String?

  @Option(
    help: ArgumentHelp(
      "How a small area in several areas of the trust layer counts: largest, apportion or centroid. Default: largest.",
      valueName: "METHOD"))
  var membership: MembershipMethod?

  @Flag(help: "Put all methods that there are data for side by side.")
  var compare = false

  func validate() throws {
    if threshold != nil, !compare, method != .threshold {
      throw ValidationError(
        "--threshold is for --method threshold or --compare; without those it would change nothing.")
    }
    if sites != nil, !compare, let method, method != .voronoi {
      throw ValidationError(
        "--sites is for --method voronoi or --compare; without those it would change nothing.")
    }
  }
}
