import ArgumentParser
import Footprints

struct Borders: ListingCommand {
  typealias Subject = BordersAnalysis

  static let discussion = """
    For either layer, and for every area: which share of its border lies within a distance of the other layer’s \
    border, how far from it the border is on average, and where it is furthest. A small distance everywhere is how \
    borders are drawn; a large one is a real departure.

    Example:
      footprint borders ccg utla
      footprint borders ours.geojson theirs.shp --within 50 --sort largest_displacement_m --limit 10
    """

  @Argument(help: "A layer of the package, or a file.", completion: Completions.layer)
  var x: String

  @Argument(help: "Another layer of the package, or a file.", completion: Completions.layer)
  var y: String

  @Option(
    help: ArgumentHelp(
      "The distance within which borders agree. Default: the coarser layer’s tolerance, from its resolution.",
      valueName: "METRES"))
  var within: Double?

  @OptionGroup(title: "Fields of the files") var fields: FieldOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: BordersRequest {
    var request = BordersRequest(x: x, y: y)
    request.xOptions = LayerOptions(codeField: fields.xCode, nameField: fields.xLabel)
    request.yOptions = LayerOptions(codeField: fields.yCode, nameField: fields.yLabel)
    request.within = within
    return request
  }
}
