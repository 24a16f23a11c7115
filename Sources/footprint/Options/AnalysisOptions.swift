import ArgumentParser
import Footprints

/// Two layers and how they are compared; shared by the commands that do.
struct AnalysisOptions: ParsableArguments {
  @Argument(help: "A layer of the package, or a file.")
  var x: String

  @Argument(help: "Another layer of the package, or a file.")
  var y: String

  @OptionGroup var people: WeightOptions

  @Option(help: ArgumentHelp("Leave out pairs of which neither share reaches this, 0 to 1.", valueName: "S"))
  var minShare = 0.0

  @Option(
    help: ArgumentHelp(
      "Common parts narrower than this are slivers. Default: from the layers' resolution.",
      valueName: "METRES"))
  var sliverWidth: Double?

  @Flag(help: "List slivers with the rest.")
  var keepSlivers = false

  @Option(
    help: ArgumentHelp(
      "The share from which an area counts as wholly inside another, above 0 and up to 1.", valueName: "T"))
  var tolerance = 0.95

  @Option(help: ArgumentHelp("The field of X's codes.", valueName: "FIELD"))
  var xCode: String?

  @Option(help: ArgumentHelp("The field of X's names.", valueName: "FIELD"))
  var xLabel: String?

  @Option(help: ArgumentHelp("The field of Y's codes.", valueName: "FIELD"))
  var yCode: String?

  @Option(help: ArgumentHelp("The field of Y's names.", valueName: "FIELD"))
  var yLabel: String?

  func validate() throws {
    guard (0...1).contains(minShare) else { throw ValidationError("--min-share is a share from 0 to 1.") }
    guard tolerance > 0, tolerance <= 1 else {
      throw ValidationError("--tolerance is a share above 0 and up to 1.")
    }
    if let sliverWidth, !(sliverWidth >= 0 && sliverWidth.isFinite) {
      throw ValidationError("--sliver-width is a number of metres from 0.")
    }
  }

  /// The analysis asked for.
  func analysis(
    with package: PackageOptions
  ) throws(FootprintsError) -> (analysis: OverlapAnalysis, inputs: Inputs) {
    let workbench = try package.workbench(layers: [x, y])
    var parameters = OverlapAnalysis.Parameters()
    parameters.minimumShare = minShare
    parameters.keepsSlivers = keepSlivers
    parameters.sliverWidth = sliverWidth
    parameters.tolerance = tolerance
    parameters.jobs = package.jobs
    return try workbench.overlap(
      x, y, xOptions: options(xCode, xLabel, package), yOptions: options(yCode, yLabel, package),
      weights: people.weights ?? workbench.defaultWeights, membership: people.membership,
      parameters: parameters)
  }

  private func options(_ code: String?, _ label: String?, _ package: PackageOptions) -> Workbench.FileOptions
  {
    var options = Workbench.FileOptions()
    options.codeField = code
    options.nameField = label
    options.sourceReference = package.sourceCrs
    return options
  }
}
