import ArgumentParser
import Footprints

/// Two layers and how they are compared; shared by the commands that do.
struct ComparisonOptions: ParsableArguments {
  @Argument(
    help: "A layer of the package, a file, or the pieces of two: stp+utla.", completion: Completions.layer)
  var x: String

  @Argument(help: "Another layer of the package, or a file.", completion: Completions.layer)
  var y: String

  @OptionGroup(title: "What is counted") var people: SideBySideWeightOptions

  @OptionGroup(title: "Which pairs") var pairs: PairOptions
  @OptionGroup(title: "Fields of the files") var fields: FieldOptions

  /// What they ask for.
  var request: ComparisonRequest {
    var request = ComparisonRequest(x: x, y: y)
    request.xOptions = LayerOptions(codeField: fields.xCode, nameField: fields.xLabel)
    request.yOptions = LayerOptions(codeField: fields.yCode, nameField: fields.yLabel)
    request.weights = people.one
    if let membership = people.membership { request.membership = membership }
    request.minimumShare = pairs.minShare
    request.sliverWidth = pairs.sliverWidth
    request.keepsSlivers = pairs.keepSlivers
    request.tolerance = pairs.tolerance
    return request
  }
}

/// Which pairs count, and as what.
struct PairOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Leave out pairs in which neither share reaches this, 0 to 1.", valueName: "S"))
  var minShare = 0.0

  @Option(
    help: ArgumentHelp(
      "Common parts narrower than this are slivers. Default: from the layers’ resolution.",
      valueName: "METRES"))
  var sliverWidth: Double?

  @Flag(help: "List slivers with the rest.")
  var keepSlivers = false

  @Option(
    help: ArgumentHelp(
      "The share at or above which an area counts as wholly inside another; above 0 and up to 1.",
      valueName: "T"))
  var tolerance = 0.95
}

/// Where codes and names are, for files that do not tell.
struct FieldOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The field of X’s codes.", valueName: "FIELD"))
  var xCode: String?

  @Option(help: ArgumentHelp("The field of X’s names.", valueName: "FIELD"))
  var xLabel: String?

  @Option(help: ArgumentHelp("The field of Y’s codes.", valueName: "FIELD"))
  var yCode: String?

  @Option(help: ArgumentHelp("The field of Y’s names.", valueName: "FIELD"))
  var yLabel: String?
}
